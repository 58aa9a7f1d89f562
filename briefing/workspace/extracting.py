"""Extraction as a use case: the tables and the model are loaded on first need, once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.model import Article, Findings, ImportedText

if TYPE_CHECKING:
    from briefing.extract import Extractor

ENGLISH = "en"

NOT_COVERED = Findings(backend="none: extraction covers English only", resources="", sentences=())
"""What is found in an article in another language: it is kept, shown and searched all the same."""


@dataclass
class Extraction:
    """Finds people, issues and asks in texts.

    Attributes:
        user_tables: the user's own layer over the tables of the program.
        model: name or path of a spaCy model; "" for the small English one.
    """

    user_tables: Path | None = None
    model: str = ""
    our_side: str = ""
    _extractor: Extractor | None = field(default=None, init=False, repr=False)

    @property
    def backend(self) -> str:
        """What does the work, or "" while nothing has been loaded."""
        return "" if self._extractor is None else self._extractor.backend

    def load(self) -> str:
        """Load tables and model, and return what does the work: a model's name, or `rules`."""
        return self._loaded().backend

    def prefer(self, model: str, our_side: str) -> bool:
        """Read with another model, or for another side, from now on; return whether it is another."""
        other = (model, our_side) != (self.model, self.our_side)
        if model != self.model:
            self._extractor = None
        self.model, self.our_side = model, our_side
        return other

    def of_text(
        self, text: ImportedText, published: dt.date | None, sides: Sequence[str] = ()
    ) -> Findings:
        """Return what is found in a text that is not in the library; nothing in a French one."""
        if text.language != ENGLISH:
            return NOT_COVERED
        return self._loaded().extract(
            text.text,
            published=published,
            hidden=text.hidden,
            sides=tuple(sides),
            our_side=self.our_side,
        )

    def of_article(self, article: Article, sides: Sequence[str] = ()) -> Findings:
        """Return what is found in an article; `sides` are those the user confirmed, if any."""
        if article.language != ENGLISH:
            return NOT_COVERED
        return self._loaded().extract(
            article.text,
            published=article.published,
            hidden=article.hidden,
            sides=tuple(sides),
            our_side=self.our_side,
        )

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
