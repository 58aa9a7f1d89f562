"""Words that are issues only as a subject of talks, and words that are part of another name."""

from __future__ import annotations

import pytest

from briefing.extract.issues import labels_in
from tests.extract.asking import tables


def labels(text):
    return labels_in(text, tables().issues)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Kenya and Egypt discussed trade, security and water.", "Bilateral trade"),
        ("Kenya and Egypt discussed trade, security and water.", "Security and defence"),
        ("Kenya and Egypt discussed trade, security and water.", "Water"),
        ("They agreed to deepen cooperation in transport and education.", "Transport"),
    ],
)
def test_a_bare_word_is_an_issue_where_talks_are_about_it(text, label):
    assert label in labels(text)


@pytest.mark.parametrize(
    "text",
    [
        "Trade unions marched through Lima.",
        "The security guards of the hotel held back the crowd.",
        "They discussed the trade in stolen cars.",
    ],
)
def test_a_bare_word_elsewhere_is_none(text):
    assert not {"Bilateral trade", "Security and defence"} & set(labels(text))
