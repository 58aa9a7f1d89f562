"""Briefings from the library: one document a meeting, the user's own words kept."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from briefing import __version__
from briefing.errors import BadValue, BriefingError, NotFound
from briefing.export import (
    file_name,
    prepared_on,
    render_markdown,
    user_sections,
    verify_briefing,
    write_file,
)
from briefing.library import Library, Session
from briefing.model import Article, Briefing, Meeting, Records
from briefing.progress import Progress

FORMATS = ("md",)


@dataclass
class Exporting:
    """Renders and writes the briefings of one library.

    Attributes:
        our_side: whose point of view is taken; "" for the first side of each meeting.
    """

    library: Library
    our_side: str = ""

    def markdown(self, meeting: int) -> str:
        """Return the briefing of a meeting as it would be exported now."""
        with self.library.reading() as session:
            briefing = self._briefing(session, meeting)
            kept = session.exports.last(meeting)
        if kept:
            briefing = replace(briefing, user_sections=user_sections(kept))
        return render_markdown(briefing)

    def export(
        self, meetings: Sequence[int], folder: Path, formats: Sequence[str], progress: Progress
    ) -> tuple[Path, ...]:
        """Write one briefing a meeting into a folder and return the files, in order.

        A briefing already there is replaced, the user's sections in it kept.

        Raises:
            BadValue: a format that is not known.
            NotFound: a meeting that is not in the library.
            BriefingError: a file of that name is not a briefing of this library, or its user
                sections cannot be read; it is left as it is.
            StorageFull: the disk is full; files are whole or as they were.
        """
        unknown = [f for f in formats if f not in FORMATS]
        if unknown:
            known = ", ".join(FORMATS)
            raise BadValue(f"There is no export format “{unknown[0]}”.", f"Choose from: {known}.")
        _make(folder)
        written: list[Path] = []
        for number, meeting in enumerate(meetings):
            progress.step(number, len(meetings), "Exporting")
            written.append(self._write(meeting, folder))
        return tuple(written)

    def _write(self, meeting: int, folder: Path) -> Path:
        with self.library.reading() as session:
            briefing = self._briefing(session, meeting)
            last = session.exports.last(meeting)
        path = folder / file_name(briefing)
        kept = self._on_disk(path) or last
        if kept:
            briefing = replace(briefing, user_sections=user_sections(kept))
        text = render_markdown(briefing)
        write_file(path, text)
        if not self.library.read_only:
            digest = hashlib.sha256(text.encode()).hexdigest()
            with self.library.aside() as session:
                session.exports.put(meeting, str(path), digest, text)
        return path

    def _on_disk(self, path: Path) -> str | None:
        try:
            text = path.read_text(encoding="utf-8")
        except FileNotFoundError:
            return None
        except (OSError, UnicodeDecodeError) as error:
            raise BriefingError(
                f"{path} is in the way and cannot be read ({error}).",
                "Move it or choose another folder.",
            ) from error
        if self.library.identity not in text:
            raise BriefingError(
                f"{path} is not a briefing of this library.", "Move it or choose another folder."
            )
        return text

    def _briefing(self, session: Session, number: int) -> Briefing:
        meeting = session.meetings.get(number)
        side = self.our_side if self.our_side in meeting.sides else meeting.sides[0]
        return Briefing(
            meeting=meeting,
            our_side=side,
            articles=session.articles.of_meeting(number),
            records=session.records.of(meeting=number),
            earlier=_earlier(session, meeting),
            library=self.library.identity,
            version=__version__,
            prepared=prepared_on(),
        )

    def verify_files(self, paths: Sequence[Path]) -> tuple[str, ...]:
        """Return one sentence for each quotation of the briefings that its source does not bear out.

        Raises:
            NotFound: a file that is not there or cannot be read.
        """
        problems: list[str] = []
        for path in paths:
            try:
                text = path.read_text(encoding="utf-8")
            except (OSError, UnicodeDecodeError) as error:
                raise NotFound(f"{path} cannot be read ({error}).") from error
            failures = verify_briefing(text, self._by_sha)
            problems += [f"{path}, line {f.line}: {f.reason}" for f in failures]
        return tuple(problems)

    def _by_sha(self, start: str) -> Article | None:
        """Return the article whose SHA-256 begins so."""
        with self.library.reading() as session:
            for line in session.articles.lines():
                article = session.articles.get(line.id)
                if article.sha256.startswith(start):
                    return article
        return None


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BriefingError(
            f"The folder {folder} cannot be made ({error.strerror}).", "Choose another folder."
        ) from error


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
