"""The content of a briefing out of the library, with the words the user has written into it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from briefing import __version__
from briefing.errors import BriefingError, NotFound
from briefing.export import History, file_name, history_of, prepared_on, read_stamp, user_sections
from briefing.library import Library, Session
from briefing.model import Briefing, Meeting, Records
from briefing.phrase import phrase
from briefing.workspace.records.article_notes import note_of
from briefing.workspace.records.own_words import drafts_of, merged


@dataclass(frozen=True)
class Content:
    """What one briefing is made of.

    Attributes:
        history: what its versions held so far; None before the first export.
        both: names of the user's sections that were changed in a file and in the window.
    """

    briefing: Briefing
    history: History | None = None
    both: tuple[str, ...] = ()


@dataclass
class Contents:
    """Reads what briefings are made of.

    Attributes:
        our_side: whose point of view is taken; "" for the first side of each meeting.
    """

    library: Library
    our_side: str = ""

    def of(self, meeting: int, folder: Path | None = None) -> Content:
        """Return the content of one briefing.

        What the user wrote into the files of this meeting in `folder`, and in the window, goes
        before what they had written when it was last exported.

        Raises:
            NotFound: there is no such meeting.
            BriefingError: a briefing in the folder cannot be read, or a fence in it is broken.
        """
        with self.library.reading() as session:
            briefing = self._briefing(session, meeting)
            last = session.exports.last(meeting) or ""
            drafts = drafts_of(session, meeting)
        written = [s for text in self._written(briefing, folder) for s in user_sections(text)]
        words = merged(written, drafts, user_sections(last))
        own = replace(briefing, user_sections=words.sections)
        return Content(own, history_of(last), words.both)

    def _written(self, briefing: Briefing, folder: Path | None) -> list[str]:
        """Return the Markdown of this meeting in a folder, that of the default profile first."""
        if folder is None or not folder.is_dir():
            return []
        name = file_name(briefing)
        others = sorted(folder.glob(f"{name.removesuffix('.md')}-*.md"))
        paths = [path for path in (folder / name, *others) if path.is_file()]
        texts = [(path, read_text(path)) for path in paths]
        return [
            text
            for _, text in texts
            if read_stamp(text.encode(), ".md").library == self.library.identity
        ]

    def _briefing(self, session: Session, number: int) -> Briefing:
        meeting = session.meetings.get(number)
        side = self.our_side if self.our_side in meeting.sides else (*meeting.sides, "")[0]
        articles = session.articles.of_meeting(number)
        return Briefing(
            meeting=meeting,
            our_side=side,
            articles=articles,
            article_notes=tuple((one.id, note_of(session, one.id)) for one in articles),
            records=session.records.of(meeting=number),
            earlier=_earlier(session, meeting),
            library=self.library.identity,
            version=__version__,
            prepared=prepared_on(),
        )


def read_text(path: Path) -> str:
    """Return the text of a file. Raises BriefingError where it is not one in UTF-8."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BriefingError(
            phrase("{path} is in the way and cannot be read ({error}).", path=path, error=error),
            "Move it or choose another folder.",
        ) from error


def briefing_text(path: Path) -> str:
    """Return the text of a file that the user says is a briefing.

    Raises:
        NotFound: it is not there, may not be read, or is no text.
    """
    if path.is_dir():
        raise NotFound(
            phrase("{path} is a folder.", path=path), "Name the .md file of an exported briefing."
        )
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise NotFound(phrase("There is no file {path}.", path=path), "Check the name.") from None
    except PermissionError:
        told = phrase("You may not read the file {path}.", path=path)
        raise NotFound(told, "Ask its owner for the right to.") from None
    except OSError as error:
        raise NotFound(
            phrase("{path} cannot be read: {strerror}.", path=path, strerror=error.strerror)
        ) from error
    except UnicodeDecodeError:
        told = phrase("{path} is not an exported briefing: it is not text in UTF-8.", path=path)
        raise NotFound(told, "Name the .md file of one.") from None


def _earlier(session: Session, meeting: Meeting) -> tuple[Meeting, Records] | None:
    """Return the last earlier meeting of the same sides, with its records."""
    if meeting.date is None:
        return None
    before = [
        other
        for other in session.meetings.all()
        if other.date and other.date < meeting.date and set(other.sides) == set(meeting.sides)
    ]
    if not before:
        return None
    last = max(before, key=lambda other: (other.date, other.id))
    return last, session.records.of(meeting=last.id)
