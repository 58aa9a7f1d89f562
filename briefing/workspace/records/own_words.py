"""What the user wrote into a briefing in the window, and how it meets what stands in files.

Kept as decisions: undo takes them back, backups and repairs keep them, nothing is overwritten.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from briefing.export.parts.content import is_prompt
from briefing.library import Session
from briefing.model import Decision, UserSection

KIND = "briefing"  # of the decisions that hold words of the user


@dataclass(frozen=True, slots=True)
class Draft:
    """One section as written in the window, and what it was when it was last exported."""

    text: str
    base: str


@dataclass(frozen=True, slots=True)
class Merged:
    """The sections to put into a briefing, and the names of those changed in both places."""

    sections: tuple[UserSection, ...]
    both: tuple[str, ...] = ()


def drafts_of(session: Session, meeting: int) -> dict[str, Draft]:
    """Return what was written last in the window, by section."""
    found: dict[str, Draft] = {}
    for decision in session.decisions.of(meeting=meeting):
        if decision.kind == KIND and decision.meeting == meeting:
            fields = decision.fields
            found[decision.key] = Draft(str(fields["text"]), str(fields["base"]))
    return found


def keep_draft(session: Session, meeting: int, name: str, draft: Draft) -> None:
    """Keep a section as the user wrote it."""
    session.decisions.add(
        Decision(
            action="edit",
            kind=KIND,
            key=name,
            meeting=meeting,
            fields={"text": draft.text, "base": draft.base},
        )
    )


def merged(
    written: Iterable[UserSection], drafts: Mapping[str, Draft], last: Iterable[UserSection]
) -> Merged:
    """Return each section once.

    What was changed in a file since the last export wins over what was exported; so does what was
    changed in the window. Changed in both, both are kept, the file's words first.

    Args:
        written: the sections in the files of the folder, if there are any.
        drafts: what was written in the window.
        last: the sections as last exported.
    """
    on_disk, exported = _first(written), _first(last)
    sections: list[UserSection] = []
    both: list[str] = []
    for name in dict.fromkeys([*on_disk, *exported, *drafts]):
        base = exported.get(name, "")
        file = on_disk.get(name, base)
        mine = _waiting(drafts.get(name), base)
        if mine is None or mine == file:
            text = file
        elif file == base:
            text = mine
        else:
            text = _together(file, mine)
            both.append(name)
        sections.append(UserSection(name, text))
    return Merged(tuple(sections), tuple(both))


def _waiting(draft: Draft | None, base: str) -> str | None:
    """Return the words of a draft that no export has taken up yet."""
    if draft is None or draft.base != base or draft.text == base:
        return None
    return draft.text


def _together(file: str, mine: str) -> str:
    if mine in file or not mine.strip():
        return file
    return mine if file in mine else f"{file}\n\n{mine}"


def _first(sections: Iterable[UserSection]) -> dict[str, str]:
    """Return the words by section, each as first found; a prompt is no words."""
    found: dict[str, str] = {}
    for section in sections:
        found.setdefault(section.name, "" if is_prompt(section.text) else section.text)
    return found


def carry_drafts(session: Session, meetings: Sequence[int]) -> None:
    """Give the first meeting what was written for the second, where nothing was for the first."""
    into, other = meetings
    there = drafts_of(session, into)
    for name, draft in drafts_of(session, other).items():
        if not there.get(name, Draft("", "")).text.strip():
            keep_draft(session, into, name, Draft(draft.text, ""))
