"""A workspace over the invented library that keeps its promises without files, SQL or models."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from briefing.errors import BadResource, BriefingError
from briefing.export import Style
from briefing.model import (
    Article,
    ArticleLine,
    Changes,
    Count,
    Hit,
    Meeting,
    Records,
    SearchResult,
)
from briefing.progress import QUIET, Progress
from briefing.settings import Settings
from briefing.workspace.bundles import Merged
from briefing.workspace.chronicle import Chronicle, chronicle
from briefing.workspace.comparing import Comparison, compare
from briefing.workspace.drafting import Citation, OwnSection, Written
from briefing.workspace.exporting import PLAIN
from briefing.workspace.measuring import Length
from briefing.workspace.reports import Diagnosis
from briefing.workspace.suggesting import Suggestion
from briefing.workspace.tracing import Trace, Traced
from tests.helpers import invented

_DECISIONS = frozenset({"accept", "reject", "edit", "merge", "split", "note", "star"})
_LISTS = {"person": "people", "issue": "issues", "ask": "asks", "pressure": "pressure"}


@dataclass
class FakeWatching:
    """Watches folders; `complete` are the files a look finds, `growing` tells that one may follow."""

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
class FakeWorkspace:
    """Answers as a workspace would; `calls` lists what was asked to change."""

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
    watched: FakeWatching = field(default_factory=FakeWatching)
    exported: list[tuple[tuple[str, ...], Style]] = field(default_factory=list)

    @classmethod
    def invented(cls) -> FakeWorkspace:
        """Return one with the invented library."""
        return cls(
            articles={1: invented.article(), 2: invented.second_article()},
            meetings={meeting.id: meeting for meeting in invented.meetings()},
            found={1: invented.records()},
            searches=["missile defence"],
        )

    # Reading.

    def overview(self) -> Any:
        asks = [ask for records in self.found.values() for ask in records.asks]
        firm = [ask for ask in asks if ask.band != "candidate"]
        lines = tuple(_line(article) for article in self.articles.values())
        return SimpleNamespace(
            meetings=tuple(self.meetings.values()),
            articles=lines,
            to_review=sum(ask.status == "proposed" for ask in firm),
            asks=len(firm),
            starred=sum(ask.starred for ask in asks),
            searches=tuple(self.searches),
            unassigned=tuple(line for line in lines if not line.meetings),
        )

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

    # Changing.

    def accept(self, kind: str, ids: Sequence[int], *, everywhere: bool = False) -> Changes:
        call = "accept everywhere" if everywhere else "accept"
        return self._decide(call, kind, ids, status="accepted")

    def reject(self, kind: str, ids: Sequence[int], *, everywhere: bool = False) -> Changes:
        self._call("reject everywhere" if everywhere else "reject", kind, tuple(ids))
        for meeting, records in self.found.items():
            name = _LISTS[kind]
            kept = tuple(one for one in getattr(records, name) if one.id not in ids)
            self.found[meeting] = replace(records, **{name: kept})
        return Changes(asks=frozenset(ids))

    def edit(self, kind: str, record: int, /, **fields: Any) -> Changes:
        return self._decide("edit", kind, [record], status="edited", **fields)

    def star(self, kind: str, record: int, *, on: bool) -> Changes:
        if kind == "article":
            self._call("star", kind, (record,))
            self.articles[record] = replace(self.articles[record], starred=on)
            return Changes(articles=frozenset([record]))
        return self._decide("star", kind, [record], starred=on)

    def note(self, kind: str, record: int, text: str) -> Changes:
        if kind == "article":
            self._call("note", kind, record, text)
            self.notes[record] = text
            return Changes(articles=frozenset([record]))
        if kind == "meeting":
            self._call("note", kind, record, text)
            self.meetings[record] = replace(self.meetings[record], note=text)
            return Changes(meetings=frozenset([record]))
        return self._decide("note", kind, [record], note=text)

    def article_note(self, article: int) -> str:
        return self.notes.get(article, "")

    def prefer(self, settings: Settings) -> bool:
        other = (settings.our_side, settings.model) != self.preferred
        self.preferred = (settings.our_side, settings.model)
        return other

    def stand_in(self) -> str:
        return "rules"

    def extract_again(self, articles: Sequence[int], progress: Progress = QUIET) -> Changes:
        self._call("extract_again", tuple(articles))
        return Changes(articles=frozenset(articles))

    def merge(self, kind: str, into: int, other: int) -> Changes:
        self._call("merge", kind, into, other)
        return Changes()

    def split(self, kind: str, record: int, places: Sequence[int], /, **fields: Any) -> Changes:
        self._call("split", kind, record, list(places), fields)
        return Changes()

    def hide(self, article: int, start: int, end: int) -> Changes:
        return self._hiding("hide", article, start, end)

    def show(self, article: int, start: int) -> Changes:
        known = self.articles[article]
        kept = tuple(h for h in known.hidden if not h.start <= start < h.end)
        self.articles[article] = replace(known, hidden=kept)
        return self._hiding("show", article, start)

    def always_hide(self, article: int, start: int, end: int) -> Changes:
        return self._hiding("always_hide", article, start, end)

    def never_hide(self, article: int, start: int, end: int) -> Changes:
        return self._hiding("never_hide", article, start, end)

    def add(self, kind: str, /, *, article: int, start: int, end: int, **fields: Any) -> Changes:
        self._call("add", kind, article, start, end, fields)
        return Changes(articles=frozenset([article]))

    def set_article(self, article: int, **fields: Any) -> Changes:
        self._call("set_article", article, fields)
        self.articles[article] = replace(self.articles[article], **fields)
        return Changes(articles=frozenset([article]))

    def set_meeting(self, meeting: int, **fields: Any) -> Changes:
        self._call("set_meeting", meeting, fields)
        known = self.meetings[meeting]
        confirmed = known.confirmed | fields.keys()
        self.meetings[meeting] = replace(known, **fields, confirmed=confirmed)
        return Changes(meetings=frozenset([meeting]))

    def assign(self, article: int, meeting: int) -> Changes:
        self._call("assign", article, meeting)
        known = self.articles[article]
        self.articles[article] = replace(known, meetings=(*known.meetings, meeting))
        held = self.meetings[meeting]
        self.meetings[meeting] = replace(held, articles=(*held.articles, article))
        return Changes(articles=frozenset([article]))

    def remove_article(self, article: int) -> Changes:
        self._call("remove_article", article)
        del self.articles[article]
        for number, meeting in self.meetings.items():
            kept = tuple(one for one in meeting.articles if one != article)
            self.meetings[number] = replace(meeting, articles=kept)
        return Changes(articles=frozenset([article]))

    def import_paths(
        self,
        paths: Sequence[Path],
        *,
        published: dt.date | None = None,
        meeting: int | None = None,
        progress: Progress = QUIET,
        attachments: bool = False,
    ) -> Any:
        self._call("import_paths", tuple(paths), *(["with attachments"] if attachments else []))
        imported = []
        for number, path in enumerate(paths):
            progress.step(number, len(paths), path.name)
            made = replace(
                invented.second_article(), id=100 + number, title=path.stem, published=published
            )
            self.articles[made.id] = made
            imported.append(
                SimpleNamespace(path=str(path), article=made.id, title=path.stem, published=None)
            )
        return SimpleNamespace(
            imported=tuple(imported),
            duplicates=(SimpleNamespace(path="/old/tolls.txt", article=1),),
            failed=(SimpleNamespace(path="/old/blob.bin", reason="It is not text."),),
            needs_date=tuple(imported),
            attached=(
                SimpleNamespace(
                    path="/old/letter.eml, attached clip.pdf", file=Path("/old/letter.eml")
                ),
            ),
            retry=(Path("/old/blob.bin"),),
            changes=Changes(articles=frozenset(one.article for one in imported)),
            summary=lambda: f"{len(imported)} imported, 1 duplicate, 1 failed",
        )

    def import_text(self, text: str, *, title: str, published: dt.date | None) -> Any:
        self._call("import_text", text, title, published)
        return self.import_paths([Path(title or "pasted")], published=published)

    @property
    def watching(self) -> FakeWatching:
        return self.watched

    def import_watched(self, progress: Progress = QUIET) -> Any:
        files, self.watched.complete = self.watched.complete, []
        return self.import_paths(files, progress=progress)

    def export_bundle(self, meetings: Sequence[int], target: Path) -> None:
        self._call("export_bundle", tuple(meetings), target)

    def import_bundle(self, path: Path) -> Merged:
        self._call("import_bundle", path)
        return Merged(articles=3, meetings=1, conflicts=("The meeting “Vale – Lang” differs.",))

    def trace(self, words: str, progress: Progress = QUIET) -> tuple[Traced, ...]:
        start = invented.TEXT.find(words)
        here = Trace(
            article=1, outlet="The Lake Courier", headline=invented.TITLE, paragraph=2,
            verbatim=start >= 0, words=words, start=max(start, 0), end=max(start, 0) + len(words),
        )  # fmt: skip
        return (Traced(words, (here,) if start >= 0 else ()),)

    def verify_files(self, paths: Sequence[Path]) -> tuple[str, ...]:
        self._call("verify_files", tuple(paths))
        return (f"{paths[0]}, line 7: “tolls gone” is not verbatim in the sentences cited there.",)

    def verify(self) -> tuple[str, ...]:
        return ()

    def doctor(self) -> tuple[Diagnosis, ...]:
        return (
            Diagnosis("fonts", well=True, report="6 of the program's own"),
            Diagnosis("language model", well=False, report="none", remedy="Install it."),
        )

    def undo(self) -> Any:
        self._call("undo")
        return SimpleNamespace(title="Accept ask", changes=Changes())

    def save_search(self, query: str) -> None:
        self.searches.append(query)

    def forget_search(self, query: str) -> None:
        self.searches.remove(query)

    def remember_position(self, article: int, offset: int) -> None:
        self.positions[article] = offset

    def catch_up_index(self, progress: Progress = QUIET) -> None:
        self._call("catch_up_index")

    # Searching, exporting.

    def search(
        self, query: str, *, limit: int = 50, meeting: int | None = None, counted: bool = True
    ) -> SearchResult:
        self._call("search", query)
        if query.startswith('"') and query.count('"') == 1:
            return SearchResult(
                query=query, message="A quotation mark is not closed.", suggestion=f'{query}"'
            )
        word = query.lower().partition(" ")[0]
        text = invented.TEXT.lower()
        places = [i for i in range(len(text)) if text.startswith(word, i)]
        if not places:
            return SearchResult(query=query, message=f"Nothing holds “{word}”.")
        spans = tuple((i, i + len(word)) for i in places)
        snippet = invented.TEXT[places[0] : places[0] + 60].replace("\n", " ")
        hit = Hit(
            kind="article", article=1, ask=None, title=invented.TITLE, outlet="The Lake Courier",
            published=dt.date(2031, 3, 21), meeting=1, snippet=snippet, marks=((0, len(word)),),
            start=spans[0][0], end=spans[0][1], spans=spans,
        )  # fmt: skip
        counts = (Count("side", "Freedonia", 1, 'side:"Freedonia"'),)
        return SearchResult(query=query, total=1, hits=(hit,), counts=counts, seconds=0.004)

    def briefing_markdown(self, meeting: int) -> str:
        return "# Briefing: Vale – Lang\n\n## 1. At a glance\n\n- Tolls <script>alert(1)</script>\n"

    def written(self, meeting: int) -> Written:
        texts = self.texts.get(meeting, {})
        places = (("points", "Points to make"), ("objectives", "Our objectives"))
        return Written(
            meeting=meeting, markdown=f"{self.briefing_markdown(meeting)}\n[^1]\n\n[^1]: Note.\n",
            sections=tuple(OwnSection(n, t, texts.get(n, ""), "*(write)*") for n, t in places),
            notes={1: Citation(1, 60, 100)}, words=700, page=500,
        )  # fmt: skip

    def set_user_text(self, meeting: int, name: str, text: str) -> Changes:
        self._call("set_user_text", meeting, name, text)
        self.texts.setdefault(meeting, {})[name] = text
        return Changes(meetings=frozenset([meeting]))

    def both_changed(self, meetings: Sequence[int], folder: Path) -> tuple[str, ...]:
        return ()

    def earlier_meetings(self, meeting: int) -> tuple[Meeting, ...]:
        return tuple(one for one in self.meetings.values() if one.id != meeting)

    def comparison(self, meeting: int, earlier: int) -> Comparison:
        sides = self.meetings[meeting].sides
        return compare(self.records(meeting=earlier), self.records(meeting=meeting), sides)

    def chronicle(self) -> Chronicle:
        lines = [_line(article) for article in self.articles.values()]
        return chronicle(tuple(self.meetings.values()), lines, self.found)

    def suggestions(self) -> tuple[Suggestion, ...]:
        return (Suggestion(2, 1, "same sides and leaders"),) if 2 in self.articles else ()

    def export(
        self,
        meetings: Sequence[int],
        folder: Path,
        formats: Sequence[str] = ("md",),
        progress: Progress = QUIET,
        *,
        style: Style = PLAIN,
    ) -> tuple[Path, ...]:
        self._call("export", tuple(meetings), folder)
        self.exported.append((tuple(formats), style))
        return (folder / "vale-lang.md",)

    def profiles(self) -> tuple[str, ...]:
        return ("call", "leaders-meeting", "mine")

    def check_profile(self, name: str) -> None:
        if name == "mine":
            raise BadResource("mine.yaml, line 3: a list is not closed.")

    def copy_template(self, name: str) -> tuple[Path, ...]:
        self._call("copy_template", name)
        return (Path("templates") / f"{name}.yaml",)

    def length(self, meeting: int, style: Style = PLAIN) -> Length:
        words = 1200 if style.max_pages is None else 500 * style.max_pages
        cut = () if style.max_pages is None else ("Background",)
        title = self.meetings[meeting].title
        return Length(meeting=meeting, title=title, words=words, page=500, cut=cut)

    def stale(
        self, meetings: Sequence[int], folder: Path, formats: Sequence[str], style: Style
    ) -> tuple[str, ...]:
        return (f"{folder / 'vale-lang.md'} is stale: 1 new among the asks.",)

    def close(self) -> None:
        self._call("close")

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


def refusal() -> BriefingError:
    """Return an error a user can act on."""
    return BriefingError("The disk is full.", "Make room and try again.")


def _line(article: Article) -> ArticleLine:
    return ArticleLine(
        id=article.id, headline=article.headline, outlet=article.outlet,
        published=article.published, meetings=article.meetings, words=len(article.text.split()),
        starred=article.starred,
    )  # fmt: skip
