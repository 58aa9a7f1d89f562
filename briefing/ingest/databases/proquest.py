"""Articles exported from ProQuest as text, RTF or HTML.

Records stand between long rules. In each: the title, `Author:`, `Publication info:`, `Full text:`
with the article, and below it `Title:`, `Publication title:`, `Publication date:`, `ProQuest
document ID:` and more, one a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing.ingest.databases.database_records import Record, Row, label_of, record, rows_of

NAME = "ProQuest"

_RULE = re.compile(r"_{20,}|-{40,}")
_LAST = re.compile(r"(?:Database|Base de données) ?: .")
"""The last line of a record, behind which a page draws its rule with no text."""

_LABELS = {
    "title": "title", "author": "author", "publication title": "outlet",
    "publication date": "published", "language of publication": "language",
    "document url": "address",
}  # fmt: skip
_HEAD = {
    "author": "author",
    "publication info": "info",
    "abstract": "abstract",
    "links": "links",
    "auteur": "author",
}
_TEXT = ("full text:", "texte intégral:", "full text :")
_AFTER = re.compile(
    r"(?:Title|Subject|Location|Company ?/ ?organization|People|Publication title|Publication year|Publication date"
    r"|Identifier ?/ ?keyword|Illustration|Credit|Copyright|Business indexing term|Classification|Publisher|Section"
    r"|First page|Pages|Author affiliation|Dateline|Place of publication) ?:.*"
)
_PLACE = re.compile(r"\s*;.*$")


def proquest_records(text: str) -> Iterator[Record]:
    """Yield the articles of an export; nothing where the text is none."""
    if "ProQuest document ID" not in text:
        return
    begin: list[Row] = []
    for row in [*rows_of(text), Row(len(text), len(text), "_" * 20)]:
        if not _RULE.fullmatch(row.text):
            begin.append(row)
            if not _LAST.match(row.text):
                continue
        if found := _record(begin):
            yield found
        begin = []


def _record(rows: Sequence[Row]) -> Record | None:
    told = [row for row in rows if row.text]
    start = next((i for i, row in enumerate(told) if row.text.lower().startswith(_TEXT)), None)
    if start is None or not any("ProQuest document ID" in row.text for row in told):
        return None
    end = _end(told, start)
    values = dict(filter(None, (label_of(row, _LABELS) for row in (*told[:start], *told[end:]))))
    if "outlet" in values:
        values["outlet"] = _PLACE.sub("", values["outlet"])
    if "," in values.get("author", ""):
        values["author"] = _names(values["author"])
    first = told[start]
    rest = first.text[first.text.index(":") + 1 :].strip()
    body = [Row(first.end - len(rest), first.end, rest), *told[start + 1 : end]]
    title = _title(told[:start], values.get("title", ""))
    return record(rows, title, body, {k: v for k, v in values.items() if v})


def _end(told: Sequence[Row], start: int) -> int:
    """The index of the first of the labelled lines below the text, which stand in a row."""
    last = next(
        i for i, row in enumerate(told) if "ProQuest document ID" in row.text or i >= len(told) - 1
    )
    end = last
    while end > start + 1 and (_AFTER.fullmatch(told[end - 1].text) or _labelled(told[end - 1])):
        end -= 1
    return end


def _labelled(row: Row) -> bool:
    label, colon, value = row.text.partition(": ")
    return (
        bool(colon and value)
        and len(label.split()) <= 4
        and label[:1].isupper()
        and len(label) <= 30
        and len(row.text) < 400
    )


def _title(head: Sequence[Row], title: str) -> Row | None:
    """The headline: the line that a field below repeats, or else the one above the first field."""
    if not title:
        first = next((i for i, row in enumerate(head) if label_of(row, _HEAD)), 0)
        return head[first - 1] if first else None
    folded = "".join(title.split()).lower()
    return next(
        (row for row in head if folded and "".join(row.text.split()).lower() == folded), None
    )


def _names(author: str) -> str:
    """`Doe, Jane; Roe, Richard` as `Jane Doe and Richard Roe`."""
    names = []
    for name in author.split(";"):
        last, _, first = name.strip().rstrip(".").partition(", ")
        names.append(f"{first} {last}".strip())
    return " and ".join([", ".join(names[:-1])] * (len(names) > 1) + [names[-1]])
