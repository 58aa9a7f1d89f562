"""Names that every system takes, and files that are whole or not there."""

import errno
import os
import re
import stat

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.errors import BadValue, BriefingError, StorageFull
from briefing.export import file_name, files, prepared_on, write_file
from tests.export.sample import bare, briefing, meeting

HOSTILE = st.one_of(
    st.text(max_size=300),
    st.sampled_from(
        ["..", "/", "../../etc", "CON", "nul", "a\0b", "x" * 300, "\u202egnp.exe", "العربية"]
    ),
)


@settings(deadline=None)
@given(HOSTILE, HOSTILE, st.integers(1, 10**9))
def test_any_meeting_gets_a_name_every_system_takes(side, place, number):
    name = file_name(briefing(meeting=meeting(id=number, sides=(side, "Esteria"), place=place)))

    assert re.fullmatch(r"2031-03-03-[a-z0-9-]+\.md", name)
    assert len(name) <= 130


def test_two_meetings_never_share_a_name():
    one = file_name(briefing(meeting=meeting(id=1, place="東京", sides=("日本", "中国"))))
    two = file_name(briefing(meeting=meeting(id=2, place="京都", sides=("日本", "中国"))))

    assert (one, two) == ("2031-03-03-1.md", "2031-03-03-2.md")


def test_an_undated_meeting_without_sides_is_named_by_its_title():
    assert file_name(bare()) == "undated-unnamed-meeting-9.md"


def test_a_file_replaces_the_one_before_and_leaves_nothing_beside_it(tmp_path):
    path = tmp_path / "a.md"
    write_file(path, "old")
    write_file(path, "new – ¶")

    assert path.read_bytes() == "new – ¶".encode()
    assert [each.name for each in tmp_path.iterdir()] == ["a.md"]


@pytest.mark.skipif(os.name != "posix", reason="modes are those of POSIX")
def test_the_mode_of_a_file_follows_the_umask(tmp_path):
    before = os.umask(0o027)
    try:
        write_file(tmp_path / "a.md", "x")
    finally:
        os.umask(before)

    assert stat.S_IMODE((tmp_path / "a.md").stat().st_mode) == 0o640


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT, errno.EFBIG])
def test_a_full_disk_is_named_and_the_old_file_stays(tmp_path, monkeypatch, code):
    path = tmp_path / "a.md"
    write_file(path, "old")

    def full(*args):
        raise OSError(code, "full")

    monkeypatch.setattr(files.os, "fsync", full)
    with pytest.raises(StorageFull, match=r"no room on the disk for .*a\.md"):
        write_file(path, "new")

    assert path.read_text() == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["a.md"]


def test_a_folder_that_is_not_there_is_a_sentence(tmp_path):
    with pytest.raises(
        BriefingError, match=r"cannot be written: No such file or directory\. Choose"
    ):
        write_file(tmp_path / "none" / "a.md", "x")


def test_a_write_that_is_interrupted_leaves_nothing_beside_it(tmp_path, monkeypatch):
    def stopped(*args):
        raise KeyboardInterrupt

    monkeypatch.setattr(files.os, "replace", stopped)
    with pytest.raises(KeyboardInterrupt):
        write_file(tmp_path / "a.md", "x")

    assert list(tmp_path.iterdir()) == []


def test_the_day_of_preparation_follows_source_date_epoch(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1900000000")

    assert prepared_on() == "2030-03-17"


def test_without_an_epoch_the_day_is_today(monkeypatch):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)

    assert re.fullmatch(r"\d{4}-\d\d-\d\d", prepared_on())


def test_an_epoch_that_is_no_number_is_named(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    with pytest.raises(BadValue, match="SOURCE_DATE_EPOCH is 'soon'"):
        prepared_on()


@pytest.mark.skipif(os.name != "posix", reason="folders are flushed on POSIX alone")
@pytest.mark.parametrize(("code", "is_error"), [(errno.EINVAL, False), (errno.EIO, True)])
def test_a_folder_that_cannot_be_flushed_is_no_fault_of_the_file(
    tmp_path, monkeypatch, code, is_error
):
    flush = os.fsync

    def of_files_alone(handle):
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(code, "no")
        flush(handle)

    monkeypatch.setattr(files.os, "fsync", of_files_alone)
    if is_error:
        with pytest.raises(BriefingError):
            write_file(tmp_path / "a.md", "x")
    else:
        write_file(tmp_path / "a.md", "x")

    assert (tmp_path / "a.md").read_text() == "x"


def test_what_a_killed_export_left_is_swept_once_it_is_old(tmp_path):
    old, young, folder = (tmp_path / f".briefing-unfinished-{n}" for n in "abc")
    for rest in (old, young):
        rest.write_text("half a briefing")
    folder.mkdir()
    for rest in (old, folder):
        os.utime(rest, (1, 1))

    write_file(tmp_path / "a.md", "whole")

    assert not old.exists()
    assert young.exists()
    assert folder.exists()
