"""The fixed words of a briefing, in the language it is written in, and dates in that language."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from briefing.errors import BadResource, BadValue
from briefing.paths import resource_text
from briefing.phrase import phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Headings:
    """The fixed words of one language, from `resources/headings.yaml`."""

    language: str
    title: str
    index: str
    empty: str
    annex: str
    hidden_passage: str
    file: str
    date_unknown: str
    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    sections: Mapping[str, str]
    columns: Mapping[str, str]
    labels: Mapping[str, str]
    prompts: Mapping[str, str]

    def day(self, day: dt.date | None) -> str:
        """Return `6 May 2025`, or the words for a date that is not known."""
        if day is None:
            return self.date_unknown
        return f"{self._number(day)} {self.months[day.month - 1]} {day.year}"

    def stated(self, iso: str) -> str:
        """Return an ISO date as `6 May 2025`, or the words for a date that is not known."""
        try:
            return self.day(dt.date.fromisoformat(iso[:10]))
        except ValueError:
            return self.date_unknown

    def long_day(self, day: dt.date) -> str:
        """Return `Tuesday 6 May 2025`."""
        return f"{self.weekdays[day.weekday()]} {self.day(day)}"

    def days(self, first: dt.date | None, last: dt.date | None = None) -> str:
        """Return the date or dates: `6 May 2025`, `23–24 March 2023`, `30 April – 2 May 2025`."""
        if first is None or last is None or last <= first:
            return self.day(first)
        if (first.year, first.month) == (last.year, last.month):
            return f"{self._number(first)}–{self.day(last)}"
        if first.year == last.year:
            return f"{self._number(first)} {self.months[first.month - 1]} – {self.day(last)}"
        return f"{self.day(first)} – {self.day(last)}"

    def _number(self, day: dt.date) -> str:
        """The day of the month; French alone counts the first as such."""
        return "1er" if self.language == "fr" and day.day == 1 else str(day.day)


@cache
def all_headings() -> Mapping[str, Headings]:
    """Return the fixed words of every language, by its code.

    Raises:
        BadResource: the table is not what it should be.
    """
    stored = _read()
    return {language: _headings(language, table) for language, table in stored.items()}


def headings(language: str) -> Headings:
    """Return the fixed words of one language.

    Raises:
        BadValue: there are no headings in that language.
    """
    known = all_headings()
    if language not in known:
        raise BadValue(
            phrase("There are no headings in the language {language}.", language=repr(language)),
            phrase("Use {known}.", known=" or ".join(known)),
        )
    return known[language]


@cache
def prompts() -> frozenset[str]:
    """Return every prompt of every language: text that is not the user's own."""
    return frozenset(text for each in all_headings().values() for text in each.prompts.values())


def _read() -> dict[str, Any]:
    import yaml

    try:
        stored = yaml.safe_load(resource_text("headings.yaml"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise BadResource(f"headings.yaml cannot be read: {error}") from error
    if not isinstance(stored, dict):
        raise BadResource("headings.yaml must hold one table for each language.")
    return stored


def _headings(language: str, table: dict[str, Any]) -> Headings:
    try:
        return Headings(
            language=language,
            title=table["title"],
            index=table["index"],
            empty=table["empty"],
            annex=table["annex"],
            hidden_passage=table["hidden_passage"],
            file=table["file"],
            date_unknown=table["date_unknown"],
            months=tuple(table["months"]),
            weekdays=tuple(table["weekdays"]),
            sections=table["sections"],
            columns=table["columns"],
            labels=table["labels"],
            prompts=table["prompts"],
        )
    except (KeyError, TypeError) as error:
        raise BadResource(f"headings.yaml: the language {language!r} lacks {error}.") from error
