"""Importing by menu, button and drop, and what the report asks."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLabel, QPushButton

from briefing.progress import Cancelled
from tests.helpers import invented
from tests.helpers.fake_workspace import FakeWorkspace


def test_the_button_imports_the_files_the_user_picks(window, workspace, qtbot):
    window.answers.files = [Path("a.txt"), Path("b.txt")]
    qtbot.mouseClick(window.window.header.import_button, Qt.MouseButton.LeftButton)
    window.idle()
    assert ("import_paths", (Path("a.txt"), Path("b.txt"))) in workspace.calls


def test_nothing_happens_if_the_user_picks_nothing(window, workspace):
    window.do("import_files")
    window.idle()
    assert not [call for call in workspace.calls if call[0] == "import_paths"]


def test_a_folder_is_imported_by_the_menu(window, workspace, tmp_path):
    window.answers.folder = tmp_path
    window.do("import_folder")
    window.idle()
    assert ("import_paths", (tmp_path,)) in workspace.calls


def test_files_dropped_onto_the_window_are_imported(window, workspace, tmp_path):
    window.drop(tmp_path / "a.txt")
    window.idle()
    assert ("import_paths", (tmp_path / "a.txt",)) in workspace.calls


def test_the_report_names_failures_and_stays_until_closed(window):
    window.window.import_paths([Path("harbour.txt")])
    window.idle()
    report = window.window.report
    assert report.isVisible()
    assert report.summary.text() == "Import: 1 imported, 1 duplicate, 1 failed"
    words = [label.text() for label in report.findChildren(type(report.summary))]
    assert "✗ blob.bin: It is not text." in words
    report.close_button.click()
    assert not report.isVisible()


def test_the_first_imported_article_is_opened(window):
    window.window.import_paths([Path("harbour.txt")])
    window.idle()
    assert window.window.columns.reader.article.title == "harbour"


def test_the_report_asks_for_dates_that_nothing_tells(window, workspace, qtbot):
    window.window.import_paths([Path("harbour.txt")])
    window.idle()
    field, button = window.window.report.dates[100]
    field.show_day(invented.meetings()[0].date)
    button.click()
    window.idle()
    assert workspace.articles[100].published == invented.meetings()[0].date
    assert window.window.report.dates == {}


def test_a_date_that_is_set_leaves_the_titles_in_line(window):
    window.window.import_paths([Path("harbour.txt")])
    window.idle()
    _, button = window.window.report.dates[100]
    before = button.sizeHint().expandedTo(button.minimumSize()).width()
    window.window.report.dated(100)
    assert button.text() == "Set ✓"
    assert button.sizeHint().expandedTo(button.minimumSize()).width() == before


def test_the_last_date_given_leaves_the_keyboard_on_closing_the_report(window, qtbot):
    window.window.activateWindow()
    window.window.columns.sidebar.setFocus()
    window.window.import_paths([Path("harbour.txt")])
    window.idle()
    report = window.window.report
    field, _ = report.dates[100]
    field.show_day(invented.meetings()[0].date)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    window.idle()
    assert window.window.focusWidget() is report.close_button
    qtbot.keyClick(report.close_button, Qt.Key.Key_Escape)
    assert not report.isVisible()


def test_the_file_that_is_read_stands_apart_from_the_number_of_files(window):
    status = window.window.status
    status.begin("Importing", None)
    status.progress(3, 5, "004.txt")
    assert status.work.text() == "Importing… 3 of 5 · 004.txt"


def test_cancel_stops_the_import_and_says_that_what_was_done_stays(window, workspace, monkeypatch):
    def endless(paths, *, meeting=None, progress):
        while True:
            progress.step(1, 100, "harbour.txt")

    monkeypatch.setattr(workspace, "import_paths", endless)
    window.window.import_paths([Path("harbour.txt")])
    window.until(lambda: "1 of 100" in window.window.status.work.text())
    window.window.status.cancel.click()
    window.idle()
    assert "what was done stays" in window.status()
    assert not window.window.status.bar.isVisible()
    assert issubclass(Cancelled, Exception)


def test_what_is_attached_to_a_mail_is_offered_and_comes_in_when_wanted(window, workspace, qtbot):
    window.window.import_paths([Path("harbour.txt")])
    window.idle()
    offer = next(b for b in window.window.report.findChildren(QPushButton) if "letter.eml" in b.text())  # fmt: skip
    qtbot.mouseClick(offer, Qt.MouseButton.LeftButton)
    window.idle()
    assert ("import_paths", (Path("/old/letter.eml"),), "with attachments") in workspace.calls


def test_a_report_of_very_many_articles_lists_some_and_counts_the_rest(window):
    window.window.import_paths([Path(f"{n}.txt") for n in range(450)])
    window.idle()
    texts = [label.text() for label in window.window.report.findChildren(QLabel)]
    assert "… and 250 more" in texts


def test_what_is_dropped_is_copied_and_never_moved_away(window, tmp_path):
    file = tmp_path / "ferry.txt"
    file.write_text("The ferry goes again.")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    either = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
    event = QDropEvent(
        QPointF(200, 200), either, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    window.window.dropEvent(event)
    assert event.isAccepted()
    assert event.dropAction() == Qt.DropAction.CopyAction


def test_an_empty_window_says_that_an_import_has_begun(open_window):
    page = open_window(FakeWorkspace())
    page.idle()
    empty = page.window.columns.empty
    assert empty.title.text() == "No articles yet"
    page.window.actions_.started.emit("Importing", None)
    assert empty.title.text() == "Importing…"
    assert not empty.import_button.isVisible()
    empty.show_state(has_articles=False)  # the lists are read anew meanwhile
    assert empty.title.text() == "Importing…"
    page.window.actions_.finished.emit("")
    assert empty.title.text() == "No articles yet"
    assert empty.import_button.isVisible()


def test_other_work_leaves_the_empty_page_as_it_is(open_window):
    page = open_window(FakeWorkspace())
    page.idle()
    page.window.actions_.started.emit("Checking", None)
    assert page.window.columns.empty.title.text() == "No articles yet"


def test_the_first_date_that_is_asked_for_has_the_keyboard(window):
    window.window.columns.sidebar.setFocus()
    window.window.import_paths([Path("harbour.txt")])
    window.idle()
    assert window.window.focusWidget() is window.window.report.dates[100][0]


def test_the_question_for_a_date_takes_the_keyboard_from_no_one_who_types(window, qtbot):
    search = window.window.header.search
    window.window.activateWindow()
    search.setFocus()
    qtbot.waitUntil(search.hasFocus)
    window.window.import_paths([Path("harbour.txt")])
    window.idle()
    assert window.window.focusWidget() is search
