"""Notes on articles and meetings: written, shown, taken back, passed on."""

import pytest

from briefing.errors import BadValue, NotFound
from tests.helpers import findings as made


@pytest.fixture
def article(workspace, extraction, write):
    extraction.find = lambda text, published, sides: made.findings(
        meetings=(made.meeting(("Norland", "Sudland"), date=made.DAY),)
    )
    path = write("a.txt", "The towns met and talked of the toll.")
    return workspace.import_paths([path], published=made.DAY).imported[0].article


def test_a_note_on_an_article_is_kept_and_undone(workspace, article):
    workspace.note("article", article, "Ask the envoy.")
    workspace.note("article", article, "Ask the envoy again.")
    assert workspace.article_note(article) == "Ask the envoy again."
    workspace.undo()
    assert workspace.article_note(article) == "Ask the envoy."


def test_an_empty_note_is_none(workspace, article):
    workspace.note("article", article, "Ask.")
    workspace.note("article", article, "")
    assert workspace.article_note(article) == ""


def test_a_note_on_a_meeting_is_one_of_its_facts_and_confirms_nothing(workspace, article):
    (meeting,) = workspace.article(article).meetings
    workspace.note("meeting", meeting, "Bring the map.")
    assert workspace.meeting(meeting).note == "Bring the map."
    assert workspace.meeting(meeting).confirmed == frozenset()
    workspace.note("meeting", meeting, "")
    assert workspace.meeting(meeting).note == ""


def test_a_note_survives_another_reading_and_placing(workspace, article):
    workspace.note("article", article, "Ask.")
    workspace.extract_again([article])
    (meeting,) = workspace.article(article).meetings
    workspace.unassign(article, meeting)
    assert workspace.article_note(article) == "Ask."
    assert workspace.article(article).meetings == ()


def test_a_note_too_long_or_on_nothing_is_refused(workspace, article):
    with pytest.raises(BadValue, match="5,000"):
        workspace.note("article", article, "x" * 5_001)
    with pytest.raises(NotFound):
        workspace.note("article", 99, "Ask.")
