"""The part of the door that brings articles in: files, pastes, folders, bundles; duplicates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.errors import StorageFull
from briefing.library import Library
from briefing.model import Changes
from briefing.progress import QUIET, Cancelled, Progress
from briefing.workspace.finding.searching import Searching
from briefing.workspace.importing.duplicates import Alike, Difference, Duplicates
from briefing.workspace.importing.watching import Watching
from briefing.workspace.reports import Failed, ImportReport

if TYPE_CHECKING:
    from briefing.workspace.importing.adding import Adding
    from briefing.workspace.importing.bundles import Bundles, Merged
    from briefing.workspace.importing.furniture import Furniture


@dataclass(kw_only=True)
class Sources:
    """What window and command line may do to bring articles into one library.

    Attributes:
        watching: the folders watched; see there for when a file counts as complete.
    """

    library: Library
    adding: Adding
    searching: Searching
    watching: Watching = field(init=False)

    def __post_init__(self) -> None:
        self.watching = Watching(self.library)

    def import_paths(
        self,
        paths: Sequence[Path],
        *,
        published: dt.date | None = None,
        meeting: int | None = None,
        progress: Progress = QUIET,
        attachments: bool = False,
    ) -> ImportReport:
        """Import files and folders; see `Adding.import_paths`.

        Where the disk has no room for the search index, the report says so; the articles are kept
        and the index is brought in step with the next change. So it is where the user cancels.
        """
        report = self.adding.import_paths(
            paths,
            published=published,
            meeting=meeting,
            progress=progress,
            attachments=attachments,
        )
        try:
            self.searching.catch_up(QUIET if report.cancelled else progress)
        except Cancelled:
            return replace(report, cancelled=True)
        except StorageFull as error:
            return replace(report, failed=(*report.failed, Failed("search index", error.told)))
        return report

    def import_text(
        self,
        text: str,
        *,
        title: str = "",
        published: dt.date | None = None,
        meeting: int | None = None,
    ) -> ImportReport:
        """Import a pasted text; see `Adding.import_text`."""
        try:
            return self.adding.import_text(text, title=title, published=published, meeting=meeting)
        finally:
            self.searching.catch_up()

    def import_watched(self, progress: Progress = QUIET) -> ImportReport:
        """Import what is new and complete in the folders watched; each file once.

        What the disk had no room for, or was cancelled, is new again at the next look.
        """
        ready = self.watching.ready()
        if not ready:
            return ImportReport()
        report = self.import_paths(ready, progress=progress)
        if not report.cancelled:
            lost = report.retry if report.full else ()
            self.watching.done(file for file in ready if file not in lost)
        return report

    def export_bundle(self, meetings: Sequence[int], target: Path) -> None:
        """Write meetings with articles, findings and decisions into one file."""
        self._bundles.export(meetings, target)

    def import_bundle(self, path: Path) -> Merged:
        """Merge such a file into the library; what both have stays as it is here."""
        try:
            return self._bundles.merge(path)
        finally:
            self.searching.catch_up()

    def duplicates_of(self, article: int) -> tuple[Alike, ...]:
        """Return the other articles that tell the same text. Raises NotFound."""
        return Duplicates(self.library).of(article)

    def differences(self, article: int, other: int) -> tuple[Difference, ...]:
        """Return what changed from one version to another. Raises NotFound."""
        return Duplicates(self.library).differences(article, other)

    def count_alone(self, article: int) -> Changes:
        """Take an article out of its group of duplicates."""
        return self._indexed(Duplicates(self.library).part(article))

    def always_hide(self, article: int, start: int, end: int) -> Changes:
        """Hide this line in every article of the outlet, now and later."""
        return self._indexed(self._furniture.always(article, start, end, hide=True))

    def never_hide(self, article: int, start: int, end: int) -> Changes:
        """Show this line in every article of the outlet, now and later."""
        return self._indexed(self._furniture.always(article, start, end, hide=False))

    @property
    def _bundles(self) -> Bundles:
        from briefing.workspace.importing.bundles import Bundles

        return Bundles(self.library)

    @property
    def _furniture(self) -> Furniture:
        from briefing.workspace.importing.furniture import Furniture

        return Furniture(self.library)

    def _indexed(self, changes: Changes) -> Changes:
        self.searching.catch_up()
        return changes
