"""Issues: the subjects a text puts on the table."""

from __future__ import annotations

import pytest

from briefing.errors import BadResource
from briefing.extract.issues.issues import find_issues, labels_in
from briefing.extract.tables.issue_table import load_issues
from briefing.extract.tables.resource import Source
from briefing.model import MeetingFound
from tests.extract.asking import document, tables


def labels(text, sides=()):
    meeting = MeetingFound(title="Talks", sides=sides) if sides else None
    return [issue.label for issue in find_issues(document(text), tables(), meeting=meeting)]


def test_there_are_well_over_a_hundred_and_fifty_issues():
    assert len(tables().issues.issues) >= 200


def test_every_parent_is_in_the_table():
    known = tables().issues.issues

    assert all(issue.parent in known for issue in known.values() if issue.parent)


def test_every_alias_is_words_of_the_text():
    text = "Peru and Chile discussed softwood lumber and missile-defence plans."
    found = find_issues(document(text), tables())

    assert len(found) >= 2
    for issue in found:
        assert issue.mentions
        assert all(mention.quote in text for mention in issue.mentions)


def test_british_and_american_spelling_name_one_issue():
    assert labels_in("missile defence", tables().issues) == labels_in(
        "missile defense", tables().issues
    )


def test_the_longest_words_win():
    assert labels_in("tariffs on electric vehicles", tables().issues) == ("EV tariffs",)


def test_a_side_of_the_meeting_is_no_issue_of_it():
    text = "Leaders of Japan and China met on Taiwan. China spoke first. China agreed."

    assert "China" not in labels(text, ("Japan", "China"))
    assert "China" in labels(text, ("Japan", "Taiwan"))


def test_a_guard_keeps_a_word_from_meaning_an_issue():
    assert "Climate change" not in labels_in("the business climate is poor", tables().issues)


def test_an_acronym_counts_only_in_capitals():
    assert "Quad" not in labels_in("a quad bike", tables().issues)


def test_a_user_can_add_an_issue(tmp_path):
    (tmp_path / "issues.yaml").write_text("Kites: {synonyms: [kite flying]}\n", encoding="utf-8")
    table = load_issues(Source(tmp_path))

    assert labels_in("talks on kite flying", table) == ("Kites",)


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("Kites: {synonyms: []}", "no synonyms"),
        ("Kites: {synonyms: [kite], parent: Nothing}", "Nothing"),
        ("Kites: {synonyms: [kite], colour: red}", "colour"),
        ("Kites: {synonyms: [kite], weak: 3}", "weak"),
    ],
)
def test_a_mistake_in_the_table_names_file_and_line(tmp_path, line, problem):
    (tmp_path / "issues.yaml").write_text("# mine\n" + line + "\n", encoding="utf-8")

    with pytest.raises(BadResource, match=problem) as caught:
        load_issues(Source(tmp_path))
    assert "line 2" in str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        "Peru's energy minister met Chile's ambassador.",
        "The Minister for Tourism of Peru received the guests from Chile.",
    ],
)
def test_the_name_of_an_office_puts_nothing_on_the_table(text):
    assert labels(text) == []
