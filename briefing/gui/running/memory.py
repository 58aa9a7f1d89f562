"""What the window remembers beside its shape: libraries opened, and of each its last searches and choices."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from PySide6.QtCore import QSettings

MOST_SEARCHES = 5
MOST_LIBRARIES = 8


class Memory:
    """Keeps it in `memory.ini` in the config folder; what cannot be read counts as not there.

    Args:
        config: the config folder.
        library: the folder of the library that searches and choices belong to.
    """

    def __init__(self, config: Path, library: Path) -> None:
        self._file = QSettings(str(config / "memory.ini"), QSettings.Format.IniFormat)
        self._library = library.absolute()
        name = hashlib.sha256(os.fsencode(self._library)).hexdigest()[:16]
        self._group = f"library-{name}"

    def searches(self) -> tuple[str, ...]:
        """Return the queries last asked of this library, the newest first."""
        return self._lines(f"{self._group}/searches")

    def add_search(self, query: str) -> tuple[str, ...]:
        """Keep a query as the newest of this library; return them all."""
        return self._put_first(f"{self._group}/searches", query, MOST_SEARCHES)

    def place(self) -> tuple[int, int]:
        """Return (meeting, article) of this library open when its window closed; 0 for none."""
        found = [self.choice(name, "0") for name in ("meeting", "article")]
        meeting, article = (int(text) if text.isdigit() else 0 for text in found)
        return meeting, article

    def keep_open(self, *, meeting: int | None, article: int | None, view: str, query: str) -> None:
        """Keep what is open; may be called from another thread, on a `Memory` made there."""
        for name, value in (
            ("meeting", str(meeting or 0)), ("article", str(article or 0)), ("view", view),
            ("query", query),
        ):  # fmt: skip
            self.keep_choice(name, value)

    def choice(self, name: str, default: str = "") -> str:
        """Return what was chosen last in this library under a name."""
        return str(self._file.value(f"{self._group}/{name}", default) or default)

    def keep_choice(self, name: str, value: str) -> None:
        """Keep what was chosen."""
        self._file.setValue(f"{self._group}/{name}", value)

    def libraries(self) -> tuple[Path, ...]:
        """Return the libraries last opened that are still there, the newest first."""
        return tuple(path for line in self._lines("libraries") if (path := Path(line)).is_dir())

    def opened(self) -> None:
        """Keep this library as the one opened last."""
        self._put_first("libraries", str(self._library), MOST_LIBRARIES)

    def forget(self) -> None:
        """Forget this library: it was deleted."""
        self._file.remove(self._group)
        kept = [line for line in self._lines("libraries") if line != str(self._library)]
        self._file.setValue("libraries", "\n".join(kept))
        self._file.sync()

    def _put_first(self, key: str, text: str, most: int) -> tuple[str, ...]:
        line = " ".join(text.split()) if "searches" in key else text
        kept = [one for one in self._lines(key) if one != line]
        found = tuple(filter(None, [line, *kept]))[:most]
        self._file.setValue(key, "\n".join(found))
        return found

    def _lines(self, key: str) -> tuple[str, ...]:
        return tuple(line for line in str(self._file.value(key, "") or "").split("\n") if line)
