"""Commands answer for people, or with one JSON document of a shape others rely on."""

from datetime import date
from pathlib import Path

import pytest

from briefing.model import SearchResult
from briefing.workspace.reports import Duplicate, Failed, Imported, ImportReport

REPORT = ImportReport(
    imported=(Imported("a.txt", 7, "A title", date(2031, 5, 5)), Imported("b.txt", 8, "B", None)),
    duplicates=(Duplicate("c.txt", 3),),
    failed=(Failed("d.txt", "d.txt is empty."),),
)


def test_import_answers_in_its_shape(cli, workspace):
    workspace.report = REPORT

    answer = cli("--json", "import", "a.txt")

    assert answer.json() == {
        "imported": [
            {"path": "a.txt", "article": 7, "title": "A title", "published": "2031-05-05"},
            {"path": "b.txt", "article": 8, "title": "B", "published": None},
        ],
        "duplicates": [{"path": "c.txt", "article": 3}],
        "failed": [{"path": "d.txt", "reason": "d.txt is empty."}],
        "attached": [],
        "others": [],
        "partly": [],
    }


def test_what_stopped_many_files_is_told_once_with_their_names(cli, workspace):
    lost = [Failed(f"in/{name}.txt", "The disk is full.") for name in "abcde"]
    workspace.report = ImportReport(failed=(*lost, Failed("f.txt", "f.txt is empty.")))
    answer = cli("import", "in")

    assert answer.err.splitlines() == [
        "The disk is full. Not imported: a.txt, b.txt, c.txt and 2 more.",
        "f.txt is empty.",
    ]


def test_files_of_a_kind_that_is_not_read_are_named(cli, workspace):
    workspace.report = ImportReport(others=("in/a.doc", "in/b.jpg"))
    answer = cli("import", "in")

    assert answer.out == "0 imported, 2 other files left out\n"
    assert "Left out, as files of their kind are not read: a.doc, b.jpg." in answer.err


def test_a_folder_without_a_file_that_is_read_is_named(cli, workspace):
    workspace.report = ImportReport()
    answer = cli("import", "pictures", "empty")

    assert answer.code == 1
    assert "No file of a kind that is read is in pictures, empty." in answer.err


def test_a_file_that_failed_is_told_and_ends_with_1(cli, workspace):
    workspace.report = REPORT

    answer = cli("import", "a.txt")

    assert answer.code == 1
    assert "d.txt is empty." in answer.err
    assert "c.txt is already article 3" in answer.out


def test_an_article_without_a_date_is_pointed_out(cli, workspace):
    workspace.report = REPORT

    assert "b.txt" in cli("import", "b.txt").err


def test_many_articles_without_a_date_are_one_line(cli, workspace):
    names = [f"{number}.txt" for number in range(9)]
    workspace.report = ImportReport(
        imported=tuple(Imported(f"in/{name}", 1, "T", None) for name in names)
    )

    assert "0.txt, 1.txt, 2.txt and 6 more" in cli("import", "in").err
    assert cli("import", "in").err.count("\n") == 1


def test_import_hands_on_paths_date_and_meeting_and_makes_the_library(cli, workspace):
    cli("import", "a.txt", "folder", "--published", "2031-05-05", "--meeting", "4")

    paths = (Path("a.txt"), Path("folder"))
    assert workspace.calls == [("import", paths, date(2031, 5, 5), 4)]
    assert workspace.opened_with["create"]


def test_reading_commands_make_no_library(cli, workspace):
    cli("articles")

    assert not workspace.opened_with["create"]


def test_the_library_is_closed_after_the_command(cli, workspace):
    cli("articles")

    assert workspace.closed


def test_meetings_answer_in_their_shape(cli):
    first, second = cli("--json", "meetings").json()

    assert first == {
        "id": 1,
        "title": "Talks in Ottawa",
        "date": "2031-05-06",
        "end_date": None,
        "place": "Ottawa",
        "sides": ["Canada", "Mexico"],
        "leaders": {"Canada": "Ana Leader"},
        "articles": [1],
        "starred": False,
    }
    assert second["date"] is None


def test_asks_answer_in_their_shape(cli):
    first = cli("--json", "asks", "--meeting", "1").json()[0]

    assert first == {
        "id": 1,
        "meeting": 1,
        "side": "Canada",
        "of": "Mexico",
        "kind": "red_line",
        "text": "lower tariffs",
        "issues": ["Tariffs"],
        "voiced_by": None,
        "attribution": "reporter",
        "band": "high",
        "status": "proposed",
        "spans": [{"article": 1, "start": 10, "end": 31, "quote": "Canada wants lower ta"}],
    }


def test_search_answers_in_its_shape(cli, workspace, a_hit):
    workspace.result = SearchResult(query="tariff", total=1, hits=(a_hit,), suggestion="tariffs")

    answer = cli("--json", "search", "tariff", "--limit", "5", "--meeting", "1")

    assert answer.json() == {
        "query": "tariff",
        "total": 1,
        "hits": [
            {
                "article": 1,
                "title": "First",
                "outlet": "Daily",
                "published": "2031-05-05",
                "meeting": 1,
                "snippet": "lower tariffs",
                "start": 10,
                "end": 31,
            }
        ],
        "suggestion": "tariffs",
        "message": "",
    }
    assert workspace.calls == [("catch up",), ("search", "tariff", 5, 1)]


def test_what_search_has_to_say_goes_to_standard_error(cli, workspace):
    workspace.result = SearchResult(query="“", message="A quotation mark is not closed.")

    answer = cli("search", "“")

    assert answer.err == "A quotation mark is not closed.\n"


def test_lists_of_all_meetings_hold_loose_articles_too(cli):
    assert [ask["id"] for ask in cli("--json", "asks").json()] == [1, 2, 3, 4]


def test_a_list_can_be_narrowed_to_a_side_in_any_case(cli):
    assert [ask["id"] for ask in cli("--json", "asks", "--side", "canada").json()] == [1, 4]
    assert len(cli("--json", "people", "--side", "Mexico").json()) == 0
    assert [i["label"] for i in cli("--json", "issues", "--side", "Canada").json()] == ["Tariffs"]
    assert [m["id"] for m in cli("--json", "meetings", "--side", "Japan").json()] == [2]
    assert [a["id"] for a in cli("--json", "articles", "--side", "Mexico").json()] == [1, 2]


def test_a_side_nobody_has_is_told_with_those_there_are(cli):
    answer = cli("asks", "--side", "Utopia")

    assert answer.code == 1
    assert "Utopia" in answer.err
    assert "Canada, Japan, Mexico" in answer.err


def test_a_meeting_nobody_knows_ends_with_1(cli):
    for command in ("asks", "articles", "meetings", "people", "issues"):
        assert cli(command, "--meeting", "99").code == 1


def test_lists_for_people_are_aligned(cli):
    lines = cli("meetings").out.splitlines()

    assert lines == [
        "1  2031-05-06  Ottawa  1 article  Talks in Ottawa",
        "2  no date             1 article  Talks some day",
    ]


def test_setting_a_meeting_sets_only_what_was_given(cli, workspace):
    cli("meeting", "set", "1", "--sides", "Canada, Japan", "--end", "2031-05-07")

    facts = {"sides": ("Canada", "Japan"), "date": None, "end_date": date(2031, 5, 7)}
    assert workspace.calls == [("set", 1, {**facts, "place": None})]


def test_export_writes_every_meeting_or_those_named(cli, workspace, a_folder):
    answer = cli("--json", "export", "--all", "-o", a_folder)
    cli("export", "--meeting", "2", "--format", "md,html", "-o", a_folder)

    assert answer.json() == {"written": [str(a_folder / "1.md"), str(a_folder / "2.md")]}
    assert workspace.calls == [
        ("export", (1, 2), a_folder, ("md",)),
        ("export", (2,), a_folder, ("md", "html")),
    ]


def test_verify_ends_with_1_where_a_quotation_fails(cli, workspace):
    assert cli("verify").code == 0

    workspace.problems = ("brief.md, line 3: the source says something else",)
    answer = cli("verify", "brief.md")

    assert answer.code == 1
    assert "line 3" in answer.err


def test_undo_says_what_it_took_back_or_that_there_is_nothing(cli, workspace):
    nothing = cli("undo")
    assert nothing.code == 1
    assert "nothing to undo" in nothing.err

    workspace.undone = type("Undone", (), {"title": "Import “A”"})
    assert cli("undo").out == "Undone: Import “A”\n"
    assert cli("--json", "redo").json() == {"redone": "Import “A”"}


def test_doctor_answers_for_each_thing_it_looked_at(cli):
    subjects = [one["subject"] for one in cli("--json", "doctor").json()]

    assert subjects == ["Python", "window"]


@pytest.mark.parametrize(
    ("command", "line"),
    [
        ("articles", "1  2031-05-05  Daily  First"),
        ("people", "1  Canada  host  leader  Ana Leader  Premier"),
        ("issues", "1  1 sentence  Tariffs  Canada 1"),
        ("asks", "1  Canada  red line  high  proposed  lower tariffs (reporter)"),
    ],
)
def test_each_list_can_be_read_by_people(cli, command, line):
    assert cli(command).out.splitlines()[0] == line


def test_hits_are_shown_with_their_source_and_how_many_more_there_are(cli, workspace, a_hit):
    workspace.result = SearchResult(query="tariff", total=3, hits=(a_hit,), suggestion="tariffs")

    answer = cli("search", "tariff")

    assert answer.out.splitlines() == [
        "First (Daily, 2031-05-05)",
        "    lower tariffs",
        "2 more; see them with --limit 3",
    ]
    assert answer.err == "Did you mean: tariffs\n"
