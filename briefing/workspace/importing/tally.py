"""What an import was asked for, and what has become of it so far."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from briefing.model import Changes
from briefing.model.changes import NOTHING
from briefing.workspace.reports import Attached, Duplicate, Failed, Imported, ImportReport


@dataclass
class Tally:
    """Counts what comes in; what is kept is told only once it is committed.

    Attributes:
        batch: the batch of undo the articles belong to, once there is one.
        kept: articles kept but not yet committed, each with its file.
    """

    imported: list[Imported] = field(default_factory=list)
    duplicates: list[Duplicate] = field(default_factory=list)
    failed: list[Failed] = field(default_factory=list)
    alike: list[int] = field(default_factory=list)
    attached: list[Attached] = field(default_factory=list)
    others: list[Path] = field(default_factory=list)
    partly: list[str] = field(default_factory=list)
    changes: Changes = NOTHING
    cancelled: bool = False
    full: bool = False
    batch: int | None = None
    kept: list[Kept] = field(default_factory=list)

    def commit(self) -> None:
        """Tell of what was kept so far as imported."""
        for one in self.kept:
            self.imported.append(one.imported)
            self.changes |= one.changes
            self.alike += [one.imported.article] * one.alike
            self.partly += [one.imported.title] * one.partly
        self.kept.clear()

    def lose(self, reason: str, rest: Sequence[Path]) -> None:
        """Tell of what was kept and not committed, and of files not come to, as without room."""
        lost = {one.file for one in self.kept}
        self.failed += [Failed(one.imported.path, reason, one.file) for one in self.kept]
        self.failed += [Failed(str(path), reason, path) for path in rest if path not in lost]
        self.kept.clear()
        self.full = True

    def report(self) -> ImportReport:
        """Return what became of each file."""
        return ImportReport(
            imported=tuple(self.imported),
            duplicates=tuple(self.duplicates),
            failed=tuple(self.failed),
            alike=tuple(self.alike),
            attached=tuple(self.attached),
            others=tuple(map(str, self.others)),
            partly=tuple(self.partly),
            changes=self.changes,
            cancelled=self.cancelled,
            full=self.full,
        )


@dataclass(frozen=True)
class Kept:
    """An article kept, its file, and what it changed.

    Attributes:
        alike: whether others tell the same text.
        partly: whether the language model read only its first part.
    """

    imported: Imported
    file: Path
    changes: Changes
    alike: bool
    partly: bool


@dataclass(frozen=True)
class Task:
    """What an import was asked for: the date and the meeting to give, and what became of it."""

    published: dt.date | None
    meeting: int | None
    tally: Tally
