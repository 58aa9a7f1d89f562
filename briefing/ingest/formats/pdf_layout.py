"""The lines of PDF pages put into reading order, and joined to paragraphs.

A PDF tells where each stretch of text stands and no more. Columns show as places where many
stretches begin; running heads as lines that come back at the edge of page after page; paragraphs
by wider gaps, by lines set in, and by last lines that are short.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

COLUMN = 80.0
"""Points two columns are apart at least, from left edge to left edge; a newspaper's are 100."""

SWITCHES = 6
"""Times the text of a page may change columns and still be told column by column."""

_HYPHEN = re.compile(r"(?<=[a-zà-ÿ])[-\u00ad\u2010]$")
_PAGE_NUMBER = re.compile(
    r"\W{0,3}(?:page\s*)?\d{1,4}(?:\s*(?:of|/|sur|de)\s*\d{1,4})?\W{0,3}", re.IGNORECASE
)
_SENTENCE_END = (".", "!", "?", "”", '"', ":", "»", "’")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text on a page: where it begins, in points from the lower left, and its size."""

    text: str
    x: float
    y: float
    size: float

    @property
    def end(self) -> float:
        """About where it ends: letters are half as wide as high."""
        return self.x + 0.5 * self.size * len(self.text)


Page = Sequence[Piece]


def text_of(pages: Sequence[Page]) -> str:
    """Return the text of pages, a paragraph a line, blank lines between, without running heads."""
    ordered = [_rows(_in_order(page)) for page in pages]
    return "\n\n".join(_paragraphs(_without_running(ordered)))


def _in_order(page: Page) -> list[Piece]:
    edges = _column_edges(page)
    if len(edges) < 2:
        return list(page)
    columns = [_column(piece, edges) for piece in page]
    if sum(a != b for a, b in pairwise(columns)) <= SWITCHES * len(edges):
        return list(page)
    return _by_columns(page, columns, edges)


def _column_edges(page: Page) -> list[float]:
    starts = Counter(round(piece.x / 3) for piece in page if len(piece.text.split()) > 2)
    total = sum(starts.values())
    often = sorted(3.0 * place for place, count in starts.items() if count >= max(5, 0.2 * total))
    edges: list[float] = []
    for place in often:
        if not edges or place - edges[-1] >= COLUMN:
            edges.append(place)
    return edges


def _column(piece: Piece, edges: Sequence[float]) -> int:
    """The column it begins in; -1 where it clearly runs across into the next one."""
    column = max((i for i, edge in enumerate(edges) if edge <= piece.x + 5), default=0)
    crosses = column + 1 < len(edges) and piece.end * 0.85 > edges[column + 1] + 20
    return -1 if crosses else column


def _by_columns(page: Page, columns: Sequence[int], edges: Sequence[float]) -> list[Piece]:
    """Order a page told row by row: between lines that run across, column after column."""
    placed = sorted(zip(page, columns, strict=True), key=lambda item: -item[0].y)
    ordered: list[Piece] = []
    band: list[list[Piece]] = [[] for _ in edges]
    for piece, column in placed:
        if column >= 0:
            band[column].append(piece)
            continue
        ordered += [one for rows in band for one in rows]
        band = [[] for _ in edges]
        ordered.append(piece)
    return ordered + [one for rows in band for one in rows]


def _rows(pieces: Sequence[Piece]) -> list[Piece]:
    """Join the pieces that follow each other on one line."""
    rows: list[Piece] = []
    for piece in pieces:
        last = rows[-1] if rows else None
        if last and abs(last.y - piece.y) < 0.3 * last.size and piece.x >= last.x:
            apart = piece.x > last.end * 0.9 and not last.text.endswith(" ")
            joined = f"{last.text}{' ' if apart else ''}{piece.text}"
            rows[-1] = Piece(joined, last.x, last.y, last.size)
        else:
            rows.append(piece)
    return [row for row in rows if row.text.strip()]


def _without_running(pages: Sequence[Page]) -> list[Page]:
    """Leave out what repeats at the edges of pages: heads, feet, page numbers."""
    if len(pages) < 2:
        return list(pages)
    edges = [_edge_rows(page) for page in pages]
    times = Counter(key for rows in edges for key in {_key(row) for row in rows})
    often = max(2, len(pages) // 2)
    return [
        [row for row in page if not (row in edge and (times[_key(row)] >= often or _numbered(row)))]
        for page, edge in zip(pages, edges, strict=True)
    ]


def _edge_rows(page: Page) -> list[Piece]:
    heights = sorted({round(row.y) for row in page})
    at_edge = {*heights[:2], *heights[-2:]}
    return [row for row in page if round(row.y) in at_edge]


def _key(row: Piece) -> tuple[str, int]:
    """What a running head shares from page to page: its words but for figures, its height."""
    return re.sub(r"\d+", "#", " ".join(row.text.split())), round(row.y / 3)


def _numbered(row: Piece) -> bool:
    return _PAGE_NUMBER.fullmatch(row.text.strip()) is not None


def _paragraphs(pages: Sequence[Page]) -> Iterator[str]:
    rows = [row for page in pages for row in page]
    if not rows:
        return
    shape = _Shape.of(rows)
    paragraph = ""
    for index, row in enumerate(rows):
        words = " ".join(row.text.split())
        if _HYPHEN.search(paragraph):  # a name such as Saint-Jean keeps its hyphen
            paragraph = (paragraph[:-1] if words[:1].islower() else paragraph) + words
        elif index and shape.starts_paragraph(rows[index - 1], row):
            yield paragraph
            paragraph = words
        else:
            paragraph = f"{paragraph} {words}".strip()
    yield paragraph


@dataclass(frozen=True)
class _Shape:
    """What is usual in one document: length of a line, gap between two, size of the letters."""

    length: int
    gap: float
    size: float

    @classmethod
    def of(cls, rows: Sequence[Piece]) -> _Shape:
        lengths = Counter(len(row.text) // 10 * 10 for row in rows if len(row.text) > 20)
        gaps = Counter(round(a.y - b.y) for a, b in pairwise(rows) if 0 < a.y - b.y < 60)
        sizes = Counter(round(row.size, 1) for row in rows)
        return cls(
            length=max(lengths, key=lambda n: (lengths[n], n), default=0),
            gap=max(gaps, key=lambda n: (gaps[n], -n), default=0),
            size=max(sizes, key=lambda n: sizes[n]),
        )

    def starts_paragraph(self, above: Piece, row: Piece) -> bool:
        """Whether a line begins a paragraph below the line that is read before it."""
        if abs(above.size - row.size) > 0.15 * above.size:
            return True
        drop = above.y - row.y
        ended = above.text.rstrip().endswith(_SENTENCE_END)
        short = len(above.text) < 0.75 * self.length and (ended or len(above.text) < 30)
        if drop <= 0 or drop > 8 * max(self.gap, above.size):  # the next column, or page
            return (ended or short) and not row.text.lstrip()[:1].islower()
        wide = drop > 1.35 * self.gap * max(1.0, above.size / self.size)
        set_in = 0.6 * row.size < row.x - above.x < 6 * row.size and ended
        return wide or set_in or (short and drop <= 1.35 * self.gap)
