"""The names of governments: country names, demonyms, capitals, seats, regions, bodies, parties."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefing.extract.tables.resource import Entry, Source
from briefing.phrase import phrase

LISTS = ("seats", "bodies", "agencies", "parties", "regions", "cities")


@dataclass(frozen=True, slots=True)
class Country:
    """One government and the words that stand for it."""

    name: str
    aliases: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    capital: str = ""


@dataclass(frozen=True, slots=True)
class SideTerm:
    """A term that stands for a side; side "" marks one that stands for none (`North American`).

    Attributes:
        how: `name`, `demonym`, `capital`, `seat`, `body`, `agency`, `party`, `region` or `city`.
    """

    term: str
    side: str
    how: str


@dataclass(frozen=True)
class CountryTable:
    """All governments, and an index of their terms by first word.

    Attributes:
        ambiguous: terms that count only where another term of the same side stands in the text.
    """

    countries: dict[str, Country]
    terms: dict[str, tuple[SideTerm, ...]] = field(repr=False)
    ambiguous: frozenset[str] = frozenset()

    def side_of(self, term: str) -> str | None:
        """Return the side a term stands for in full, or None."""
        for candidate in self.terms.get(first_word(term), ()):
            if candidate.term == term:
                return candidate.side or None
        return None

    def how_of(self, term: str) -> str:
        """Return how a term stands for its side (`name`, `seat` ...), or ""."""
        for candidate in self.terms.get(first_word(term), ()):
            if candidate.term == term:
                return candidate.how
        return ""


def first_word(term: str) -> str:
    """Return the letters a term begins with, up to the first other character."""
    for position, letter in enumerate(term):
        if not letter.isalnum():
            return term[:position]
    return term


def load_countries(source: Source) -> CountryTable:
    """Read `countries.csv` and `metonyms.yaml`.

    Raises:
        BadResource: a table is malformed; names file and line.
    """
    countries = _countries(source)
    terms: dict[str, SideTerm] = {}
    for country in countries.values():
        for term in _own_terms(country):
            terms.setdefault(term.term, term)
    metonyms = source.entries("metonyms.yaml")
    nowhere = metonyms.pop("nowhere", None)
    ambiguous = metonyms.pop("ambiguous", None)
    for side, entry in metonyms.items():
        if side not in countries:
            raise entry.wrong(phrase("{name} is no name of countries.csv", name=repr(side)))
        _add_metonyms(terms, side, entry)
    for word in nowhere.strings() if nowhere else ():
        terms[word] = SideTerm(word, "", "")
    unsure = frozenset(ambiguous.strings()) if ambiguous else frozenset()
    return CountryTable(countries, _by_first_word(terms), unsure)


def _countries(source: Source) -> dict[str, Country]:
    found = {}
    for _, _, row in source.rows("countries.csv", ("name", "aliases", "demonyms", "capital")):
        found[row["name"]] = Country(
            row["name"], _split(row["aliases"]), _split(row["demonyms"]), row["capital"]
        )
    return found


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split(";") if part)


def _own_terms(country: Country) -> list[SideTerm]:
    terms = [SideTerm(name, country.name, "name") for name in (country.name, *country.aliases)]
    terms += [SideTerm(word, country.name, "demonym") for word in country.demonyms]
    if country.capital:
        terms.append(SideTerm(country.capital, country.name, "capital"))
    return terms


def _add_metonyms(terms: dict[str, SideTerm], side: str, entry: Entry) -> None:
    entry.only(*LISTS)
    how = dict(zip(LISTS, ("seat", "body", "agency", "party", "region", "city"), strict=True))
    for key in entry.mapping():
        for word in entry.strings(key):
            terms[word] = SideTerm(word, side, how[key])


def _by_first_word(terms: dict[str, SideTerm]) -> dict[str, tuple[SideTerm, ...]]:
    index: dict[str, list[SideTerm]] = {}
    for term in terms.values():
        index.setdefault(first_word(term.term), []).append(term)
    return {word: tuple(sorted(found, key=lambda t: -len(t.term))) for word, found in index.items()}
