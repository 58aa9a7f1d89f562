"""Windows for tests: on the invented library, and on a real one."""

from __future__ import annotations

import gc
import threading

import pytest
from PySide6.QtWidgets import QApplication

from briefing.gui.look.theme import Theme, load_fonts
from briefing.gui.running.rubbish import Rubbish
from tests.helpers.fake_workspace import FakeWorkspace
from tests.helpers.pages import window_on


@pytest.fixture(scope="session")
def fonts(qapp):
    load_fonts()


@pytest.fixture(scope="session")
def shared_theme(qapp, fonts):
    return Theme(QApplication.instance(), "light")


@pytest.fixture(autouse=True, scope="module")
def cleared_away(qapp):
    """Let what tests leave end on this thread, as the program does; Python looks between modules."""
    rubbish = Rubbish()
    yield
    rubbish.stop()
    del rubbish  # while Python does not look
    gc.collect()
    gc.enable()


@pytest.fixture
def theme(shared_theme):
    yield shared_theme
    if shared_theme.choice != "light":
        shared_theme.choose("light")


@pytest.fixture
def workspace():
    return FakeWorkspace.invented()


@pytest.fixture
def open_window(theme, tmp_path, qtbot):
    """Open windows that are closed at the end, with no thread left behind."""
    pages = []

    def make(workspace, **more):
        page = window_on(workspace, theme=theme, config=tmp_path / "config", qtbot=qtbot, **more)
        pages.append(page)
        return page

    yield make
    for page in pages:
        page.window.close()
        page.window.deleteLater()
    left = [t.name for t in threading.enumerate() if t.name.startswith(("library_", "reading_"))]
    assert left == []


@pytest.fixture
def window(open_window, workspace):
    page = open_window(workspace)
    page.idle()
    return page
