"""Several articles put into a meeting, or taken out, one after the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from briefing.model import Changes

if TYPE_CHECKING:
    from briefing.workspace import Workspace


def gather(workspace: Workspace, articles: Sequence[int], meeting: int) -> Changes:
    """Put articles into a meeting; each is an operation of its own."""
    changes = Changes()
    for article in articles:
        changes |= workspace.assign(article, meeting)
    return changes


def part(workspace: Workspace, pairs: Sequence[tuple[int, int]]) -> Changes:
    """Take articles out of meetings; each is an operation of its own."""
    changes = Changes()
    for article, meeting in pairs:
        changes |= workspace.unassign(article, meeting)
    return changes


def cleared(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return fields as the use cases take them: those the user emptied are named in `clear`."""
    emptied = [name for name, value in fields.items() if value is None or value == ""]
    given: dict[str, Any] = {n: v for n, v in fields.items() if n not in emptied}
    return {**given, "clear": emptied} if emptied else given
