"""Sentences by rules: a stop ends one unless it belongs to an abbreviation, initial or number."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator

from briefing.extract.tables.abbreviation_table import AbbreviationTable
from briefing.model import HiddenRange, Paragraph, Sentence

_STOP = re.compile(r"[.!?…]+[\"'”’»)\]]*(?:\s+|(?=[A-Z][A-Za-z]))")
_WORD_BEFORE = re.compile(r"[\w.'’&-]+$")
_OPENS = re.compile(r"[\"'“‘«(\[—–-]*\s*(?:[A-Z0-9À-ÖØ-Þ$€£]|\.{3}|…)")
_VOICE = re.compile(r"(?:(?:Mr|Mrs|Ms|Dr|Mx)\.\s+)?[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+){0,2}\s+(\w+)")
_LOWER_WORD = re.compile(r"[a-z’'-]{3,}")
_LONGEST = 5_000  # characters; the press writes none as long, and a model takes memory by length
_NEXT_WORD = re.compile(r"[\"'“‘«(\[]*([A-Za-z’']+)")


def cut_sentences(
    text: str,
    paragraphs: tuple[Paragraph, ...],
    hidden: tuple[HiddenRange, ...],
    table: AbbreviationTable,
) -> tuple[Sentence, ...]:
    """Return the visible sentences of a text in order; together they cover all visible words.

    None has more than 5,000 characters: what goes on without a stop is cut between words.
    """
    cuts = deque(sorted(hidden))
    found = []
    for paragraph in paragraphs:
        while cuts and cuts[0].end <= paragraph.start:
            cuts.popleft()
        for start, end in _visible(paragraph, cuts) if paragraph.number else ():
            for left, right in _cut(text, start, end, table):
                found.append(Sentence(left, right, paragraph.number))
    return tuple(found)


def _visible(paragraph: Paragraph, cuts: Iterable[HiddenRange]) -> Iterator[tuple[int, int]]:
    """Yield what of a paragraph no cut hides; those before it that are in order may be left out."""
    position = paragraph.start
    for cut in cuts:
        if cut.start >= paragraph.end:
            break
        if cut.end <= position:
            continue
        if cut.start > position:
            yield position, cut.start
        position = max(position, cut.end)
    if position < paragraph.end:
        yield position, paragraph.end


def _cut(text: str, start: int, end: int, table: AbbreviationTable) -> Iterator[tuple[int, int]]:
    begin = start
    for match in _STOP.finditer(text, start, end):
        if match.end() < end and _ends_sentence(text, begin, match, table):
            yield from _stripped(text, begin, match.end())
            begin = match.end()
    yield from _stripped(text, begin, end)


def _stripped(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > _LONGEST:  # a list or a table without a stop, or no text at all
        place = text.rfind(" ", start, start + _LONGEST) + 1 or start + _LONGEST
        yield from _stripped(text, start, place)
        start = place
    piece = text[start:end]
    if piece.strip():
        yield start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())


def _ends_sentence(text: str, begin: int, match: re.Match[str], table: AbbreviationTable) -> bool:
    after = text[match.end() : match.end() + 80]
    if not _OPENS.match(after):
        return False
    stop = match.group()
    glued = not stop[-1].isspace()
    before = _WORD_BEFORE.search(text, max(begin, match.start() - 30), match.start())
    word = before.group() if before else ""
    if glued:
        return stop[0] == "." and _LOWER_WORD.fullmatch(word) is not None
    if not word and stop.startswith(("…", "...")):
        return False
    if stop[0] == "." and len(stop.rstrip()) == 1:
        return not _belongs_to_word(word, after, table)
    return not _continues_with_speaker(stop, after, table)


def _belongs_to_word(word: str, after: str, table: AbbreviationTable) -> bool:
    if word.rpartition("-")[2] in table.titles or word in table.titles:
        return True
    following = _NEXT_WORD.match(after)
    opener = following is not None and following.group(1) in table.openers
    if word in table.open:
        return not opener
    if word in table.numbered:
        return after[:1].isdigit()
    if re.fullmatch(r"[A-Z]", word) or re.fullmatch(r"(?:[A-Za-z]\.)+[A-Za-z]", word):
        return not opener
    return False


def _continues_with_speaker(stop: str, after: str, table: AbbreviationTable) -> bool:
    if stop[0] not in "?!" or not any(mark in stop for mark in "\"”’'"):
        return False
    voice = _VOICE.match(after)
    return voice is not None and voice.group(1) in table.speech
