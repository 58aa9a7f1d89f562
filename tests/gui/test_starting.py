"""Starting where no window can be opened, and where one can."""

import os
import subprocess
import sys

import pytest

from briefing.gui.display import problem


def test_without_a_display_one_sentence_says_so_and_what_to_do():
    said = problem({}, platform="linux")
    assert "no display" in said
    assert "briefing --help" in said


def test_offscreen_needs_no_display():
    assert problem({"QT_QPA_PLATFORM": "offscreen"}, platform="linux") == ""


def test_missing_system_libraries_are_named_with_the_line_that_installs_them():
    def load(name):
        if "cursor" in name:
            raise OSError(name)

    said = problem({"DISPLAY": ":0"}, platform="linux", load=load)
    assert "sudo apt install libxcb-cursor0`" in said


def test_other_systems_always_have_a_display():
    assert problem({}, platform="darwin") == ""


@pytest.mark.slow
def test_the_program_ends_with_the_sentence_where_there_is_no_display():
    clean = {k: v for k, v in os.environ.items() if k not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    clean.pop("QT_QPA_PLATFORM", None)
    code = "import sys; from briefing.gui.main import main; sys.exit(main([]))"
    done = subprocess.run(
        [sys.executable, "-c", code], env=clean, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "no display" in done.stderr
