"""Sheets of paper: A4, and the Letter of North America."""

from __future__ import annotations

import locale
import os
from dataclasses import dataclass

from briefing.errors import BadValue
from briefing.phrase import phrase

PAPERS = ("a4", "letter")

# Where Letter is the usual sheet, after the paper sizes of the Unicode CLDR (`paperSize`).
_LETTER = frozenset(
    ["BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"]
)
_NAMED = ("United States", "Canada", "Mexico", "Philippines")  # as Windows writes a locale


@dataclass(frozen=True, slots=True)
class Paper:
    """One sheet, upright, in millimetres."""

    name: str
    width: float
    height: float


_SHEETS = {"a4": Paper("a4", 210.0, 297.0), "letter": Paper("letter", 215.9, 279.4)}


def paper(name: str = "") -> Paper:
    """Return a sheet by its name, or for "" the one usual where the program runs.

    Raises:
        BadValue: there is no paper of that name.
    """
    chosen = name or usual()
    if chosen not in _SHEETS:
        raise BadValue(
            phrase("There is no paper {name}.", name=repr(name)),
            phrase("Use {papers}.", papers=" or ".join(PAPERS)),
        )
    return _SHEETS[chosen]


def usual() -> str:
    """Return the name of the paper usual in the region the system is set to."""
    told = next((os.environ[k] for k in ("LC_ALL", "LC_PAPER", "LANG") if os.environ.get(k)), "")
    region = told.partition(".")[0].partition("_")[2].upper()
    if told:
        return "letter" if region in _LETTER else "a4"
    system = locale.getlocale()[0] or ""
    is_letter = system.partition("_")[2].upper() in _LETTER or system.endswith(_NAMED)
    return "letter" if is_letter else "a4"
