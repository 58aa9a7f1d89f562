"""The library: SQLite, migrations, decisions, undo journal, originals, backup, verification.

The only home of SQL. Stores what it is given; knows nothing of how findings are made or shown.
"""

from briefing.library.backups import Backup, backups_of, newest_good
from briefing.library.journal import Undone, UndoStatus
from briefing.library.library import Library
from briefing.library.places import network_of
from briefing.library.presence import left_open
from briefing.library.removing import is_library, remove_library
from briefing.library.replacing import go_back
from briefing.library.restoring import prove, restore
from briefing.library.salvaging import Salvaged, salvage
from briefing.library.session import Session
from briefing.library.together import Together

__all__ = [
    "Backup",
    "Library",
    "Salvaged",
    "Session",
    "Together",
    "UndoStatus",
    "Undone",
    "backups_of",
    "go_back",
    "is_library",
    "left_open",
    "network_of",
    "newest_good",
    "prove",
    "remove_library",
    "restore",
    "salvage",
]
