import hashlib
import os

import pytest

from briefing.errors import LibraryDamaged, LibraryError, NotFound
from briefing.library.originals import sync_folder


def sha(data):
    return hashlib.sha256(data).hexdigest()


def test_an_original_comes_back_byte_for_byte(library):
    data = bytes(range(256)) * 50
    library.keep_original(data, sha(data))
    library.keep_original(data, sha(data))

    assert library.original(sha(data)) == data
    assert [f.name for f in (library.folder / "originals").iterdir()] == [sha(data)]


def test_bytes_under_a_wrong_name_are_refused(library):
    with pytest.raises(ValueError, match="not that of the bytes"):
        library.keep_original(b"a", sha(b"b"))


@pytest.mark.parametrize("name", ["0" * 64, "../library.sqlite3", "", "A" * 64])
def test_an_original_that_is_not_there_is_named(library, name):
    with pytest.raises(NotFound):
        library.original(name)


def test_a_changed_original_is_called_damaged(library):
    library.keep_original(b"good", sha(b"good"))
    (library.folder / "originals" / sha(b"good")).write_bytes(b"evil")

    with pytest.raises(LibraryDamaged, match="has been changed"):
        library.original(sha(b"good"))


def test_a_shortened_original_is_written_anew(library):
    library.keep_original(b"good", sha(b"good"))
    (library.folder / "originals" / sha(b"good")).write_bytes(b"")

    library.keep_original(b"good", sha(b"good"))

    assert library.original(sha(b"good")) == b"good"


def test_without_originals_there_are_none(library):
    assert library._originals.all() == ()


def test_a_folder_is_flushed_only_where_the_system_can(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "name", "nt")

    sync_folder(tmp_path / "not there")


def test_a_write_that_fails_leaves_nothing(library, monkeypatch):
    def refuse(number):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(LibraryError, match="has no room left"):
        library.keep_original(b"good", sha(b"good"))

    assert list((library.folder / "originals").iterdir()) == []
