"""Every hostile file is imported or refused in one sentence, in time, and the next one is read."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.ingest import IsolatedReader
from tests.hostile.making import GROUPS, hostile_bytes, hostile_places
from tests.hostile.reading import read

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="pipes, sockets and devices of POSIX"
)

SECONDS, MEGABYTES = 5, 500
"""Processor time and memory a file may take: the limits the child has, and a little for the last
look."""


@pytest.fixture(scope="module")
def reader():
    with IsolatedReader() as reader:
        list(reader.articles_of(b"A child that is ready.", "first", ".txt"))
        yield reader


def check(path: Path, reader: IsolatedReader) -> None:
    fared = read(path, reader)
    assert fared.articles or fared.reasons, path.name
    for reason in fared.reasons:
        assert reason.endswith("."), reason
        assert "Traceback" not in reason
        assert "Error" not in reason
    assert fared.seconds <= SECONDS + (path.stat().st_size / 5_000_000 if path.is_file() else 0)
    assert fared.megabytes <= MEGABYTES


@pytest.mark.slow
@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group.__name__)
def test_every_hostile_file_is_read_or_refused_in_a_sentence(group, tmp_path, reader):
    for name, data in group():
        path = tmp_path / name
        path.write_bytes(data)
        check(path, reader)
        path.unlink()


def test_what_is_no_plain_file_is_read_or_refused(tmp_path, reader):
    for path in hostile_places(tmp_path):
        check(path, reader)


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("strace"), reason="needs strace")
def test_reading_hostile_files_opens_nothing_else_and_connects_nowhere(tmp_path):
    folder, log = tmp_path / "set", tmp_path / "log"
    folder.mkdir()
    wanted = ("remote.html", "local.html", "xxe", "laughs", "traversal", "absolute", "link.zip", "attached",
              "object.rtf", "template", "action.pdf", "include", "pictures.md", "archive.mhtml")  # fmt: skip
    for name, data in hostile_bytes():
        if name.startswith(wanted):
            (folder / name).write_bytes(data)
    code = (
        "import sys; from pathlib import Path; from briefing.ingest import IsolatedReader; from tests.hostile.reading import read\n"
        "with IsolatedReader() as reader:\n"
        "    for path in sorted(Path(sys.argv[1]).iterdir()): read(path, reader)"
    )
    command = [
        "strace",
        "-f",
        "-qq",
        "-o",
        str(log),
        "-e",
        "trace=%network,openat,open,creat,unlink,rename,mkdir",
    ]
    done = subprocess.run(
        [*command, sys.executable, "-B", "-c", code, str(folder)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    calls = log.read_text(errors="replace").splitlines()
    assert not [call for call in calls if "AF_INET" in call or "connect(" in call]
    assert not [
        call for call in calls if "/etc/passwd" in call or "/etc/shadow" in call or "owned" in call
    ]
    writing = [c for c in calls if "O_WRONLY" in c or "O_RDWR" in c or "O_CREAT" in c]
    assert not [call for call in writing if "/dev/null" not in call]
