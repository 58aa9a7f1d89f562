"""Feeds saved as files (RSS 1 and 2, Atom): each entry is an article.

Read with lxml by the elements of the two forms; a feed library was looked at and left, because it
would fetch what an entry points to only by accident of an argument, and repairs dates by guessing.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any

from briefing.errors import UnreadableFile
from briefing.ingest.formats.pages import document_of
from briefing.ingest.text.dates import iso_date
from briefing.ingest.text.document import Document
from briefing.ingest.text.fields import Fields
from briefing.ingest.text.markup_trees import parse_xml
from briefing.model import Stated
from briefing.phrase import phrase

ENTRIES = ("item", "entry")
_FIELDS = {
    "title": ("title",),
    "author": ("creator", "author", "byline"),
    "published": ("pubDate", "published", "date", "issued", "updated"),
    "address": ("link", "guid", "id"),
    "language": ("language",),
    "outlet": ("source",),
}
_TEXTS = ("encoded", "content", "description", "summary")
_MARKUP = re.compile(r"<[A-Za-z/!]")
_NAMED = re.compile(r"[^@]*\((?P<name>[^()]+)\)")


def split_feed(data: bytes, name: str) -> Iterator[Document]:
    """Yield the entries of a feed that have a text, in order.

    Raises:
        UnreadableFile: it is no feed, damaged, or no entry has a text.
    """
    root = parse_xml(data, name)
    if _local(root) not in {"rss", "feed", "RDF"}:
        raise UnreadableFile(phrase("{name} is not an RSS or Atom feed.", name=name))
    told = _of_feed(root)
    number = 0
    for entry in root.iter():
        if _local(entry) in ENTRIES and (found := _entry(entry, told, name)):
            number += 1
            yield _placed(found, entry, number)
    if not number:
        raise UnreadableFile(
            phrase("{name} is a feed without an entry that has a text.", name=name)
        )


def _placed(found: Document, entry: Any, number: int) -> Document:
    from dataclasses import replace

    from lxml import etree

    own = etree.tostring(entry, encoding="utf-8", with_tail=False)
    return replace(found, original=own, place=f"entry {number}")


def _of_feed(root: Any) -> dict[str, str]:
    channel = next((node for node in root if _local(node) == "channel"), root)
    values = {_local(node): _text(node) for node in reversed(channel) if len(node) == 0}
    language = root.get("{http://www.w3.org/XML/1998/namespace}lang") or values.get("language", "")
    return {"outlet": values.get("title", ""), "language": language}


def _entry(entry: Any, feed: dict[str, str], name: str) -> Document | None:
    children = {_local(node): node for node in reversed(entry)}
    content = next(
        (_content(children[tag]) for tag in _TEXTS if tag in children and _content(children[tag])),
        "",
    )
    if not content.strip():
        return None
    title = html.unescape(re.sub(r"<[^<>]{1,200}>", "", _text(children.get("title"))))
    markup = f"<html><body><h1>{html.escape(title)}</h1><div>{content}</div></body></html>"
    page = document_of(markup, name, "utf-8")
    fields = _fields(children, title, feed)
    return Document(text=page.text, kind="feed", fields=fields, hidden=page.hidden)


def _content(node: Any) -> str:
    """The text of an entry as mark-up."""
    from lxml import etree

    if len(node):
        return "".join(etree.tostring(child, encoding="unicode") for child in node)
    text = node.text or ""
    return (
        text
        if _MARKUP.search(text)
        else f"<p>{html.escape(html.unescape(text))}</p>" * bool(text.strip())
    )


def _fields(children: dict[str, Any], title: str, feed: dict[str, str]) -> Fields:
    found: dict[str, Stated] = {}
    for field, tags in _FIELDS.items():
        for tag in tags:
            value = title if field == "title" else _value(field, children.get(tag))
            if value:
                found[field] = Stated(value, f"the element “{tag}” of the entry")
                break
    for field, value in feed.items():
        if value and field not in found:
            found[field] = Stated(value, "the feed")
    return found


def _value(field: str, node: Any) -> str:
    if node is None:
        return ""
    value = node.get("href") or _text(node)
    if field == "author":
        named = _NAMED.fullmatch(value)
        return named["name"].strip() if named else ("" if "@" in value else value)
    if field == "address":
        return value if value.startswith(("http://", "https://")) else ""
    return value if field != "published" or iso_date(value) else ""


def _text(node: Any) -> str:
    if node is None:
        return ""
    own = [child for child in node if _local(child) == "name"]
    return " ".join("".join((own[0] if own else node).itertext()).split())


def _local(node: Any) -> str:
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""
