"""Starting where no window can be opened, and where one can."""

import os
import subprocess
import sys

import pytest


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
