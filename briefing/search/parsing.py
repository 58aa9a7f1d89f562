"""A query text to its tree. Whatever is typed has an answer: a tree, a sentence, or both."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass, field

from briefing.errors import BadQuery
from briefing.phrase import phrase
from briefing.search.days import read_dates
from briefing.search.fields import ASKED, ASKED_VALUES
from briefing.search.lexing import Lexeme, lex
from briefing.search.nodes import All, AnyOf, Everything, Near, Node, Not, Run, Step, Value
from briefing.search.wording import quoted_steps, typed_steps, unfinished_steps, word_steps

LONGEST = 1000  # characters of a query; nobody types more, and pasted pages are no queries
_DEEPEST = 40
_PHRASE = re.compile(r'"([^"]*)("?)(?:~(\d+))?')
_NEAR = 5  # words, where NEAR is written without a number


@dataclass(frozen=True, slots=True)
class Spot:
    """A word of the query and where it stands, for a suggestion that puts another in its place.

    Attributes:
        negative: whether it stands under NOT.
    """

    start: int
    end: int
    part: Run | Value
    negative: bool


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a query means.

    Attributes:
        node: None where there is nothing to look for.
        message: one sentence on what was passed over or read otherwise; suggestion: the query mended.
        newest: whether it says `sort:date`.
    """

    node: Node | None
    message: str = ""
    suggestion: str = ""
    spots: tuple[Spot, ...] = ()
    newest: bool = False


def parse(query: str) -> Parsed:
    """Return what a query means.

    Raises:
        BadQuery: where it names an unknown field, no real date, or a wildcard that is too wide.
    """
    reader = _Reader(query[:LONGEST])
    node = reader.read()
    if len(query) > LONGEST:
        reader.remark("Only the first 1,000 characters of the query were used.")
    suggestion = reader.mended() if node else ""  # what asks for nothing is not worth mending
    return Parsed(node, reader.message, suggestion, tuple(reader.spots), reader.newest)


@dataclass
class _Reader:
    query: str
    message: str = ""
    dropped: list[int] = field(default_factory=list)  # where signs stand that close or hold nothing
    closings: list[str] = field(default_factory=list)  # that are missing at the end
    spots: list[Spot] = field(default_factory=list)
    at: int = 0
    depth: int = 0
    field_at: int = 0  # where the field read last begins
    newest: bool = False
    negative: bool = False  # under NOT a word half typed would take away too much
    pieces: list[Lexeme] = field(init=False)

    def __post_init__(self) -> None:
        self.pieces = lex(self.query)

    def remark(self, message: str) -> None:
        self.message = self.message or message

    def mended(self) -> str:
        """Return the query with every bracket and quotation mark in a pair, "" where they are."""
        if not (self.dropped or self.closings):
            return ""
        query = self.query
        for at in sorted(self.dropped, reverse=True):
            before, after = query[:at], query[at + 1 :]
            joins = before[-1:].strip() and after[:1].strip()  # two words would become one
            query = before + (" " if joins else "") + after
        return query.strip() + "".join(self.closings)

    def read(self) -> Node | None:
        parts = [self._any_of("")]
        while self._next("close"):
            self.dropped.append(self.pieces[self.at - 1].start)
            self.remark("A closing bracket without an opening one was passed over.")
            parts.append(self._any_of(""))
        return _all([part for part in parts if part])

    def _next(self, kind: str, text: str = "") -> bool:
        """Step over the next piece if it is of that kind and text."""
        here = self._here()
        if here is None or here.kind != kind or (text and not here.text.startswith(text)):
            return False
        self.at += 1
        return True

    def _here(self) -> Lexeme | None:
        return self.pieces[self.at] if self.at < len(self.pieces) else None

    def _any_of(self, name: str) -> Node | None:
        parts = [self._all(name)]
        while self._next("operator", "OR"):
            parts.append(self._all(name))
        kept = tuple(part for part in parts if part)
        return AnyOf(kept) if len(kept) > 1 else kept[0] if kept else None

    def _all(self, name: str) -> Node | None:
        parts: list[Node] = []
        while (here := self._here()) and here.kind != "close":
            if here.kind == "operator" and here.text != "NOT":
                if here.text == "OR":
                    break
                self.at += 1  # with nothing to join: half typed
                continue
            part = self._signed(name) if here.kind in ("operator", "minus") else self._near(name)
            if part:
                parts.append(part)
        return _all(parts)

    def _signed(self, name: str) -> Node | None:
        negative = False
        while self._next("minus") or self._next("operator", "NOT"):
            negative = not negative
        outer, self.negative = self.negative, self.negative or negative
        part = self._near(name)
        self.negative = outer
        return Not(part) if part and negative else part

    def _near(self, name: str) -> Node | None:
        left = self._part(name)
        while self._next("operator", "NEAR"):
            written = self.pieces[self.at - 1].text
            right = self._part(name)
            if not isinstance(left, Run | Near) or not isinstance(right, Run):
                self.remark("NEAR joins two words or phrases; here it was read as AND.")
                left = _all([part for part in (left, right) if part])
            else:
                left = Near(left, right, int(written[5:] or _NEAR))
        return left

    def _part(self, name: str) -> Node | None:
        here = self._here()
        if here is None or here.kind in ("close", "operator"):
            return None
        self.at += 1
        match here.kind:
            case "open":
                return self._bracket(name)
            case "field":
                return self._part(self._field(here))
            case "minus":
                part = self._part(name)
                return Not(part) if part else None
            case _:
                return self._leaf(name, here)

    def _bracket(self, name: str) -> Node | None:
        opened = self.pieces[self.at - 1].start
        self.depth += 1
        if self.depth > _DEEPEST:
            raise BadQuery("The brackets of this query are nested too deeply.")
        inner = self._any_of(name)
        self.depth -= 1
        if not self._next("close"):
            self._left_open(phrase("A closing bracket"), ")", opened, empty=inner is None)
        return inner

    def _field(self, here: Lexeme) -> str:
        name = here.text[:-1].lower()
        self.field_at = here.start
        if name in ASKED:
            return name
        near = difflib.get_close_matches(name, ASKED, 1)
        instead = f"{near[0]}:" if near else ""
        raise BadQuery(
            phrase(
                "There is no field “{name}:”; the fields are {asked}.",
                name=name,
                asked=", ".join(ASKED),
            ),
            (self.query[: here.start] + instead + self.query[here.end :]).strip(),
        )

    def _leaf(self, name: str, here: Lexeme) -> Node | None:
        if name == "date":
            return self._dates(here)
        if name == "sort":
            self._sort(here)
            return None
        if here.text == "*":
            return Everything()
        slop, steps = self._phrase(here) if here.kind == "phrase" else (1, self._word(here))
        if not steps:
            return None
        part: Run | Value
        if name in ASKED_VALUES:
            part = Value(name, steps, quoted=here.kind == "phrase")
        else:
            part = Run(name, steps, slop)
        self.spots.append(Spot(here.start, here.end, part, self.negative))
        return part

    def _sort(self, here: Lexeme) -> None:
        order = here.text.strip('"').lower()
        if not any(known.startswith(order) for known in ("date", "relevance")):
            mended = self.query[: self.field_at] + "sort:date" + self.query[here.end :]
            raise BadQuery(
                phrase(
                    "Hits cannot be sorted by “{order}”; write sort:date or sort:relevance.",
                    order=order,
                ),
                mended.strip(),
            )
        self.newest = order == "date"

    def _dates(self, here: Lexeme) -> Node:
        if here.kind == "range" and not here.text.endswith("]"):
            self._left_open(phrase("A closing bracket"), "]", here.start)
        try:
            return read_dates(here.text)
        except BadQuery as error:
            mended = self.query[: self.field_at] + error.suggestion + self.query[here.end :]
            raise BadQuery(error.message, mended.strip()) from error

    def _phrase(self, here: Lexeme) -> tuple[int, tuple[Step, ...]]:
        match = _PHRASE.fullmatch(here.text)
        assert match is not None
        inner, closing, slop = match.groups()
        if not closing:
            what = phrase("The closing quotation mark")
            self._left_open(what, '"', here.start, empty=not inner.strip())
            return 1, unfinished_steps(inner)
        return min(int(slop or 1), LONGEST), quoted_steps(inner)

    def _word(self, here: Lexeme) -> tuple[Step, ...]:
        if here.end == len(self.query) and not self.negative:
            return typed_steps(here.text)
        return word_steps(here.text)

    def _left_open(self, what: str, closing: str, opened: int, *, empty: bool = False) -> None:
        self.remark(phrase("{what} is missing; it was read at the end.", what=what))
        if empty:
            self.dropped.append(opened)
        else:
            self.closings.append(closing)


def _all(parts: list[Node]) -> Node | None:
    if len(parts) > 1:
        return All(tuple(parts))
    return parts[0] if parts else None
