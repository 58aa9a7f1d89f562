"""Articles exported from Factiva as text, RTF or HTML, with or without its two-letter labels.

Each article ends with its accession number, `Document GLOB000020230324ej3o00001`. Before the text
stand, one a line: section, headline, byline, `812 words`, date, time, source, code, page,
language, copyright; all but headline, word count, date and source may be missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from briefing.ingest.databases.database_records import (
    Record,
    Row,
    bylined,
    cut_after,
    record,
    rows_of,
)
from briefing.ingest.text.dates import dates_in

NAME = "Factiva"

_END = re.compile(r"(?:AN\s+)?Document [A-Za-z]{2,10}\w{12,40}")
_WORDS = re.compile(r"[\d,.\s]{1,9} (?:words|mots)", re.IGNORECASE)
_CLOCK = re.compile(r"\d{1,2}:\d\d(?: ?(?:GMT|[AP]M))?", re.IGNORECASE)
_CODE = re.compile(r"[A-Z][A-Z0-9]{1,9}")
_PAGE = re.compile(
    r"(?:[A-Z]{0,3}\d{1,3}(?:[-,] ?[A-Z]{0,3}\d{1,3})*|(?:no\.? |n° ?)?\d{4,7})", re.IGNORECASE
)
"""A page, or the number of an issue."""
_LANGUAGE = {"english": "en", "anglais": "en", "french": "fr", "français": "fr"}
_RIGHTS = re.compile(r"(?:©|\(c\)|copyright)", re.IGNORECASE)
_BYLINE = re.compile(r"(?:by|par)\s", re.IGNORECASE)
_LABELS = frozenset([
    "SE", "HD", "BY", "CR", "WC", "PD", "ET", "SN", "SC", "ED", "PG", "LA", "CY", "LP", "TD", "ART",
    "CO", "IN", "NS", "RE", "IPC", "IPD", "PUB", "AN", "CLM", "VOL", "RF",
])  # fmt: skip
_LABELLED = re.compile(r"(?P<label>[A-Z]{2,3})(?:\s+(?P<value>\S.*))?")
HEAD = 25
"""Lines above an article's text that may be its head."""


def factiva_records(text: str) -> Iterator[Record]:
    """Yield the articles of an export; nothing where the text is none."""
    if "Document " not in text:
        return
    for rows in cut_after(rows_of(text), _END):
        found = _labelled(rows) or _plain(rows)
        if found:
            yield found


def _plain(rows: Sequence[Row]) -> Record | None:
    told = [row for row in rows if row.text]
    count = next((i for i, row in enumerate(told[:HEAD]) if _WORDS.fullmatch(row.text)), 0)
    if not count or count + 1 >= len(told) or not dates_in(told[count + 1].text):
        return None
    above = told[max(count - 3, 0) : count]
    byline = next((row for row in above[1:] if _BYLINE.match(row.text)), None)
    if byline is None and len(above) > 1 and _names_below(above[-2].text, above[-1].text):
        byline = above[-1]
    title = above[above.index(byline) - 1] if byline else above[-1]
    fields = {"published": told[count + 1].text}
    if byline:
        fields["author"] = byline.text
    below = count + 2
    while below < len(told) and (_CLOCK.fullmatch(told[below].text)):
        below += 1
    fields["outlet"] = told[below].text
    body = below + 1
    while body < len(told) - 1 and _of_head(told[body].text):
        if language := _LANGUAGE.get(told[body].text.lower()):
            fields["language"] = language
        body += 1
    return record(_from(rows, above[0]), title, told[body:-1], fields)


def _names_below(headline: str, names: str) -> bool:
    """Whether the line above the count of words is a byline without `By`, below a headline."""
    longer = len(headline.split()) > max(len(names.split()), 3)
    return longer and not bylined(headline) and bylined(names)


def _from(rows: Sequence[Row], first: Row) -> Sequence[Row]:
    return [row for row in rows if row.start >= first.start]


def _of_head(text: str) -> bool:
    return bool(
        text.lower() in _LANGUAGE
        or (_RIGHTS.match(text) and len(text) < 300)
        or _CODE.fullmatch(text)
        or _PAGE.fullmatch(text)
    )


def _labelled(rows: Sequence[Row]) -> Record | None:
    parts: dict[str, list[Row]] = {}
    label = ""
    for row in rows:
        found = _LABELLED.fullmatch(row.text)
        if found and found["label"] in _LABELS:
            label = found["label"]
            value = found["value"] or ""
            row = Row(row.end - len(value), row.end, value)  # noqa: PLW2901 - the same line, its label cut off
        if label:
            parts.setdefault(label, []).append(row)
    if not {"HD", "PD", "SN"} <= set(parts):
        return None
    body = [row for name, lines in parts.items() if name in {"LP", "TD"} for row in lines]
    title = _joined(parts["HD"])
    fields = {field: _joined(parts[name]).text for field, name in _FIELDS.items() if name in parts}
    language = _LANGUAGE.get(fields.pop("language", "").lower())
    return record(rows, title, body, {**fields, **({"language": language} if language else {})})


_FIELDS: Mapping[str, str] = {
    "author": "BY", "published": "PD", "outlet": "SN", "language": "LA",
}  # fmt: skip


def _joined(rows: Sequence[Row]) -> Row:
    told = [row for row in rows if row.text]
    if not told:
        return rows[0]
    return Row(told[0].start, told[-1].end, " ".join(row.text for row in told))
