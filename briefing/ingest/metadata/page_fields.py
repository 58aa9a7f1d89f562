"""What a web page says of itself: JSON-LD first, then OpenGraph and meta tags, then its title."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from briefing.ingest.text.dates import iso_date
from briefing.ingest.text.fields import Fields
from briefing.model import Stated

_META = {
    "title": ("og:title", "twitter:title", "dc.title", "headline"),
    "outlet": ("og:site_name", "application-name", "dc.publisher", "publisher"),
    "author": ("author", "article:author", "byl", "dc.creator", "parsely-author", "sailthru.author"),
    "published": ("article:published_time", "datepublished", "og:published_time", "pubdate", "publish-date",
                  "dc.date.issued", "dcterms.created", "dc.date", "parsely-pub-date", "sailthru.date", "date"),
    "address": ("og:url", "twitter:url"),
}  # fmt: skip
_ARTICLES = ("Article", "Report", "BlogPosting", "LiveBlogPosting", "WebPage")
DEPTH = 6
"""How deep JSON-LD is searched; real pages nest an article two or three deep."""


def page_fields(root: Any) -> Fields:
    """Return the fields of a page, each with where it was found."""
    found: dict[str, Stated] = {}
    for part in (_of_json(root), _of_meta(root), _of_elements(root)):
        found = part | found
    return found


def _of_json(root: Any) -> dict[str, Stated]:
    for script in root.iterfind(".//script[@type='application/ld+json']"):
        try:
            data = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        for item in _items(data, DEPTH):
            if _is_article(item):
                return _of_item(item)
    return {}


def _items(data: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth == 0:
        return
    if isinstance(data, list):
        for item in data:
            yield from _items(item, depth - 1)
    elif isinstance(data, dict):
        yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _items(data.get(key), depth - 1)


def _is_article(item: dict[str, Any]) -> bool:
    kinds = item.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    named = any(isinstance(kind, str) and kind.endswith(_ARTICLES) for kind in kinds)
    return named and bool(item.get("headline") or item.get("datePublished"))


def _of_item(item: dict[str, Any]) -> dict[str, Stated]:
    values = {
        "title": _named(item.get("headline")),
        "outlet": _named(item.get("publisher")),
        "author": _named(item.get("author")),
        "published": _named(item.get("datePublished")),
        "address": _named(item.get("url")),
        "language": _named(item.get("inLanguage")),
    }
    return _stated(values, "the page’s own record (JSON-LD)")


def _named(value: Any) -> str:
    """The text of a value of JSON-LD: a text, a thing with a name, or a list of either."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, dict):
        return _named(value.get("name")) if isinstance(value.get("name"), str) else ""
    if isinstance(value, list):
        return ", ".join(name for name in map(_named, value[:20]) if name)
    return ""


def _of_meta(root: Any) -> dict[str, Stated]:
    tags: dict[str, str] = {}
    for meta in root.iter("meta"):
        label = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        content = " ".join((meta.get("content") or "").split())
        if label and content:
            tags.setdefault(label, content)
    found: dict[str, Stated] = {}
    for field, labels in _META.items():
        label = next((label for label in labels if label in tags), "")
        if label and _usable(field, tags[label]):
            found[field] = Stated(tags[label], f"the page’s tag “{label}”")
    return found


def _usable(field: str, value: str) -> bool:
    if field == "published":
        return iso_date(value) is not None
    return not (field == "author" and value.startswith(("http", "@")))


def _of_elements(root: Any) -> dict[str, Stated]:
    found: dict[str, Stated] = {}
    link = root.find(".//link[@rel='canonical']")
    if link is not None and link.get("href"):
        found |= _stated({"address": link.get("href")}, "the page’s own address")
    if (language := root.get("lang")) is not None:
        found |= _stated({"language": language}, "the page’s language")
    headlines = [_text(node) for node in root.iter("h1") if _text(node)]
    if len(headlines) == 1:
        found |= _stated({"title": headlines[0]}, "the page’s headline")
    else:
        found |= _stated({"title": _text(root.find(".//title"))}, "the page’s title")
    times = [node.get("datetime") for node in root.iter("time") if node.get("datetime")]
    if len(times) == 1 and iso_date(times[0]):
        found |= _stated({"published": times[0]}, "the one time stamp of the page")
    return found


def _text(node: Any) -> str:
    return "" if node is None else " ".join("".join(node.itertext()).split())


def _stated(values: dict[str, str], reason: str) -> dict[str, Stated]:
    return {field: Stated(value, reason) for field, value in values.items() if value}
