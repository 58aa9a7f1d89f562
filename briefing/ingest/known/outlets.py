"""The outlets of `resources/outlets.yaml`, and finding their names and pages in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from briefing.ingest.known.tables import Row, Table, read_table

FILE = "outlets.yaml"
KINDS = ("newspaper", "broadcaster", "agency", "magazine", "site", "government")
_FIELDS = frozenset({"name", "kind", "domains", "also", "plain"})
_HOST = re.compile(
    r"(?:https?://|\bwww\.)(?P<host>[\w-]+(?:\.[\w-]+)+)\S*"
    r"|\b(?P<bare>[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6})\b(?:/\S*)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Outlet:
    """One outlet; the attributes are those explained at the top of `resources/outlets.yaml`."""

    name: str
    kind: str
    domains: tuple[str, ...]
    also: tuple[str, ...]
    plain: bool

    @property
    def spellings(self) -> tuple[str, ...]:
        """All its names."""
        return (self.name, *self.also)


@dataclass(frozen=True)
class Outlets:
    """All known outlets."""

    all: tuple[Outlet, ...]

    def named(self, name: str) -> Outlet | None:
        """Return the outlet with exactly this name, capitals and a leading “The” not counted."""
        return self._by_name.get(_folded(name))

    def of_page(self, address: str) -> Outlet | None:
        """Return the outlet of a web address or host name."""
        for match in _HOST.finditer(address):
            parts = (match["host"] or match["bare"]).lower().split(".")
            for start in range(len(parts) - 1):
                if outlet := self._by_domain.get(".".join(parts[start:])):
                    return outlet
        return None

    def mentioned(self, text: str) -> Iterator[tuple[Outlet, re.Match[str]]]:
        """Yield the outlets running text names, in order; names of ordinary words do not count."""
        for match in self._mention.finditer(text):
            yield self._by_spelling[match.group()], match

    @cached_property
    def _by_name(self) -> Mapping[str, Outlet]:
        return {_folded(name): outlet for outlet in self.all for name in outlet.spellings}

    @cached_property
    def _by_domain(self) -> Mapping[str, Outlet]:
        return {domain: outlet for outlet in self.all for domain in outlet.domains}

    @cached_property
    def _by_spelling(self) -> Mapping[str, Outlet]:
        return {
            name: outlet
            for outlet in self.all
            if not outlet.plain
            for name in outlet.spellings
            if len(name) > 2
        }

    @cached_property
    def _mention(self) -> re.Pattern[str]:
        names = sorted(self._by_spelling, key=len, reverse=True)
        return re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, names)) + r")(?![\w-])")


@cache
def known_outlets() -> Outlets:
    """Return the outlets shipped with the program, read once.

    Raises:
        BadResource: the table is malformed; the message names file and line.
    """
    return parse_outlets(read_table(FILE))


def parse_outlets(table: Table) -> Outlets:
    """Make outlets of the table; BadResource names the line of the first mistake."""
    seen: dict[str, str] = {}
    outlets = []
    for row in table.rows("outlets"):
        outlet = _outlet(row)
        _claim(row, outlet, (*map(_folded, outlet.spellings), *outlet.domains), seen)
        outlets.append(outlet)
    return Outlets(tuple(outlets))


def _outlet(row: Row) -> Outlet:
    row.only(_FIELDS)
    return Outlet(
        name=row.required("name"),
        kind=row.choice("kind", KINDS),
        domains=row.texts("domains"),
        also=row.texts("also"),
        plain=row.flag("plain"),
    )


def _claim(row: Row, outlet: Outlet, keys: Iterable[str], seen: dict[str, str]) -> None:
    for key in keys:
        if seen.setdefault(key, outlet.name) != outlet.name:
            raise row.error(f"“{key}” is already {seen[key]}’s")


def _folded(name: str) -> str:
    folded = " ".join(name.split()).lower().replace("’", "'")
    return folded.removeprefix("the ")
