"""Copies, backups, going back, deleting: in the running program on a real library."""

import re

import pytest
from PySide6.QtWidgets import QDialog, QPushButton, QWidget
from shiboken6 import isValid

from briefing.gui.reader import Reader
from briefing.paths import Paths, resources
from briefing.settings import Settings
from briefing.workspace import keeping, open_workspace
from tests.helpers.pages import Answers


@pytest.fixture
def answers():
    return Answers()


@pytest.fixture
def paths(tmp_path):
    return Paths.under(tmp_path / "own")


@pytest.fixture
def folder(tmp_path, paths):
    """A library with one article and a backup of it."""
    folder = tmp_path / "lake"
    workspace = open_workspace(folder, paths, Settings())
    sample = next(one for one in sorted(resources().joinpath("sample").glob("2023*.txt")))
    workspace.import_paths([sample])
    workspace.close()
    return folder


@pytest.fixture
def reader(qapp, paths, answers, qtbot):
    made = Reader(paths, answers.dialogs)
    yield made
    for window in (made.window, made.moves.work):
        if window is not None and isValid(window):
            qtbot.waitUntil(lambda shown=window: not shown.jobs.busy, timeout=60_000)
            window.close()


@pytest.fixture
def settled(qtbot):
    def wait(shown):
        qtbot.waitUntil(lambda: not shown.jobs.busy, timeout=120_000)

    return wait


def backups_sheet(window):
    window.commands["backups"].trigger()
    return window.preparing.keeping.backups


def test_the_backups_are_listed_and_looked_through(reader, folder, settled):
    window = reader.open(folder)
    sheet = backups_sheet(window)
    states, show = [], sheet.show_backups

    def shown(found, *, proved):
        show(found, proved=proved)
        states.append(sheet.list.topLevelItem(0).text(3))

    sheet.show_backups = shown
    settled(window)
    assert sheet.list.topLevelItemCount() == 1
    assert states == ["being looked through…", "good"]
    assert sheet.list.topLevelItem(0).text(1) == "at closing"
    assert re.fullmatch(
        r"\d{1,2} [A-Z][a-z]{2} \d{4} at \d\d:\d\d", sheet.list.topLevelItem(0).text(0)
    )


def test_a_damaged_backup_is_named_and_not_offered(reader, folder, settled):
    keeping.backups(folder)[0].backup.path.write_bytes(b"no backup")
    window = reader.open(folder)
    sheet = backups_sheet(window)
    settled(window)
    assert not sheet.back.isEnabled()
    assert "damaged" in sheet.what.text()


def test_a_backup_that_made_room_for_another_meanwhile_is_left_out(reader, folder, settled):
    window = reader.open(folder)
    sheet = backups_sheet(window)
    settled(window)
    listed = keeping.backups(folder)
    for one in listed:
        one.backup.path.unlink()
    sheet.show_backups(listed, proved=True)
    assert sheet.list.topLevelItemCount() == 0


def test_a_backup_made_now_joins_the_list(reader, folder, settled, qtbot):
    window = reader.open(folder)
    sheet = backups_sheet(window)
    settled(window)
    sheet.now.click()
    qtbot.waitUntil(lambda: sheet.list.topLevelItemCount() == 2, timeout=60_000)
    settled(window)
    assert "Backed up" in window.status.outcome.text()


def test_going_back_keeps_the_present_library_aside(reader, folder, settled, qtbot):
    window = reader.open(folder)
    window.actions_.remove_article(window.desk.overview.articles[0].id)
    settled(window)
    assert window.desk.overview.articles == ()
    sheet = backups_sheet(window)
    settled(window)
    last = sheet.list.topLevelItem(sheet.list.topLevelItemCount() - 1)
    sheet.list.setCurrentItem(last)
    sheet.back.click()
    qtbot.waitUntil(lambda: reader.window not in (None, window), timeout=120_000)
    settled(reader.window)
    assert len(reader.window.desk.overview.articles) == 1
    assert "is kept as library.sqlite3.replaced-" in reader.window.notices.message.text()
    assert list(folder.glob("library.sqlite3.replaced-*"))


def test_a_backup_is_opened_beside_and_the_library_stays(
    reader, folder, *, answers, settled, tmp_path
):
    window = reader.open(folder)
    answers.folder = tmp_path / "beside"
    sheet = backups_sheet(window)
    settled(window)
    sheet.beside.click()
    settled(window)
    assert (tmp_path / "beside" / "library.sqlite3").is_file()
    assert reader.window is window
    window.notices.offer.click()
    settled(reader.window)
    assert reader.window.workspace.library_folder == tmp_path / "beside"
    assert len(reader.window.desk.overview.articles) == 1


def test_a_copy_is_saved_where_the_user_says(reader, folder, *, answers, settled, tmp_path):
    window = reader.open(folder)
    answers.save = tmp_path / "copy.zip"
    window.commands["save_copy"].trigger()
    settled(window)
    assert answers.save.is_file()
    assert "A copy is in copy.zip" in window.status.outcome.text()


def test_deleting_asks_says_what_goes_and_leaves_nothing(reader, folder, *, paths, settled, qtbot):
    window = reader.open(folder)
    settled(window)
    window.commands["delete_library"].trigger()
    sheet = window.preparing.keeping.deleting
    assert str(folder) in sheet.goes.text()
    assert "1 article" in sheet.goes.text()
    assert not sheet.delete.isEnabled()
    sheet.sure.click()
    sheet.delete.click()
    work = reader.moves.work
    qtbot.waitUntil(lambda: bool(work.findChildren(QPushButton)), timeout=60_000)
    assert not folder.exists()
    assert "is deleted" in work.words.text()
    assert not isValid(window)
    assert str(folder) not in (paths.config / "memory.ini").read_text()


def test_dialogs_close_with_their_window(reader, folder, tmp_path, settled):
    first = reader.open(folder)
    first.commands["preferences"].trigger()
    (panel,) = [one for one in first.findChildren(QDialog) if one.isVisible()]
    gone = []
    panel.destroyed.connect(lambda: gone.append(True))
    settled(first)
    reader._open_other("new", tmp_path / "river")
    settled(reader.window)
    assert gone == [True]


def test_another_language_opens_the_same_library_in_another_window(reader, folder, settled, qtbot):
    first = reader.open(folder)
    settled(first)
    try:
        reader._keep_settings(Settings(language="fr"))
        qtbot.waitUntil(lambda: reader.window is not first, timeout=60_000)
        settled(reader.window)
        assert reader.window.commands["backups"].text().replace("&", "") == "Sauvegardes…"
        assert reader.window.workspace.library_folder == folder
    finally:
        reader._tongue.choose("en")


def test_libraries_opened_last_are_offered(reader, folder, tmp_path, settled):
    first = reader.open(folder)
    settled(first)
    reader._open_other("new", tmp_path / "river")
    settled(reader.window)
    menu = reader.window.commands["open_recent"].menu()
    assert [action.text() for action in menu.actions()] == [str(folder)]
    menu.actions()[0].trigger()
    assert reader.window.workspace.library_folder == folder
    settled(reader.window)


def test_damage_found_by_the_check_can_be_mended_from_the_bar(reader, folder, settled, qtbot):
    window = reader.open(folder)
    settled(window)
    original = next(p for p in (folder / "originals").rglob("*") if p.is_file())
    original.chmod(0o600)
    original.write_bytes(b"other bytes")
    window.commands["check"].trigger()
    settled(window)
    assert "damaged" in window.notices.message.text()
    window.notices.offer.click()
    assert reader._rescue.isVisible()
    assert isinstance(reader._rescue, QWidget)
    reader._rescue.close()
    reader.window = None


def test_a_window_is_gone_once_another_took_its_place(reader, folder, settled, qtbot):
    former = reader.open(folder)
    settled(former)
    former.library_wanted.emit("new", folder.parent / "river")
    qtbot.waitUntil(lambda: not isValid(former), timeout=60_000)
    assert reader.window.workspace.library_folder == folder.parent / "river"
    settled(reader.window)


def test_a_backup_that_cannot_be_read_leaves_the_window_open(reader, folder, settled):
    window = reader.open(folder)
    settled(window)
    window.library_wanted.emit("go back", folder / "backups" / "gone.zip")
    assert "gone.zip cannot be read" in window.notices.message.text()
    assert window.isVisible()
