"""How the program starts itself once more, as a child that works for it and ends with it."""

from __future__ import annotations

import os
import sys
import traceback
from pathlib import Path

READER = "--read-files-for-parent"
"""The argument by which the program, when it is one file without an interpreter, reads files."""

FINDER = "--go-through-texts-for-parent"
"""The same, by which it goes through texts."""


def command(module: str, argument: str) -> list[str]:
    """Return what starts a child.

    Args:
        module: what it runs where there is an interpreter.
        argument: `READER` or `FINDER`, for the program without one.
    """
    if getattr(sys, "frozen", False):
        return [sys.executable, argument]
    # -P: no module is taken from the working directory, which may hold the files to read.
    return [sys.executable, "-P", "-m", module]


def environment() -> dict[str, str]:
    """Return the environment of a child: it finds the same modules, calculates on one thread."""
    places = [place for place in sys.path if place]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(places), "OMP_NUM_THREADS": "1"}


def where(error: Exception) -> str:
    """Return what failed and in which line; not the error's words, which may quote a text."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} in {Path(place.filename).name}, line {place.lineno}"
