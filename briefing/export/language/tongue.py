"""The language a briefing is written in: its sentences, names, numbers and marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from briefing.errors import BadResource
from briefing.export.language.headings import Headings, headings
from briefing.export.language.wording import indefinite, lowered, unquoted
from briefing.paths import resource_text

_ARTICLE = re.compile(
    r"^(?:United |European Union$|Netherlands$|Philippines$|Bahamas$|Gambia$|Maldives$|"
    r"Central African Republic$|Dominican Republic$|Czech Republic$|Solomon Islands$|Holy See$|"
    r"Soviet Union$|Palestinian Authority$|Marshall Islands$|Cook Islands$|Faroe Islands$|"
    r"Republic of |DR Congo$|Seychelles$|Comoros$)"
)
_THING = re.compile(
    r"(?:(?:joint|final|draft|leaders’) )*"
    r"(?:readout|statement|communiqu[eé]|letter|report|memo|document|brief|draft)"
)


class Tongue:
    """English; other languages change what is different in them.

    Args:
        language: its code, which has a table in `headings.yaml` and in `phrases.yaml`.
    """

    def __init__(self, language: str) -> None:
        self.language = language
        self.headings: Headings = headings(language)
        self._phrases = _phrases(language)

    def say(self, key: str, **fields: object) -> str:
        """Return a sentence with its fields filled in."""
        return str(self._phrases[key]).format(**fields)

    def number_of(self, key: str, number: int, **fields: object) -> str:
        """Return a sentence in the form for one or for several."""
        one, many = self._phrases[key]
        chosen = one if self.is_one(number) else many
        return str(chosen).format(n=self.number(number), **fields)

    def count(self, noun: str, number: int) -> str:
        """Return `1 article`, `1,036 words`."""
        return f"{self.number(number)} {self.noun(noun, number)}"

    def noun(self, noun: str, number: float) -> str:
        """Return the word after a number: `page` after one half, `pages` after two."""
        one, many = self._phrases["nouns"][noun]
        return str(one if self.is_one(number) else many)

    def in_parts(self, parts: Sequence[str]) -> str:
        """Return parts of a sentence in a row."""
        return "; ".join(parts)

    def is_one(self, number: float) -> bool:
        """Return whether a noun after this number stands in the singular."""
        return number <= 1 and number > 0

    def number(self, number: int) -> str:
        """Return a number in figures."""
        return f"{number:,}"

    def listed(self, items: Sequence[str]) -> str:
        """Return `a`, `a and b`, `a, b and c`."""
        if len(items) < 2:
            return "".join(items)
        return self.say("and", most=", ".join(items[:-1]), last=items[-1])

    def in_row(self, items: Sequence[str]) -> str:
        """Return names in a row; where one of them holds an `and`, all are set apart by `;`."""
        word = self.say("and", most="", last="")
        return "; ".join(items) if any(word in item for item in items) else self.listed(items)

    def side(self, side: str) -> str:
        """Return the name of a side inside a sentence: `the United States`, `Canada`."""
        return f"the {side}" if _ARTICLE.match(side) else side

    def of_side(self, side: str) -> str:
        """Return the same after `of`."""
        return self.side(side)

    def bare(self, side: str) -> str:
        """Return the name of a side alone, as the head of a column."""
        return side

    def place(self, place: str) -> str:
        """Return the name of a place."""
        return place

    def at(self, place: str) -> str:
        """Return ` in Ottawa`."""
        return self.say("where", place=self.place(place))

    def issue(self, label: str) -> str:
        """Return the name of a subject."""
        return label

    def office(self, role: str, *, feminine: bool = False) -> str:  # noqa: ARG002 - of others
        """Return an office in words, of a woman where that makes a difference."""
        return role

    def titled(self, role: str, name: str, *, feminine: bool = False) -> str:
        """Return a name with its office before it."""
        return f"{self.office(role, feminine=feminine)} {name}"

    def voice(self, words: str, attribution: str) -> str:
        """Return who says so, where it is nobody known by name: `an official`, `the readout`."""
        voice = lowered(unquoted(words))
        if attribution == "unnamed_official":
            return indefinite(voice)
        return f"the {voice}" if _THING.fullmatch(voice) else voice

    def quoted(self, words: str) -> str:
        """Return words of a source in quotation marks."""
        return f"“{words}”"

    def named(self, words: str) -> str:
        """Return words that name something in quotation marks: a title, a file, some words."""
        return f"‘{words}’"

    def headed(self, words: str) -> str:
        """Return words that head a line: `Offer:`."""
        return f"{words}:"

    def set_out(self, text: str) -> str:
        """Return text with the spaces its language wants between words and marks."""
        return text


def sides_of(speech: Tongue, sides: Iterable[str]) -> dict[str, str]:
    """Return the fields `sides` and `of_sides` of a sentence."""
    each = list(sides)
    return {
        "sides": speech.listed([speech.side(side) for side in each]),
        "of_sides": speech.listed([speech.of_side(side) for side in each]),
    }


@cache
def all_phrases() -> Mapping[str, Mapping[str, Any]]:
    """Return the sentences of every language. Raises BadResource where the table is malformed."""
    import yaml

    try:
        stored = yaml.safe_load(resource_text("phrases.yaml"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise BadResource(f"phrases.yaml cannot be read: {error}") from error
    if not isinstance(stored, dict):
        raise BadResource("phrases.yaml must hold one table for each language.")
    return stored


def _phrases(language: str) -> Mapping[str, Any]:
    found = all_phrases().get(language)
    if found is None:
        raise BadResource(f"phrases.yaml has no sentences in the language {language!r}.")
    return found
