"""What the frozen program does without, so that it stays small and starts soon.

Read by `briefing.spec`. An entry of PyInstaller is (path in the folder, file it comes from, kind).
"""

from __future__ import annotations

import sys
from pathlib import PurePath

Entry = tuple[str, str, str]

UNUSED_MODULES = (
    "tkinter", "pytest", "hypothesis", "mypy", "IPython", "torch", "tensorflow", "mxnet", "cupy",
    # PyInstaller would load setuptools at every start, for nothing.
    "setuptools", "pkg_resources", "distutils", "_distutils_hack",
    "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtQuickWidgets", "PySide6.QtQuickControls2",
    "PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets", "PySide6.QtSql", "PySide6.QtTest",
    "PySide6.QtDesigner", "PySide6.QtHelp", "PySide6.QtUiTools", "PySide6.QtConcurrent",
)  # fmt: skip
UNUSED_PARTS = ("PySide6/Qt/translations", "PySide6/Qt/qml", "PySide6/translations", "setuptools")
SOURCES = (".py", ".pyi", ".pyx", ".pxd", ".c", ".cpp", ".h", ".hh", ".hpp")

_QT_LIBRARIES = (
    "Qt6Qml", "Qt6Quick", "Qt6OpenGL", "Qt6Sql", "Qt6Test", "Qt6Designer", "Qt6ShaderTools",
    "Qt6VirtualKeyboard", "Qt6EglFS", "opengl32sw",
)  # fmt: skip
# GTK's file dialog costs 25 MB of its libraries; the desktop's own portal shows the same one.
# The others are for screens without a desktop, pictures that no article shows, and the network.
_QT_PLUGINS = (
    "platformthemes/libqgtk3", "platforms/libqvnc", "platforms/libqvkkhrdisplay",
    "platforms/libqminimal", "platforms/libqlinuxfb", "platforms/libqeglfs", "egldeviceintegrations/",
    "plugins/generic/", "plugins/networkinformation/", "plugins/tls/",
    "imageformats/libqicns", "imageformats/libqtga", "imageformats/libqtiff",
    "imageformats/libqwbmp", "imageformats/libqwebp", "imageformats/libqpdf",
    "wayland-graphics-integration-client/libvulkan", "wayland-graphics-integration-client/libdrm",
    "wayland-graphics-integration-client/libshm", "wayland-graphics-integration-client/libdmabuf",
)  # fmt: skip


def is_unused(path: str) -> bool:
    """Return whether a compiled file is a part of Qt that no window of ours needs."""
    path = path.replace("\\", "/")
    return any(part in path for part in (*_QT_LIBRARIES, *_QT_PLUGINS))


def needed(binaries: list[Entry]) -> list[Entry]:
    """Drop the libraries of the system that nothing asks for any more; on Linux alone.

    They lie at the top of the folder, by their bare names. What lies deeper is an extension module
    or a plugin, and asks for them.
    """
    if not sys.platform.startswith("linux"):
        return binaries
    from PyInstaller.depend.bindepend import get_imports

    tops = {path: (source, kind) for path, source, kind in binaries if _is_library(path)}
    reached, todo = set(), [source for path, source, _ in binaries if path not in tops]
    while todo:
        for name, _ in get_imports(todo.pop()):
            bare = PurePath(name).name
            if bare in tops and bare not in reached:
                reached.add(bare)
                source, kind = tops[bare]
                todo += [source] if kind != "SYMLINK" else []
    return [b for b in binaries if b[0] not in tops or b[0] in reached]


def _is_library(path: str) -> bool:
    return "/" not in path and path.startswith("lib") and not path.startswith("libpython")


def without_hooks(scripts: list[Entry]) -> list[Entry]:
    """Leave out what PyInstaller runs before the program only to tell Qt where it lies.

    It loads Qt, which a command does not need; on Linux `freeze.sh` writes that into `qt.conf`.
    """
    if not sys.platform.startswith("linux"):
        return scripts
    return [script for script in scripts if script[0] != "pyi_rth_pyside6"]
