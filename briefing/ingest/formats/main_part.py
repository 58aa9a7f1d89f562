"""Which part of a web page is the article, told from its elements and where its paragraphs are.

A page that marks its article is believed (`articleBody`, `<article>`, `<main>`); else the element
that gathers most paragraph text without links wins, as in Arc90's Readability (2009).
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import Any

PARAGRAPH = 60
"""Characters of a `<p>` that count as running text."""

ENOUGH = 250
"""Characters of running text an element must gather to be the article."""

_OUTSIDE = frozenset({"nav", "footer", "aside", "form", "button", "dialog", "menu"})
_MARKS = re.compile(
    r"(?:^|[-_\s])(?:share|sharing|social|related|recirc\w*|recommend\w*|newsletter|promo\w*|advert\w*|ads?|sponsor\w*"
    r"|cookies?|consent|comments?|subscri\w+|breadcrumbs?|toolbar|sidebar|paywall|signup|sign-up|trending|most-read"
    r"|popular|outbrain|taboola|navigation|menu|masthead|site-header|site-footer|footer|skip-link|tags?|topics?"
    r"|author-bio|read-more|more-on|follow|byline|timestamp|dateline-bar)(?:$|[-_\s])",
    re.IGNORECASE,
)
_KEEP_WHOLE = frozenset(
    {
        "html",
        "body",
        "main",
        "article",
        "p",
        "h1",
        "h2",
        "h3",
        "a",
        "span",
        "b",
        "i",
        "em",
        "strong",
    }
)


@dataclass(frozen=True, slots=True)
class Region:
    """Where in the page a text stands: `rule` is the id of what hides it, "" inside the article.

    Attributes:
        inside: whether the article has been entered.
    """

    rule: str
    inside: bool = False


class MainPart:
    """The article of one page, and the regions around and inside it."""

    def __init__(self, root: Any) -> None:
        self._gathered = _gathered(root)
        self._article = self._marked(root)
        if self._article is None:
            self._article = _fullest(root)
        found = self._article is not None
        self._above = frozenset(self._article.iterancestors()) if found else frozenset()

    def region_of(self, node: Any, above: Region) -> Region:
        """Return the region of an element, from that of the element it stands in."""
        if node is self._article:
            return Region("", inside=True)
        if above.inside:
            return above if above.rule else Region(self._chrome_inside(node), inside=True)
        if self._article is None:
            return Region("html-" + node.tag if node.tag in _OUTSIDE else above.rule)
        if node.tag == "h1" and self._heads(node):
            return Region("")
        return Region("html-outside-article")

    def _marked(self, root: Any) -> Any:
        """The element the page marks as its article, or None."""
        for path in (
            ".//*[@itemprop='articleBody']",
            ".//article",
            ".//main",
            ".//*[@role='main']",
        ):
            marked = [node for node in root.iterfind(path) if self._gathered[node] >= ENOUGH]
            if marked:
                return max(marked, key=lambda node: self._gathered[node])
        return None

    def _chrome_inside(self, node: Any) -> str:
        if node.tag in _OUTSIDE:
            return f"html-{node.tag}"
        names = f"{node.get('class') or ''} {node.get('id') or ''}"
        if node.tag in _KEEP_WHOLE or self._gathered[node] >= ENOUGH or not _MARKS.search(names):
            return ""
        return "html-marked"

    def _heads(self, headline: Any) -> bool:
        """Whether a headline stands above the article rather than in another part of the page."""
        for above in headline.iterancestors():
            if above in self._above:
                return True
            if above.tag in _OUTSIDE:
                return False
        return False


def _fullest(root: Any) -> Any:
    """The element that gathers most running text, or None where none gathers enough."""
    scores: Counter[Any] = Counter()
    for paragraph in root.iter("p"):
        size = _running(paragraph)
        parent = paragraph.getparent()
        if size and parent is not None:
            scores[parent] += size
            if parent.getparent() is not None:
                scores[parent.getparent()] += size // 2
    best = max(scores, key=lambda node: scores[node], default=None)
    return best if best is not None and scores[best] >= ENOUGH else None


def _gathered(root: Any) -> Counter[Any]:
    """Running text below each element that a page may mark as its article."""
    gathered: Counter[Any] = Counter()
    for paragraph in root.iter("p"):
        size = _running(paragraph)
        for node in paragraph.iterancestors() if size else ():
            gathered[node] += size
    return gathered


def _running(paragraph: Any) -> int:
    text = len("".join(paragraph.itertext()).strip())
    linked = sum(len("".join(link.itertext())) for link in paragraph.iter("a"))
    return text if text >= PARAGRAPH and linked < 0.5 * text else 0
