"""A side that no country is called is asked about before it is written, and told where one
reads."""

import json

import pytest

from briefing.cli.main import run
from briefing.cli.program import Start
from briefing.paths import Paths


def test_a_side_no_country_is_called_is_not_written(cli, workspace):
    answer = cli("meeting", "set", "1", "--sides", "Canada, Japann")

    assert (answer.code, workspace.calls) == (1, [])
    assert "No country is called “Japann”; did you mean “Japan”?" in answer.err
    assert "--as-written" in answer.err


def test_a_side_like_none_is_refused_without_a_guess(cli, workspace):
    answer = cli("meeting", "set", "1", "--sides", "Canada, Xyzzy")

    assert (answer.code, workspace.calls) == (1, [])
    assert "No country is called “Xyzzy”." in answer.err
    assert "did you mean" not in answer.err


def test_a_name_that_is_really_meant_is_taken_as_it_is(cli, workspace):
    assert cli("meeting", "set", "1", "--sides", "Canada, Japann", "--as-written").code == 0

    ((_, _, facts),) = workspace.calls
    assert facts["sides"] == ("Canada", "Japann")


def test_other_spellings_are_written_as_the_country_is_called(cli, workspace):
    cli("meeting", "set", "1", "--sides", "CANADA, Nippon, Japan")

    ((_, _, facts),) = workspace.calls
    assert facts["sides"] == ("Canada", "Japan")


@pytest.mark.parametrize("command", ["asks", "articles", "meetings", "people", "issues"])
def test_a_list_of_a_side_that_is_misspelled_says_which_is_meant(cli, command):
    answer = cli(command, "--side", "Mexcio")

    assert (answer.code, answer.out) == (1, "")
    assert "No meeting has the side “Mexcio”; did you mean “Mexico”?" in answer.err


@pytest.mark.parametrize("command", ["asks", "articles", "meetings", "people", "issues"])
def test_a_side_the_only_meeting_shown_does_not_have_is_told(cli, command):
    answer = cli(command, "--meeting", "2", "--side", "Canada")

    assert (answer.code, answer.out) == (1, "")
    assert "Meeting 2 has no side “Canada”. The sides are: Japan, Mexico." in answer.err


def test_a_list_takes_the_other_spellings_of_a_country(cli):
    assert [one["id"] for one in cli("--json", "meetings", "--side", "nippon").json()] == [2]


def test_extracting_for_a_side_no_country_is_called_says_so(tmp_path, capsys):
    article = tmp_path / "a.txt"
    article.write_text("Le ministre du pont a parlé du péage. " * 9)
    start = Start(open_window=lambda *_: 0, paths=Paths.under(tmp_path / "own"))

    assert run(start, ["extract", str(article), "--sides", "Canadaa, USA"]) == 0

    out, err = capsys.readouterr()
    assert json.loads(out)
    assert err == "No country is called “Canadaa”; did you mean “Canada”?\n"
