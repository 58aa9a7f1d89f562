"""A library in memory as a workspace would show it, for tests of the window."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from briefing.export import Style
from briefing.model import (
    Article,
    ArticleLine,
    Changes,
    Meeting,
    Records,
)

_DECISIONS = frozenset({"accept", "reject", "edit", "merge", "split", "note", "star"})
_LISTS = {"person": "people", "issue": "issues", "ask": "asks", "pressure": "pressure"}


@dataclass
class FakeWatching:
    """Watches folders; `complete` are the files a look finds, `growing` tells that one may
    follow."""

    watched: list[Path] = field(default_factory=list)
    complete: list[Path] = field(default_factory=list)
    growing: bool = False

    def folders(self) -> tuple[Path, ...]:
        return tuple(self.watched)

    def watch(self, folder: Path, *, what_is_there: bool = False) -> None:
        self.watched.append(folder)

    def unwatch(self, folder: Path) -> None:
        self.watched.remove(folder)

    def ready(self) -> tuple[Path, ...]:
        return tuple(self.complete)

    def waiting(self) -> bool:
        return self.growing


@dataclass
class FakeShelf:
    """Holds the library and answers what is read; `calls` lists what was asked to change."""

    library_folder: Path = Path("lake.briefing")
    articles: dict[int, Article] = field(default_factory=dict)
    meetings: dict[int, Meeting] = field(default_factory=dict)
    found: dict[int, Records] = field(default_factory=dict)
    searches: list[str] = field(default_factory=list)
    positions: dict[int, int] = field(default_factory=dict)
    prints: dict[int, tuple[Any, ...]] = field(default_factory=dict)
    calls: list[tuple[Any, ...]] = field(default_factory=list)
    failing: Exception | None = None
    read_only: bool = False
    texts: dict[int, dict[str, str]] = field(default_factory=dict)
    notes: dict[int, str] = field(default_factory=dict)
    preferred: tuple[str, str] = ("", "")
    paper: str = ""
    watched: FakeWatching = field(default_factory=FakeWatching)
    exported: list[tuple[tuple[str, ...], Style]] = field(default_factory=list)

    def overview(self) -> Any:
        asks = [ask for records in self.found.values() for ask in records.asks]
        firm = [ask for ask in asks if ask.band != "candidate"]
        lines = tuple(line_of(article) for article in self.articles.values())
        return SimpleNamespace(
            meetings=tuple(self.meetings.values()),
            articles=lines,
            to_review=sum(ask.status == "proposed" for ask in firm),
            asks=len(firm),
            starred=sum(
                one.starred for one in (*self._records_all(), *lines, *self.meetings.values())
            ),
            searches=tuple(self.searches),
            unassigned=tuple(line for line in lines if not line.meetings),
        )

    def _records_all(self) -> list[Any]:
        return [
            one
            for found in self.found.values()
            for one in (*found.asks, *found.people, *found.issues, *found.pressure)
        ]

    def article(self, article: int) -> Article:
        return self.articles[article]

    def meeting(self, meeting: int) -> Meeting:
        return self.meetings[meeting]

    def records(self, *, meeting: int | None = None, article: int | None = None) -> Records:
        return self.found.get(meeting or 0, Records())

    def position(self, article: int) -> int:
        return self.positions.get(article, 0)

    def backend(self) -> str:
        return "rules"

    def index_state(self) -> str:
        return "ready"

    def undo_status(self) -> Any:
        told = {"accept": "accept ask", "reject": "reject ask", "import_paths": "Import 1 article"}
        last = next((c[0] for c in reversed(self.calls) if c[0] in told), "")
        return SimpleNamespace(undo=told.get(last, ""), redo="")

    def duplicates_of(self, article: int) -> tuple[Any, ...]:
        return self.prints.get(article, ())

    def history(self) -> tuple[str, ...]:
        return tuple(str(call[0]) for call in reversed(self.calls) if call[0] in _DECISIONS)

    def _hiding(self, *what: Any) -> Changes:
        self._call(*what)
        return Changes(articles=frozenset([what[1]]))

    def _decide(self, call: str, kind: str, ids: Sequence[int], **fields: Any) -> Changes:
        self._call(call, kind, tuple(ids))
        for meeting, records in self.found.items():
            name = _LISTS[kind]
            changed = tuple(
                replace(one, **fields) if one.id in ids else one for one in getattr(records, name)
            )
            self.found[meeting] = replace(records, **{name: changed})
        return Changes(asks=frozenset(ids))

    def _call(self, *what: Any) -> None:
        self.calls.append(what)
        if self.failing is not None:
            error, self.failing = self.failing, None
            raise error


def line_of(article: Article) -> ArticleLine:
    return ArticleLine(
        id=article.id,
        headline=article.headline,
        outlet=article.outlet,
        published=article.published,
        meetings=article.meetings,
        words=len(article.text.split()),
        starred=article.starred,
    )
