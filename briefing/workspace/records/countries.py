"""The countries known and how each is spelled: the program's table, and the user's own over it."""

from __future__ import annotations

import csv
import difflib
from collections.abc import Iterable, Mapping
from pathlib import Path

from briefing.paths import resource_text

TABLE = "countries.csv"
_LIKE = 0.6  # how much of a name must be the same for it to be proposed


class SideNames:
    """The names a side can have.

    Args:
        sides: those at hand, taken as they are.
        countries: spellings of countries, each with the name to take for it.

    Attributes:
        all: every name that can be chosen, the sides at hand first.
    """

    def __init__(self, sides: Iterable[str], countries: Mapping[str, str]) -> None:
        given = {side: side for side in sides if side}
        spelled = {**countries, **given}
        self._by_letters = {_letters(one): name for one, name in spelled.items()}
        self.all = tuple(dict.fromkeys((*given, *countries.values())))

    def known(self, typed: str) -> str:
        """Return the name for what was typed, "" where nothing is called so."""
        return self._by_letters.get(_letters(typed), "")

    def likest(self, typed: str) -> str:
        """Return the name most like what was typed, "" where none is."""
        near = difflib.get_close_matches(_letters(typed), self._by_letters, 1, _LIKE)
        return self._by_letters[near[0]] if near else ""


def _letters(name: str) -> str:
    return " ".join(name.casefold().replace(".", "").split())


def known_countries(user_tables: Path | None = None) -> dict[str, str]:
    """Return every spelling of a country's name with the name the program has for it.

    Read without the rest of the tables, which a form must not wait for; what is malformed in the
    user's own is said by extraction, and passed over here.

    Args:
        user_tables: the folder of the user's own layer over the tables, None where there is none.

    Returns:
        `{"USA": "United States", "United States": "United States", …}`, names by the alphabet.
    """
    texts = [resource_text(TABLE)]
    own = user_tables / TABLE if user_tables is not None else None
    if own is not None and own.is_file():
        texts.append(own.read_text(encoding="utf-8", errors="replace"))
    rows = [row for text in texts for row in csv.DictReader(text.splitlines()) if row.get("name")]
    found: dict[str, str] = {}
    for row in sorted(rows, key=lambda one: one["name"]):
        for spelling in (row["name"], *(row.get("aliases") or "").split(";")):
            if spelling:
                found.setdefault(spelling, row["name"])
    return found
