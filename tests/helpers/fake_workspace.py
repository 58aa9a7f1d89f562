"""A workspace over the invented library that keeps its promises without files, SQL or models."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from briefing.errors import BriefingError
from briefing.model import Changes, SearchResult
from briefing.progress import QUIET, Progress
from briefing.settings import Settings
from briefing.workspace.briefs.tracing import Trace, Traced
from briefing.workspace.importing.bundles import Merged
from briefing.workspace.reports import Diagnosis
from tests.helpers import invented
from tests.helpers.fake_answers import answer
from tests.helpers.fake_briefs import FakeBriefs
from tests.helpers.fake_shelf import FakeWatching

_DECISIONS = frozenset({"accept", "reject", "edit", "merge", "split", "note", "star"})
_LISTS = {"person": "people", "issue": "issues", "ask": "asks", "pressure": "pressure"}


@dataclass
class FakeWorkspace(FakeBriefs):
    """Answers as a workspace would; `calls` lists what was asked to change."""

    @classmethod
    def invented(cls) -> FakeWorkspace:
        """Return one with the invented library."""
        return cls(
            articles={1: invented.article(), 2: invented.second_article()},
            meetings={meeting.id: meeting for meeting in invented.meetings()},
            found={1: invented.records()},
            searches=["missile defence"],
        )

    def countries(self) -> dict[str, str]:
        return {name: name for name in ("Freedonia", "Osterlich", "Sylvania")} | {
            "Sylv.": "Sylvania"
        }

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
        if kind == "meeting":
            self._call("star", kind, (record,))
            self.meetings[record] = replace(self.meetings[record], starred=on)
            return Changes(meetings=frozenset([record]))
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
        self.paper = settings.paper
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

    def gather(self, articles: Sequence[int], meeting: int) -> Changes:
        for article in articles:
            self.assign(article, meeting)
        return Changes(articles=frozenset(articles))

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
            article=1,
            outlet="The Lake Courier",
            headline=invented.TITLE,
            paragraph=2,
            verbatim=start >= 0,
            words=words,
            start=max(start, 0),
            end=max(start, 0) + len(words),
        )
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
        return answer(query)

    def close(self) -> None:
        self._call("close")


def refusal() -> BriefingError:
    """Return an error a user can act on."""
    return BriefingError("The disk is full.", "Make room and try again.")
