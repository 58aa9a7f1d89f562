"""An article dragged out of the program is its original file; inside it goes onto meetings alone."""

import os
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from briefing.errors import NotFound
from briefing.gui.deeds import handing_out
from briefing.gui.look.dragging import ARTICLES_MIME, KeptIn, articles_in
from briefing.gui.pages.hits import HitsModel
from briefing.model import Hit
from briefing.paths import Paths
from briefing.settings import Settings
from briefing.workspace import open_workspace

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
COPY = Qt.DropAction.CopyAction


@pytest.fixture(autouse=True)
def own_place(tmp_path, monkeypatch):
    """Let copies go to a folder of the test."""
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setattr(handing_out.tempfile, "gettempdir", lambda: str(place))
    monkeypatch.setattr(handing_out.tempfile, "tempdir", str(place))
    return place


@pytest.fixture
def page(tmp_path, open_window):
    files = tmp_path / "files"
    files.mkdir()
    files.joinpath("Ferry talks — day 2.txt").write_bytes(b"The ferry\r\nsails again, they said.\n")
    files.joinpath("harbour.txt").write_bytes("Le port reste fermé, dit-on.\n".encode())
    workspace = open_workspace(tmp_path / "lib", Paths.under(tmp_path / "own"), Settings())
    opened = open_window(workspace)
    opened.drop(*sorted(files.iterdir()))
    opened.idle()
    opened.window.desk.read_article(1)
    opened.idle()
    yield opened
    opened.window.close()
    workspace.close()


def dragged(page, *articles):
    """Return what is dragged where these articles are selected."""
    rows = page.window.columns.sidebar.rows
    return rows.mimeData([rows.index(rows.row_of("article", one), 0) for one in articles])


def files_of(mime):
    return [Path(url.toLocalFile()) for url in mime.urls()]


def entering(widget, mime):
    """Drag something into a widget; return whether it would take it."""
    event = QDragEnterEvent(QPoint(5, 5), COPY, mime, LEFT, NONE)
    event.ignore()
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def test_another_program_gets_the_original_files_under_their_names(page):
    found = files_of(dragged(page, 1, 2))
    assert [path.name for path in found] == ["Ferry talks — day 2.txt", "harbour.txt"]
    assert found[0].read_bytes() == b"The ferry\r\nsails again, they said.\n"
    assert found[1].read_text("utf-8") == "Le port reste fermé, dit-on.\n"


def test_nobody_else_may_look_into_the_folder_of_the_copies(page, own_place):
    files_of(dragged(page, 1))
    (folder,) = own_place.iterdir()
    assert folder.stat().st_mode & 0o777 == 0o700


def test_nothing_is_copied_before_another_program_asks(page, own_place):
    mime = dragged(page, 1)
    assert mime.hasUrls()
    assert articles_in(mime) == (1,)
    assert list(own_place.iterdir()) == []


def test_a_file_dragged_twice_keeps_its_name(page):
    first, second = files_of(dragged(page, 1)), files_of(dragged(page, 1))
    assert first != second
    assert {path.name for path in (*first, *second)} == {"Ferry talks — day 2.txt"}


def test_asked_twice_by_the_same_program_it_is_copied_once(page):
    mime = dragged(page, 1)
    assert files_of(mime) == files_of(mime)


def test_the_copies_are_gone_once_the_window_is_closed(page, own_place):
    files_of(dragged(page, 1))
    page.window.close()
    assert list(own_place.iterdir()) == []


def test_what_a_killed_program_left_is_removed_a_day_later(page, own_place):
    for name, age in (("old", 2 * handing_out.OLD), ("young", 60)):
        folder = own_place / f"{handing_out.PREFIX}{name}"
        folder.mkdir()
        os.utime(folder, (time.time() - age,) * 2)
    files_of(dragged(page, 1))
    left = {path.name.removeprefix(handing_out.PREFIX) for path in own_place.iterdir()}
    assert "young" in left
    assert "old" not in left


def test_where_a_file_cannot_be_given_the_window_says_why(page, monkeypatch):
    def fail(*_):
        raise NotFound("There is no article 1.")

    monkeypatch.setattr(page.window.workspace, "hand_out", fail, raising=False)
    assert files_of(dragged(page, 1)) == []
    assert "There is no article 1." in page.error()


def test_inside_the_program_only_the_left_column_takes_articles(page):
    window, mime = page.window, dragged(page, 1)
    side = window.columns.sidebar
    with KeptIn(side.viewport()):
        assert entering(side.viewport(), mime)
        assert not entering(window, mime)
        assert not entering(window.header.search, mime)
        drop = QDropEvent(QPointF(200, 200), COPY, mime, LEFT, NONE)
        QApplication.sendEvent(window, drop)
    page.idle()
    assert len(window.desk.overview.articles) == 2  # nothing was imported anew


def test_files_of_others_are_taken_meanwhile(page, tmp_path):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path))])
    with KeptIn(page.window.columns.sidebar.viewport()):
        assert entering(page.window, mime)


def hit(page, words, article):
    """Search for words; return the row of the hit in an article."""
    page.search(words)
    hits = page.window.columns.results.hits
    return next(hits.index(row, 0) for row, one in enumerate(hits.hits) if one.article == article)


def test_a_hit_is_dragged_out_as_the_original_file_of_its_article(page):
    row = hit(page, "ferry", 1)
    hits = page.window.columns.results.hits
    assert hits.flags(row) & Qt.ItemFlag.ItemIsDragEnabled
    assert page.window.columns.results.list.dragEnabled()
    mime = hits.mimeData([row, row])
    assert articles_in(mime) == (1,)
    (file,) = files_of(mime)
    assert file.name == "Ferry talks — day 2.txt"
    assert file.read_bytes() == b"The ferry\r\nsails again, they said.\n"


def test_a_hit_is_taken_inside_the_program_by_the_left_column_alone(page):
    window, mime = page.window, page.window.columns.results.hits.mimeData([hit(page, "ferry", 1)])
    assert window.columns.results.list.taker is window.columns.sidebar.viewport()
    with KeptIn(window.columns.results.list.taker):
        assert entering(window.columns.sidebar.viewport(), mime)
        assert not entering(window, mime)


def test_a_meeting_found_is_not_dragged_for_it_has_several_files(qtbot):
    model = HitsModel()
    model.show((Hit(kind="meeting", article=1, ask=None, meeting=1, title="Talks", outlet="", marks=(),
                    published=None, start=0, end=0, snippet=""),))  # fmt: skip
    assert not model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsDragEnabled


def test_articles_are_still_dragged_onto_meetings(window, workspace):
    window.open_row("Unassigned articles")
    mime = dragged(window, 2)
    assert bytes(mime.data(ARTICLES_MIME).data()) == b"2"
    window.drag((2,), "meeting", 1)
    window.idle()
    assert ("assign", 2, 1) in workspace.calls
