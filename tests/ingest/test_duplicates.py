"""Near duplicates by shingles: wire copy, cuts and edits are found, other news of the same day is
not."""

import random

from hypothesis import given
from hypothesis import strategies as st

from briefing.ingest.duplicates import BINS, likeness, shingles, sketch
from briefing.model import HiddenRange

WORDS = [
    f"{a}{b}"
    for a in ("toll", "bridge", "river", "envoy", "talk", "winter", "north", "sum")
    for b in ("s", "ed", "er", "ing", "y", "al", "ous", "en")
]


def text(seed, words=400):
    pick = random.Random(seed)
    return " ".join(pick.choice(WORDS) for _ in range(words))


def alike(one, other):
    return likeness(shingles(one), shingles(other))


def test_a_text_under_another_headline_is_the_same():
    assert alike(
        f"A headline of the wire\n\n{text(1)}", f"Another one by the paper\n\n{text(1)}"
    ).same


def test_an_edited_text_is_the_same_and_its_sketches_meet():
    words = text(1).split()
    words[::30] = ["changed"] * len(words[::30])
    edited = " ".join(words)
    assert alike(text(1), edited).same
    shared = set(sketch(shingles(text(1)))) & set(sketch(shingles(edited)))
    assert len(shared) > 0.3 * BINS


def test_a_cut_of_a_text_is_the_same_and_is_found_by_its_sketch():
    cut = " ".join(text(1).split()[:150])
    assert alike(text(1), cut).same
    assert len(set(sketch(shingles(text(1)))) & set(sketch(shingles(cut)))) > 0.1 * BINS


def test_another_text_that_quotes_the_same_words_is_another():
    quote = text(7, 60)
    assert not alike(f"{text(1)} {quote}", f"{text(2)} {quote}").same


def test_notices_of_a_few_words_are_never_the_same():
    assert not alike(text(1, 12), text(1, 12)).same


def test_what_is_hidden_does_not_count():
    around = text(3, 200)
    page = f"{around} {text(1)}"
    hidden = [HiddenRange(0, len(around), "menu")]
    assert shingles(page, hidden) == shingles(text(1))


@given(st.text(max_size=300), st.text(max_size=300))
def test_likeness_is_the_same_both_ways_and_within_bounds(one, other):
    a, b = shingles(one), shingles(other)
    assert likeness(a, b) == likeness(b, a)
    assert 0 <= likeness(a, b).of_all <= likeness(a, b).of_shorter <= 1
    assert all(0 <= band < 1 << 63 for band in sketch(a))
