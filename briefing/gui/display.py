"""Whether a window can be opened here at all, as one sentence; knows no Qt, so it can say so first."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable, Mapping

WITHOUT_DISPLAY = frozenset({"offscreen", "minimal", "vnc", "linuxfb", "eglfs"})
# What the xcb platform plugin of Qt 6.5 and later needs, with the Debian package that has it.
_XCB = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
_ALWAYS = "libegl1 libgl1 libglib2.0-0 libfontconfig1 libdbus-1-3"


def problem(
    environment: Mapping[str, str],
    platform: str = sys.platform,
    load: Callable[[str], object] = ctypes.CDLL,
) -> str:
    """Return why no window can be opened, and what to do; "" where one can.

    Args:
        environment: the process's variables.
        platform: as `sys.platform`.
        load: loads a shared library by name; raises OSError where it is missing.
    """
    if not platform.startswith("linux"):
        return ""
    plugin = environment.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if plugin in WITHOUT_DISPLAY:
        return ""
    if not environment.get("DISPLAY") and not environment.get("WAYLAND_DISPLAY"):
        return (
            "There is no display to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is set): "
            "start the reader from a desktop session, or use the command line (`briefing --help`)."
        )
    if environment.get("WAYLAND_DISPLAY") and plugin != "xcb":
        return ""
    missing = [package for name, package in _XCB.items() if not _loads(name, load)]
    if missing:
        return (
            "Qt cannot open a window because system libraries are missing: "
            f"run `sudo apt install {' '.join(missing)}` and start again."
        )
    return ""


def import_problem(error: ImportError) -> str:
    """Return what to do where Qt itself cannot be loaded."""
    return (
        f"Qt cannot be loaded ({error}): run `sudo apt install {_ALWAYS} "
        f"{' '.join(_XCB.values())}` and start again."
    )


def _loads(name: str, load: Callable[[str], object]) -> bool:
    try:
        load(name)
    except OSError:
        return False
    return True
