"""Names for what is not finished yet, so that what a killed program left can be found and swept."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path

PREFIX = ".briefing-unfinished-"
_LONGEST = 3600.0  # seconds; no write takes as long


def sweep(folder: Path) -> None:
    """Remove what writes into a folder left when they were killed, once none can still be at it."""
    old = time.time() - _LONGEST
    for rest in folder.glob(PREFIX + "*"):
        try:
            stale = rest.stat().st_mtime < old
        except FileNotFoundError:  # another program was quicker
            continue
        if stale and rest.is_dir():
            shutil.rmtree(rest)
        elif stale:
            rest.unlink(missing_ok=True)


def give_name(made: Path, file: Path) -> None:
    """Let a file that is finished appear whole under its name.

    Raises:
        FileExistsError: another program was quicker.
        OSError: the disk refuses it.
    """
    try:
        os.link(made, file)
    except FileExistsError:
        raise
    except OSError:  # a disk without hard links
        made.rename(file)
