"""What is typed wrongly is wrong usage (2), said on standard error, and changes nothing."""

import pytest

from briefing import __version__

WRONG = [
    ("no-such-command",),
    ("--no-such-option", "articles"),
    ("import",),
    ("import", "a.txt", "--published", "5 May 2025"),
    ("import", "a.txt", "--published", "2025-02-30"),
    ("import", "a.txt", "--meeting", "first"),
    ("export",),
    ("export", "--all", "--meeting", "1"),
    ("export", "--all", "--format", ","),
    ("search",),
    ("search", " "),
    ("backup", "/"),
    ("search", "tariffs", "--limit", "0"),
    ("meeting", "set", "1"),
    ("meeting", "set", "one", "--place", "Ottawa"),
    ("meeting", "set", "1", "--date", "tomorrow"),
    ("extract",),
    ("read", "/no/such/file.txt"),
    ("restore",),
]


@pytest.mark.parametrize("arguments", WRONG, ids=" ".join)
def test_wrong_usage_ends_with_2_and_changes_nothing(cli, workspace, arguments):
    answer = cli(*arguments)

    assert answer.code == 2
    assert answer.err
    assert not answer.out
    assert workspace.calls == []


def test_a_wrong_date_is_quoted_and_the_right_form_shown(cli):
    answer = cli("import", "a.txt", "--published", "5/5/25")

    assert "'5/5/25'" in answer.err
    assert "2025-05-06" in answer.err


def test_the_version_is_printed(cli):
    assert cli("--version").out == f"briefing {__version__}\n"


def test_help_names_every_command(cli):
    told = cli("--help").out

    for name in [
        "read",
        "import",
        "articles",
        "meetings",
        "people",
        "issues",
        "asks",
        "meeting",
        "search",
        "export",
    ]:
        assert f"  {name} " in told
    for name in ["extract", "verify", "undo", "redo", "rebuild", "backup", "restore", "doctor"]:
        assert f"  {name} " in told


def test_no_line_of_help_is_cut_short(cli):
    assert "..." not in cli("--help").out.partition("Commands:")[2]
