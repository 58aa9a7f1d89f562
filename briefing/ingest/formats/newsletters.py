"""A newsletter that holds several articles, cut at its headlines.

A headline of a page is a heading element; of a plain message, the first line below a rule of
dashes. It is cut only where at least three headlines have a text of some length below them, so
that one article with subheadings in a mail stays whole: the caller asks for newsletters only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from briefing.ingest.text.document import Document
from briefing.ingest.text.fields import Fields
from briefing.model import HiddenRange, Stated

FEWEST = 3
"""Articles a newsletter must hold to be cut."""

WORDS = 40
"""Words an article of a newsletter has at least; less is a teaser or a notice."""

_RULE = re.compile(r"[-=_*~—–•]{5,}")


@dataclass(frozen=True, slots=True)
class Headline:
    """A headline as the page has it, and the address it links to, or ""."""

    text: str
    address: str = ""


def headlines_of_page(markup: str) -> list[Headline]:
    """Return the headings of a page in order."""
    from lxml import html

    from briefing.ingest.formats.pages import page_root

    found = []
    root: Any = page_root(markup, "the message")
    for node in root.iter("h1", "h2", "h3", "h4"):
        words = " ".join(
            html.tostring(node, method="text", encoding="unicode", with_tail=False).split()
        )
        links = [link.get("href") or "" for link in (*node.iter("a"), *node.iterancestors("a"))]
        web = [link for link in links if link.startswith(("http://", "https://"))]
        if words:
            found.append(Headline(words, web[0] if web else ""))
    return found


def headlines_of_plain(text: str) -> list[Headline]:
    """Return the first lines below the rules of a plain message, in order."""
    found = []
    after_rule = False
    for line in text.splitlines():
        words = " ".join(line.split())
        if _RULE.fullmatch(words.replace(" ", "")):
            after_rule = True
        elif words and after_rule:
            found.append(Headline(words))
            after_rule = False
    return [headline for headline in found if 2 <= len(headline.text.split()) <= 24]


def articles_in(letter: Document, headlines: Sequence[Headline]) -> Iterator[Document]:
    """Yield the articles of a newsletter, or the letter itself where it holds no several."""
    pieces = list(_pieces(letter.text, headlines))
    if sum(_words(letter, start, end) >= WORDS for start, end, _ in pieces) < FEWEST:
        yield letter
        return
    number = 0
    for piece in pieces:
        if _words(letter, piece[0], piece[1]) >= WORDS:
            number += 1
            yield _piece(letter, piece, number)


def _pieces(text: str, headlines: Sequence[Headline]) -> Iterator[tuple[int, int, Headline]]:
    wanted = list(headlines)
    places: list[tuple[int, Headline]] = []
    position = 0
    for line in text.splitlines(keepends=True):
        words = " ".join(line.split())
        if wanted and words == wanted[0].text:
            places.append((position + len(line) - len(line.lstrip()), wanted.pop(0)))
        position += len(line)
    ends = [*(start for start, _ in places), len(text)][1:]
    for (start, headline), end in zip(places, ends, strict=True):
        yield start, start + len(text[start:end].rstrip(" \r\n\t-=_*~—–•")), headline


def _words(letter: Document, start: int, end: int) -> int:
    hidden = sum(
        min(h.end, end) - max(h.start, start)
        for h in letter.hidden
        if h.start < end and h.end > start
    )
    share = 1 - hidden / max(end - start, 1)
    return int(len(letter.text[start:end].split()) * share)


def _piece(letter: Document, piece: tuple[int, int, Headline], number: int) -> Document:
    start, end, headline = piece
    text = letter.text[start:end] + "\n"
    return replace(
        letter,
        text=text,
        fields=_fields(letter.fields, headline),
        hidden=tuple(
            HiddenRange(max(h.start - start, 0), min(h.end, end) - start, h.rule)
            for h in letter.hidden
            if h.start < end and h.end > start
        ),
        original=text.encode("utf-8", "replace"),
        place=f"article {number}",
    )


def _fields(letter: Fields, headline: Headline) -> Fields:
    reason = "the headline in the newsletter"
    fields = {
        name: value for name, value in letter.items() if name in {"published", "outlet", "language"}
    }
    fields["title"] = Stated(headline.text, reason)
    if headline.address:
        fields["address"] = Stated(headline.address, f"the link of {reason}")
    return fields
