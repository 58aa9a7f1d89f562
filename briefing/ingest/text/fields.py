"""What a text says of itself in labelled fields: front matter, an XML record's head, `Title:`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape
from typing import Any

from briefing.ingest.text.lines import Line
from briefing.ingest.text.markup import front_matter, xml_head
from briefing.model import Stated

Fields = Mapping[str, Stated]
"""Values by field name: `title`, `outlet`, `author`, `published`, `address`, `language`."""

HEADER_LINES = 12
"""Lines from the top in which labelled lines are looked for."""

_NAMES = {
    "title": ("title", "headline", "titre"),
    "outlet": ("source", "outlet", "publication", "publisher", "newspaper", "site_name", "journal", "site"),
    "author": ("author", "authors", "byline", "by", "auteur", "reporter"),
    "published": ("published_time", "published", "publication_date", "publication-date", "date_published", "datepublished", "pubdate", "release-date", "release_date", "publication date", "published on", "date", "date de publication"),
    "address": ("source_url", "url", "canonical", "canonical_url", "link", "document"),
    "language": ("language", "lang"),
}  # fmt: skip
_LABELLED = re.compile(r"(?P<label>[A-Za-z][A-Za-z _-]{1,20}) ?: (?P<value>\S.{0,300})")
_ELEMENT = re.compile(
    r"<(?P<label>[A-Za-z][\w:-]*)(?:\s[^<>]{0,200})?>(?P<value>[^<>]{1,500})</(?P=label)>"
)


def fields_of(text: str, lines: tuple[Line, ...]) -> Fields:
    """Return the labelled values at the top of a text, front matter before labelled lines."""
    return _labelled_lines(lines) | _xml_fields(text) | _front_matter_fields(text)


def chosen(values: Mapping[str, str], where: str) -> dict[str, Stated]:
    """Return the fields among labelled values, each with the reason `the field … in {where}`."""
    by_label: dict[str, tuple[str, str]] = {}
    for written, value in values.items():
        if value.strip():  # `Title:` at the top goes before a `title:` further down
            by_label.setdefault(written.lower(), (written, value))
    found: dict[str, Stated] = {}
    for field, labels in _NAMES.items():
        label = next((label for label in labels if label in by_label), None)
        if label is not None:
            written, value = by_label[label]
            found[field] = Stated(" ".join(value.split()), f"the field “{written}” {where}")
    return found


def _front_matter_fields(text: str) -> dict[str, Stated]:
    match = front_matter(text)
    return chosen(_yaml_values(match["fields"]), "of the front matter") if match else {}


def _yaml_values(block: str) -> dict[str, str]:
    import yaml

    try:
        # BaseLoader makes only text, lists and mappings, so a date stays as it is written.
        values: Any = yaml.load(block[:20_000], Loader=yaml.BaseLoader)  # noqa: S506
    except (yaml.YAMLError, RecursionError):
        values = dict(re.findall(r"^([\w -]+):[ \t]*(\S.*)$", block, re.MULTILINE))
    if not isinstance(values, dict):
        return {}
    return {
        str(label): ", ".join(value) if isinstance(value, list) else value
        for label, value in values.items()
        if isinstance(value, str)
        or (isinstance(value, list) and all(isinstance(v, str) for v in value))
    }


def _xml_fields(text: str) -> dict[str, Stated]:
    head = xml_head(text)
    values = {m["label"]: unescape(m["value"]) for m in _ELEMENT.finditer(head)}
    return chosen(values, "of the record")


def _labelled_lines(lines: tuple[Line, ...]) -> dict[str, Stated]:
    values: dict[str, str] = {}
    for line in lines[:HEADER_LINES]:
        match = _LABELLED.fullmatch(line.text)
        if match and match["label"].lower() in _LINE_LABELS:
            values.setdefault(match["label"], match["value"])
    return chosen(values, "at the top")


_LINE_LABELS = frozenset(
    {"title", "headline", "titre", "source", "outlet", "publication", "publisher", "newspaper", "author", "byline",
     "by", "auteur", "published", "publication date", "published on", "date", "date de publication", "url", "link"}
)  # fmt: skip
