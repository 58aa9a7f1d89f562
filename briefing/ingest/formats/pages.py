"""A saved web page: its whole visible text is the source text; what is not article is hidden.

lxml is used because it is fast, old and well kept, builds a tree from any tag soup, and loads
nothing. Ready-made extractors (trafilatura, readability) were looked at and left: they throw away
what they take for chrome, where here it must stay visible on request, and the former guesses
dates. So the page is written out whole, and `main_part` says which of it is the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from briefing.errors import UnreadableFile
from briefing.ingest.formats.main_part import MainPart, Region
from briefing.ingest.metadata.page_fields import page_fields
from briefing.ingest.text.decoding import decode
from briefing.ingest.text.document import Document
from briefing.ingest.text.signatures import said
from briefing.model import HiddenRange
from briefing.phrase import phrase

SILENT = frozenset({
    "script", "style", "template", "svg", "noscript", "title", "iframe", "object", "embed",
    "canvas", "math", "audio", "video", "select", "textarea", "datalist", "map",
})  # fmt: skip
"""Elements that hold nothing a reader of the page sees as text."""

BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section",
    "summary", "table", "tbody", "td", "tfoot", "th", "thead", "time", "tr", "ul", "button",
    "label",
})  # fmt: skip
"""Elements that start a line of their own."""

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{3,20})", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"\A\s*<\?xml[^>]{0,100}encoding\s*=\s*[\"']([\w-]{3,20})")
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_PAGE_START = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,500}?-->\s*)*<(?:!doctype html|html)\b",
    re.IGNORECASE | re.DOTALL,
)
_ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def read_page(data: bytes, name: str) -> Document:
    """Return the visible text of a page, its fields, and what lies outside its article.

    Nothing the page points to is loaded, and no script runs.

    Raises:
        UnreadableFile: the bytes are no text, or hold no page.
    """
    markup, encoding = _decoded(data, name)
    return document_of(markup, name, encoding)


def is_page(text: str) -> bool:
    """Tell whether a text is the source of a web page."""
    return _PAGE_START.match(text) is not None


def document_of(markup: str, name: str, encoding: str) -> Document:
    """Return the document of a page that is already decoded."""
    root = page_root(markup, name)
    written = _Writing(MainPart(root))
    written.write(root)
    text, hidden = written.result()
    return Document(
        text=text, kind="html", encoding=encoding, fields=page_fields(root), hidden=hidden
    )


def page_root(markup: str, name: str) -> Any:
    """Return the root element of a page; nothing it points to is loaded.

    Raises:
        UnreadableFile: it holds no page, or one that nests too deep.
    """
    from lxml import etree, html

    parser = html.HTMLParser(
        no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
    )
    try:
        root = html.document_fromstring(
            _ILLEGAL.sub(" ", _without_declaration(markup)), parser=parser
        )
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableFile(
            phrase(
                "{name} holds no web page that can be read: {error}.", name=name, error=said(error)
            )
        ) from error
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        # What follows is missing from the tree, and nothing else would tell.
        raise UnreadableFile(
            phrase("{name} nests its elements deeper than any web page does.", name=name)
        )
    return root


def _without_declaration(markup: str) -> str:
    # lxml refuses text that declares an encoding of its own.
    return re.sub(r"\A\s*<\?xml[^>]*>", "", markup)


def _decoded(data: bytes, name: str) -> tuple[str, str]:
    declared = _CHARSET.search(data[:4096]) or _XML_ENCODING.match(data)
    if declared and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        encoding = declared[1].decode("ascii").lower()
        # A page that says ISO-8859-1 means Windows-1252 to every browser.
        encoding = "cp1252" if encoding in {"iso-8859-1", "latin1", "windows-1252"} else encoding
        try:
            return data.decode(encoding), encoding
        except (LookupError, UnicodeDecodeError):
            return decode(data, name)
    return decode(data, name)


class _Writing:
    """Writes a tree out as lines, a blank one between blocks, and remembers what is outside."""

    def __init__(self, main: MainPart) -> None:
        self._main = main
        self._pieces: list[str] = []
        self._length = 0
        self._line_open = False
        self._hidden: list[HiddenRange] = []

    def write(self, root: Any) -> None:
        """Write all text below `root`, without recursion: pages nest as deep as they like."""
        stack: list[Iterator[tuple[str, Any, Region]]] = [iter([("open", root, Region(""))])]
        while stack:
            step = next(stack[-1], None)
            if step is None:
                stack.pop()
                continue
            kind, value, region = step
            if kind == "text":
                self._put(value, region)
            elif kind == "break":
                self._break()
            else:
                stack.append(self._steps(value, region))

    def result(self) -> tuple[str, tuple[HiddenRange, ...]]:
        """Return the text, and the ranges outside the article, in order."""
        return "".join(self._pieces), tuple(self._hidden)

    def _steps(self, node: Any, region: Region) -> Iterator[tuple[str, Any, Region]]:
        tag = node.tag if isinstance(node.tag, str) else ""
        if tag in SILENT or not tag or _unseen(node):
            return
        region = self._main.region_of(node, region)
        block = tag in BLOCKS
        if block or tag == "br":
            yield "break", None, region
        if node.text:
            yield "text", node.text, region
        for child in node:
            yield "open", child, region
            if child.tail:
                yield "text", child.tail, region
        if block:
            yield "break", None, region

    def _break(self) -> None:
        if self._line_open:
            self._add("\n\n")
            self._line_open = False

    def _put(self, text: str, region: Region) -> None:
        words = re.sub(r"[ \t\r\n\f]+", " ", text)
        last = self._pieces[-1][-1:] if self._pieces else ""
        if not self._line_open or last.isspace():
            words = words.lstrip(" ")
        if not words:
            return
        start = self._length
        self._add(words)
        self._line_open = True
        if region.rule and words.strip():
            self._hide(start, start + len(words.rstrip()), region.rule)

    def _hide(self, start: int, end: int, rule: str) -> None:
        last = self._hidden[-1] if self._hidden else None
        if last and last.rule == rule and not self._between(last.end, start).strip():
            self._hidden[-1] = HiddenRange(last.start, end, rule)
        else:
            self._hidden.append(HiddenRange(start, end, rule))

    def _between(self, start: int, end: int) -> str:
        """The text from `start` to `end`, which lies in the last pieces."""
        pieces: list[str] = []
        position = self._length
        for piece in reversed(self._pieces):
            position -= len(piece)
            pieces.append(piece[max(start - position, 0) : max(end - position, 0)])
            if position <= start:
                break
        return "".join(reversed(pieces))

    def _add(self, piece: str) -> None:
        self._pieces.append(piece)
        self._length += len(piece)


def _unseen(node: Any) -> bool:
    return (
        node.get("hidden") is not None
        or node.get("aria-hidden") == "true"
        or bool(_UNSEEN.search(node.get("style") or ""))
    )
