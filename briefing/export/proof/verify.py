"""The proof of an exported briefing: every footnote and every quotation against the sources."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from html import unescape

from briefing.errors import BriefingError
from briefing.export.language.headings import all_headings
from briefing.export.language.named import without_named
from briefing.export.language.nearness import nearest, verbatim
from briefing.export.markup.escape import folded
from briefing.export.markup.fences import without_users
from briefing.export.markup.seal import broken, is_sealed
from briefing.export.outlines.notes import note_of
from briefing.export.outlines.reference import definition, digest, read_reference
from briefing.export.proof.verify_asks import altered_asks
from briefing.export.renderers.markdown import note_line
from briefing.model import Article, Span
from briefing.phrase import joined, phrase

_CITED = re.compile(r"\[\^(\d+)\]")
_QUOTED, _QUOTED_IN_FRENCH = re.compile(r"“([^“”]*)”"), re.compile(r"«([^«»]*)»")
_SLASHED = re.compile(r"\\([\\`*_{}\[\]()>#+\-.!|])")
_LANGUAGE = re.compile(r"\A---\n(?:.*\n)*?language: (\w+)\n")
_FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)

_LIBRARY = re.compile(r"\A---\n(?:.*\n)*?library: \S+\n")
_BROKEN = {
    "altered": "This line is not as it was exported.",
    "added": "This line was not exported; words of your own belong between the fences.",
    "missing": "A line that was exported behind this one is missing.",
}

BySha = Callable[[str], Article | None]


@dataclass(frozen=True, slots=True, order=True)
class Failure:
    """One thing that cannot be proved: the line of the briefing, from 1, and why."""

    line: int
    reason: str


def verify_briefing(markdown: str, by_sha: BySha) -> tuple[Failure, ...]:
    """Prove every line of an exported briefing; what the user wrote between fences is skipped.

    A footnote holds if its source is in the library, the words at its place are those that were
    cited, and it names the source as the library does. A quotation in double curly marks holds if
    it stands, white space aside, in a sentence cited on the same line. An ask holds if all its
    words stand there in order. Every other line holds if it is as it was exported, by the seal at
    the end.

    Args:
        markdown: the briefing, as exported and perhaps edited since.
        by_sha: gives the article whose SHA-256 starts with these 12 digits, None if there is none.

    Returns:
        What does not hold, in the order of the lines; nothing where all holds.
    """
    text = markdown.replace("\r\n", "\n")
    named = _LANGUAGE.search(text)
    language = named[1] if named and named[1] in all_headings() else "en"
    try:
        lines = _without_front(without_users(text)).split("\n")
    except BriefingError as error:
        return (_unread(error),)
    given = _given(lines, cache(by_sha), language)  # a source is cited often and costly to read
    notes = {note.number: note for note in given}
    quotes = {note.number: note.words for note in given}
    failures = [note.failure for note in given if note.failure]
    failures += _misquoted(lines, notes, language)
    failures += [Failure(*found) for found in altered_asks(lines, quotes, language)]
    return tuple(sorted([*failures, *_unsealed(text, {failure.line for failure in failures})]))


@dataclass(frozen=True, slots=True)
class _Note:
    """A footnote: the line a reader sees, the words it proves, and what is wrong with it."""

    number: int
    shown: str
    words: str
    failure: Failure | None


def _given(lines: Sequence[str], by_sha: BySha, language: str) -> list[_Note]:
    """Prove every footnote that is given, in the order of the lines."""
    given: list[_Note] = []
    for number, line in enumerate(lines, 1):
        if note := definition(line):
            words, reason = _proved(note, line, by_sha, language)
            failure = Failure(number, reason) if reason else None
            given.append(_Note(note, _shown(line), words, failure))
    return given


def _misquoted(
    lines: Sequence[str], notes: Mapping[int, _Note], language: str
) -> Iterator[Failure]:
    """Yield what does not hold of the quotations of all lines but headings and footnotes."""
    marks = (_QUOTED,) if language == "en" else (_QUOTED, _QUOTED_IN_FRENCH)
    for number, line in enumerate(lines, 1):
        if definition(line) or line.startswith("#"):
            continue
        told = _without_titles(without_named(_shown(line), language), line, notes)
        found = [words.strip() for mark in marks for words in mark.findall(told)]
        yield from _quotations(number, line, found, notes)
        yield from (Failure(number, reason) for reason in _unpaired(told, language))


def _unsealed(text: str, told: set[int]) -> list[Failure]:
    """Name the lines that are not as they were exported, where nothing else is told of them."""
    if is_sealed(text):
        return [
            Failure(each.line, _BROKEN[each.kind])
            for each in broken(text)
            if each.kind == "missing" or each.line not in told
        ]
    if _LIBRARY.search(text):
        last = text.rstrip("\n").count("\n") + 1
        return [Failure(last, "The marks of its lines are missing or damaged.")]
    return [Failure(1, "This is no briefing as it was exported: it names no library.")]


def _proved(note: int, line: str, by_sha: BySha, language: str) -> tuple[str, str]:
    """Return the words a footnote proves, "" where it proves none, and what is wrong, or ""."""
    claim = read_reference(line)
    if claim is None:
        return "", phrase("Footnote {note} has no reference that can be checked.", note=note)
    article = by_sha(claim.sha256)
    if article is None:
        return "", phrase(
            "Footnote {note}: its source, SHA-256 {sha256}, is not in the library.",
            note=note,
            sha256=claim.sha256,
        )
    words = article.text[claim.start : claim.end]
    if digest(words) != claim.quote:
        return (
            "",
            phrase(
                "Footnote {note}: the words at that place of {file} are others now.",
                note=note,
                file=article.file_name,
            ),
        )
    now = article.paragraph_at(claim.start)
    if claim.paragraph not in (0, now):
        # Hiding or showing a passage moves the numbers of the paragraphs.
        return words, phrase(
            "Footnote {note} says ¶ {said}; the passage is ¶ {now}.",
            note=note,
            said=claim.paragraph,
            now=now,
        )
    span = Span(article.id, claim.start, claim.end, words)
    meant = note_line(note_of(article, span, note), language)
    if line.rstrip() != meant:
        return words, phrase(
            "Footnote {note} names its source otherwise than the library does: {meant}",
            note=note,
            meant=meant,
        )
    return words, ""


def _without_titles(shown: str, line: str, notes: Mapping[int, _Note]) -> str:
    """Take out titles in angle marks, which stand for an outlet that is not known."""

    def bare(match: re.Match[str]) -> str:
        title = match[1].strip().removesuffix(" …").replace('"', "'")
        cited = [notes[int(note)].shown for note in _CITED.findall(line) if int(note) in notes]
        return "" if any(f'"{title}' in source for source in cited) else match.group()

    return _QUOTED_IN_FRENCH.sub(bare, shown)


def _quotations(
    number: int, line: str, found: Sequence[str], notes: Mapping[int, _Note]
) -> list[Failure]:
    cited = [int(note) for note in _CITED.findall(line)]
    failures = [
        Failure(number, phrase("Footnote {note} is cited but not given.", note=note))
        for note in dict.fromkeys(cited)
        if note not in notes
    ]
    sentences = [notes[note].words for note in cited if note in notes]
    return failures + [
        Failure(number, _altered(quotation, sentences))
        for quotation in found
        if not any(verbatim(quotation, sentence) for sentence in sentences)
    ]


def _unpaired(shown: str, language: str) -> list[str]:
    pairs = (("“", "”"), ("«", "»"))[: 1 if language == "en" else 2]
    return [
        phrase("A quotation mark {begin} or {end} has no partner.", begin=begin, end=end)
        for begin, end in pairs
        if shown.count(begin) != shown.count(end)
    ]


def _altered(quotation: str, sentences: list[str]) -> str:
    """Say that a quotation is not verbatim, and what like it its source has instead."""
    if not sentences:
        return phrase(
            "“{quotation}” is not verbatim in any source: none is cited there.", quotation=quotation
        )
    likest = next((found for s in sentences if (found := nearest(quotation, s))), None)
    told = phrase(
        "“{quotation}” is not verbatim in the sentences cited there.", quotation=quotation
    )
    instead = phrase("The source has “{words}”.", words=folded(likest.quote)) if likest else ""
    return joined([told, instead])


def _shown(line: str) -> str:
    """Return the words a reader sees: notes left out, escapes taken back."""
    return unescape(_SLASHED.sub(lambda m: f"&#{ord(m[1])};", _CITED.sub("", line)))


def _without_front(text: str) -> str:
    """Blank the front matter; the lines keep their numbers."""
    return _FRONT.sub(lambda match: "\n" * match.group().count("\n"), text)


def _unread(error: BriefingError) -> Failure:
    match = re.match(r"Line (\d+): (.*)", str(error), re.DOTALL)
    if match is None:
        return Failure(1, str(error))
    return Failure(int(match[1]), f"{match[2][:1].upper()}{match[2][1:]}")
