"""What the user decided about a finding, or added on their own. Append-only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from briefing.model.text import Span

ACTIONS = ("accept", "reject", "edit", "add", "merge", "split", "note", "star")
DECIDED_KINDS = ("person", "issue", "ask", "pressure")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One decision; it outlives re-extraction because it names its finding by key, not by row.

    Attributes:
        id: 0 until the library has it.
        action: one of ACTIONS.
        kind: one of DECIDED_KINDS.
        key: the key of the finding decided on (see `workspace.gathering`), or of the item added.
        meeting: the meeting it holds for; None for scope `everywhere`.
        article: the article it holds for where that article has no meeting, else None.
        fields: what was set, by field name: strings, or lists of strings.
            For `merge`: {"into": key}. For `split`: {"key": key of the record split off}.
        spans: for `add`: where in the text it stands; for `split`: the places split off.
        at: ISO time stamp.
    """

    id: int = 0
    action: str
    kind: str
    key: str
    meeting: int | None = None
    article: int | None = None
    fields: Mapping[str, str | list[str]] = field(default_factory=dict)
    spans: tuple[Span, ...] = ()
    at: str = ""

    @property
    def everywhere(self) -> bool:
        """Whether it holds for the whole library."""
        return self.meeting is None and self.article is None
