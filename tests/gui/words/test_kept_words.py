"""Reasons kept with findings are said in the language of the window, names and words of the text kept."""

import ast
from pathlib import Path

import pytest

from briefing import extract, workspace
from briefing.gui.words.kept_words import kept_told
from briefing.gui.words.language import Translation
from briefing.gui.words.wording import KINDS, article_meta, rule_name
from briefing.ingest import reading
from briefing.ingest.chrome import repetition
from briefing.ingest.formats import main_part
from briefing.ingest.known.chrome_rules import chrome_rules
from tests.helpers import invented

EXTRACT, GATHERING = Path(extract.__file__).parent, Path(workspace.__file__).parent / "gathering"
INGEST = Path(reading.__file__).parent


@pytest.fixture
def french(qapp):
    table = Translation("fr")
    qapp.installTranslator(table)
    yield
    qapp.removeTranslator(table)


def _reasons():
    """Every reason the code gives, with a name in its places."""
    for name in ("person_side", "person_kind", "counterparts"):
        for node in _nodes(EXTRACT / "people" / f"{name}.py", ast.Tuple):
            if len(node.elts) == 2:
                yield from _filled(node.elts[1])
    for node in _nodes(EXTRACT / "meetings" / "meeting_dates.py", ast.Assign):
        if ast.unparse(node.targets[0]) == "basis" and not isinstance(node.value, ast.BinOp):
            yield from _filled(node.value)
    for file in GATHERING.rglob("*.py"):
        yield from _whys(file)


def _whys(file):
    """Every `why` given by name or in a table."""
    for node in _nodes(file, ast.keyword):
        if node.arg == "why":
            yield from _filled(node.value)
    for node in _nodes(file, ast.Dict):
        for key, value in zip(node.keys, node.values, strict=True):
            if isinstance(key, ast.Constant) and key.value == "why":
                yield from _filled(value)


def _nodes(file, kind):
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, kind)]


def _filled(value):
    if isinstance(value, ast.Constant) and isinstance(value.value, str) and " " in value.value:
        yield value.value
    elif isinstance(value, ast.JoinedStr):
        parts = [p.value if isinstance(p, ast.Constant) else "Ada" for p in value.values]
        told = "".join(parts)
        ways = ("the last before", "the next from")
        yield from (
            [told.replace(": Ada the", f": {way} the") for way in ways if ": Ada the" in told]
            or [told]
        )


def test_reasons_are_found_in_the_code():
    assert {"family name of a leader", "serves Ada", "Added by you."} <= set(_reasons())


@pytest.mark.parametrize("reason", sorted(set(_reasons())))
def test_every_reason_the_program_gives_has_its_french(french, reason):
    told = kept_told(reason)
    assert told != reason
    assert ("Ada" in told) == ("Ada" in reason)


@pytest.mark.parametrize(
    ("english", "words"),
    [
        ("“asks for” (ask_for); Freedonia (Ada Brook) as subject",
         "« asks for » ; Freedonia (Ada Brook) comme sujet"),
        ("'Monday': the next from the publication date; it ends a stay of 3 days",
         "« Monday » : le prochain à partir de la date de parution ; il clôt un séjour de 3 jours"),
        ("“demanded” (demand_verb) by Ada Brook", "« demanded » par Ada Brook"),
        ("Split off by you. Added by you.", "Séparé par vous. Ajouté par vous."),
        ("what nobody foresaw", "what nobody foresaw"),
        ("", ""),
    ],
)  # fmt: skip
def test_a_reason_is_told_part_by_part(french, english, words):
    assert kept_told(english).replace("\xa0", " ") == words


def test_in_english_a_reason_stays_as_it_is(qapp):
    reasons = list(_reasons())
    assert reasons
    for reason in reasons:
        assert kept_told(f"{reason}; {reason}") == f"{reason}; {reason}"


def test_where_an_article_comes_from_is_said_in_french(french):
    assert "importé (texte)" in article_meta(invented.article())


def test_every_kind_a_reader_makes_has_its_word():
    made = {
        node.value.value
        for file in INGEST.rglob("*.py")
        for node in _nodes(file, ast.keyword)
        if node.arg == "kind" and isinstance(node.value, ast.Constant)
    }
    assert made
    assert made <= set(KINDS)


def _rules():
    """The ids of the rules that hide web chrome: of the table, and of the code of ingest."""
    yield from (rule.id for rule in chrome_rules().rules)
    yield from (f"html-{tag}" for tag in main_part._OUTSIDE)
    yield from (repetition.REPEATED, repetition.ALWAYS)
    hiding = {"HiddenRange": 2, "Region": 0, "_hide": 2}
    for file in INGEST.rglob("*.py"):
        for call in _nodes(file, ast.Call):
            place = hiding.get(getattr(call.func, "attr", getattr(call.func, "id", "")), 99)
            if len(call.args) > place and isinstance(call.args[place], ast.Constant):
                yield call.args[place].value
            elif place < 99 and isinstance(call.args[0], ast.Starred):
                yield call.args[-1].value


def test_every_rule_that_hides_a_line_has_its_french(french):
    rules = set(_rules()) - {""}
    assert {"skip-link", "markdown-mark", "html-outside-article", "front-matter"} <= rules
    assert [rule for rule in sorted(rules) if rule_name(rule) == rule.replace("-", " ")] == []


def test_a_rule_is_named_in_plain_words(qapp):
    assert rule_name("skip-link") == "skip link"


def test_the_name_of_a_line_of_the_table_is_not_shown(qapp):
    told = kept_told("“asks for” (ask_for); Freedonia (Ada Brook) as subject")
    assert told == "“asks for”; Freedonia (Ada Brook) as subject"
