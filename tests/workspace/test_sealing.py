"""A search index that came with somebody's library is not opened: opening one runs what is in
it."""

import os
import shutil
import stat

import pytest

from briefing.paths import Paths
from briefing.settings import Settings
from briefing.workspace import open_workspace
from briefing.workspace.health.sealing import key_in
from tests.soak.desk import filled


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "theirs" / "library"
    folder.parent.mkdir()
    filled(folder, 3)
    return folder


def opened(folder, home):
    return open_workspace(folder, Paths.under(home), Settings())


def test_an_index_made_by_somebody_else_is_made_anew(folder, tmp_path):
    workspace = opened(folder, tmp_path / "mine")
    assert workspace.index_state() == "damaged"
    assert "rebuilt" in workspace.search("timber").message

    workspace.catch_up_index()

    assert workspace.index_state() == "ready"
    assert workspace.search("timber").total >= 3
    workspace.close()


def test_ones_own_index_is_opened_again(folder, tmp_path):
    workspace = opened(folder, tmp_path / "theirs" / "home")
    assert workspace.index_state() == "ready"
    workspace.close()


def test_a_manifest_that_was_altered_bears_no_seal(folder, tmp_path):
    manifest = folder / "index" / "manifest.json"
    manifest.write_text(manifest.read_text().replace('"serial": ', '"serial": 1'))

    workspace = opened(folder, tmp_path / "theirs" / "home")
    assert workspace.index_state() == "damaged"
    workspace.close()


def test_the_key_is_made_once_and_for_the_user_alone(tmp_path):
    key = key_in(tmp_path / "config")

    assert len(key) == 32
    assert key_in(tmp_path / "config") == key
    if os.name == "posix":
        assert stat.S_IMODE((tmp_path / "config" / "index.key").stat().st_mode) == 0o600
    assert [p.name for p in (tmp_path / "config").iterdir()] == ["index.key"]


def test_no_two_users_have_the_same_key(tmp_path):
    assert key_in(tmp_path / "one") != key_in(tmp_path / "two")


def test_a_file_that_is_no_key_is_replaced(tmp_path):
    (tmp_path / "index.key").write_bytes(b"")

    key = key_in(tmp_path)

    assert len(key) == 32
    assert key_in(tmp_path) == key


def test_where_a_key_cannot_be_kept_one_is_made_for_this_run(tmp_path):
    (tmp_path / "config").write_text("a file in the way")

    assert len(key_in(tmp_path / "config")) == 32


def test_on_a_disk_without_hard_links_it_is_kept_too(tmp_path, monkeypatch):
    def no_links(*_):
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)

    assert key_in(tmp_path) == key_in(tmp_path)


def test_the_key_is_in_no_library_and_in_no_backup(folder, tmp_path):
    key = key_in(tmp_path / "theirs" / "home" / "config")
    workspace = opened(folder, tmp_path / "theirs" / "home")
    workspace.backup(tmp_path / "copy.zip")
    workspace.close()
    shutil.copytree(folder, tmp_path / "passed on")

    for path in [tmp_path / "copy.zip", *(tmp_path / "passed on").rglob("*")]:
        assert path.is_dir() or key not in path.read_bytes()
