"""The words of a sentence, each with its place and with what it may be in a name or a title."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.extract.tables.tables import Tables
from briefing.extract.text.document import Document
from briefing.extract.text.sides import SideMention

_WORD = re.compile(
    r"(?:[Tt]hen|[Ee]x|[Ff]ormer)(?=-)|(?:[^\W\d_]\.){2,}|[^\W\d_]\w*(?:[-’'](?!(?:Mrs?|Ms|Dr)\b|[A-Z]\.)[^\W\d_]\w*)*\.?|\d[\d,.]*|&"
)
PARTICLES = frozenset(
    [
        "de",
        "del",
        "della",
        "der",
        "den",
        "dos",
        "da",
        "du",
        "di",
        "van",
        "von",
        "bin",
        "bint",
        "ibn",
        "al",
        "el",
        "la",
        "le",
        "ben",
        "abu",
        "ter",
        "zu",
        "y",
    ]
)
_PREFIXES = ("al-", "el-", "ul-", "d'", "d’")


@dataclass(frozen=True, slots=True)
class Word:
    """One word: its place in the text and its marks.

    Attributes:
        lower: in lower case, without the stop of an abbreviation or a possessive ending.
        side: the side whose name it belongs to, or ""; how: how it names it (`demonym`).
        possessive: whether a possessive ending follows.
        person: whether the model takes it for part of a person's name.
        namelike: whether it can stand in a name; particle: only between other words of one.
        near: whether nothing but white space separates it from the word before.
    """

    start: int
    end: int
    text: str
    lower: str
    side: str
    how: str
    possessive: bool
    person: bool
    namelike: bool
    particle: bool
    near: bool

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital."""
        return self.text[0].isupper()


def words_of(
    document: Document, index: int, mentions: tuple[SideMention, ...], tables: Tables
) -> tuple[Word, ...]:
    """Return the words of sentence `index`.

    Args:
        document: the text as read.
        index: the sentence's.
        tables: the tables.
        mentions: those of the sentence.
    """
    persons = [(low, high) for low, high, label in document.names(index) if label == "PERSON"]
    sentence = document.sentences[index]
    found: list[Word] = []
    for match in _WORD.finditer(document.text, sentence.start, sentence.end):
        start, end = _trimmed(document.text, match)
        text = document.text[start:end]
        side, how = _side_at(start, mentions) if mentions else ("", "")
        owns = document.text[end : end + 2] in ("'s", "’s")
        person = bool(persons) and any(low <= start < high for low, high in persons)
        near = bool(found) and document.text[found[-1].end : start].isspace()
        lower = _lower(text)
        namelike = not side and _namelike(text, lower, tables, person=person)
        particle = lower in PARTICLES
        found.append(
            Word(start, end, text, lower, side, how, owns, person, namelike, particle, near)
        )
    return tuple(found)


def may_name(
    document: Document, index: int, mentions: tuple[SideMention, ...], tables: Tables
) -> bool:
    """Whether sentence `index` has a word with which a name could begin, whatever the model sees."""
    sentence = document.sentences[index]
    before = ""
    for match in _WORD.finditer(document.text, sentence.start, sentence.end):
        start, end = _trimmed(document.text, match)
        text = document.text[start:end]
        lower = _lower(text)
        if (text[0].isupper() or text.startswith(_PREFIXES)) and not _side_at(start, mentions)[0]:
            addressed = before in tables.titles.honorifics
            if addressed or _namelike(text, lower, tables, person=True):
                return True
        before = lower
    return False


def _lower(text: str) -> str:
    return text.lower().removesuffix(".").replace("’", "'")


def _side_at(place: int, mentions: tuple[SideMention, ...]) -> tuple[str, str]:
    return next(((m.side, m.how) for m in mentions if m.start <= place < m.end), ("", ""))


def _trimmed(text: str, match: re.Match[str]) -> tuple[int, int]:
    start, end = match.span()
    word = match.group()
    if word.endswith(("'s", "’s")):
        end -= 2
    elif (
        word.endswith(".") and len(word) > 2 and word.count(".") == 1 and text[end : end + 1] != ","
    ):
        end -= len(word) > 4
    return start, end


def _namelike(text: str, lower: str, tables: Tables, *, person: bool) -> bool:
    titles = tables.titles
    if text.startswith(_PREFIXES):
        return len(text) > 3 and text[-3].isalpha() and any(c.isupper() for c in text)
    if not text[0].isupper():
        return False
    if lower in titles.honorifics or lower in titles.heads or lower in titles.former:
        return False
    headline = len(text) > 3 and "." not in text  # or an abbreviation
    if text.isupper() and (headline or (len(text) > 1 and lower in titles.linking)):
        return False
    if lower in titles.not_names or text in tables.abbreviations.openers:
        return person and lower in titles.surnames
    return person if lower in titles.modifiers else text not in ("I", "A")
