"""Words that are issues only as a subject of talks, and words that are part of another name."""

from __future__ import annotations

import pytest

from briefing.extract.issues.issues import issue_mentions, labels_in
from briefing.extract.tables.issue_table import load_issues
from briefing.extract.tables.resource import Source
from tests.extract.asking import document, tables


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


@pytest.fixture
def kites(tmp_path):
    (tmp_path / "issues.yaml").write_text(
        "Kites: {synonyms: [kite flying], loose: [strings]}\n", encoding="utf-8"
    )
    return load_issues(Source(tmp_path))


def named(text, table):
    return {mention.label for mention in issue_mentions(document(text), table)}


def test_a_loose_word_counts_only_in_a_sentence_that_speaks_of_talks(kites):
    assert "Kites" in named("Kenya and Egypt discussed strings.", kites)
    assert "Kites" not in named("The guests of Kenya saw strings in Cairo.", kites)


def test_a_loose_word_never_tells_what_an_ask_is_about(kites):
    assert labels_in("talks on strings", kites) == ()
    assert labels_in("talks on kite flying", kites) == ("Kites",)
