"""Lengths before an export, words traced in the library, and preferences taken over at once."""

from pathlib import Path

import pytest

from briefing.errors import BadResource, BadValue
from briefing.export import Style
from briefing.settings import Settings
from briefing.workspace.extraction.extracting import Extraction
from tests.helpers import findings as made

TEXT = "Ada Holm wants the salmon quota raised.\nBen Roy wants visas eased."


@pytest.fixture
def article(workspace, extraction, write):
    extraction.find = lambda text, published, sides: made.findings(
        meetings=(made.meeting(("Norland", "Sudland"), date=made.DAY),)
    )
    found = workspace.import_paths([write("a.txt", TEXT)], published=made.DAY).imported[0]
    return workspace.article(found.article)


def test_the_length_is_that_of_the_briefing_that_would_be_written(workspace, article):
    meeting = article.meetings[0]
    long, short = (
        workspace.length(meeting, Style(profile=name)) for name in ("leaders-meeting", "one-pager")
    )
    assert long.words > 0
    assert long.page > 0
    assert short.words < long.words
    assert long.title == workspace.meeting(meeting).title


def test_a_limit_of_pages_names_what_it_shortens(workspace, article):
    length = workspace.length(article.meetings[0], Style(max_pages=1))
    assert length.words <= length.page or length.cut


def test_an_unknown_profile_is_named(workspace, article):
    with pytest.raises(BadValue, match="sonnet"):
        workspace.length(article.meetings[0], Style(profile="sonnet"))


def test_a_broken_template_of_the_user_is_named_with_its_line(workspace, tmp_path):
    own = tmp_path / "templates"
    workspace.exporting.own_templates = own
    plan = next(path for path in workspace.copy_template("call") if path.suffix == ".yaml")
    plan.write_text("sections:\n  - glance\n  - [unclosed\n", encoding="utf-8")
    with pytest.raises(BadResource, match=r"call\.yaml, line \d"):
        workspace.check_profile("call")


def test_pasted_words_are_found_where_they_stand(workspace, article):
    (traced,) = workspace.trace("the salmon quota")
    assert traced.verbatim
    place = traced.places[0]
    assert article.text[place.start : place.end] == "the salmon quota"
    assert place.paragraph == 1


def test_each_sentence_of_pasted_words_is_looked_up(workspace, article):
    text = "Ada Holm wants the cod quota raised. Nobody said this about oranges at all."
    altered, unknown = workspace.trace(text)
    assert not altered.verbatim
    assert "salmon" in altered.places[0].words
    assert unknown.places == ()


def test_our_side_changes_without_opening_the_library_again(workspace, article, extraction):
    extraction.prefer = lambda model, side: True
    meeting = article.meetings[0]
    assert "Our side: Sudland" not in workspace.briefing_markdown(meeting)
    before = workspace.briefing_markdown(meeting)
    workspace.prefer(Settings(our_side="Sudland"))
    assert workspace.briefing_markdown(meeting) != before


def test_the_paper_is_taken_over_too(workspace, extraction):
    extraction.prefer = lambda model, side: False
    workspace.prefer(Settings(paper="letter"))
    assert workspace.exporting.paper == "letter"


def test_another_model_is_loaded_at_the_next_reading():
    extraction = Extraction(Path("none"))
    loaded = extraction._extractor = object()
    assert not extraction.prefer("", "")
    assert extraction._extractor is loaded
    assert extraction.prefer("en_core_web_lg", "")
    assert extraction._extractor is None
