"""Without a command, and with `read`, the window opens."""

from pathlib import Path


def test_no_command_opens_the_window_on_the_users_own_library(cli):
    assert cli().code == 0
    assert cli.windows == [(None, ())]


def test_the_library_named_is_handed_to_the_window(cli):
    cli("--library", "/some/where")

    assert cli.windows == [(Path("/some/where"), ())]


def test_read_hands_the_files_to_the_window(cli, a_folder):
    file = a_folder / "a.txt"
    file.write_text("words")

    cli("read", file)

    assert cli.windows == [(None, (file,))]


def test_the_exit_code_of_the_window_is_that_of_the_program(cli):
    cli._open_window = lambda library, files: 1

    assert cli().code == 1
