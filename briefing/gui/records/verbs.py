"""What can be decided about a record, with the key for it; the same in lists, text and menus."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

ACCEPT, REJECT, EDIT, MERGE, SPLIT = "accept", "reject", "edit", "merge", "split"
STAR, NOTE, WHY = "star", "note", "why"
ACCEPT_ALL, REJECT_ALL = "accept everywhere", "reject everywhere"
NEXT, PREVIOUS = "next", "previous"


@dataclass(frozen=True, slots=True)
class Verb:
    """One decision: its words in menus, the key that takes it, and the kinds it is for."""

    name: str
    words: str
    key: str
    tip: str
    kinds: frozenset[str] = frozenset({"person", "issue", "ask", "pressure"})


_MOST = frozenset({"person", "issue", "ask"})
VERBS = (
    Verb(ACCEPT, "Accept", "A", "It is right as it stands"),
    Verb(REJECT, "Reject", "R", "It is wrong, and shall not come back"),
    Verb(EDIT, "Edit…", "E", "Correct its words"),
    Verb(MERGE, "Merge…", "M", "It is the same as another", _MOST),
    Verb(SPLIT, "Split…", "S", "Some of its places are another one", _MOST),
    Verb(NOTE, "Note…", "N", "Write a note; notes appear in the brief"),
    Verb(STAR, "Star", "*", "Put it on the list of what is starred"),
    Verb(WHY, "Why?", "W", "Show why it was found"),
    Verb(ACCEPT_ALL, "Accept everywhere", "Shift+A", "Accept it in every meeting of the library"),
    Verb(REJECT_ALL, "Reject everywhere", "Shift+R", "Reject it in every meeting of the library"),
)
_BY_KEY = {verb.key: verb.name for verb in VERBS} | {"J": NEXT, "K": PREVIOUS}


def of_kind(kind: str, record: object) -> tuple[Verb, ...]:
    """Return what can be decided about a record of that kind."""
    spans = getattr(record, "spans", ())
    return tuple(v for v in VERBS if kind in v.kinds and (v.name != SPLIT or len(spans) > 1))


def of_event(event: QKeyEvent) -> str | None:
    """Return the decision a key stands for, None where it stands for none."""
    key, shift = Qt.Key(event.key()), Qt.KeyboardModifier.ShiftModifier
    if event.modifiers() & ~(shift | Qt.KeyboardModifier.KeypadModifier):
        return None
    if key == Qt.Key.Key_Asterisk:
        return STAR
    if key in {Qt.Key.Key_Delete, Qt.Key.Key_F2}:
        return REJECT if key == Qt.Key.Key_Delete else EDIT
    if not Qt.Key.Key_A <= key <= Qt.Key.Key_Z:
        return None
    letter = chr(key.value)
    return _BY_KEY.get(f"Shift+{letter}" if event.modifiers() & shift else letter)
