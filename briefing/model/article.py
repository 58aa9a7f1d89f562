"""An imported document: source text that never changes, and layers of what is known about it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date
from operator import attrgetter

from briefing.model.text import Paragraph, Sentence, split_paragraphs


@dataclass(frozen=True, slots=True)
class Stated:
    """A value found in a file, with the reason it was believed: `("CBC News", "named in ¶ 8")`."""

    value: str
    reason: str


@dataclass(frozen=True, slots=True, order=True)
class HiddenRange:
    """A stretch of source text that is web chrome; a layer over the text, never a deletion.

    Attributes:
        rule: the id of the rule that found it, or `user` where the user hid it.
    """

    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedText:
    r"""What `ingest` makes of one file, before the library has it.

    Attributes:
        path: where the file was; shown in reports, not used as a name for anything.
        sha256: hex digest of the file's bytes.
        original: the file's bytes, kept by the library as they are.
        text: the decoded source text; `\r\n` and `\r` are kept as they stand in the file.
        encoding: how the bytes were decoded: `utf-8`, `utf-16`, `cp1252`.
        kind: the format read: `text`.
        title, outlet, author, published: what was found; None where nothing says it.
            `published.value` is an ISO date.
        address: the canonical address of the article on the web, http or https; None where
            nothing says it.
        hidden: web chrome, in order, without overlaps.
    """

    path: str
    sha256: str
    original: bytes
    text: str
    encoding: str
    kind: str = "text"
    title: Stated | None = None
    outlet: Stated | None = None
    author: Stated | None = None
    published: Stated | None = None
    address: Stated | None = None
    language: str = "en"
    hidden: tuple[HiddenRange, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One document of the library.

    Attributes:
        address: its canonical address on the web, or "".
        reasons: for each of title, outlet, author, published, address: why the value is believed
            (`set by the user` where it was), as pairs (field, reason).
        hidden: ranges of the text not shown as content, in order.
        sentences: the sentences of the text in order, as last extracted; empty before.
        meetings: ids of the meetings this article belongs to.
        extracted_by: the model extraction ran with (`en_core_web_sm 3.8.0`, `rules`), or "".
    """

    id: int
    sha256: str
    file_name: str
    kind: str
    text: str
    title: str
    outlet: str
    author: str
    published: date | None
    language: str
    imported_at: str
    reasons: tuple[tuple[str, str], ...] = ()
    hidden: tuple[HiddenRange, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    meetings: tuple[int, ...] = ()
    extracted_by: str = ""
    starred: bool = False
    address: str = ""
    _paragraphs: tuple[Paragraph, ...] = field(init=False, repr=False, compare=False, default=())

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs of the text, numbered as they are cited."""
        if not self._paragraphs and self.text:
            cut = split_paragraphs(self.text, [(h.start, h.end) for h in self.hidden])
            object.__setattr__(self, "_paragraphs", cut)
        return self._paragraphs

    def paragraph_at(self, offset: int) -> int:
        """Return the number of the paragraph that holds the character at `offset`; 0 if none."""
        at = bisect_right(self.paragraphs, offset, key=attrgetter("start")) - 1
        if at >= 0 and offset < self.paragraphs[at].end:
            return self.paragraphs[at].number
        return 0

    @property
    def headline(self) -> str:
        """The title, or else the first words of the text, for lists and footnotes."""
        if _is_seen(self.title):
            return self.title
        shown = next((p for p in self.paragraphs if p.number), None)
        words = self.text[shown.start : shown.end].split() if shown else []
        if not _is_seen("".join(words[:12])):
            return self.file_name
        return " ".join(words[:12]) + ("…" if len(words) > 12 else "")


def _is_seen(text: str) -> bool:
    """Return whether a text has a character one can see: web pages hold marks of no width."""
    return any(c.isprintable() and not c.isspace() for c in text)


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleLine:
    """What lists show of an article; light, so that thousands of them are cheap.

    Attributes:
        words: words of the text, hidden ranges included.
    """

    id: int
    headline: str
    outlet: str
    published: date | None
    meetings: tuple[int, ...]
    words: int
    starred: bool = False
