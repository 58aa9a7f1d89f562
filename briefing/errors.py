"""Errors a user can act on. Anything else that is raised is a bug of ours."""

from __future__ import annotations

from briefing.phrase import Phrase, as_phrase, joined


class BriefingError(Exception):
    """Something the user can mend; shown as one sentence, never as a traceback.

    Args:
        message: what went wrong and where, as one sentence; a phrase where values stand in it.
        hint: what to do about it; empty where the message already says so.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".rstrip()

    @property
    def told(self) -> Phrase:
        """Message and hint, still to be worded in another language."""
        return joined(as_phrase(part) for part in (self.message, self.hint))


class UnreadableFile(BriefingError):
    """A file given for import cannot be read as an article."""


class NotGoneThrough(BriefingError):
    """Extraction cannot go through a text; whatever it does, it ends in it."""


class LibraryError(BriefingError):
    """The library cannot be opened, read or written."""


class LibraryMissing(LibraryError):
    """There is no library in the folder named."""


class LibraryTooNew(LibraryError):
    """A newer version of the program wrote this library."""


class LibraryDamaged(LibraryError):
    """The library's file is not a sound database."""


class StorageFull(LibraryError):
    """The disk has no room for what was to be written; nothing of it was kept."""


class ReadOnly(LibraryError):
    """The library may be read but not changed."""


class NotFound(BriefingError):
    """The user named something that is not in the library."""


class BadQuery(BriefingError):
    """A search query cannot be understood.

    Args:
        message: what is wrong with it, as one sentence.
        suggestion: a query that would work; empty where there is none.
    """

    def __init__(self, message: str, suggestion: str = "") -> None:
        super().__init__(message)
        self.suggestion = suggestion


class BadResource(BriefingError):
    """A table or template in `resources/`, or the user's own layer of it, is malformed."""


class BadValue(BriefingError):
    """A value typed by the user (a date, a side, an option) cannot be used."""
