"""A library is opened as well as it can be, and what is not as usual is said."""

import os

import pytest

from briefing.errors import ReadOnly, StorageFull
from briefing.library import places
from briefing.settings import Settings
from briefing.workspace import open_as_can_be, opening
from tests.workspace.keeping.damaged import COUNT


class TestReadingAlone:
    """A library that may not be written is read, searched, and exported elsewhere."""

    @pytest.fixture
    def opened(self, folder, paths, monkeypatch):
        def refused(*_, **__):
            raise ReadOnly("The library may be read but not changed.")

        monkeypatch.setattr("briefing.library.library.open_writer", refused)
        monkeypatch.setattr(opening.os, "access", lambda _, mode: not mode & os.W_OK)
        opened = open_as_can_be(folder, paths, Settings())
        yield opened
        opened.workspace.close()

    def test_it_is_said_in_a_sentence(self, opened):
        (notice,) = opened.notices
        assert "open for reading alone" in notice

    def test_it_is_read_and_exported_elsewhere(self, opened, tmp_path):
        (meeting,) = opened.workspace.overview().meetings
        (path,) = opened.workspace.export([meeting.id], tmp_path / "out")

        assert path.is_file()

    def test_it_is_searched_with_an_index_in_the_cache(self, opened, paths, folder):
        before = sorted(folder.rglob("*"))
        assert opened.workspace.index_state() == "missing"

        opened.workspace.catch_up_index()

        assert opened.workspace.index_state() == "ready"
        assert opened.workspace.search("timber").total >= COUNT
        assert sorted(folder.rglob("*")) == before
        assert list((paths.cache / "index").rglob("manifest.json"))

    def test_a_change_is_refused_in_a_sentence(self, opened):
        with pytest.raises(ReadOnly, match="not changed"):
            opened.workspace.star("article", 1, on=True)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everything")
def test_a_folder_closed_for_writing_opens_for_reading(folder, paths):
    folder.chmod(0o500)
    try:
        opened = open_as_can_be(folder, paths, Settings())
        opened.workspace.catch_up_index()
        assert opened.workspace.search("timber").total >= COUNT
        opened.workspace.close()
    finally:
        folder.chmod(0o700)


def test_a_full_disk_at_the_start_opens_for_reading(folder, paths, monkeypatch):
    def full(*_, **__):
        raise StorageFull("The disk has no room left.")

    monkeypatch.setattr("briefing.library.library.open_writer", full)
    opened = open_as_can_be(folder, paths, Settings())

    assert opened.notices == ("The disk has no room left. It is open for reading alone.",)
    assert len(opened.workspace.overview().articles) == COUNT
    opened.workspace.close()


def test_a_library_on_the_network_says_so(folder, paths, monkeypatch, tmp_path):
    table = tmp_path / "mounts"
    table.write_text(f"server:/x {tmp_path} nfs4 rw 0 0\n")
    monkeypatch.setattr(places, "MOUNTS", table)
    opened = open_as_can_be(folder, paths, Settings())

    assert "network disk (nfs4)" in opened.notices[0]
    assert not opened.workspace.library.read_only
    opened.workspace.close()


def test_a_library_as_most_are_says_nothing(folder, paths):
    opened = open_as_can_be(folder, paths, Settings())

    assert opened.notices == ()
    opened.workspace.close()
