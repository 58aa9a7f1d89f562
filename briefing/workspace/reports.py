"""What the use cases answer with."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from briefing.model import ArticleLine, Changes, Meeting
from briefing.model.changes import NOTHING
from briefing.phrase import Phrase, as_phrase, joined, phrase

SORTS = (  # what else became of files, as one and as several
    ("{number} duplicate", "{number} duplicates"),
    ("{number} attachment left out", "{number} attachments left out"),
    ("{number} other file left out", "{number} other files left out"),
    ("{number} failed", "{number} failed"),
    ("{number} read to its end by rules alone", "{number} read to their ends by rules alone"),
)
CAME = "{number} imported", "{number} imported ({others} with the text of another)"


@dataclass(frozen=True, slots=True)
class Imported:
    """A file that is now an article; `published` is None where nothing tells its date."""

    path: str
    article: int
    title: str
    published: dt.date | None


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A file whose bytes the library already has, and the article that holds them."""

    path: str
    article: int


@dataclass(frozen=True, slots=True)
class Failed:
    """A file that could not be read, and why, as one sentence.

    Attributes:
        path: the file as it is shown; a file inside another one has both names.
        file: the file to import again once the reason is mended.
    """

    path: str
    reason: str
    file: Path = Path()


@dataclass(frozen=True, slots=True)
class Attached:
    """A file attached to a mail that was imported without it.

    Attributes:
        path: the mail and the name of what is attached, as they are shown.
        file: the file to import again, with `attachments`, to have it too.
    """

    path: str
    file: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """What became of each file of an import.

    Attributes:
        alike: those imported that tell the same text as another article; see `duplicates_of`.
        attached: what came along with mails and was not imported.
        others: files of the folders that are of a kind that is not read.
        partly: the titles of those so long that the language model read only their first part.
        full: whether the disk had no room for some of it; that is among what failed.
    """

    imported: tuple[Imported, ...] = ()
    duplicates: tuple[Duplicate, ...] = ()
    failed: tuple[Failed, ...] = ()
    alike: tuple[int, ...] = ()
    attached: tuple[Attached, ...] = ()
    others: tuple[str, ...] = ()
    partly: tuple[str, ...] = ()
    changes: Changes = NOTHING
    cancelled: bool = False
    full: bool = False

    @property
    def needs_date(self) -> tuple[Imported, ...]:
        """The articles whose date neither file nor text tells: the user is asked for it."""
        return tuple(one for one in self.imported if one.published is None)

    @property
    def retry(self) -> tuple[Path, ...]:
        """The files to import again, each once: what is in the library already is passed over."""
        return tuple(dict.fromkeys(one.file for one in self.failed if one.file != Path()))

    def summary(self) -> str:
        """Return the outcome as one line: `3 imported, 1 duplicate, 1 failed`."""
        come = CAME[1 if self.alike else 0]
        parts = [phrase(come, number=len(self.imported), others=len(self.alike))]
        found = (self.duplicates, self.attached, self.others, self.failed, self.partly)
        parts += [
            numbered(len(some), *said) for some, said in zip(found, SORTS, strict=True) if some
        ]
        if self.cancelled:
            parts.append(as_phrase("the rest cancelled"))
        return joined(parts, ", ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """What the lists of the window show.

    Attributes:
        to_review: asks of the bands high and medium that the user has not decided on.
        asks: all asks of those bands. starred: what has a star, of any kind.
    """

    meetings: tuple[Meeting, ...]
    articles: tuple[ArticleLine, ...]
    to_review: int
    asks: int
    starred: int
    searches: tuple[str, ...]

    @property
    def unassigned(self) -> tuple[ArticleLine, ...]:
        """The articles that belong to no meeting."""
        return tuple(line for line in self.articles if not line.meetings)


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """One line of `briefing doctor`: what was looked at, whether it is well, what to do if not."""

    subject: str
    well: bool
    report: str
    remedy: str = ""


def numbered(number: int, one: str, several: str) -> Phrase:
    """Return a number of things; `{number}` in the words for one, or for several, is the number."""
    return phrase(one if number == 1 else several, number=number)


def counted(number: int, word: str) -> str:
    """Return a number with its noun: `1 article`, `2 articles`."""
    return f"{number} {word}" + ("" if number == 1 else "s")
