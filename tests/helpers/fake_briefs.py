"""The briefings, comparisons and exports of a library in memory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from briefing.errors import BadResource
from briefing.export import Style
from briefing.model import (
    Changes,
    Meeting,
)
from briefing.progress import QUIET, Progress
from briefing.workspace.briefs.chronicle import Chronicle, chronicle
from briefing.workspace.briefs.comparing import Comparison, compare
from briefing.workspace.briefs.drafting import Citation, OwnSection, Written
from briefing.workspace.briefs.exporting import PLAIN
from briefing.workspace.briefs.measuring import Length
from briefing.workspace.briefs.suggesting import Suggestion
from tests.helpers.fake_shelf import FakeShelf, line_of


@dataclass
class FakeBriefs(FakeShelf):
    """Writes, compares and exports as a workspace would."""

    def briefing_markdown(self, meeting: int) -> str:
        return "# Briefing: Vale – Lang\n\n## 1. At a glance\n\n- Tolls <script>alert(1)</script>\n"

    def written(self, meeting: int, language: str = "en") -> Written:
        texts = self.texts.get(meeting, {})
        places = (("points", "Points to make"), ("objectives", "Our objectives"))
        return Written(
            meeting=meeting,
            markdown=f"{self.briefing_markdown(meeting)}\n[^1]\n\n[^1]: Note.\n",
            sections=tuple(OwnSection(n, t, texts.get(n, ""), "*(write)*") for n, t in places),
            notes={1: Citation(1, 60, 100)},
            words=700,
            page=500,
        )

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
        lines = [line_of(article) for article in self.articles.values()]
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
