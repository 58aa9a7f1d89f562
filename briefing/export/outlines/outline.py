"""A briefing in order: sections, blocks, lines and footnotes. All that a renderer needs to know."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of words in one style, with the numbers of the footnotes that follow it.

    Attributes:
        style: "" for plain words, `strong`, `emphasis`, or `quote` for words of a source, verbatim.
    """

    text: str
    style: str = ""
    notes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class User:
    """A place for the user's own words, kept over every export.

    Attributes:
        text: what the user wrote, as it stands; "" where nothing is written yet.
        prompt: what is shown until then.
    """

    name: str
    text: str = ""
    prompt: str = ""


Line = tuple[Run | User, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """One paragraph."""

    line: Line


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list, numbered or not."""

    items: tuple[Line, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of as many cells as the header has; a header of empty words is none."""

    header: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]


Block = Text | Bullets | Table | User


@dataclass(frozen=True, slots=True)
class Section:
    """A headed part; `number` is `1`, `2` … or, for an annex, `A`, `B` …, or "" for neither."""

    key: str
    number: str
    title: str
    blocks: tuple[Block, ...]
    annex: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A footnote: one sentence of one article.

    Attributes:
        outlet, title: as the library has them, "" where unknown.
        headline: the title, or else the first words of the article.
        paragraph: number of the paragraph as a reader counts them; 0 where it is hidden.
        start, end: place of the sentence in the article's text; quote: its words there.
    """

    number: int
    sha256: str
    outlet: str
    title: str
    published: dt.date | None
    file_name: str
    paragraph: int
    start: int
    end: int
    quote: str
    headline: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A whole briefing, ready to be rendered.

    Attributes:
        front: pairs for the front matter; values are strings or tuples of strings.
        marking: the line below the title.
        wording: the language of its fixed words: `en`, `fr`.
        words: of the main sections, as the length meter counts them.
        fit: the most pages the main sections may take on paper, 0 for no such limit.
    """

    front: tuple[tuple[str, str | tuple[str, ...]], ...]
    title: str
    marking: Line
    sections: tuple[Section, ...]
    notes: tuple[Note, ...]
    wording: str = "en"
    annex_word: str = field(default="Annex")
    words: int = 0
    fit: int = 0


def ended(line: Line, mark: str = ".") -> Line:
    """Return a line with a full stop, or another mark, before the notes of its last words."""
    *rest, last = line
    if not isinstance(last, Run) or not last.notes:
        return (*line, Run(mark))
    if last.text.endswith((".", "!", "?")) and mark == ".":
        return line
    if last.style == "quote":
        return (*rest, replace(last, notes=()), Run(mark, "", last.notes))
    return (*rest, replace(last, text=f"{last.text}{mark}"))


def plain(line: Line) -> str:
    """Return the words of a line without its notes."""
    return "".join(run.text for run in line)


def lines_of(block: Block) -> Iterator[Line]:
    """Yield the lines of a block, in reading order."""
    match block:
        case Text(line):
            yield line
        case Bullets(items, _):
            yield from items
        case Table(header, rows):
            yield tuple(Run(f"{head} ") for head in header)
            for row in rows:
                yield from row
        case User():
            yield (block,)


def with_lines(section: Section, change: Callable[[Line], Line]) -> Section:
    """Return a section with each of its lines changed; what the user wrote is left alone."""

    def changed(block: Block) -> Block:
        match block:
            case Text(line):
                return Text(change(line))
            case Bullets(items, numbered):
                return Bullets(tuple(change(item) for item in items), numbered)
            case Table(header, rows):
                return Table(header, tuple(tuple(change(cell) for cell in row) for row in rows))
            case User():
                return block

    return replace(section, blocks=tuple(changed(block) for block in section.blocks))


def all_lines(content: Outline) -> Iterator[Line]:
    """Yield every line of a briefing, the one below the title first."""
    yield content.marking
    for section in content.sections:
        for block in section.blocks:
            yield from lines_of(block)


def users(content: Outline) -> Iterator[User]:
    """Yield the places for the user's own words, in reading order."""
    yield from (run for line in all_lines(content) for run in line if isinstance(run, User))


def count_words(sections: tuple[Section, ...]) -> int:
    """Return the number of words in these sections, headings included, prompts left out."""
    texts = [section.title for section in sections]
    texts += [
        plain(line) for section in sections for block in section.blocks for line in lines_of(block)
    ]
    return sum(len(text.split()) for text in texts)
