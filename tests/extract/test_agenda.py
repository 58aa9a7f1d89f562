"""Whether talks are of a word, told by its place in the sentence."""

from __future__ import annotations

import pytest

from briefing.extract.issues.agenda import STRONG, TALKED, TALKS_NOUN, WEAK, place_of
from tests.extract.asking import document


def place(text, word):
    parse = document(text).parse(0)
    return place_of(next(token for token in parse if token.text == word))


@pytest.mark.parametrize(
    ("text", "word", "told"),
    [
        ("Peru and Chile discussed salmon.", "salmon", TALKED),
        ("Peru and Chile discussed salmon, visas and copper.", "copper", TALKED),
        ("Peru and Chile held talks on salmon.", "salmon", TALKS_NOUN),
        ("Peru wants an agreement on salmon with Chile.", "salmon", TALKS_NOUN),
        ("The ministers looked for ways to boost tourism.", "tourism", WEAK),
        ("Salmon will top the agenda in Lima.", "Salmon", TALKED),
    ],
)
def test_talks_are_of_what_is_discussed_listed_or_quarrelled_over(text, word, told):
    assert place(text, word) == told or place(text, word) in STRONG


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The minister ate salmon in Lima.", "salmon"),
        ("Chile caught more salmon last year.", "salmon"),
        ("The minister, who once sold copper, arrived late.", "copper"),
    ],
)
def test_talks_are_not_of_what_is_eaten_caught_or_sold(text, word):
    assert place(text, word) not in STRONG
