"""Articles gone through by a crew: the same findings, and what fails or is cancelled on the way."""

from pathlib import Path

import pytest

from briefing.errors import NotGoneThrough
from briefing.model import Article
from briefing.paths import Paths
from briefing.progress import Cancelled
from briefing.settings import Settings
from briefing.workspace import open_workspace
from briefing.workspace.extraction import extracting
from briefing.workspace.extraction.crew import Crew
from briefing.workspace.extraction.extracting import Extraction
from tests.workspace.hands import STAND_IN, runs, setup

MINE = (
    "Norland's president will meet the premier of Sudland on Tuesday. "
    "“We want the fish quota raised,” the president told reporters."
)


def _articles(count):
    given = {"kind": "text", "outlet": "", "author": "", "published": None, "imported_at": ""}
    return [
        Article(
            id=number,
            sha256="",
            file_name="",
            title=f"Article {number}",
            text=f"Note {number}.\n\n{MINE}\n",
            language="en",
            **given,
        )
        for number in range(count)
    ]


def test_a_text_the_program_fails_on_here_is_an_error_that_names_it_and_not_its_words(caplog):
    class Failing:
        def extract(self, text, **_):
            raise KeyError(text)

    extraction = Extraction()
    extraction._extractor = Failing()
    with pytest.raises(NotGoneThrough) as raised:
        extraction.of_article(_articles(1)[0])

    assert str(raised.value).startswith("“Article 0” was not gone through: the program failed in")
    assert "KeyError in test_going_through.py, line" in str(raised.value)
    assert "fish" not in str(raised.value)
    assert "A text was not gone through" in caplog.text


def test_several_processes_find_what_one_finds(monkeypatch):
    monkeypatch.setattr(extracting, "MANY", 2)
    alone, several = Extraction(), Extraction(processes=2)
    articles = _articles(5)
    for article in articles:
        several.foresee(article, None)

    assert [several.of_article(a) for a in articles] == [alone.of_article(a) for a in articles]
    assert several._extractor is None
    several.close()


def test_a_cancelled_import_answers_at_once_and_leaves_no_process(tmp_path, monkeypatch):
    monkeypatch.setattr(extracting, "MANY", 2)
    numbers = []
    for number in range(4):
        (tmp_path / f"{number}.txt").write_text(f"Text {number}.\n\n{MINE}\n", encoding="utf-8")
    settings = Settings(processes=2)
    workspace = open_workspace(tmp_path / "library", Paths.under(tmp_path / "home"), settings)
    monkeypatch.setattr(Extraction, "_new_crew", lambda _: Crew(setup(_NEVER), size=2))

    class CancelsOnceTheyRun:
        def step(self, done, total, what=""):
            crew = workspace.extraction._crew
            if crew is not None and crew.numbers():
                numbers.extend(crew.numbers())
                raise Cancelled

    report = workspace.import_paths(sorted(tmp_path.glob("*.txt")), progress=CancelsOnceTheyRun())
    workspace.close()

    assert report.cancelled
    assert report.imported == ()
    assert numbers
    assert not any(map(runs, numbers))


_NEVER = STAND_IN.replace('"for ever"', "text")


def test_an_article_that_cannot_be_gone_through_fails_alone(tmp_path, monkeypatch):
    monkeypatch.setattr(extracting, "MANY", 2)
    for name, words in (("a", "This is read.\n"), ("b", "always\n"), ("c", "So is this.\n")):
        (tmp_path / f"{name}.txt").write_text(words, encoding="utf-8")
    workspace = open_workspace(tmp_path / "library", Paths.under(tmp_path / "home"), Settings())
    dies = STAND_IN.replace('== "always"', '.startswith("always")')
    monkeypatch.setattr(Extraction, "_new_crew", lambda _: Crew(setup(dies), size=1))

    report = workspace.import_paths(sorted(tmp_path.glob("*.txt")))

    assert [Path(one.path).name for one in report.imported] == ["a.txt", "c.txt"]
    assert "b.txt was not gone through" in report.failed[0].reason
    assert report.retry == (tmp_path / "b.txt",)
    workspace.close()


def test_reading_again_goes_on_after_an_article_that_cannot_be_gone_through(tmp_path, monkeypatch):
    monkeypatch.setattr(extracting, "MANY", 2)
    for name, words in (("a", "This is read.\n"), ("b", "always\n"), ("c", "So is this.\n")):
        (tmp_path / f"{name}.txt").write_text(words, encoding="utf-8")
    workspace = open_workspace(tmp_path / "library", Paths.under(tmp_path / "home"), Settings())
    monkeypatch.setattr(Extraction, "_new_crew", lambda _: Crew(setup(STAND_IN), size=1))
    report = workspace.import_paths(sorted(tmp_path.glob("*.txt")))
    articles = [one.article for one in report.imported]
    workspace.close()
    workspace = open_workspace(tmp_path / "library", Paths.under(tmp_path / "home"), Settings())
    dies = STAND_IN.replace('== "always"', '.startswith("always")').replace("stand-in", "anew")
    monkeypatch.setattr(Extraction, "_new_crew", lambda _: Crew(setup(dies), size=1))

    with pytest.raises(NotGoneThrough, match="was not gone through"):
        workspace.extract_again(articles)

    with workspace.library.reading() as session:
        backends = [session.findings.get(article).backend for article in articles]
    assert backends == ["anew", "stand-in", "anew"]
    workspace.close()
