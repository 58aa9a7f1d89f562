"""Phrases: English as they stand, worded anew where a window speaks another language."""

import json
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.phrase import from_plain, joined, phrase, to_plain, worded

FRENCH = {"There is no {thing} {name}.": "Pas de {thing} {name}.", "file": "fichier"}


def french(words):
    return FRENCH.get(words, words)


def test_a_phrase_is_the_english_sentence():
    made = phrase("There is no {thing} {name}.", thing="file", name="a.txt")
    assert made == "There is no file a.txt."
    assert f"{made}" == "There is no file a.txt."


def test_its_pattern_and_the_phrases_in_it_are_worded():
    made = phrase("There is no {thing} {name}.", thing=phrase("file"), name="file")
    assert worded(made, french) == "Pas de fichier file."


def test_words_without_values_are_worded_too():
    assert worded("file", french) == "fichier"
    assert worded("no such words", french) == "no such words"


def test_values_are_never_read_as_patterns():
    made = phrase("There is no {thing} {name}.", thing="{name}", name="{thing.__class__}")
    assert made == "There is no {name} {thing.__class__}."
    assert worded(made, french) == "Pas de {name} {thing.__class__}."


def test_numbers_are_put_in_as_they_are_shown():
    assert phrase("{count} of them", count=3) == "3 of them"


def test_several_phrases_are_worded_each():
    made = joined([phrase("file"), "", phrase("file")], ", ")
    assert made == "file, file"
    assert worded(made, french) == "fichier, fichier"
    assert joined([]) == ""


_PHRASES = st.recursive(
    st.text(),
    lambda inner: st.builds(
        lambda values: phrase("{a} and {b}", **values),
        st.fixed_dictionaries({"a": inner, "b": inner}),
    ),
    max_leaves=5,
)


@given(_PHRASES)
def test_a_phrase_goes_through_json_and_back(words):
    back = from_plain(json.loads(json.dumps(to_plain(words))))
    assert back == words
    assert type(back) is type(words)
    assert worded(back, french) == worded(words, french)


@given(_PHRASES)
def test_a_phrase_goes_through_a_pickle_and_back(words):
    back = pickle.loads(pickle.dumps(words))
    assert back == words
    assert getattr(back, "pattern", "") == getattr(words, "pattern", "")


@pytest.mark.parametrize("plain", [None, 3, [], ["a"], [1, {}], ["a", {"b": 2}], {"a": "b"}])
def test_what_is_no_phrase_is_refused(plain):
    with pytest.raises(ValueError, match="no phrase"):
        from_plain(plain)


def test_a_phrase_is_text_wherever_text_is_wanted():
    assert isinstance(phrase("a"), str)
    assert json.dumps(phrase("a {b}", b="c")) == '"a c"'
