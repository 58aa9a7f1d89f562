"""Whatever a user can cause becomes one sentence; a bug of ours keeps its traceback."""

import errno
import os
import subprocess
import sys

import pytest

from briefing.errors import BriefingError, LibraryMissing, LibraryTooNew
from briefing.progress import Cancelled

CAUSED = [
    (LibraryTooNew("This library is too new.", "Install a newer version."), "too new"),
    (BriefingError("Two\nlines."), "Two lines."),
    (OSError(errno.ENOSPC, "No space left on device", "library.sqlite3"), "No space left"),
    (KeyboardInterrupt(), "Stopped"),
    (Cancelled(), "Stopped"),
]


@pytest.mark.parametrize(("error", "said"), CAUSED)
def test_what_a_user_can_cause_is_one_line_and_ends_with_1(cli, workspace, error, said):
    workspace.raises = error

    answer = cli("articles")

    assert answer.code == 1
    assert said in answer.err
    assert "\n" not in answer.err.strip()
    assert not answer.out


def test_a_missing_library_comes_with_the_command_that_begins_one(cli, workspace):
    def missing(*arguments, **options):
        raise LibraryMissing("There is no library in /here.", "Name another folder.")

    cli._open_workspace = missing

    answer = cli("articles")

    assert answer.code == 1
    assert "There is no library in /here." in answer.err
    assert "briefing import" in answer.err


def test_a_bug_is_not_hidden(cli, workspace):
    workspace.raises = ZeroDivisionError()

    answer = cli("articles")

    assert answer.code == 1
    assert "raised ZeroDivisionError" in answer.err
    assert "cli/articles.py" in answer.err
    assert "raised ZeroDivisionError" in (cli.paths.logs / "briefing.log").read_text()


def test_a_reader_that_goes_away_causes_no_traceback(tmp_path):
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "briefing", "--help"],
            stdout=writing,
            stderr=subprocess.PIPE,
            timeout=60,
            check=False,
        )
    finally:
        os.close(writing)

    assert done.stderr == b""
    assert done.returncode == 1


def test_settings_that_cannot_be_used_are_named_and_the_rest_goes_on(cli):
    cli.paths.config.mkdir(parents=True)
    (cli.paths.config / "settings.toml").write_text('theme = "pink"\n')

    answer = cli("articles")

    assert answer.code == 0
    assert "theme = 'pink'" in answer.err
