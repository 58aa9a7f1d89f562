"""Articles exported from Eureka or Europresse as HTML, text or PDF.

Each article begins with its source (`Le Monde, no. 23456`) and a line with section, date, words and
page (`France, samedi 3 octobre 2020 1200 mots, p. 5`), then headline, byline and text; below it
stand the rights and the number of the document (`news·20201003·LM·0a1b2`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing.ingest.databases.database_records import (
    Record,
    Row,
    bylined,
    cut_after,
    record,
    rows_of,
)
from briefing.ingest.text.dates import dates_in

NAME = "Eureka"

_NUMBER = re.compile(
    r"(?:.{0,40}\s)?(?:news|web|bio|rep)[·•.]\d{8}[·•.][A-Z]{1,8}[·•.][\w·•.-]{1,60}.{0,200}",
    re.IGNORECASE,
)
_WORDS = re.compile(r"\b\d[\d\s,.]{0,6} (?:words|mots)\b", re.IGNORECASE)
_ISSUE = re.compile(r",?\s*(?:no\.?|n°|nº|vol\.)\s*[\w ]+$", re.IGNORECASE)
_PAGE = re.compile(r",?\s*pp?\. ?[\w, -]{1,20}", re.IGNORECASE)
_AFTER = re.compile(
    r"(?:©|\(c\)|cet article est paru|this article appeared|certificat|note\(s\)|référence\(s\)|all rights reserved|tous droits)",
    re.IGNORECASE,
)
HEAD = 12
"""Lines above an article's text that may be its head, left-overs of the page among them."""


def eureka_records(text: str) -> Iterator[Record]:
    """Yield the articles of an export; nothing where the text is none."""
    if not re.search(r"[·•.]\d{8}[·•.]", text):
        return
    for rows in cut_after(rows_of(text), _NUMBER):
        if found := _record(rows):
            yield found


def _record(rows: Sequence[Row]) -> Record | None:
    told = [row for row in rows if row.text]
    dated = next((i for i, row in enumerate(told[:HEAD]) if _dated(row.text)), 0)
    if not dated or dated + 2 >= len(told):
        return None
    fields = {
        "outlet": _ISSUE.sub("", told[dated - 1].text),
        "published": dates_in(told[dated].text)[0].day.isoformat(),
    }
    below = dated + 1
    while below < len(told) - 2 and _PAGE.fullmatch(told[below].text):
        below += 1
    title = told[below]
    body = told[below + 1 : -1]
    if body and bylined(body[0].text):
        fields["author"] = body[0].text
        body = body[1:]
    while body and _AFTER.match(body[-1].text):
        body = body[:-1]
    own = [row for row in rows if row.start >= told[dated - 1].start]
    return record(own, title, body, fields)


def _dated(text: str) -> bool:
    return bool(_WORDS.search(text) and dates_in(text))
