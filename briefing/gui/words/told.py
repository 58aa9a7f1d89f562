"""What the library's side says in English, in the language of the window: matched by pattern.

Titles of operations, outcomes of an import and reasons of a suggestion are kept or passed on as
English sentences, as the command line shows them. Here they are told apart from the names in them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.gui.words.language import tr

TITLES = (
    "Accept {what}", "Reject {what}", "Edit {what}", "Merge {what}", "Split {what}",
    "Star {what}", "Unstar {what}", "Note on {what}", "Add {what}", "Remove {what}",
    "Move {what} to meeting", "Take {what} out of meeting", "Take articles out of meetings",
    "Count “{name}” on its own", "Import bundle “{name}”", "Import “{name}”", "Import {what}",
    "Hide “{name}” always in {outlet}", "Show “{name}” always in {outlet}",
    "Write in the briefing", "Edit article details", "Extract again", "Hide text",
    "Show hidden text", "New meeting",
)  # fmt: skip
OUTCOMES = (
    "{what}, {more}",
    "{number} imported ({others} with the text of another)",
    "{number} imported", "{number} failed", "the rest cancelled",
    "1 duplicate", "{number} duplicates",
    "1 attachment left out", "{number} attachments left out",
    "1 other file left out", "{number} other files left out",
    "1 new article", "{number} new articles", "1 new meeting", "{number} new meetings",
    "1 new decision", "{number} new decisions", "1 known article", "{number} known articles",
    "1 conflict", "{number} conflicts",
)  # fmt: skip
REASONS = (
    "same sides and date", "same day", "same sides and leaders",
    "same sides and leaders, published {number} days before",
    "same sides, leaders; no date to tell", "same sides, leaders and place; no date to tell",
)  # fmt: skip
THINGS = {
    "ask": "the ask", "person": "the person", "issue": "the issue", "pressure": "the demand",
    "demand": "the demand", "article": "the article", "meeting": "the meeting",
}  # fmt: skip
MANY = (
    "{number} asks", "{number} people", "{number} persons", "{number} issues", "{number} demands",
    "{number} articles", "meetings",
)  # fmt: skip
_NUMBERS = frozenset({"number", "others"})
_PARTS = frozenset({"what", "more"})  # said by patterns themselves
_PLACE = re.compile(r"\{(\w+)\}")


def title_told(english: str) -> str:
    """Return the title of an operation in the window's language; as it is where none is known."""
    return told_by(english, TITLES) or tr(english)


def outcome_told(english: str) -> str:
    """Return the outcome of an import in the window's language; as it is where none is known."""
    return told_by(english, OUTCOMES) or tr(english)


def reason_told(english: str) -> str:
    """Return why an article could belong to a meeting, in the window's language."""
    return told_by(english, REASONS) or tr(english)


def words() -> Iterator[str]:
    """Give every pattern and word that a translation must hold."""
    yield from (*TITLES, *OUTCOMES[1:], *REASONS, *MANY, *THINGS.values())


def told_by(english: str, patterns: tuple[str, ...]) -> str:
    """Return an English sentence in the window's language; "" where none of the patterns is its own."""
    if tr(english) != english:
        return tr(english)
    for pattern in patterns:
        found = _expression(pattern).fullmatch(english)
        parts = found and _parts(found.groupdict(), patterns)
        if parts is not None:
            said = pattern if pattern == OUTCOMES[0] else tr(pattern)
            return said.format(**parts) if parts else said
    return ""


def _parts(found: dict[str, str], patterns: tuple[str, ...]) -> dict[str, str] | None:
    """Return what stands in the places of a pattern; None where it says something else."""
    told = {}
    for name, part in found.items():
        told[name] = _thing(part) or told_by(part, patterns) if name in _PARTS else part
    return told if all(told.values()) else None


def _thing(english: str) -> str:
    if english in THINGS:
        return tr(THINGS[english]) if tr(THINGS[english]) != THINGS[english] else english
    return told_by(english, MANY) if english.endswith(("s", "people")) else ""


def _expression(pattern: str) -> re.Pattern[str]:
    parts = _PLACE.split(pattern)
    places = (rf"(?P<{name}>{r'[0-9,]+' if name in _NUMBERS else '.+?'})" for name in parts[1::2])
    made = re.escape(parts[0])
    for place, text in zip(places, parts[2::2], strict=True):
        made += place + re.escape(text)
    return re.compile(made, re.DOTALL)
