"""The folders the user has watched, and which files were seen in each."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping

from briefing.library import codec

Seen = Mapping[str, tuple[int, int]]
"""Size and time of change (nanoseconds) of each file, by its name below the folder."""


class WatchedFolders:
    """The folders watched."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def all(self) -> dict[str, Seen]:
        """Return the folders and what was seen in each."""
        rows = self._db.execute("SELECT folder, seen FROM watched_folder ORDER BY folder")
        return {
            folder: {name: (size, changed) for name, (size, changed) in json.loads(seen).items()}
            for folder, seen in rows
        }

    def put(self, folder: str, seen: Seen) -> None:
        """Watch a folder, or remember what was seen there."""
        self._db.execute(
            "INSERT INTO watched_folder VALUES (?1, ?2) ON CONFLICT (folder) DO UPDATE SET seen = ?2",
            (folder, codec.compact({name: list(told) for name, told in seen.items()})),
        )

    def remove(self, folder: str) -> None:
        """Watch a folder no longer."""
        self._db.execute("DELETE FROM watched_folder WHERE folder = ?", (folder,))
