import datetime as dt
import hashlib
import json

import pytest

from briefing.errors import BadResource, BadValue, BriefingError, NotFound
from briefing.export import FORMATS, Style
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


def export(workspace, meeting, folder, *formats, **style):
    return workspace.export([meeting], folder, formats or ("md",), style=Style(**style))


def test_every_format_is_written_beside_the_others(workspace, meeting, tmp_path, qapp):
    paths = export(workspace, meeting, tmp_path, *FORMATS)
    ends = [path.name.removeprefix(paths[0].stem) for path in paths]

    assert ends == [
        ".md", ".html", ".json", "-asks.csv", "-people.csv", "-issues.csv", ".pdf", ".docx",
    ]  # fmt: skip
    assert all(path.stat().st_size > 50 for path in paths)


def test_a_profile_and_a_language_have_files_of_their_own(workspace, meeting, exported):
    (call,) = export(workspace, meeting, exported.parent, profile="call", language="fr")

    assert call.name == f"{exported.stem}-call-fr.md"
    assert "# Note d’information" in call.read_text()
    assert exported.exists()


def test_words_written_into_one_profile_stand_in_another(workspace, meeting, exported):
    write_points(exported, "- Thank them.")

    (call,) = export(workspace, meeting, exported.parent, profile="call")

    assert "- Thank them." in call.read_text()


def test_words_survive_the_export_of_a_profile_that_has_no_place_for_them(
    workspace, meeting, exported, tmp_path
):
    text = exported.read_text()
    start = text.index("<!-- user:press -->") + len("<!-- user:press -->")
    end = text.index("<!-- /user -->", start)
    exported.write_text(f"{text[:start]}\nWe are glad.\n{text[end:]}")
    (page,) = export(workspace, meeting, exported.parent, profile="one-pager")

    (again,) = export(workspace, meeting, tmp_path / "elsewhere")

    assert "We are glad." not in page.read_text()
    assert "We are glad." in again.read_text()


def write_points(path, words):
    text = path.read_text()
    start = text.index("<!-- user:points -->") + len("<!-- user:points -->")
    end = text.index("<!-- /user -->", start)
    path.write_text(f"{text[:start]}\n{words}\n{text[end:]}")


def test_what_was_accepted_and_rejected_since_is_told_by_the_next_export(
    workspace, meeting, exported
):
    first = workspace.records(meeting=meeting).asks[0]
    workspace.reject("ask", [first.id])

    export(workspace, meeting, exported.parent)

    text = exported.read_text()
    assert "## Since the version of " in text
    assert "- **No longer there:** 1 ask:" in text


def test_a_version_exported_twice_has_the_same_bytes_also_after_a_change(
    workspace, meeting, exported
):
    workspace.reject("ask", [workspace.records(meeting=meeting).asks[0].id])
    export(workspace, meeting, exported.parent)
    once = exported.read_bytes()

    export(workspace, meeting, exported.parent)

    assert exported.read_bytes() == once


@pytest.mark.parametrize("name", ["html", "json", "pdf", "docx"])
def test_a_file_of_another_origin_is_left_as_it_is_in_every_format(
    workspace, meeting, exported, name
):
    path = exported.with_suffix(f".{name}")
    path.write_bytes(b"My own notes")

    with pytest.raises(BriefingError, match="not a briefing of this library"):
        export(workspace, meeting, exported.parent, name)

    assert path.read_bytes() == b"My own notes"


@pytest.fixture
def two(workspace, extraction, write):
    extraction.find = lambda text, *_: made.findings(meetings=(made.meeting(date=None),))
    workspace.import_paths([write("a.txt", TEXT), write("b.txt", OTHER)])
    return [meeting.id for meeting in workspace.overview().meetings]


def test_several_briefings_get_an_index_page_and_a_manifest(workspace, two, tmp_path):
    paths = workspace.export(two, tmp_path, ("md", "html"))
    manifest = json.loads((tmp_path / "briefings.json").read_text())
    page = (tmp_path / "briefings.html").read_text()
    listed = {file["name"]: file["sha256"] for b in manifest["briefings"] for file in b["files"]}

    assert listed == {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in paths}
    assert all(f'href="{path.name}"' in page for path in paths)
    workspace.export(two, tmp_path, ("md", "html"))


def test_an_index_page_of_somebody_elses_is_left_as_it_is(workspace, two, tmp_path):
    (tmp_path / "briefings.html").write_text("mine")

    with pytest.raises(BriefingError, match=r"briefings\.html is not of this library"):
        workspace.export(two, tmp_path)


def test_a_template_of_the_users_own_is_found_in_the_data_folder(workspace, meeting, tmp_path):
    own = tmp_path / "templates"
    own.mkdir()
    (own / "mine.yaml").write_text("sections: [points]\n")
    workspace.exporting.own_templates = own

    (path,) = export(workspace, meeting, tmp_path / "out", profile="mine")

    assert "## 1. Points to make" in path.read_text()


def test_a_broken_template_writes_nothing(workspace, meeting, tmp_path):
    own = tmp_path / "templates"
    own.mkdir()
    (own / "mine.yaml").write_text("sections:\n- pionts\n")
    workspace.exporting.own_templates = own

    with pytest.raises(BadResource, match=r"mine\.yaml, line 2"):
        export(workspace, meeting, tmp_path / "out", profile="mine")
    assert list((tmp_path / "out").iterdir()) == []


def test_pasted_words_are_found_in_the_library(workspace, meeting):
    assert workspace.exporting.find_words("wants the salmon quota raised") == (
        "Verbatim in a.txt, Ada Holm wants the salmon quota raised., ¶ 1.",
    )
    (altered,) = workspace.exporting.find_words("Ada Holm wants the salmon quota halved")
    assert altered.endswith("has “Ada Holm wants the salmon quota raised”.")
    assert workspace.exporting.find_words("nothing of the kind was ever said") == ()
