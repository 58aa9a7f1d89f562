"""The options of `briefing export`: how briefings are written, and whether they are current."""

from briefing.export import Style


def test_profile_language_and_length_are_handed_on(cli, workspace, a_folder):
    cli(
        "export",
        "--all",
        "--profile",
        "call",
        "--language",
        "fr",
        "--max-pages",
        "2",
        "--omit-empty",
        "-o",
        a_folder,
    )

    assert workspace.styles == [Style(profile="call", language="fr", max_pages=2, omit_empty=True)]


def test_a_check_writes_nothing_and_ends_well_where_all_is_current(cli, workspace, a_folder):
    answer = cli("export", "--all", "--check", "-o", a_folder)

    assert answer.code == 0
    assert workspace.calls == []


def test_a_check_names_what_is_stale_and_ends_with_1(cli, workspace, a_folder):
    workspace.stale = ("a.md is stale: 1 new among the asks.",)
    answer = cli("--json", "export", "--all", "--check", "-o", a_folder)

    assert answer.code == 1
    assert answer.json() == {"current": False, "problems": list(workspace.stale)}


def test_a_template_is_copied_to_the_users_own(cli):
    answer = cli("export", "--copy-template", "call")
    copied = cli.paths.user_templates

    assert answer.code == 0
    assert sorted(path.name for path in copied.iterdir()) == ["briefing.md.j2", "call.yaml"]


def test_a_template_there_is_not_is_named(cli):
    answer = cli("export", "--copy-template", "summit")

    assert answer.code == 1
    assert "no briefing profile 'summit'" in answer.err
