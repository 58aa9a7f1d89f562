import datetime as dt

import pytest

from briefing.errors import BadValue, BriefingError, NotFound
from tests.helpers import findings as made

TEXT = "Ada Holm wants the salmon quota raised.\nBen Roy wants visas eased."
QUOTA = "Ada Holm wants the salmon quota raised."
VISAS = "Ben Roy wants visas eased."
OTHER = "Ada Holm and Ben Roy met again.\nBen Roy wants visas eased."


def found(text, published, sides):
    return made.findings(
        meetings=(made.meeting(date=published and published + dt.timedelta(days=3)),),
        people=(made.person(text, "Ada Holm", "Norland", kind="leader", participation="host"),),
        asks=(
            *([made.ask(text, QUOTA, "Norland", of="Sudland")] if QUOTA in text else []),
            made.ask(text, VISAS, "Sudland", of="Norland"),
        ),
    )


@pytest.fixture
def meeting(workspace, extraction, write):
    extraction.find = found
    article = workspace.import_paths([write("a.txt", TEXT)], published=made.DAY).imported[0]
    return workspace.article(article.article).meetings[0]


@pytest.fixture
def exported(workspace, meeting, tmp_path):
    return workspace.export([meeting], tmp_path / "out")[0]


def test_the_asks_of_both_sides_stand_in_the_briefing(exported):
    text = exported.read_text()

    assert "salmon quota" in text
    assert "visas" in text.casefold()


def test_words_the_user_wrote_into_the_file_are_kept_on_export(workspace, meeting, exported):
    written = exported.read_text()
    start = written.index("<!-- user:points -->") + len("<!-- user:points -->")
    end = written.index("<!-- /user -->", start)
    exported.write_text(f"{written[:start]}\n- Thank them.\n{written[end:]}")

    workspace.export([meeting], exported.parent)

    assert "- Thank them." in exported.read_text()
    assert "- Thank them." in workspace.briefing_markdown(meeting)


def test_the_same_library_gives_the_same_bytes(workspace, meeting, exported, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1935000000")
    workspace.export([meeting], exported.parent)
    first = exported.read_bytes()

    workspace.export([meeting], exported.parent)

    assert exported.read_bytes() == first


def test_a_file_that_is_no_briefing_of_this_library_is_left_as_it_is(workspace, meeting, exported):
    exported.write_text("My own notes")

    with pytest.raises(BriefingError, match="not a briefing of this library"):
        workspace.export([meeting], exported.parent)

    assert exported.read_text() == "My own notes"


def test_two_meetings_of_the_same_name_get_two_files(workspace, extraction, write, tmp_path):
    extraction.find = lambda text, *_: made.findings(meetings=(made.meeting(date=None),))
    workspace.import_paths([write("a.txt", TEXT), write("b.txt", OTHER)])

    paths = workspace.export([m.id for m in workspace.overview().meetings], tmp_path / "out")

    assert len(set(paths)) == 2


def test_an_unknown_format_names_those_there_are(workspace, meeting, tmp_path):
    with pytest.raises(BadValue, match="md"):
        workspace.export([meeting], tmp_path, ["wordperfect"])


def test_a_meeting_that_is_not_there_is_named(workspace, tmp_path):
    with pytest.raises(NotFound):
        workspace.export([77], tmp_path)


def test_an_untouched_briefing_is_borne_out_by_its_sources(workspace, exported):
    assert workspace.verify_files([exported]) == ()


def test_a_quotation_changed_by_one_letter_is_found_with_its_line(workspace, exported):
    text = exported.read_text()
    line = next(n for n, row in enumerate(text.splitlines(), 1) if row.startswith("[^1]:"))
    digits = text.splitlines()[line - 1]
    changed = digits.replace("0-", "1-", 1) if "0-" in digits else digits[:-6] + "0 -->"
    exported.write_text(text.replace(digits, changed))

    (problem,) = workspace.verify_files([exported])

    assert f"line {line}" in problem


def test_the_last_meeting_of_the_same_sides_is_named_in_the_background(
    workspace, exported, meeting, write
):
    later = made.DAY + dt.timedelta(days=300)
    workspace.import_paths([write("b.txt", OTHER)], published=later)
    newest = workspace.overview().meetings[0]

    (path,) = workspace.export([newest.id], exported.parent)

    background = path.read_text().split("## 11.")[1].split("## 12.")[0]
    assert "2031" in background
