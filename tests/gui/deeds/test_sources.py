"""Articles that come in beside files: pasted, dropped, from watched folders and bundles; retries."""

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest

TEXT = "The lake council met on Monday.\n\nIt wants the tolls at the bridge gone by spring."


@pytest.fixture
def sources(window):
    return window.window.preparing.sources


def drop(window, **what):
    mime = QMimeData()
    if "text" in what:
        mime.setText(what["text"])
    if "url" in what:
        mime.setUrls([QUrl(what["url"])])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.window.dropEvent(
        QDropEvent(QPointF(200, 200), Qt.DropAction.CopyAction, mime, left, none)
    )


def test_pasting_takes_the_clipboard_and_a_date(window, workspace, sources):
    QGuiApplication.clipboard().setText(TEXT)
    window.do("paste_article")
    sheet = sources.pasting
    assert sheet.text.toPlainText() == TEXT
    sheet.title.setText("Tolls")
    sheet.date.show_day(dt.date(2031, 3, 4))
    QTest.keyClick(sheet.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    window.idle()
    assert ("import_text", TEXT, "Tolls", dt.date(2031, 3, 4)) in workspace.calls
    assert window.window.columns.reader.article.title == "Tolls"


def test_an_empty_text_cannot_be_imported(window, sources):
    QGuiApplication.clipboard().setText(" ")
    window.do("paste_article")
    assert not sources.pasting.add.isEnabled()


def test_dropped_text_is_offered_as_an_article(window, sources):
    drop(window, text=TEXT)
    assert sources.pasting.text.toPlainText() == TEXT


def test_a_dropped_address_is_not_fetched_and_the_user_is_told(window, workspace, sources):
    drop(window, url="https://example.org/a", text="https://example.org/a")
    assert sources.pasting is None
    assert "nothing is fetched" in window.status()
    assert not [call for call in workspace.calls if call[0].startswith("import")]


def test_a_complete_file_in_a_watched_folder_is_imported_and_what_is_open_stays(
    window, workspace, sources, tmp_path
):
    opened = window.window.columns.reader.article.title
    window.answers.folder = tmp_path
    window.do("watched_folders")
    sources.watching.add.click()
    window.until(lambda: sources.watch.folders == (tmp_path,))
    assert sources.watching.list.count() == 1
    window.idle()
    workspace.watched.complete = [tmp_path / "tolls.txt"]
    sources.watch.look()
    window.until(window.window.report.isVisible)
    window.idle()
    assert ("import_paths", (tmp_path / "tolls.txt",)) in workspace.calls
    assert window.window.columns.reader.article.title == opened


def test_without_a_watched_folder_nothing_is_looked_at(window, workspace, sources):
    workspace.watched.complete = [Path("tolls.txt")]
    sources.watch.look()
    window.idle()
    assert not window.window.report.isVisible()


def test_a_folder_is_watched_no_longer(window, workspace, sources, tmp_path):
    workspace.watched.watched = [tmp_path]
    sources.watch.begin()
    window.idle()
    window.do("watched_folders")
    sources.watching.remove.click()
    window.until(lambda: sources.watch.folders == ())
    window.idle()
    assert workspace.watched.watched == []
    assert sources.watching.empty.isVisible()


def test_meetings_are_passed_on_in_one_file(window, workspace, sources, tmp_path):
    window.answers.save = tmp_path / "lake.briefing.zip"
    window.do("export_bundle")
    assert sources.choosing.list.ticked() == (1,)
    sources.choosing.go_on.click()
    window.idle()
    assert ("export_bundle", (1,), tmp_path / "lake.briefing.zip") in workspace.calls
    window.window.notices.offer.click()
    assert window.answers.shown == [tmp_path / "lake.briefing.zip"]


def test_meetings_from_a_file_are_merged_and_conflicts_shown(window, workspace, tmp_path):
    window.answers.file = tmp_path / "lake.briefing.zip"
    window.do("import_bundle")
    window.idle()
    assert "3 new articles, 1 new meeting" in window.error()
    assert "“Vale – Lang” differs" in window.window.notices.details.toPlainText()


def test_what_failed_is_tried_again_from_the_report(window, workspace):
    window.window.import_paths([Path("harbour.txt")])
    window.idle()
    window.window.report.retry.click()
    window.idle()
    assert ("import_paths", (Path("/old/blob.bin"),)) in workspace.calls


def test_a_whole_import_is_taken_back_from_the_report(window, workspace):
    window.window.import_paths([Path("harbour.txt")])
    window.idle()
    window.window.report.undo.click()
    window.idle()
    assert workspace.calls[-1] == ("undo",)
    assert not window.window.report.isVisible()


def test_after_another_change_the_report_points_to_the_history(window, workspace):
    window.window.import_paths([Path("harbour.txt")])
    window.idle()
    workspace.calls.append(("accept",))
    window.window.report.undo.click()
    assert "history" in window.status()
    assert ("undo",) not in workspace.calls
