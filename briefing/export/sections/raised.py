"""If raised: what they have said on each issue, and room for our answer; points and press lines."""

from __future__ import annotations

import re
import unicodedata
from hashlib import sha256

from briefing.export.language.wording import capitalised, unquoted
from briefing.export.outlines.outline import Block, Bullets, Line, Run, Text, User, ended
from briefing.export.parts.asking import told, wording
from briefing.export.parts.content import Content, line
from briefing.export.sections.issues import in_common
from briefing.export.sections.scenario import found
from briefing.model import Ask

_ASK_WORDS = 18


def points(content: Content) -> tuple[Block, ...]:
    """Return the room for the points to make."""
    return (content.user("points", "points"),)


def raised(content: Content) -> tuple[Block, ...]:
    """Return one bullet for each issue on which the other side wants something."""
    groups: dict[str, list[Ask]] = {}
    for ask in content.theirs:
        if in_common(ask, content.ours):
            continue
        groups.setdefault(ask.issues[0] if ask.issues else "", []).append(ask)
    if "" in groups:
        groups[""] = groups.pop("")  # what is of no issue comes last
    items: list[Line] = []
    names: set[str] = set()
    for label, asks in list(groups.items())[: content.limits["raised"]]:
        name = section_name(label, taken=names)
        names.add(name)
        items.append(_bullet(content, label, asks, name))
    return (Bullets(tuple(items)),) if items else ()


def press(content: Content) -> tuple[Block, ...]:
    """Return the room for press lines, and the media events the sources tell of."""
    user: User = content.user("press", "press")
    events = found(content, "press")
    return (
        (user, Text(ended((content.strong_label("on_media"), Run(" "), *events))))
        if events
        else (user,)
    )


def next_steps(content: Content) -> tuple[Block, ...]:
    """Return the room for what is to be done next."""
    return (content.user("next-steps", "next_steps"),)


def section_name(label: str, taken: set[str] | frozenset[str] = frozenset()) -> str:
    """Return the name of the user's answer on an issue; it stays the same over exports."""
    bare = unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", bare).strip("-")
    mark = sha256(label.encode("utf-8", "replace")).hexdigest()[:6]
    name = f"if-raised-{slug or (mark if label else 'other')}"
    return f"{name}-{mark}" if name in taken else name


def _bullet(content: Content, label: str, asks: list[Ask], name: str) -> Line:
    said: list[Run | User] = []
    for ask in asks[:2]:
        said += [Run(content.speech.in_parts(["", ""]))] if said else []
        words = wording(ask, _ASK_WORDS)
        said += told(content, ask, words if said else capitalised(words))
    subject = content.speech.issue(label) if label else content.speech.say("other_matters")
    head = Run(f"{unquoted(subject)}.", "strong")
    answer = f" {content.headed(content.label('response'))} "
    stale = Run(f" ({content.label('stale')})", "emphasis") if content.is_stale(name, label) else ""
    return line(head, " ", *ended(tuple(said)), answer, content.user(name, "response"), stale)
