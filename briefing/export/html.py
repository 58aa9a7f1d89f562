"""Markdown as HTML through python-markdown: no raw HTML, no images, links to the web or mail alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from markdown import Markdown

_FRONT = re.compile(r"\A---\r?\n.*?\r?\n---\r?\n", re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_SCHEMES = ("http", "https", "mailto")


def to_html(markdown: str) -> str:
    """Return the body of a briefing as HTML, front matter and comments left out.

    Raw HTML is shown as the words it is made of; images are dropped, and links keep their
    address only where it is one of the web, of mail, or of the page itself.
    """
    converter = _converter()
    return str(converter.convert(_COMMENT.sub("", _FRONT.sub("", markdown))))


def _converter() -> Markdown:
    from markdown import Markdown
    from markdown.extensions import Extension
    from markdown.treeprocessors import Treeprocessor

    class Tame(Treeprocessor):
        """Drops what could load or run something."""

        def run(self, root: Element) -> None:
            _tame(root)

    class Tamed(Extension):
        """Shows raw HTML as text and tames links."""

        def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - python-markdown's name
            md.preprocessors.deregister("html_block")
            md.inlinePatterns.deregister("html")
            md.treeprocessors.register(Tame(md), "tame", 1)

    return Markdown(extensions=["tables", "footnotes", "sane_lists", Tamed()], output_format="html")


def _tame(root: Element) -> None:
    for element in list(root.iter()):
        for child in [child for child in element if child.tag == "img"]:
            child.tag = "span"
            child.text = child.get("alt", "")
            child.attrib.clear()
        for back in [c for c in element if c.get("class") == "footnote-backref"][1:]:
            element.remove(back)  # one way back from a note is enough
        if element.tag == "a" and not _is_safe(element.get("href", "")):
            element.attrib.pop("href", None)


def _is_safe(address: str) -> bool:
    from html import unescape

    bare = "".join(unescape(address).split())
    try:
        return bare.startswith("#") or urlsplit(bare).scheme.lower() in _SCHEMES
    except ValueError:
        return False
