"""Opening a library: once only, for reading alone, or damaged with a way back."""

import os

import pytest

from briefing.errors import LibraryDamaged
from briefing.gui.reader import Reader
from briefing.gui.running.instance import Instance, files_of
from briefing.paths import Paths, resources
from briefing.settings import Settings
from briefing.workspace import open_workspace


@pytest.fixture
def reader(qapp, tmp_path, monkeypatch):
    made = Reader(Paths.under(tmp_path / "own"))
    yield made
    if made.window is not None:
        made.window.close()
        made.window.deleteLater()


def filled(folder, paths):
    """Make a library with one article."""
    workspace = open_workspace(folder, paths, Settings())
    sample = next(one for one in sorted(resources().joinpath("sample").glob("2023*.txt")))
    workspace.import_paths([sample])
    workspace.close()


def test_a_second_start_hands_its_files_to_the_first(qtbot, tmp_path):
    first = Instance(tmp_path)
    assert first.listen()
    with qtbot.waitSignal(first.asked) as told:
        assert Instance(tmp_path).hand_over([tmp_path / "a.txt"])
    assert told.args[0] == ((tmp_path / "a.txt").resolve(),)
    first.close()


def test_nobody_answers_for_a_library_that_is_not_open(qapp, tmp_path):
    assert not Instance(tmp_path).hand_over()


def test_another_library_is_another_window(qapp, tmp_path):
    first = Instance(tmp_path / "one")
    first.listen()
    assert not Instance(tmp_path / "two").hand_over()
    first.close()


@pytest.mark.parametrize("message", [b"", b"{}", b"[]", b'{"files": 3}', b"\xff\n"])
def test_a_message_of_another_kind_names_no_files(message):
    assert files_of(message) == ()


def test_the_open_window_comes_forward_and_imports(reader, tmp_path, qtbot):
    window = reader.open(tmp_path / "lake")
    (tmp_path / "note.txt").write_text("Talks go on.\n\nNobody says when they will end.\n")
    with qtbot.waitSignal(window.actions_.imported, timeout=60_000):
        assert reader.raise_other(tmp_path / "lake", [tmp_path / "note.txt"])
    qtbot.waitUntil(lambda: not window.jobs.busy, timeout=60_000)
    assert len(window.desk.overview.articles) == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_library_that_may_not_be_written_is_open_for_reading(reader, tmp_path, qtbot):
    folder = tmp_path / "lake"
    filled(folder, Paths.under(tmp_path / "own"))
    for path in (*folder.rglob("*"), folder):
        path.chmod(0o500 if path.is_dir() else 0o400)
    window = reader.open(folder)
    assert "reading" in window.notices.message.text()
    assert not window.commands["import_files"].isEnabled()
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o700)


@pytest.mark.slow
def test_a_damaged_library_is_mended_and_opened(reader, tmp_path, qtbot):
    folder = tmp_path / "lake"
    filled(folder, Paths.under(tmp_path / "own"))
    database = folder / "library.sqlite3"
    database.write_bytes(b"no database" * 1000)
    with pytest.raises(LibraryDamaged) as error:
        reader.open(folder)
    rescue = reader.rescue(error.value, folder)
    rescue.mend.click()
    qtbot.waitUntil(lambda: reader.window is not None, timeout=120_000)
    assert reader.window.workspace.verify() == ()
    assert len(reader.window.desk.overview.articles) == 1
    qtbot.waitUntil(lambda: not reader.window.jobs.busy, timeout=60_000)


def test_another_library_opens_as_large_as_the_window_was(reader, tmp_path):
    first = reader.open(tmp_path / "lake")
    first.showMaximized()
    reader.open(tmp_path / "river").close()
    first.showMaximized()
    reader.window = first
    first.library_wanted.emit("open", tmp_path / "river")
    assert reader.window is not first
    assert reader.window.workspace.library_folder == tmp_path / "river"
    assert reader.window.isMaximized()
