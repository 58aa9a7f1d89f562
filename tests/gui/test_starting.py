"""Starting where no window can be opened, and where one can."""

import os
import subprocess
import sys

import pytest
from PySide6.QtGui import QFontDatabase

from briefing.gui.look import theme
from briefing.paths import resources


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


_LINES_KEPT = """
import linecache, sys
from briefing.gui.running.plain_imports import import_plainly
import_plainly()
from briefing.gui.main import main
from briefing.gui.reader import Reader
kept = [name for name in linecache.cache if "briefing" in name and "plain_imports" not in name]
assert not kept, kept
"""


def test_qt_does_not_read_the_source_of_each_module_that_is_imported_after_it():
    done = subprocess.run(
        [sys.executable, "-c", _LINES_KEPT], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_the_bundled_fonts_are_known_where_they_are_no_files(qapp, monkeypatch):
    class Packed:
        """Resources inside an archive: there is no path to them."""

        def __init__(self, path):
            self._path = path

        def joinpath(self, *names):
            return Packed(self._path.joinpath(*names))

        def read_bytes(self):
            return self._path.read_bytes()

    QFontDatabase.removeAllApplicationFonts()
    try:
        monkeypatch.setattr(theme, "resources", lambda: Packed(resources()))
        theme.load_fonts()
        assert {theme.UI_FAMILY, theme.READING_FAMILY} <= set(QFontDatabase.families())
    finally:
        monkeypatch.undo()
        QFontDatabase.removeAllApplicationFonts()
        theme.load_fonts()
