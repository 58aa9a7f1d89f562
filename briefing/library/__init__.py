"""The library: SQLite, migrations, decisions, undo journal, originals, backup, verification.

The only home of SQL. Stores what it is given; knows nothing of how findings are made or shown.
"""

from briefing.library.journal import Undone, UndoStatus
from briefing.library.library import Library
from briefing.library.restoring import restore
from briefing.library.session import Session

__all__ = ["Library", "Session", "UndoStatus", "Undone", "restore"]
