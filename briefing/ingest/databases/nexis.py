"""Articles exported from Nexis: the older text form, and the newer one of Nexis Uni and Lexis+.

Older: `1 of 25 DOCUMENTS`, the source, the date, then `HEADLINE:`, `BYLINE:`, `LENGTH:` and the
text. Newer: the headline, the source, the date, `Copyright …`, `Section:`, `Length:`, `Byline:`,
a line `Body`, the text, and `End of Document`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing.ingest.databases.database_records import (
    Record,
    Row,
    block_above,
    block_from,
    cut_after,
    cut_before,
    label_of,
    record,
    rows_of,
)
from briefing.ingest.text.dates import dates_in

NAME = "Nexis"

_COUNTED = re.compile(r"(?:Document )?\d{1,5} (?:of|de) \d{1,5}(?: DOCUMENTS?)?", re.IGNORECASE)
_END = re.compile(r"End of Document", re.IGNORECASE)
_LABELS = {
    "headline": "title", "byline": "author", "language": "language", "title": "title",
    "length": "", "section": "", "dateline": "", "highlight": "", "load-date": "", "graphic": "",
    "publication-type": "", "subject": "", "series": "", "distribution": "", "correction-date": "",
    "journal-code": "", "notes": "", "classification": "", "copyright": "", "document-type": "",
}  # fmt: skip
_AFTER = (
    "load-date", "language", "publication-type", "graphic", "subject", "classification",
    "journal-code", "notes", "document-type",
)  # fmt: skip
_EDITION = re.compile(r"\bEdition(?: \d+)?;?$")
_RIGHTS = re.compile(r"(?:copyright|all rights reserved|©)", re.IGNORECASE)
_PLACE = re.compile(r"\s*\((?P<place>[^()]{2,40})\)$")


def nexis_records(text: str) -> Iterator[Record]:
    """Yield the articles of an export; nothing where the text is none."""
    rows = rows_of(text)
    if _END.search(text):
        for found in cut_after(rows, _END):
            yield from filter(None, [_newer(found)])
    elif re.search(r"\d of \d{1,5} DOCUMENTS?", text):
        for found in cut_before(rows, _COUNTED):
            yield from filter(None, [_older(found)])


def _older(rows: Sequence[Row]) -> Record | None:
    told = [row for row in rows[1:] if row.text]
    labels = [index for index, row in enumerate(told) if _label(row) in _LABELS]
    if not labels or not any(_label(told[i]) in {"headline", "length", "byline"} for i in labels):
        return None
    head = told[: labels[0]]
    dated = next((i for i, row in enumerate(head) if dates_in(row.text)), None)
    if not dated:
        return None
    fields = {"outlet": _source(head[:dated]), "published": head[dated].text}
    last = next((i for i in labels if _label(told[i]) in _AFTER and i > labels[0]), len(told))
    above = [i for i in labels if i < last]
    title = _value(rows, told, above, "headline") or _headline(rows, told[labels[0]], head[dated])
    if byline := _value(rows, told, above, "byline"):
        fields["author"] = byline.text
    body = [row for row in told[above[-1] + 1 : last] if not _RIGHTS.match(row.text)]
    return record(rows, title, body, fields)


def _headline(rows: Sequence[Row], label: Row, date: Row) -> Row | None:
    """The headline where it has no label: the lines above the labels, but for an edition."""
    found = block_above(rows, rows.index(label))
    if found is None or found.start <= date.end or _EDITION.search(found.text):
        return None
    return found


def _newer(rows: Sequence[Row]) -> Record | None:
    told = [row for row in rows if row.text and not _COUNTED.fullmatch(row.text)]
    begin = next((i for i, row in enumerate(told) if row.text == "Body"), None)
    head = told[:begin]
    dated = next((i for i, row in enumerate(head) if i > 1 and dates_in(row.text)), None)
    if begin is None or dated is None:
        return None
    labels = [i for i in range(dated, begin) if _label(told[i]) in _LABELS]
    fields = {"outlet": _source([head[dated - 1]]), "published": head[dated].text}
    if byline := _value(rows, told, labels, "byline"):
        fields["author"] = byline.text
    after = range(begin + 1, len(told))
    ends = (i for i in after if _label(told[i]) in _AFTER or _END.fullmatch(told[i].text))
    return record(rows, head[dated - 2], told[begin + 1 : next(ends)], fields)


def _label(row: Row) -> str:
    label, colon, _ = row.text.partition(":")
    return label.lower() if colon else ""


def _value(
    rows: Sequence[Row], told: Sequence[Row], labels: Sequence[int], name: str
) -> Row | None:
    """The value of a label, with the lines over which it runs."""
    for index in labels:
        if _label(told[index]) == name and (found := label_of(told[index], {name: name})):
            row = block_from(rows, rows.index(told[index]))
            assert row is not None
            start = told[index].end - len(found[1])
            return Row(start, row.end, row.text[len(told[index].text) - len(found[1]) :])
    return None


def _source(rows: Sequence[Row]) -> str:
    """The source, without the place that Nexis puts behind a name that several papers have."""
    return _PLACE.sub("", rows[0].text) if rows else ""
