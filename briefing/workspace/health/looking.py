"""What `briefing doctor` looks at beside the library: fonts, logs, backups, disk, the last end."""

from __future__ import annotations

import os
from pathlib import Path

from briefing.library import backups_of, left_open, network_of, newest_good
from briefing.paths import resources
from briefing.phrase import phrase
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
        told = phrase("{found} of the program's own", found=len(found))
        return Diagnosis("fonts", well=False, report=told, remedy="Install the program again.")
    return Diagnosis(
        "fonts", well=True, report=phrase("{found} of the program's own", found=len(found))
    )


def log_folder(folder: Path) -> Diagnosis:
    """Look whether the log can be written; it is made with the first line."""
    there = next((p for p in (folder, *folder.parents) if p.exists()), folder)
    if not (there.is_dir() and os.access(there, os.W_OK)):
        remedy = phrase("Change the permissions of {folder}.", folder=there)
        return Diagnosis(
            "log",
            well=False,
            report=phrase("{folder} cannot be written", folder=folder),
            remedy=remedy,
        )
    return Diagnosis(
        "log", well=True, report=phrase("in {folder}; it never holds article text", folder=folder)
    )


def of_folder(folder: Path) -> tuple[Diagnosis, ...]:
    """Look at a library from outside: it need not be sound."""
    return (_backups(folder), _disk(folder), _last_end(folder))


def _backups(folder: Path) -> Diagnosis:
    every, good = backups_of(folder), newest_good(folder)
    if not every:
        told = phrase("none yet; the first is made when the library is closed")
        return Diagnosis("backups", well=True, report=told)
    if good is None:
        remedy = phrase("Save one by hand: briefing backup FILE")
        told = phrase("none of {count} is good", count=len(every))
        return Diagnosis("backups", well=False, report=told, remedy=remedy)
    told = phrase(
        "{count}, the newest good one of {made} UTC",
        count=len(every),
        made=f"{good.made:%Y-%m-%d %H:%M}",
    )
    if good != every[0]:
        remedy = phrase("Look at the disk: a backup was damaged after it was proved.")
        return Diagnosis("backups", well=False, report=told, remedy=remedy)
    return Diagnosis("backups", well=True, report=told)


def _disk(folder: Path) -> Diagnosis:
    network = network_of(folder)
    if network:
        remedy = phrase("Open it on one computer at a time, or move it to a disk of this one.")
        return Diagnosis(
            "disk",
            well=False,
            report=phrase("on the network ({network})", network=network),
            remedy=remedy,
        )
    return Diagnosis("disk", well=True, report="of this computer")


def _last_end(folder: Path) -> Diagnosis:
    if left_open(folder):
        remedy = phrase("Nothing to do: the library is looked over when it is opened next.")
        return Diagnosis("last end", well=True, report="not clean", remedy=remedy)
    return Diagnosis("last end", well=True, report="clean")
