"""A real library in a temporary folder; extraction is scripted, so that tests say what was
found."""

from collections.abc import Callable

import pytest

from briefing.library import Library
from briefing.model import Article, Findings, ImportedText
from briefing.search import Index
from briefing.workspace.briefs.exporting import Exporting
from briefing.workspace.changing.articles import Articles
from briefing.workspace.changing.meetings import Meetings
from briefing.workspace.changing.reviewing import Reviewing
from briefing.workspace.finding.searching import Searching
from briefing.workspace.health.checking import Checking
from briefing.workspace.importing.adding import Adding
from briefing.workspace.reading import Reading
from briefing.workspace.workspace import Workspace

Finder = Callable[..., Findings]


class ScriptedExtraction:
    """Stands in for `Extraction`: a function of text, date and sides tells what is found."""

    def __init__(self) -> None:
        self.find: Finder = lambda text, published, sides: Findings(
            backend="rules", resources="", sentences=()
        )
        self.asked_with: list[tuple[str, ...]] = []

    backend = "rules"

    def load(self) -> str:
        return self.backend

    def foresee(self, text, published, sides=()) -> None:
        """Nothing is gone through before it is asked for."""

    def is_ready(self, text, published, sides=()) -> bool:
        return True

    def is_awaited(self, text, published, sides=()) -> bool:
        return False

    def rest(self) -> None:
        """There is nothing to drop."""

    def close(self) -> None:
        """There are no processes."""

    def of_text(self, text: ImportedText, published, sides=()) -> Findings:
        self.asked_with.append(tuple(sides))
        return self.find(text.text, published, tuple(sides))

    def of_article(self, article: Article, sides=()) -> Findings:
        self.asked_with.append(tuple(sides))
        return self.find(article.text, article.published, tuple(sides))


@pytest.fixture
def extraction():
    return ScriptedExtraction()


@pytest.fixture
def workspace(tmp_path, extraction):
    library = Library.open(tmp_path / "library")
    searching = Searching(library, Index(tmp_path / "library" / "index", library.identity))
    opened = Workspace(
        library=library,
        extraction=extraction,
        reading=Reading(library),
        adding=Adding(library, extraction),
        articles=Articles(library, extraction),
        meetings=Meetings(library, extraction),
        reviewing=Reviewing(library),
        searching=searching,
        exporting=Exporting(library),
        checking=Checking(extraction, library, searching.state),
    )
    yield opened
    opened.close()


@pytest.fixture
def write(tmp_path):
    def write(name: str, text: str):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write
