"""Opening without hanging, and finding the files of a folder."""

import os
import socket
import sys

import pytest

from briefing.errors import UnreadableFile
from briefing.ingest import files_in, read_file

TEXT = b"The two ministers met aboard the ferry and spoke about herring quotas.\n"


def reason(path) -> str:
    with pytest.raises(UnreadableFile) as caught:
        read_file(path)
    return str(caught.value)


def test_a_missing_file_is_named(tmp_path):
    assert reason(tmp_path / "gone.txt") == f"There is no file {tmp_path}/gone.txt. Check the name."


def test_a_folder_is_told_from_a_file(tmp_path):
    assert "is a folder" in reason(tmp_path)


def test_a_link_to_nothing_is_told_from_a_missing_file(tmp_path):
    link = tmp_path / "story.txt"
    link.symlink_to("nowhere")

    assert "link to a file that is not there" in reason(link)


def test_a_link_to_itself_is_refused(tmp_path):
    link = tmp_path / "story.txt"
    link.symlink_to(link)

    assert "leads back to itself" in reason(link)


@pytest.mark.timeout(10)
def test_a_named_pipe_does_not_hang_the_program(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")

    assert "is a named pipe" in reason(tmp_path / "pipe.txt")


@pytest.mark.timeout(10)
def test_an_endless_device_does_not_hang_the_program(tmp_path):
    (tmp_path / "zero.txt").symlink_to("/dev/zero")

    assert "is a device" in reason(tmp_path / "zero.txt")


def test_a_socket_is_refused(tmp_path):
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(os.fspath(tmp_path / "s.txt"))

        assert "is a socket" in reason(tmp_path / "s.txt")


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may read all")
def test_a_file_that_may_not_be_read_is_told_as_such(tmp_path):
    path = tmp_path / "closed.txt"
    path.write_bytes(TEXT)
    path.chmod(0)

    assert "may not be read by you" in reason(path)


def test_a_refusal_of_the_system_is_told_as_such(tmp_path, monkeypatch):
    path = tmp_path / "closed.txt"
    path.write_bytes(TEXT)

    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("briefing.ingest.files.os.open", refuse)

    assert "may not be read by you" in reason(path)


def test_a_name_no_file_can_have_is_refused(tmp_path):
    assert "no name a file can have" in reason(tmp_path / "a\0b.txt")


def test_a_name_too_long_is_refused(tmp_path):
    assert "cannot be read" in reason(tmp_path / ("a" * 300 + ".txt"))


def test_a_folder_gives_its_files_and_those_below_by_name(tmp_path):
    for name in ("b.txt", "a.TXT", "sub/c.txt", "picture.png", ".hidden.txt", ".git/d.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(TEXT)

    assert [str(p.relative_to(tmp_path)) for p in files_in(tmp_path)] == [
        "a.TXT",
        "b.txt",
        "sub/c.txt",
    ]


def test_a_single_file_is_given_as_it_is_whatever_its_suffix(tmp_path):
    path = tmp_path / "note.xyz"
    path.write_bytes(TEXT)

    assert list(files_in(path)) == [path]


def test_links_out_of_a_folder_are_not_followed(tmp_path):
    inside, outside = tmp_path / "inside", tmp_path / "outside"
    inside.mkdir()
    outside.mkdir()
    (outside / "secret.txt").write_bytes(TEXT)
    (inside / "file.txt").symlink_to(outside / "secret.txt")
    (inside / "folder").symlink_to(outside)
    (inside / "own.txt").write_bytes(TEXT)
    (inside / "same.txt").symlink_to(inside / "own.txt")

    assert [p.name for p in files_in(inside)] == ["own.txt", "same.txt"]


def test_files_of_other_kinds_are_told_and_hidden_ones_are_not(tmp_path):
    (tmp_path / "in").mkdir()
    for name in ("a.txt", "b.doc", ".c", "in/d.JPG", "in/e"):
        (tmp_path / name).write_text("Words.")
    told = []

    assert [p.name for p in files_in(tmp_path, told.append)] == ["a.txt"]
    assert [p.name for p in told] == ["b.doc", "d.JPG", "e"]


@pytest.mark.timeout(10)
def test_pipes_in_a_folder_are_passed_over(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")

    assert list(files_in(tmp_path)) == []


def test_a_path_of_nothing_is_refused(tmp_path):
    with pytest.raises(UnreadableFile, match="There is no file"):
        list(files_in(tmp_path / "gone"))


def test_a_folder_that_cannot_be_opened_is_given_itself(tmp_path, monkeypatch):
    closed = tmp_path / "closed"
    closed.mkdir()
    scandir = os.scandir

    def refuse(path):
        if os.fspath(path) == os.fspath(closed):
            raise PermissionError(13, "Permission denied", os.fspath(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)

    assert list(files_in(tmp_path)) == [closed]
