"""Word classes and lemmas are those spaCy's own components give."""

from __future__ import annotations

import pytest

from briefing.extract import load_tables
from briefing.extract.people.names import find_names
from briefing.extract.text.backend import MODELS, SpacyBackend
from briefing.extract.text.document import read_document

SENTENCES = (
    "There is no deal, and there were few who thought Norway's ministers would sign one.",
    "Let's see whether they ain't gonna raise the tariffs again, y'all.",
    "Peru urged Chile to lift its duties;  the better offers had been put off.",
    "“We’ve always wanted peace,” she said – and left for Oslo.",
    "Prices fell 3.5% to $40bn.",
    "   ",
)


@pytest.fixture(scope="module")
def pipelines():
    spacy = pytest.importorskip("spacy")
    name = next((name for name in MODELS if spacy.util.is_package(name)), None)
    if name is None:
        pytest.skip("no model is installed")
    return SpacyBackend(spacy.load(name)), spacy.load(name)


def test_a_known_model_is_quickened(pipelines):
    ours, _ = pipelines

    assert ours._classes is not None


@pytest.mark.parametrize("again", [1, 2])
def test_words_are_read_as_by_the_whole_pipeline(pipelines, again):
    ours, theirs = pipelines

    read = ours.parse(SENTENCES)
    ours.see_names(read)
    for mine, full in zip(read, theirs.pipe(SENTENCES), strict=True):
        assert [_told(token) for token in mine] == [_told(token) for token in full], again
        assert [(e.text, e.label_) for e in mine.ents] == [(e.text, e.label_) for e in full.ents]


def test_a_pipeline_with_other_patterns_is_left_as_it_is(pipelines):
    spacy = pytest.importorskip("spacy")
    theirs = pipelines[1]
    other = spacy.load(theirs.meta["lang"] + "_" + theirs.meta["name"])
    other.get_pipe("attribute_ruler").add([[{"SHAPE": "dd"}]], {"LEMMA": "two digits"})
    backend = SpacyBackend(other)

    (read,) = backend.parse(["They met in room 40."])

    assert [token.lemma_ for token in read if token.text == "40"] == ["two digits"]


def _told(token):
    return token.text, token.tag_, token.pos_, token.lemma_, token.dep_, token.head.i


def test_names_are_looked_for_only_where_one_can_begin(pipelines):
    text = "Talks were held in private. Arvid Stonebridge left early."
    read = read_document(text, (), load_tables(), pipelines[0])

    named = find_names(read, (), load_tables())

    assert [mention.words for mention in named] == [("Arvid", "Stonebridge")]
    assert read._seen == {1}
    assert read.names(0) == ()
