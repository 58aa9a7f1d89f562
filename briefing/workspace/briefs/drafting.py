"""The briefing while it is written: as it will be, where its notes lead, the user's words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from briefing.errors import BadValue
from briefing.export import Ledger, Outline, Templates, outline, to_markdown
from briefing.export.language.languages import tongue
from briefing.export.markup.fences import user_sections
from briefing.export.outlines.outline import User, lines_of
from briefing.export.parts.ledger import Change
from briefing.export.parts.template import DEFAULT
from briefing.library import Library
from briefing.model import Changes
from briefing.phrase import phrase
from briefing.workspace.briefs.contents import Content, Contents
from briefing.workspace.briefs.measuring import shortened
from briefing.workspace.records.own_words import Draft, keep_draft

PAGES = 2
LONGEST = 20_000  # characters of one section; more is no section of a briefing


@dataclass(frozen=True, slots=True)
class OwnSection:
    """A place for the user's own words: its name, what it is for, its words, its prompt."""

    name: str
    title: str
    text: str
    prompt: str


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a note of the briefing leads: the sentence of an article."""

    article: int
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A briefing as it would be exported now.

    Attributes:
        notes: where the notes lead, by number.
        words: of the main sections; page: words on one page.
        cut: titles of the sections that a limit of two pages would shorten; cut_to_one: of one.
        changed: what is different since the last export, as sentences; exported: the day of that
            export, "" before the first.
    """

    meeting: int
    markdown: str
    sections: tuple[OwnSection, ...]
    notes: dict[int, Citation]
    words: int
    page: int
    cut: tuple[str, ...] = ()
    cut_to_one: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    exported: str = ""


@dataclass
class Drafting:
    """Writes on the briefings of one library."""

    library: Library
    our_side: str = ""
    own_templates: Path | None = None

    @cached_property
    def _templates(self) -> Templates:
        return Templates(self.own_templates)

    @cached_property
    def _contents(self) -> Contents:
        return Contents(self.library, self.our_side)

    def written(self, meeting: int, language: str = "en") -> Written:
        """Return the briefing of a meeting as it would be exported now. Raises NotFound.

        Args:
            meeting: its id.
            language: in which to tell what changed, `en` or `fr`.
        """
        content = self._contents.of(meeting)
        now = Ledger.of(content.briefing)
        since = content.history.since(now) if content.history else None
        made = outline(content.briefing, since=since, templates=self._templates)
        changes = content.history.last.changes(now) if content.history else ()
        by_sha = {article.sha256: article.id for article in content.briefing.articles}
        page = self._templates.plan(DEFAULT).limits["words_a_page"]

        def cut(pages: int) -> tuple[str, ...]:
            if made.words <= pages * page:
                return ()
            short = outline(
                content.briefing, since=since, max_pages=pages, templates=self._templates
            )
            return shortened(made, short)

        return Written(
            meeting=meeting,
            cut=cut(PAGES),
            cut_to_one=cut(1),
            markdown=to_markdown(made, self._templates.layout(DEFAULT)),
            sections=_sections(made),
            notes={n.number: Citation(by_sha[n.sha256], n.start, n.end) for n in made.notes},
            words=made.words,
            page=page,
            changed=tuple(_told(change, language) for change in changes),
            exported=content.history.last.prepared if content.history else "",
        )

    def set_user_text(self, meeting: int, name: str, text: str) -> Changes:
        """Keep what the user wrote into a section; the next export has it.

        Raises:
            NotFound: there is no such meeting.
            BadValue: the text is too long, or has the marks in it that close a section.
        """
        _refuse(text)
        with self.library.operation("Write in the briefing") as session:
            session.meetings.get(meeting)
            last = user_sections(session.exports.last(meeting) or "")
            base = next((s.text for s in last if s.name == name), "")
            keep_draft(session, meeting, name, Draft(text.strip(), _bare(base)))
        return Changes(meetings=frozenset([meeting]))

    def both_changed(self, meetings: Sequence[int], folder: Path) -> tuple[str, ...]:
        """Return the titles of the sections changed in a file of `folder` and in the window.

        An export keeps both, the file's words first.
        """
        found: list[str] = []
        for meeting in meetings:
            content = self._contents.of(meeting, folder)
            titles = {s.name: s.title for s in _sections(self._outline(content))}
            found += [titles.get(name, name) for name in content.both]
        return tuple(found)

    def _outline(self, content: Content) -> Outline:
        return outline(content.briefing, templates=self._templates)


def _sections(made: Outline) -> tuple[OwnSection, ...]:
    marking = [run for run in made.marking if isinstance(run, User)]
    found = [OwnSection(user.name, "Marking", user.text, user.prompt) for user in marking]
    for section in made.sections:
        for block in section.blocks:
            for line in lines_of(block):
                for number, run in enumerate(line):
                    if isinstance(run, User):
                        title = f"{section.title}: {line[0].text}" if number else section.title
                        found.append(OwnSection(run.name, title.rstrip("."), run.text, run.prompt))
    return tuple(found)


def _told(change: Change, language: str) -> str:
    speech = tongue(language)
    side = speech.bare(change.side) if change.side else ""
    return speech.say(f"change_{change.kind}", side=side, words=change.words)


def _bare(text: str) -> str:
    from briefing.export.parts.content import is_prompt

    return "" if is_prompt(text) else text


def _refuse(text: str) -> None:
    if "<!--" in text:
        raise BadValue("“<!--” cannot stand in a section of a briefing.", "Take it out.")
    if len(text) > LONGEST:
        raise BadValue(
            phrase(
                "A section of a briefing holds {longest} characters at most.",
                longest=f"{LONGEST:,}",
            )
        )
