"""Reasons kept with a finding, in the language of the window.

Extraction keeps why it believes a thing as an English sentence beside it, in the library and in
files; told apart here from the names in it, as titles of operations are (`told`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.gui.words.language import tr
from briefing.gui.words.told import told_by

REASONS = (
    "stated: {name}",
    "year from the publication date",
    "'{name}', counted from the publication date",
    "'{name}': the nearest such day to publication",
    "'{name}': the last before the publication date",
    "'{name}': the next from the publication date",
    "it ends a stay of {number} days",
    "set by you",
    "side named in the title ({name})",
    "office-holder table: {name}",
    "serves {name}",
    "comes with {name}",
    "meets {name}",
    "counterpart of {name}",
    "title of that country ({name})",
    "family name of a leader",
    "works in {name}",
    "based in {name}",
    "named without a country, as those at home are",
    "nation named before the name",
    "nearest side named",
    "most named side",
    "office as the text gives it",
    "office from the table ({name} to now)",
    "office from the table ({name} to {end})",
    "{name} as subject",
    "{name} as owner",
    "{name} as agent",
    "{name} as speaker",
    "{name} as both",
    "{name} as nearest",
    "“{words}” by those at home",
    "“{words}” by {name}",
    "“{words}”",
    "Words in the text: {name}",
    "Added by you.",
    "Split off by you. {more}",
    "Split off by you.",
    "Sources disagree on the side of {name}: {sides}.",
)


_FRAME = re.compile(r"(?<=”) \([a-z]\w*\)")  # the id of a line of asks.yaml: of no use to a reader


def kept_told(english: str) -> str:
    """Return a reason in the window's language; what is not known of it as it is.

    The words of the text stand in it, and not the name that the program's table has for them.
    """
    english = _FRAME.sub("", english)
    parts = english.split("; ")
    told = [told_by(part, REASONS) for part in parts]
    if not all(told) and (whole := told_by(english, REASONS)):
        return whole
    return tr("; ").join(said or part for said, part in zip(told, parts, strict=True))


def words() -> Iterator[str]:
    """Give every pattern that a translation must hold."""
    yield from (*REASONS, "; ")
