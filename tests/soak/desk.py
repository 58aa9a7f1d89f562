"""A workspace whose extraction costs nothing, so that a soak tests what is kept and not what is
found."""

from contextlib import contextmanager

from briefing.library import Library
from briefing.model import (
    AskFound,
    Extent,
    Findings,
    IssueFound,
    PersonFound,
    Sentence,
)
from briefing.paths import Paths
from briefing.settings import Settings
from briefing.workspace import open_workspace

ASKED = "Arland wants the duty on timber gone."
TEXT = f"Envoys meet over timber\n\nThe envoy of Arland sees Bellmark's. {ASKED}\n"


class Invented:
    """Finds the same few things in every text."""

    backend = "rules"
    user_tables = None

    def load(self):
        return self.backend

    def foresee(self, text, published, sides=()):
        """Nothing is gone through before it is asked for."""

    def is_ready(self, text, published, sides=()):
        return True

    def is_awaited(self, text, published, sides=()):
        return False

    def prefer(self, model, our_side):
        """No other model, nor another side, finds anything else."""
        return False

    def rest(self):
        """There is nothing to drop."""

    def close(self):
        """There are no processes."""

    def of_text(self, text, published, sides=()):
        return found(text.text)

    def of_article(self, article, sides=()):
        return found(article.text)


def found(text):
    return Findings(
        backend="rules",
        resources="",
        sentences=(Sentence(0, len("Envoys meet over timber"), 1),),
        people=(
            PersonFound(
                name="Ida Vane",
                side="Arland",
                roles=("Envoy",),
                kind="official",
                participation="attending",
                spelled=("The envoy",),
                mentions=(extent(text, "The envoy"),),
            ),
        ),
        issues=(
            IssueFound(
                label="Timber",
                parent=None,
                aliases=("timber",),
                sentences=(extent(text, ASKED),),
                mentions=(extent(text, "timber"),),
            ),
        ),
        asks=(
            AskFound(
                side="Arland",
                of="Bellmark",
                kind="ask",
                text="the duty on timber gone",
                issues=("Timber",),
                voiced_by=None,
                attribution="reporter",
                band="high",
                sentence=extent(text, ASKED),
                clause=extent(text, "the duty on timber gone"),
            ),
        ),
    )


def extent(text, quote):
    start = text.index(quote)
    return Extent(start, start + len(quote), quote)


@contextmanager
def desk(folder, **options):
    """A workspace on the library in `folder`, closed at the end."""
    workspace = open_workspace(folder, Paths.under(folder.parent / "home"), Settings(), **options)
    for part in (workspace, workspace.adding, workspace.articles, workspace.meetings):
        part.extraction = Invented()
    try:
        yield workspace
    finally:
        workspace.close()


def file_of(folder, number):
    """A file to import; no two are the same."""
    folder.mkdir(exist_ok=True)
    path = folder / f"{number}.txt"
    path.write_text(f"{TEXT}\nNumber {number} of many.\n", encoding="utf-8")
    return path


def filled(folder, count):
    """A library of so many articles in one meeting, which is returned."""
    with desk(folder) as workspace:
        report = workspace.import_paths([file_of(folder.parent / "in", n) for n in range(count)])
        ids = [one.article for one in report.imported]
        workspace.new_meeting(sides=["Arland", "Bellmark"], place="Sund", articles=ids)
        (meeting,) = workspace.overview().meetings
    return meeting.id


def names(folder):
    """The names of the files in the library."""
    with Library.open(folder) as library, library.reading() as session:
        return {session.articles.get(line.id).file_name for line in session.articles.lines()}
