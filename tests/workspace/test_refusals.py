"""What may not be read, is not there or is no briefing is said plainly, with what to do."""

import os

import pytest

from briefing.errors import LibraryError, NotFound
from briefing.library import Library
from briefing.workspace import keeping
from briefing.workspace.briefs.contents import briefing_text


@pytest.fixture
def shut_out(monkeypatch):
    """As it is for a user without rights; the tests may run as root, who has all of them."""
    monkeypatch.setattr(os, "access", lambda path, mode, **_: not mode & os.R_OK)


def test_a_library_that_may_not_be_read_is_not_called_read_only(tmp_path, shut_out):
    (tmp_path / "library.sqlite3").write_bytes(b"")
    with pytest.raises(LibraryError, match="You may not read the library in") as told:
        Library.open(tmp_path)
    assert type(told.value) is LibraryError


def test_its_backups_are_refused_with_the_same_words(tmp_path, shut_out):
    with pytest.raises(LibraryError, match="You may not read"):
        keeping.backups(tmp_path)


def test_a_missing_file_to_restore_is_called_a_file_and_a_number_a_backup(tmp_path):
    with pytest.raises(NotFound, match=r"There is no file nofile\.zip\."):
        keeping.chosen_backup(tmp_path, "nofile.zip")
    with pytest.raises(NotFound, match=r"There is no backup 77\."):
        keeping.chosen_backup(tmp_path, "77")


def test_what_is_no_briefing_is_named_for_what_it_is(tmp_path, monkeypatch):
    (tmp_path / "picture.md").write_bytes(b"\xff\xfe\xfa")
    with pytest.raises(NotFound, match="not text in UTF-8"):
        briefing_text(tmp_path / "picture.md")
    with pytest.raises(NotFound, match="is a folder"):
        briefing_text(tmp_path)
    with pytest.raises(NotFound, match="There is no file"):
        briefing_text(tmp_path / "none.md")


def test_a_briefing_that_may_not_be_read_is_no_missing_one(tmp_path, monkeypatch):
    def refuse(*_, **__):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(type(tmp_path), "read_text", refuse)
    with pytest.raises(NotFound, match="You may not read the file"):
        briefing_text(tmp_path / "a.md")
