"""The records of the place one is at, read once for all the articles of its meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.gui.sidebar.rows import Place
from briefing.model import Records

if TYPE_CHECKING:
    from briefing.workspace import Overview, Workspace


class RecordsAtHand:
    """Reads the records of a place; they are read anew with the overview, as after a change."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._key: tuple[Overview, int | None, int | None] | None = None
        self._records = Records()

    def of(self, overview: Overview, place: Place) -> Records:
        """Return the records of a meeting, or of an article that has none.

        Raises:
            NotFound: the article is gone.
        """
        key = overview, place.meeting, None if place.meeting else place.article
        if self._key is None or self._key[0] is not overview or self._key[1:] != key[1:]:
            self._records = self._read(place)
            self._key = key
        return self._records

    def _read(self, place: Place) -> Records:
        if place.meeting is not None:
            return self._workspace.records(meeting=place.meeting)
        if place.article is not None:
            return self._workspace.records(article=place.article)
        return Records()
