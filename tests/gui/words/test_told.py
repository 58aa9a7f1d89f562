"""What the library's side says of operations and imports is said in the language of the window."""

import pytest

from briefing.gui.words.language import Translation, tr_phrase
from briefing.phrase import phrase
from briefing.workspace.changing.reviewing import titles
from briefing.workspace.importing.bundles import Merged
from briefing.workspace.reports import Duplicate, Failed, Imported, ImportReport


@pytest.fixture
def french(qapp):
    table = Translation("fr")
    qapp.installTranslator(table)
    yield
    qapp.removeTranslator(table)


def told(words):
    return tr_phrase(words).replace("\xa0", " ")


@pytest.mark.parametrize("title", sorted(titles()))
def test_every_title_of_a_decision_has_its_french(french, title):
    assert told(phrase(title, number=3)) != phrase(title, number=3)


def test_a_name_in_a_title_is_no_pattern_and_no_word_of_ours(french):
    assert told(phrase("Import “{name}”", name="Edit meeting {name}")) == (
        "Importer « Edit meeting {name} »"
    )


def test_in_english_an_outcome_stays_as_it_is(qapp):
    report = ImportReport(imported=(Imported("a.txt", 1, "Ferries", None),))
    assert report.summary() == tr_phrase(report.summary()) == "1 imported"


def test_the_outcome_of_an_import_is_told_part_by_part(french):
    came = tuple(Imported(f"{n}.txt", n, "Ferries", None) for n in (1, 2))
    report = ImportReport(
        imported=came,
        duplicates=(Duplicate("c.txt", 1),),
        failed=(Failed("d.txt", "It is empty."), Failed("e.txt", "It is empty.")),
        cancelled=True,
    )
    assert report.summary() == "2 imported, 1 duplicate, 2 failed, the rest cancelled"
    assert told(report.summary()) == "importés : 2, 1 doublon, échecs : 2, le reste annulé"


def test_the_outcome_of_a_bundle_is_told_part_by_part(french):
    merged = Merged(articles=2, meetings=1)
    assert merged.summary() == (
        "2 new articles, 1 new meeting, 0 new decisions, 0 known articles, 0 conflicts"
    )
    assert told(merged.summary()).startswith("2 nouveaux articles, 1 nouvelle rencontre, 0 ")
