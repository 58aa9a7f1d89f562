"""The user's own words inside a briefing: found between fences, kept over every export."""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefing.errors import BriefingError
from briefing.model import UserSection
from briefing.phrase import as_phrase, phrase

_FENCE = re.compile(r"<!-- (?:user:(?P<name>[^\s<>]+)|(?P<close>/user)) -->")
_LOOSE = re.compile(r"<!--\s*(?:user\s*:\s*[^\s<>]*|/\s*user)\s*-->", re.IGNORECASE)


def opening(name: str) -> str:
    """Return the fence that opens a user section."""
    return f"<!-- user:{name} -->"


CLOSING = "<!-- /user -->"


def user_sections(markdown: str) -> tuple[UserSection, ...]:
    """Read back what the user wrote between the fences of an exported briefing, in order.

    Raises:
        BriefingError: a fence is malformed, unclosed, or a name stands twice; the line is named.
    """
    text = markdown.replace("\r\n", "\n")
    found: dict[str, str] = {}
    for name, start, end in ranges(text):
        if name in found:
            raise _wrong(
                text,
                start,
                phrase("the user section {name} stands twice", name=repr(name)),
                as_phrase("Rename one."),
            )
        found[name] = text[start:end].removeprefix("\n").removesuffix("\n")
    return tuple(UserSection(name, words) for name, words in found.items())


def keep_sections(markdown: str, sections: Iterable[UserSection]) -> str:
    """Return a text with the sections it lacks behind it, for the library to keep."""
    there = {section.name for section in user_sections(markdown)}
    lacking = [s for s in sections if s.name not in there and s.text.strip()]
    return "\n".join([markdown, *(f"{opening(s.name)}\n{s.text}\n{CLOSING}" for s in lacking)])


def ranges(text: str) -> list[tuple[str, int, int]]:
    """Return (name, start, end) of each user section's words, fences left out, in order.

    Raises:
        BriefingError: a fence is malformed or unclosed; the line is named.
    """
    _refuse_malformed(text)
    found: list[tuple[str, int, int]] = []
    open_name, open_at, begin = "", -1, -1
    for fence in _FENCE.finditer(text):
        if fence["close"] is None:
            if open_at >= 0:
                raise _unclosed(text, open_at, open_name)
            open_name, open_at, begin = fence["name"], fence.start(), fence.end()
        elif open_at < 0:
            raise _wrong(
                text, fence.start(), as_phrase("a user section is closed that was never opened")
            )
        else:
            found.append((open_name, begin, fence.start()))
            open_at = -1
    if open_at >= 0:
        raise _unclosed(text, open_at, open_name)
    return found


def without_users(markdown: str) -> str:
    """Return the text with the words of the user blanked out; its lines keep their numbers."""
    pieces: list[str] = []
    position = 0
    for _, start, end in ranges(markdown):
        pieces += [markdown[position:start], "\n" * markdown.count("\n", start, end)]
        position = end
    return "".join([*pieces, markdown[position:]])


def _refuse_malformed(text: str) -> None:
    for loose in _LOOSE.finditer(text):
        if not _FENCE.fullmatch(loose.group()):
            raise _wrong(
                text,
                loose.start(),
                phrase("the fence {fence} is malformed", fence=repr(loose.group())),
                as_phrase("Mend it."),
            )


def _unclosed(text: str, at: int, name: str) -> BriefingError:
    what = phrase("the user section {name} is not closed", name=repr(name))
    return _wrong(text, at, what, phrase("Close it by {fence}.", fence=CLOSING))


def _wrong(text: str, at: int, what: str, hint: str = "") -> BriefingError:
    return BriefingError(
        phrase("Line {number}: {what}.", number=text.count(chr(10), 0, at) + 1, what=what), hint
    )
