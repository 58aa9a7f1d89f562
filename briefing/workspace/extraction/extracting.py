"""Extraction as a use case: one article here and now, many by processes that work ahead."""

from __future__ import annotations

import datetime as dt
import logging
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from briefing import itself
from briefing.model import Article, Findings, ImportedText
from briefing.workspace.extraction.wanted import Wanted

if TYPE_CHECKING:
    from briefing.extract import Extractor
    from briefing.workspace.extraction.crew import Crew

log = logging.getLogger(__name__)

ENGLISH = "en"

NOT_COVERED = Findings(backend="none: extraction covers English only", resources="", sentences=())
"""What is found in an article in another language: it is kept, shown and searched all the same."""


MANY = 12
"""Texts to be gone through from which on processes are started: starting one takes two seconds."""

KEPT = 64
"""Findings kept by what they depend on: wire copy, and what is read again without a change."""

TICK = 0.1
"""Seconds that may pass before somebody who waits for an answer is told that there is none yet."""


@dataclass
class Extraction:
    """Finds people, issues and asks in texts.

    Many texts are told beforehand (`foresee`), gone through in the order in which they are told,
    and taken by the calls that a single text is found things in by.

    Attributes:
        user_tables: the user's own layer over the tables of the program.
        model: name or path of a spaCy model; "" for the small English one.
        processes: how many may go through many texts side by side; 0 for as many as suit the
            machine.
    """

    user_tables: Path | None = None
    model: str = ""
    our_side: str = ""
    processes: int = 0
    _extractor: Extractor | None = field(default=None, init=False, repr=False)
    _crew: Crew | None = field(default=None, init=False, repr=False)
    _foreseen: dict[str, Wanted] = field(default_factory=dict, init=False, repr=False)
    _found: OrderedDict[str, Findings] = field(default_factory=OrderedDict, init=False, repr=False)

    @property
    def backend(self) -> str:
        """What does the work, or "" while nothing has been loaded."""
        if self._extractor is None:
            return "" if self._crew is None else self._crew.backend
        return self._extractor.backend

    def load(self) -> str:
        """Load tables and model, and return what does the work: a model's name, or `rules`."""
        return self._loaded().backend

    def prefer(self, model: str, our_side: str) -> bool:
        """Read with this model, or for this side, from now on; return whether it is another."""
        other = (model, our_side) != (self.model, self.our_side)
        if model != self.model:
            self.close()
            self._extractor = None
            self._found.clear()
        self.model, self.our_side = model, our_side
        return other

    def of_text(
        self, text: ImportedText, published: dt.date | None, sides: Sequence[str] = ()
    ) -> Findings:
        """Return what is found in a text that is not in the library; nothing in a French one.

        Raises:
            NotGoneThrough: the program fails on it, or a process ended in it twice.
        """
        if text.language != ENGLISH:
            return NOT_COVERED
        return self._findings(self._wanted(text, published, sides))

    def of_article(self, article: Article, sides: Sequence[str] = ()) -> Findings:
        """Return what is found in an article; `sides` are those the user confirmed, if any.

        Raises:
            NotGoneThrough: the program fails on it, or a process ended in it twice.
        """
        if article.language != ENGLISH:
            return NOT_COVERED
        return self._findings(self._wanted(article, article.published, sides))

    def foresee(
        self, text: ImportedText | Article, published: dt.date | None, sides: Sequence[str] = ()
    ) -> None:
        """Tell that a text will be wanted; once there are many, processes go through them."""
        if text.language != ENGLISH:
            return
        wanted = self._wanted(text, published, sides)
        if wanted.key in self._found:
            return
        self._foreseen[wanted.key] = wanted
        if self._crew is None and len(self._foreseen) >= MANY:
            self._crew = self._new_crew()
            for one in self._foreseen.values():
                self._crew.add(one)
        elif self._crew is not None:
            self._crew.add(wanted)

    def is_ready(
        self, text: ImportedText | Article, published: dt.date | None, sides: Sequence[str] = ()
    ) -> bool:
        """Whether a text that was foreseen has been gone through."""
        crew = self._crew
        return crew is not None and crew.is_ready(self._wanted(text, published, sides))

    def is_awaited(
        self, text: ImportedText | Article, published: dt.date | None, sides: Sequence[str] = ()
    ) -> bool:
        """Whether a process has yet to go through a text, now or in the next tenth of a second."""
        crew = self._crew
        return crew is not None and crew.is_awaited(self._wanted(text, published, sides), TICK)

    def rest(self) -> None:
        """Tell that what was foreseen and not taken is not wanted; what works on it is ended."""
        self._foreseen.clear()
        if self._crew is not None:
            self._crew.forget()

    def close(self) -> None:
        """End the processes, if there are any."""
        self._foreseen.clear()
        if self._crew is not None:
            self._crew.end()
            self._crew = None

    def _wanted(
        self, text: ImportedText | Article, published: dt.date | None, sides: Sequence[str]
    ) -> Wanted:
        name = Path(text.path).name if isinstance(text, ImportedText) else f"“{text.headline}”"
        hidden = tuple(text.hidden)
        return Wanted(text.text, published, hidden, tuple(sides), self.our_side, name)

    def _findings(self, wanted: Wanted) -> Findings:
        self._foreseen.pop(wanted.key, None)
        found = self._found.get(wanted.key)
        if found is None:
            found = self._of_crew(wanted) or self._here(wanted)
        self._found[wanted.key] = found
        self._found.move_to_end(wanted.key)
        if len(self._found) > KEPT:
            self._found.popitem(last=False)
        return found

    def _of_crew(self, wanted: Wanted) -> Findings | None:
        if self._crew is None:
            return None
        if self._crew.numbers():
            self._crew.add(wanted)
        while self._crew.is_awaited(wanted, TICK):
            pass
        return self._crew.take(wanted)

    def _here(self, wanted: Wanted) -> Findings:
        extractor = self._loaded()
        try:
            return extractor.extract(
                wanted.text,
                published=wanted.published,
                hidden=wanted.hidden,
                sides=wanted.sides,
                our_side=wanted.our_side,
            )
        # One text that the program fails on must not keep those behind it out of the library.
        except Exception as error:
            from briefing.workspace.extraction.crew import not_gone_through

            log.exception("A text was not gone through")
            raise not_gone_through(wanted.name, itself.where(error)) from error

    def _new_crew(self) -> Crew:
        from briefing.workspace.extraction.crew import Crew, usual_size
        from briefing.workspace.extraction.hand import Setup

        return Crew(Setup(self.user_tables, self.model), self.processes or usual_size())

    def _loaded(self) -> Extractor:
        if self._extractor is None:
            from briefing.extract import Extractor, load_tables  # a window opens without them

            self._extractor = Extractor(load_tables(self.user_tables), self.model)
        return self._extractor


def extract_file(
    path: Path,
    extraction: Extraction,
    *,
    published: dt.date | None = None,
    sides: Sequence[str] = (),
) -> tuple[ImportedText, Findings]:
    """Read a file and return its text with what is found in it; no library is needed.

    Args:
        path: the file.
        extraction: what does the work.
        published: the date to use in place of the one the file tells.
        sides: the sides of the meeting, where they are known.

    Raises:
        UnreadableFile: the file cannot be read as an article.
    """
    from briefing.ingest import IsolatedReader, read_file

    with IsolatedReader() as reader:
        text = read_file(path, reader.articles_of)
    return text, extraction.of_text(text, published or published_of(text), sides)


def published_of(text: ImportedText) -> dt.date | None:
    """Return the date the file tells for its publication, if it tells one."""
    return dt.date.fromisoformat(text.published.value) if text.published else None
