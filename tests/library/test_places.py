"""A library on a network disk is kept without a write-ahead log, which is not safe there."""

from pathlib import Path

import pytest

from briefing.library import Library, network_of, places
from tests.library.libraries import filled


@pytest.fixture
def mounts(monkeypatch, tmp_path):
    def write(*lines):
        table = tmp_path / "mounts"
        table.write_text("".join(f"{line}\n" for line in lines))
        monkeypatch.setattr(places, "MOUNTS", table)

    return write


@pytest.mark.parametrize(
    "kind", ["nfs", "nfs4", "cifs", "smb3", "fuse.sshfs", "fuse.gvfsd-fuse", "9p", "ceph", "davfs"]
)
def test_network_disks_are_known(mounts, tmp_path, kind):
    mounts("/dev/sda1 / ext4 rw 0 0", f"server:/x {tmp_path} {kind} rw 0 0")

    assert network_of(tmp_path / "library") == kind


@pytest.mark.parametrize(
    "kind", ["ext4", "btrfs", "xfs", "tmpfs", "overlay", "fuse.ntfs-3g", "vfat"]
)
def test_disks_of_this_machine_are_known(mounts, tmp_path, kind):
    mounts(f"/dev/sda1 / {kind} rw 0 0")

    assert network_of(tmp_path) == ""


def test_the_nearest_mount_counts_and_a_later_one_hides_an_earlier(mounts, tmp_path):
    inner = tmp_path / "in a"
    inner.mkdir()
    escaped = str(inner).replace(" ", "\\040")
    mounts(
        f"server:/x {tmp_path} nfs rw 0 0",
        f"/dev/sdb1 {escaped} nfs rw 0 0",
        f"/dev/sdb1 {escaped} ext4 rw 0 0",
    )

    assert network_of(inner) == ""
    assert network_of(tmp_path) == "nfs"


def test_a_shared_folder_of_windows_is_on_the_network():
    assert network_of(Path("\\\\server\\share\\library"))


def test_a_system_without_a_list_of_mounts_says_nothing(monkeypatch, tmp_path):
    monkeypatch.setattr(places, "MOUNTS", tmp_path / "none")

    assert network_of(tmp_path) == ""


def test_this_very_machine_has_a_list_that_can_be_read(tmp_path):
    assert network_of(tmp_path) == ""


def journal(library):
    return library._writer.execute("PRAGMA journal_mode").fetchone()[0]


def test_a_library_on_the_network_uses_no_write_ahead_log(mounts, tmp_path, folder):
    mounts(f"server:/x {tmp_path} nfs4 rw 0 0")

    filled(folder)

    with Library.open(folder) as library:
        assert journal(library) == "delete"
        assert not list(folder.glob("*-wal"))


def test_a_library_that_moves_to_the_network_and_back_changes_with_it(mounts, tmp_path, folder):
    filled(folder)
    mounts(f"server:/x {tmp_path} cifs rw 0 0")
    with Library.open(folder) as library:
        assert journal(library) == "delete"

    mounts("/dev/sda1 / ext4 rw 0 0")
    with Library.open(folder) as library:
        assert journal(library) == "wal"
