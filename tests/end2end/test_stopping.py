"""Ctrl+C during an import keeps what is done and says so."""

import os
import pty
import re
import signal
import subprocess
import sys

from tests.end2end.shell import Shell

NUMBER = 200
TEXT = """Ministers of Canada and Japan meet in Tokyo, report {0}

Prime Minister Ana Example of Canada will meet her colleague in Tokyo on Tuesday. Canada wants \
Japan to lower its tariffs on beef, officials said. Japan refuses to open its market for rice.
"""


def read_past_the_first(terminal):
    """Read what a program shows until it is at a file after the first."""
    seen = b""
    while re.search(rb"(?!000)\d{3}\.txt", seen) is None:
        seen += os.read(terminal, 4000)


def drain(terminal):
    """Read to the end, which a pseudo terminal tells by an error."""
    seen = b""
    while True:
        try:
            more = os.read(terminal, 4000)
        except OSError:
            return seen.decode()
        if not more:
            return seen.decode()
        seen += more


def test_ctrl_c_keeps_the_articles_imported_before(tmp_path):
    folder = tmp_path / "given"
    folder.mkdir()
    for number in range(NUMBER):
        (folder / f"{number:03}.txt").write_text(TEXT.format(number))
    shell = Shell(tmp_path, tmp_path / "library")
    terminal, theirs = pty.openpty()
    command = [sys.executable, "-m", "briefing", "--library", shell.library, "import", folder]
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=theirs, env={**os.environ, "HOME": str(tmp_path)}
    ) as importing:
        os.close(theirs)
        read_past_the_first(terminal)
        importing.send_signal(signal.SIGINT)
        told = drain(terminal)
    os.close(terminal)

    assert importing.returncode == 1
    assert "the articles imported before are kept" in told
    assert "Traceback" not in told
    assert 1 <= len(shell.json("articles")) < NUMBER
    assert shell("verify").code == 0
