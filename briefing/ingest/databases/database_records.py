"""What every press database's export has in common: lines, records of lines, labelled values."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

LABEL_LENGTH = 40
"""Characters a label before its colon may have: `Publication title:` is among the longest."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of an export, without its line end and the blanks around it."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Record:
    """One article of an export.

    Attributes:
        start, end: where it stands in the export.
        title: where its headline stands, or an empty range.
        body: where the article's own text stands.
        fields: its metadata, by the names of `fields.Fields`; those not told are left out.
    """

    start: int
    end: int
    title: tuple[int, int]
    body: tuple[int, int]
    fields: Mapping[str, str]


def rows_of(text: str) -> list[Row]:
    """Return the lines of a text, blank ones included."""
    rows = []
    position = 0
    for line in text.splitlines(keepends=True):
        words = line.strip()
        start = position + (line.find(words) if words else 0)
        rows.append(Row(start, start + len(words), words))
        position += len(line)
    return rows


def cut_after(rows: Sequence[Row], mark: re.Pattern[str]) -> Iterator[Sequence[Row]]:
    """Yield the lines of each record, the last of which is the line that marks its end."""
    begin = 0
    for index, row in enumerate(rows):
        if mark.fullmatch(row.text):
            yield rows[begin : index + 1]
            begin = index + 1


def cut_before(rows: Sequence[Row], mark: re.Pattern[str]) -> Iterator[Sequence[Row]]:
    """Yield the lines of each record, the first of which is the line that marks its start."""
    starts = [index for index, row in enumerate(rows) if mark.fullmatch(row.text)]
    for begin, end in pairwise([*starts, len(rows)]):
        yield rows[begin:end]


def label_of(row: Row, labels: Mapping[str, str]) -> tuple[str, str] | None:
    """Return the field a labelled line tells and its value; None where it tells none of these."""
    label, colon, value = row.text.partition(":")
    field = labels.get(label.strip().lower()) if colon and len(label) <= LABEL_LENGTH else None
    return (field, value.strip()) if field else None


def bylined(text: str) -> bool:
    """Tell whether a line is a byline: a few names, each with a capital, with or without `By`."""
    words = re.findall(r"[^\s,;&/]+", text)
    names = [word for word in words if word.lower() not in _JOINING]
    told = len(names) < len(words)
    return (
        1 + (not told) <= len(names) <= 8
        and not text.endswith((".", "?", "!"))
        and all(word[:1].isupper() and word.replace("’", "'").strip(".'-") for word in names)
        and not any(letter.isdigit() for letter in text)
    )


_JOINING = frozenset({
    "by", "par", "and", "et", "de", "du", "van", "von", "in", "à", "at", "with", "avec",
})  # fmt: skip


def block_above(rows: Sequence[Row], index: int) -> Row | None:
    """Return the lines in a row right above a line, blank lines between left out, as one."""
    end = index
    while end > 0 and not rows[end - 1].text:
        end -= 1
    start = end
    while start > 0 and rows[start - 1].text:
        start -= 1
    return _as_one(rows[start:end])


def block_from(rows: Sequence[Row], index: int) -> Row | None:
    """Return the lines in a row from one line on, as one."""
    end = index
    while end < len(rows) and rows[end].text:
        end += 1
    return _as_one(rows[index:end])


def _as_one(rows: Sequence[Row]) -> Row | None:
    if not rows:
        return None
    return Row(rows[0].start, rows[-1].end, " ".join(row.text for row in rows))


def record(
    rows: Sequence[Row], title: Row | None, body: Sequence[Row], fields: Mapping[str, str]
) -> Record | None:
    """Return the record of these lines; None where it has no text of its own."""
    told = [row for row in body if row.text]
    if not told:
        return None
    if title is not None and title.text:
        fields = {**fields, "title": " ".join(title.text.split())}
    place = (title.start, title.end) if title else (told[0].start, told[0].start)
    first = next(row for row in rows if row.text)
    last = next(row for row in reversed(rows) if row.text)
    return Record(first.start, last.end, place, (told[0].start, told[-1].end), fields)
