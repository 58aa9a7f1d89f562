"""What the library's side says in English is said in the language of the window, names kept."""

import ast
from pathlib import Path

import pytest

from briefing import workspace
from briefing.gui.words.language import Translation
from briefing.gui.words.told import outcome_told, reason_told, title_told
from briefing.workspace.reports import Imported, ImportReport

WORKSPACE = Path(workspace.__file__).parent
KINDS = ("ask", "person", "issue", "pressure")


@pytest.fixture
def french(qapp):
    table = Translation("fr")
    qapp.installTranslator(table)
    yield
    qapp.removeTranslator(table)


def _titles():
    """Every title the code gives an operation or a batch, with a name or kind in its places."""
    for file in sorted(WORKSPACE.rglob("*.py")):
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            name = getattr(getattr(call, "func", None), "attr", "")
            if isinstance(call, ast.Call) and name in {"operation", "batch", "_each"} and call.args:
                yield from _filled(call.args[0])


def _filled(argument):
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        yield argument.value.replace("#", "1,204")
    elif isinstance(argument, ast.IfExp):
        yield from (*_filled(argument.body), *_filled(argument.orelse))
    elif isinstance(argument, ast.JoinedStr):
        for value in KINDS:
            parts = [
                part.value if isinstance(part, ast.Constant) else _value(ast.unparse(part), value)
                for part in argument.values
            ]
            yield "".join(parts)


def _value(code, kind):
    if "if on" in code:
        return "Star"
    if "verb" in code:
        return "Hide"
    if "_some" in code:
        return "2 people"
    return {"{kind}": kind}.get(code, "Ferry & Sons")


def test_titles_are_found_in_the_code():
    titles = set(_titles())
    assert {"Edit ask", "Hide text", "Import 1,204 articles", "Import “Ferry & Sons”"} <= titles


@pytest.mark.parametrize("title", sorted({*_titles(), "Accept ask", "Reject 3 demands"}))
def test_every_title_of_an_operation_has_its_french(french, title):
    told = title_told(title)
    assert told != title
    assert ("Ferry & Sons" in told) == ("Ferry & Sons" in title)


@pytest.mark.parametrize("title", sorted(set(_titles())))
def test_in_english_a_title_stays_as_it_is(qapp, title):
    assert title_told(title) == title


def test_a_title_nobody_knows_stays_as_it_is(french):
    assert title_told("Paint the boat") == "Paint the boat"
    assert title_told("Accept the tide") == "Accept the tide"


def test_the_outcome_of_an_import_is_told_part_by_part(french):
    came = tuple(Imported(f"{n}.txt", n, "Ferries", None) for n in (1, 2))
    report = ImportReport(imported=came, cancelled=True)
    assert outcome_told(report.summary()) == "importés\xa0: 2, le reste annulé"
    assert (
        outcome_told("3 imported (1 with the text of another), 1 duplicate, 2 failed")
        == "3 importés (dont 1 au texte d’un autre), 1 doublon, échecs\xa0: 2"
    )


def test_the_reason_of_a_suggestion_is_told(french):
    assert reason_told("same sides and leaders, published 3 days before").endswith("3 jours avant")
