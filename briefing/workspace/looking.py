"""What `briefing doctor` looks at beside the library: fonts, logs, backups, disk, the last end."""

from __future__ import annotations

import os
from pathlib import Path

from briefing.library import backups_of, left_open, network_of, newest_good
from briefing.paths import resources
from briefing.workspace.reports import Diagnosis

FEWEST_FONTS = 3  # regular, bold, italic


def fonts() -> Diagnosis:
    """Look whether the fonts that come with the program are there."""
    folder = resources() / "fonts"
    found = (
        [f for f in folder.iterdir() if f.name.endswith((".ttf", ".otf"))]
        if folder.is_dir()
        else []
    )
    if len(found) < FEWEST_FONTS:
        told = f"{len(found)} of the program's own"
        return Diagnosis("fonts", well=False, report=told, remedy="Install the program again.")
    return Diagnosis("fonts", well=True, report=f"{len(found)} of the program's own")


def log_folder(folder: Path) -> Diagnosis:
    """Look whether the log can be written; it is made with the first line."""
    there = next((p for p in (folder, *folder.parents) if p.exists()), folder)
    if not (there.is_dir() and os.access(there, os.W_OK)):
        remedy = f"Change the permissions of {there}."
        return Diagnosis("log", well=False, report=f"{folder} cannot be written", remedy=remedy)
    return Diagnosis("log", well=True, report=f"in {folder}; it never holds article text")


def of_folder(folder: Path) -> tuple[Diagnosis, ...]:
    """Look at a library from outside: it need not be sound."""
    return (_backups(folder), _disk(folder), _last_end(folder))


def _backups(folder: Path) -> Diagnosis:
    every, good = backups_of(folder), newest_good(folder)
    if not every:
        told = "none yet; the first is made when the library is closed"
        return Diagnosis("backups", well=True, report=told)
    if good is None:
        remedy = "Save one by hand: briefing backup FILE"
        told = f"none of {len(every)} is good"
        return Diagnosis("backups", well=False, report=told, remedy=remedy)
    told = f"{len(every)}, the newest good one of {good.made:%Y-%m-%d %H:%M} UTC"
    if good != every[0]:
        remedy = "Look at the disk: a backup was damaged after it was proved."
        return Diagnosis("backups", well=False, report=told, remedy=remedy)
    return Diagnosis("backups", well=True, report=told)


def _disk(folder: Path) -> Diagnosis:
    network = network_of(folder)
    if network:
        remedy = "Open it on one computer at a time, or move it to a disk of this one."
        return Diagnosis("disk", well=False, report=f"on the network ({network})", remedy=remedy)
    return Diagnosis("disk", well=True, report="of this computer")


def _last_end(folder: Path) -> Diagnosis:
    if left_open(folder):
        remedy = "Nothing to do: the library is looked over when it is opened next."
        return Diagnosis("last end", well=True, report="not clean", remedy=remedy)
    return Diagnosis("last end", well=True, report="clean")
