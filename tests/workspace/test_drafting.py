"""The user's own words in a briefing: written in the window, changed in files, kept by exports."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import BadValue, NotFound
from briefing.model import UserSection
from briefing.workspace.records.own_words import Draft, merged
from tests.helpers import findings as made

TEXT = "Ada Holm wants the salmon quota raised.\nBen Roy wants visas eased."


@pytest.fixture
def meeting(workspace, extraction, write):
    extraction.find = lambda text, published, sides: made.findings(
        meetings=(made.meeting(("Norland", "Sudland"), date=made.DAY),)
    )
    imported = workspace.import_paths([write("a.txt", TEXT)], published=made.DAY).imported[0]
    return workspace.article(imported.article).meetings[0]


def test_what_is_written_in_the_window_stands_in_the_briefing(workspace, meeting):
    workspace.set_user_text(meeting, "points", "- Ask for the quota first.")

    assert workspace.user_text(meeting)["points"] == "- Ask for the quota first."
    assert "- Ask for the quota first." in workspace.briefing_markdown(meeting)


def test_undo_takes_written_words_back(workspace, meeting):
    workspace.set_user_text(meeting, "points", "First.")
    workspace.set_user_text(meeting, "points", "Second.")

    workspace.undo()

    assert workspace.user_text(meeting)["points"] == "First."


def test_every_export_keeps_what_was_written(workspace, meeting, tmp_path):
    workspace.set_user_text(meeting, "points", "First.")
    (path,) = workspace.export([meeting], tmp_path / "out")
    workspace.set_user_text(meeting, "points", "Second.")
    workspace.export([meeting], tmp_path / "out")

    assert "Second." in path.read_text()
    assert "First." not in path.read_text()


def test_words_changed_in_the_file_win_over_those_exported(workspace, meeting, tmp_path):
    workspace.set_user_text(meeting, "points", "First.")
    (path,) = workspace.export([meeting], tmp_path / "out")
    path.write_text(path.read_text().replace("First.", "From the file."))

    workspace.export([meeting], tmp_path / "out")

    assert "From the file." in path.read_text()
    assert workspace.user_text(meeting)["points"] == "From the file."


def test_words_changed_in_both_places_are_both_kept_and_told_of(workspace, meeting, tmp_path):
    workspace.set_user_text(meeting, "points", "First.")
    (path,) = workspace.export([meeting], tmp_path / "out")
    path.write_text(path.read_text().replace("First.", "From the file."))
    workspace.set_user_text(meeting, "points", "From the window.")

    assert workspace.both_changed([meeting], tmp_path / "out") == ("Points to make",)
    workspace.export([meeting], tmp_path / "out")
    assert "From the file.\n\nFrom the window." in path.read_text()
    assert workspace.both_changed([meeting], tmp_path / "out") == ()


def test_words_can_be_taken_out_again(workspace, meeting, tmp_path):
    workspace.set_user_text(meeting, "points", "First.")
    (path,) = workspace.export([meeting], tmp_path / "out")
    workspace.set_user_text(meeting, "points", "")
    workspace.export([meeting], tmp_path / "out")

    assert "First." not in path.read_text()


def test_every_note_leads_to_its_sentence(workspace, meeting):
    (article,) = workspace.meeting(meeting).articles
    fields = {"side": "Norland", "kind": "ask", "text": "a raised salmon quota"}
    workspace.add("ask", article=article, start=0, end=39, **fields)
    written = workspace.written(meeting)

    assert written.notes
    for note in written.notes.values():
        assert workspace.article(note.article).text[note.start : note.end].strip()


def test_what_changed_since_the_last_export_is_told(workspace, meeting, tmp_path, write):
    assert workspace.written(meeting).exported == ""
    workspace.export([meeting], tmp_path / "out")
    workspace.import_paths([write("b.txt", TEXT + "\nMore.")], meeting=meeting)

    assert any("b.txt" in line for line in workspace.written(meeting).changed)


def test_what_changed_is_told_in_the_language_of_the_window(workspace, meeting, tmp_path, write):
    workspace.export([meeting], tmp_path / "out")
    workspace.import_paths([write("b.txt", TEXT + "\nMore.")], meeting=meeting)

    assert "Source added: b.txt" in workspace.written(meeting).changed
    assert "Source ajoutée : b.txt" in workspace.written(meeting, "fr").changed


def test_what_two_pages_would_shorten_is_told(workspace, extraction, write):
    lines = [f"Ada Holm wants harbour number {n} dredged before the winter." for n in range(60)]
    text = "\n".join(lines)
    extraction.find = lambda text, published, sides: made.findings(
        meetings=(made.meeting(("Norland", "Sudland"), date=made.DAY),),
        asks=tuple(
            made.ask(text, line, "Norland", issues=(f"Harbour {n}",))
            for n, line in enumerate(lines)
        ),
    )
    (imported,) = workspace.import_paths([write("long.txt", text)], published=made.DAY).imported
    (meeting,) = workspace.article(imported.article).meetings
    assert workspace.written(meeting).cut == ()

    workspace.set_user_text(meeting, "points", "word " * 1200)

    assert "What we ask of them" in workspace.written(meeting).cut


def test_marks_that_would_close_a_section_are_refused(workspace, meeting):
    with pytest.raises(BadValue):
        workspace.set_user_text(meeting, "points", "a <!-- /user --> b")


def test_a_meeting_that_is_not_there_has_no_words(workspace):
    with pytest.raises(NotFound):
        workspace.set_user_text(99, "points", "First.")


def test_merged_meetings_keep_the_words_of_the_one_that_goes(workspace, meeting, write):
    workspace.new_meeting(sides=["Norland", "Sudland"])
    other = next(m.id for m in workspace.overview().meetings if m.id != meeting)
    workspace.set_user_text(meeting, "points", "First.")

    workspace.merge_meetings(other, meeting)

    assert workspace.user_text(other)["points"] == "First."


WORDS = st.sampled_from(["", "one", "two", "three"])


@given(WORDS, WORDS, WORDS)
def test_no_words_are_lost_when_file_and_window_meet(base, file, mine):
    found = merged(
        [UserSection("points", file)],
        {"points": Draft(mine, base)},
        [UserSection("points", base)],
    )
    text = found.sections[0].text
    if file != base:
        assert file in text
    if mine != base:
        assert mine in text


@given(WORDS, WORDS)
def test_an_exported_draft_does_not_come_back_over_the_file(base, file):
    found = merged(
        [UserSection("points", file)],
        {"points": Draft("old", "older")},
        [UserSection("points", base)],
    )
    assert found.sections[0].text == file
    assert found.both == ()
