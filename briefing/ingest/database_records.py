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
