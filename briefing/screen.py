"""Whether this machine can show a window, found out without loading Qt."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable, Mapping

# What Qt 6 is linked against on Linux and its wheel does not bring: (library, Debian package).
_FOR_QT = (
    ("libEGL.so.1", "libegl1"),
    ("libGL.so.1", "libgl1"),
    ("libglib-2.0.so.0", "libglib2.0-0"),
    ("libfontconfig.so.1", "libfontconfig1"),
    ("libdbus-1.so.3", "libdbus-1-3"),
    ("libxkbcommon.so.0", "libxkbcommon0"),
)
_FOR_X11 = (
    ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
    ("libxcb-cursor.so.0", "libxcb-cursor0"),
    ("libxcb-icccm.so.4", "libxcb-icccm4"),
    ("libxcb-image.so.0", "libxcb-image0"),
    ("libxcb-keysyms.so.1", "libxcb-keysyms1"),
    ("libxcb-randr.so.0", "libxcb-randr0"),
    ("libxcb-render-util.so.0", "libxcb-render-util0"),
    ("libxcb-shape.so.0", "libxcb-shape0"),
    ("libxcb-xfixes.so.0", "libxcb-xfixes0"),
    ("libxcb-xkb.so.1", "libxcb-xkb1"),
    ("libX11-xcb.so.1", "libx11-xcb1"),
)


def loads(library: str) -> bool:
    """Tell whether the system finds a shared library: `libEGL.so.1`."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def display_answers() -> bool:
    """Tell whether the X server named by DISPLAY lets a program connect."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True  # that the library is missing is told elsewhere
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    refused = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return not refused


def missing_libraries(
    *, offscreen: bool = False, loads: Callable[[str], bool] = loads, platform: str = sys.platform
) -> str:
    """Return one sentence with the apt line for the system libraries Qt lacks; "" for none.

    Args:
        offscreen: leave out what only a window on an X server needs.
        loads: tells whether a library can be loaded.
        platform: as `sys.platform`; only Linux leaves these libraries to the system.
    """
    wanted = _FOR_QT if offscreen else _FOR_QT + _FOR_X11
    if platform != "linux":
        return ""
    packages = [package for library, package in wanted if not loads(library)]
    if not packages:
        return ""
    return (
        "Qt lacks system libraries; install them (Debian, Ubuntu): "
        f"sudo apt install {' '.join(packages)}"
    )


def why_no_qt(
    error: ImportError, *, loads: Callable[[str], bool] = loads, platform: str = sys.platform
) -> str:
    """Return one sentence on why Qt was not loaded and what to do, where `error` was raised."""
    remedy = missing_libraries(loads=loads, platform=platform) or "Install the program anew."
    return f"Qt cannot be loaded ({error}). {remedy}"


def why_no_window(
    environment: Mapping[str, str] = os.environ,
    *,
    loads: Callable[[str], bool] = loads,
    answers: Callable[[], bool] = display_answers,
    platform: str = sys.platform,
) -> str:
    """Return one sentence on why a window cannot be shown here and what to do; "" if it can."""
    if platform != "linux":
        return ""
    chosen = environment.get("QT_QPA_PLATFORM", "")
    if chosen and not chosen.startswith("xcb"):
        return missing_libraries(offscreen=True, loads=loads, platform=platform)
    if not chosen and environment.get("WAYLAND_DISPLAY"):
        return missing_libraries(offscreen=True, loads=loads, platform=platform)
    if not environment.get("DISPLAY"):
        return f"There is no display to show the window on; {_INSTEAD}"
    if not answers():
        return f"The display {environment['DISPLAY']} does not answer; {_INSTEAD}"
    return missing_libraries(loads=loads, platform=platform)


_INSTEAD = (
    "start the program from a desktop session, or put `xvfb-run -a` before the command "
    "for a virtual display (Debian, Ubuntu: sudo apt install xvfb)."
)


def main() -> None:
    """Exit with one sentence if no window can be shown: `make run` asks before it starts work."""
    offscreen = "--offscreen" in sys.argv[1:]
    problem = missing_libraries(offscreen=True) if offscreen else why_no_window()
    if problem:
        sys.stderr.write(f"{problem}\n")
        sys.exit(1)


if __name__ == "__main__":
    main()
