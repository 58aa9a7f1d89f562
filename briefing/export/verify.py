"""The proof of an exported briefing: every footnote and every quotation against the sources."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from html import unescape

from briefing.errors import BriefingError
from briefing.export.escape import folded
from briefing.export.fences import without_users
from briefing.export.reference import definition, digest, read_reference
from briefing.model import Article

_CITED = re.compile(r"\[\^(\d+)\]")
_QUOTATION = re.compile(r"“([^“”]*)”")
_SLASHED = re.compile(r"\\([\\`*_{}\[\]()>#+\-.!|])")
_FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)

BySha = Callable[[str], Article | None]


@dataclass(frozen=True, slots=True, order=True)
class Failure:
    """One thing that cannot be proved: the line of the briefing, from 1, and why."""

    line: int
    reason: str


def verify_briefing(markdown: str, by_sha: BySha) -> tuple[Failure, ...]:
    """Prove each footnote and each quotation of an exported briefing; what the user wrote is skipped.

    A footnote holds if its source is in the library and the words at its place are those that were
    cited. A quotation in double curly marks holds if it stands, white space aside, in a sentence
    cited on the same line.

    Args:
        markdown: the briefing, as exported and perhaps edited since.
        by_sha: gives the article whose SHA-256 starts with these 12 digits, None if there is none.

    Returns:
        What does not hold, in the order of the lines; nothing where all holds.
    """
    text = markdown.replace("\r\n", "\n")
    look_up = cache(by_sha)  # a source is cited many times and may be costly to read
    try:
        lines = _without_front(without_users(text)).split("\n")
    except BriefingError as error:
        return (Failure(_line_named(error), error.message),)
    quotes: dict[int, str] = {}
    failures: list[Failure] = []
    for number, line in enumerate(lines, 1):
        note = definition(line)
        if note:
            quotes[note], failure = _proved(note, line, look_up)
            failures += [Failure(number, failure)] if failure else []
    for number, line in enumerate(lines, 1):
        if not definition(line) and not line.startswith("#"):
            failures += _quotations(number, line, quotes)
    return tuple(sorted(failures))


def _proved(note: int, line: str, by_sha: BySha) -> tuple[str, str]:
    """Return the words a footnote proves, "" where it proves none, and what is wrong, or ""."""
    claim = read_reference(line)
    if claim is None:
        return "", f"Footnote {note} has no reference that can be checked."
    article = by_sha(claim.sha256)
    if article is None:
        return "", f"Footnote {note}: its source, SHA-256 {claim.sha256}, is not in the library."
    words = article.text[claim.start : claim.end]
    if digest(words) != claim.quote:
        return (
            "",
            f"Footnote {note}: the words at that place of {article.file_name} are others now.",
        )
    now = article.paragraph_at(claim.start)
    if claim.paragraph not in (0, now):
        # Hiding or showing a passage moves the numbers of the paragraphs.
        return words, f"Footnote {note} says ¶ {claim.paragraph}; the passage is ¶ {now}."
    return words, ""


def _quotations(number: int, line: str, quotes: dict[int, str]) -> list[Failure]:
    cited = [int(note) for note in _CITED.findall(line)]
    failures = [
        Failure(number, f"Footnote {note} is cited but not given.")
        for note in dict.fromkeys(cited)
        if note not in quotes
    ]
    sentences = [folded(quotes.get(note, "")) for note in cited]
    for quotation in _QUOTATION.findall(_shown(line)):
        if not any(folded(quotation) in sentence for sentence in sentences):
            where = "the sentences cited there" if cited else "any source: none is cited there"
            failures.append(Failure(number, f"“{quotation}” is not verbatim in {where}."))
    return failures


def _shown(line: str) -> str:
    """Return the words a reader sees: notes left out, escapes taken back."""
    return unescape(_SLASHED.sub(lambda m: f"&#{ord(m[1])};", _CITED.sub("", line)))


def _without_front(text: str) -> str:
    """Blank the front matter; the lines keep their numbers."""
    return _FRONT.sub(lambda match: "\n" * match.group().count("\n"), text)


def _line_named(error: BriefingError) -> int:
    match = re.match(r"Line (\d+)", error.message)
    return int(match[1]) if match else 1
