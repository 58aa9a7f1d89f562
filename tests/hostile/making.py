"""Write the whole hostile set into a folder: `python -m tests.hostile.making FOLDER`."""

import os
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

from briefing.ingest import SUFFIXES
from tests.hostile.documents import hostile_archives, hostile_office, hostile_pdf, samples
from tests.hostile.texts import (
    WORDS,
    hostile_mails,
    hostile_pages,
    hostile_texts,
    noise,
)


def of_every_kind() -> Iterator[tuple[str, bytes]]:
    """Yield random bytes, and plain words, under every suffix that is read."""
    for suffix in sorted(SUFFIXES):
        yield f"noise{suffix}", noise()
        yield f"text{suffix}", WORDS.encode()


def cut_short() -> Iterator[tuple[str, bytes]]:
    """Yield sound files of each kind, cut off at each tenth."""
    for suffix, data in samples():
        for tenth in range(1, 10):
            yield f"cut-{tenth}{suffix}", data[: len(data) * tenth // 10]


GROUPS = (
    hostile_texts,
    hostile_pages,
    hostile_mails,
    hostile_archives,
    hostile_office,
    hostile_pdf,
    of_every_kind,
    cut_short,
)


def hostile_bytes() -> Iterator[tuple[str, bytes]]:
    """Yield the name and the bytes of each hostile file that is a file."""
    for group in GROUPS:
        yield from group()


def hostile_places(folder: Path) -> list[Path]:
    """Make what is no plain file: pipes, sockets, devices, links, odd names; return all."""
    made = [
        folder / name
        for name in ("pipe.txt", "zero.txt", "loop.txt", "gone.txt", "socket.txt", "folder.txt")
    ]
    pipe, zero, loop, gone, bound, inner = made
    os.mkfifo(pipe)
    zero.symlink_to("/dev/zero")
    loop.symlink_to(loop)
    gone.symlink_to(folder / "nowhere")
    with socket.socket(socket.AF_UNIX) as listener:
        here = Path.cwd()
        os.chdir(folder)  # a socket's name is short
        try:
            listener.bind(bound.name)
        finally:
            os.chdir(here)
    inner.mkdir()
    for name in (
        b"new\nline.txt",
        b"bytes\xff\xfe.txt",
        b"-rf.txt",
        "\u202etxt.exe.txt".encode(),
        b"con.txt",
    ):
        path = folder / os.fsdecode(name)
        path.write_text(WORDS)
        made.append(path)
    return made


def make(folder: Path) -> list[Path]:
    """Write everything and return the paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, data in hostile_bytes():
        path = folder / name
        path.write_bytes(data)
        paths.append(path)
    return [*paths, *hostile_places(folder)]


if __name__ == "__main__":
    sys.stdout.write(f"{len(make(Path(sys.argv[1])))} files\n")
