"""What the reader shows of an article, and the way between shown and source offsets.

Qt counts UTF-16 units and cannot lay out words of many thousands of characters in time (it is
quadratic: 200,000 characters take 8 seconds), so the text shown is not the source text: line ends inside
a paragraph become spaces, control characters too, very long words get places to break, and characters
one cannot see are named (`unseen`).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.gui.article import unseen
from briefing.gui.words.language import tr
from briefing.model import Article

LONGEST_WORD = 2000
_BREAK_HERE = "\u200b"
_SPECIAL = re.compile(
    rf"(?P<unseen>{unseen.PATTERN})|"
    r"\r\n|[\x00-\x1f\x7f-\x9f\u2028\u2029\ufffc\ufdd0\ufdd1]|[\ud800-\udfff]"
    rf"|[\U00010000-\U0010ffff]|[^\s{unseen.PATTERN[1:-1]}]{{{LONGEST_WORD}}}"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch where shown and source text run together; lengths differ for single characters."""

    shown: int
    source: int
    shown_length: int
    source_length: int


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph as shown.

    Attributes:
        kind: `title`, `meta`, `prints`, `body` or `hidden`.
        number: as cited; 0 for what is not the article's own text.
        start: where it is shown.
        rule: what hid it, for a `hidden` line.
        links: (start, end, address) of the stretches of its text that lead elsewhere.
    """

    kind: str
    number: int
    text: str
    start: int
    rule: str = ""
    links: tuple[tuple[int, int, str], ...] = ()


class ShownText:
    """The lines of an article as shown, one Qt block each, and its two maps of offsets."""

    def __init__(
        self,
        article: Article,
        meta: str,
        *,
        with_hidden: bool = False,
        prints: Sequence[tuple[str, str]] = (),
    ) -> None:
        """Lay an article out.

        Args:
            article: the article.
            meta: the line below its title.
            with_hidden: whether what is hidden is shown.
            prints: (words, address) of other prints of the same report.
        """
        self.lines: tuple[Line, ...] = ()
        self._pieces: list[Piece] = []
        self._end = 0
        self._prints = tuple(prints)
        self._lay_out(article, meta, with_hidden)
        self._sources = [piece.source for piece in self._pieces]
        self._shown = [piece.shown for piece in self._pieces]

    def range_of(self, start: int, end: int) -> tuple[int, int] | None:
        """Return where source characters `start` up to `end` are shown; None if all hidden."""
        if not self._pieces or end <= start:
            return None
        first = max(0, bisect_right(self._sources, start) - 1)
        if _source_end(self._pieces[first]) <= start:
            first += 1
        last = bisect_right(self._sources, end - 1) - 1
        if first > last:
            return None
        return self._forward(self._pieces[first], start), self._forward(self._pieces[last], end)

    def source_of(self, shown: int) -> int | None:
        """Return the source offset of a shown one; None in what is not the article's own text."""
        place = bisect_right(self._shown, shown) - 1
        if place < 0:
            return None
        piece = self._pieces[place]
        if shown >= piece.shown + max(piece.shown_length, 1):
            return None
        if piece.shown_length != piece.source_length:
            return piece.source
        return piece.source + shown - piece.shown

    def source_range(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the stretch of the source text from the first to the last shown offset in it."""
        first, last = (
            next((place for place in map(self.source_of, order) if place is not None), None)
            for order in (range(start, end), range(end - 1, start - 1, -1))
        )
        return None if first is None or last is None else (first, last + 1)

    def line_at(self, shown: int) -> Line | None:
        """Return the line that holds a shown offset."""
        return next((line for line in reversed(self.lines) if line.start <= shown), None)

    def _forward(self, piece: Piece, source: int) -> int:
        inside = min(max(0, source - piece.source), piece.source_length)
        if piece.shown_length != piece.source_length:
            return piece.shown + (piece.shown_length if inside else 0)
        return piece.shown + inside

    def _lay_out(self, article: Article, meta: str, with_hidden: bool) -> None:
        lines: list[Line] = []
        own = [line for line in _ranges(article) if with_hidden or not line[3]]
        titled = bool(own) and _same(article.text[own[0][1] : own[0][2]], article.title)
        if titled:
            lines.append(self._line("title", own.pop(0), article.text))
        elif article.title:
            lines.append(self._foreign("title", article.title))
        lines.append(self._foreign("meta", meta))
        if self._prints:
            lines.append(self._linked(tr("Also printed by "), self._prints))
        lines += [self._line("hidden" if one[3] else "body", one, article.text) for one in own]
        self.lines = tuple(lines)

    def _linked(self, words: str, prints: Sequence[tuple[str, str]]) -> Line:
        links = []
        for place, (name, address) in enumerate(prints):
            plain = " ".join(_SPECIAL.sub(_plain, name).split())
            words += "; " if place else ""
            links.append((_units(words), _units(words + plain), address))
            words += plain
        begin, self._end = self._end, self._end + _units(words) + 1
        return Line("prints", 0, words, begin, links=tuple(links))

    def _line(self, kind: str, one: tuple[int, int, int, str], source: str) -> Line:
        number, start, end, rule = one
        begin = self._end
        text = "".join(self._convert(source, start, end))
        self._end += 1  # the block's own end
        return Line(kind, number, text, begin, rule)

    def _foreign(self, kind: str, words: str) -> Line:
        text = " ".join(_SPECIAL.sub(_plain, words).split())
        begin, self._end = self._end, self._end + _units(text) + 1
        return Line(kind, 0, text, begin)

    def _convert(self, source: str, start: int, end: int) -> Iterator[str]:
        for match in _SPECIAL.finditer(source, start, end):
            yield self._put(source[start : match.start()], start, match.start() - start)
            found = match.group()
            if len(found) == LONGEST_WORD:
                yield self._put(found, match.start(), LONGEST_WORD)
                yield self._put(_BREAK_HERE, match.end(), 0)
            else:
                yield self._put(_plain(match), match.start(), len(found))
            start = match.end()
        yield self._put(source[start:end], start, end - start)

    def _put(self, text: str, source: int, source_length: int) -> str:
        units = _units(text)
        if units and source_length:
            self._pieces.append(Piece(self._end, source, units, source_length))
        self._end += units
        return text


def _plain(match: re.Match[str]) -> str:
    found = match.group()
    if match["unseen"]:
        return unseen.shown(found)
    if len(found) == LONGEST_WORD or found >= "\U00010000":
        return found
    return "\ufffd" if "\ud800" <= found <= "\udfff" else " "


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _source_end(piece: Piece) -> int:
    return piece.source + piece.source_length


def _same(paragraph: str, title: str) -> bool:
    return bool(title) and paragraph.split() == title.split()


def _ranges(article: Article) -> Iterator[tuple[int, int, int, str]]:
    """Yield (paragraph number, start, end, rule that hid it) of the text, cut at hidden ranges."""
    for paragraph in article.paragraphs:
        at = paragraph.start
        for hidden in article.hidden:
            low, high = max(hidden.start, at), min(hidden.end, paragraph.end)
            if low >= high:
                continue
            if article.text[at:low].strip():
                yield paragraph.number, at, low, ""
            if article.text[low:high].strip():
                yield paragraph.number, low, high, hidden.rule
            at = high
        if article.text[at : paragraph.end].strip():
            yield paragraph.number, at, paragraph.end, ""
