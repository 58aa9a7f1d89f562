"""The user's notes stand in an annex of the briefing, in every kind and language, and prove."""

from dataclasses import replace

import pytest

from briefing.export import outline, profiles, render_markdown, verify_briefing
from tests.export.sample import briefing


@pytest.fixture
def noted():
    source = briefing()
    records = source.records
    return replace(
        source,
        meeting=replace(source.meeting, note="Bring the map"),
        records=replace(
            records,
            asks=(replace(records.asks[0], note="Ask the “desk” first"), *records.asks[1:]),
            issues=(replace(records.issues[0], note="New since June"), *records.issues[1:]),
        ),
        article_notes=((source.articles[0].id, "Seen in proof only"),),
    )


@pytest.mark.parametrize("profile", profiles())
def test_every_kind_of_briefing_has_them(noted, profile):
    text = render_markdown(noted, profile=profile)
    for note in (
        "Bring the map.",
        "Ask the ‘desk’ first.",
        "New since June.",
        "Seen in proof only.",
    ):
        assert note in text or profile == "one-pager"


def test_a_briefing_without_notes_has_no_such_annex():
    assert "notes" not in [section.key for section in outline(briefing()).sections]


def test_they_make_no_quotation_that_could_not_be_proved(noted):
    by_sha = {article.sha256[:12]: article for article in noted.articles}
    assert verify_briefing(render_markdown(noted), by_sha.get) == ()


def test_their_heading_is_in_the_language_of_the_briefing(noted):
    french = outline(noted, language="fr")
    annex = next(section for section in french.sections if section.key == "notes")
    assert annex.annex
    assert annex.title == "Notes"
