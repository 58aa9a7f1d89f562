"""Bad input and bad luck: one clear sentence each, and nothing lost."""

import os
import resource
import sqlite3

import pytest

from tests.end2end.shell import SAMPLE, assert_one_sentence, call

GOOD = "Prime ministers meet\n\nCanada will ask Japan for lower tariffs in Tokyo on Tuesday.\n"


@pytest.fixture
def given(tmp_path):
    folder = tmp_path / "given"
    folder.mkdir()
    return folder


def an_empty_file(path):
    path.write_bytes(b"")


def a_binary(path):
    path.write_bytes(b"\x7fELF\x02\x01\x01\x00" + bytes(range(256)) * 64)


def a_picture(path):
    path.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + os.urandom(4000))


def nothing_but_spaces(path):
    path.write_text(" \n\t\n ")


def nuls(path):
    path.write_bytes(b"\x00" * 5000)


def a_pipe(path):
    os.mkfifo(path)


def a_link_to_nothing(path):
    path.symlink_to(path.with_name("gone.txt"))


def fifty_megabytes(path):
    path.write_text("Canada wants lower tariffs. " * 1_900_000)


BAD = [an_empty_file, a_binary, a_picture, nothing_but_spaces, nuls, a_pipe, a_link_to_nothing,
       fifty_megabytes]  # fmt: skip


@pytest.mark.parametrize("make", BAD, ids=lambda m: m.__name__.replace("_", " "))
def test_a_bad_file_is_refused_in_one_sentence_that_names_it(empty, given, make):
    path = given / "bad.txt"
    make(path)

    answer = empty("--json", "import", path)

    assert_one_sentence(answer, "bad.txt")
    assert answer.json["failed"][0]["path"] == str(path)
    assert empty.json("articles") == []


def test_a_file_that_is_not_there_is_told(empty, given):
    assert_one_sentence(empty("import", given / "gone.txt"), "gone.txt")
    assert_one_sentence(empty("extract", given / "gone.txt"), "gone.txt")


def test_an_empty_file_cannot_be_extracted(empty, given):
    an_empty_file(given / "bad.txt")

    assert_one_sentence(empty("extract", given / "bad.txt"), "bad.txt")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_one_may_not_read_is_told(empty, given):
    path = given / "secret.txt"
    path.write_text(GOOD)
    path.chmod(0)

    assert_one_sentence(empty("import", path), "secret.txt")


def test_one_bad_file_does_not_stop_the_rest(empty, given):
    an_empty_file(given / "a.txt")
    (given / "b.txt").write_text(GOOD)
    a_binary(given / "c.txt")

    answer = empty("--json", "import", given, "--published", "2031-05-05")

    assert answer.code == 1
    assert [one["path"] for one in answer.json["imported"]] == [str(given / "b.txt")]
    assert [one["path"] for one in answer.json["failed"]] == [
        str(given / "a.txt"),
        str(given / "c.txt"),
    ]


def test_a_file_name_that_is_no_text_is_imported(empty, given):
    (given / os.fsdecode(b"caf\xe9.txt")).write_text(GOOD)

    answer = empty("--json", "import", given, "--published", "2031-05-05")

    assert answer.code == 0, answer.err
    assert len(answer.json["imported"]) == 1


@pytest.mark.parametrize(
    "command",
    [("articles",), ("meetings",), ("asks",), ("search", "x"), ("export", "--all"), ("verify",),
     ("undo",), ("rebuild",), ("backup", "saved.zip")],
    ids=" ".join,
)  # fmt: skip
def test_a_missing_library_is_told_and_not_made(empty, command):
    assert_one_sentence(empty(*command), str(empty.library))
    assert not empty.library.exists()


def test_a_library_of_a_newer_version_is_refused_and_left_alone(shell):
    database = shell.library / "library.sqlite3"
    with sqlite3.connect(database) as connection:
        connection.execute("PRAGMA user_version = 999999")
    connection.close()
    before = database.read_bytes()

    for command in ("articles", "verify"):
        assert_one_sentence(shell(command), "newer")
    assert_one_sentence(shell("import", SAMPLE), "newer")
    assert database.read_bytes() == before


def test_a_folder_that_holds_something_else_is_no_library(empty):
    empty.library.mkdir()
    (empty.library / "library.sqlite3").write_text("shopping list")

    assert_one_sentence(empty("articles"), str(empty.library), "not a database")


def test_a_file_in_place_of_the_library_is_told(empty):
    empty.library.write_text("not a folder")

    assert_one_sentence(empty("import", SAMPLE), str(empty.library))
    assert_one_sentence(empty("articles"), str(empty.library))


@pytest.mark.parametrize(
    "query", ['"unclosed', "side:", "nofield:tariffs", "(tariffs", "AND", "*", "NEAR/", "[x TO"]
)
def test_a_malformed_query_is_explained(shell, query):
    answer = shell("--json", "search", query)

    assert "Traceback" not in answer.err
    assert answer.json["hits"] == [] or answer.json["total"]
    assert answer.json["message"] or answer.json["total"]
    assert answer.err.strip().count("\n") <= 1


def test_things_that_are_not_there_are_told(shell):
    assert_one_sentence(shell("asks", "--meeting", "99"), "99")
    assert_one_sentence(shell("search", "x", "--meeting", "99"), "99")
    assert_one_sentence(shell("meeting", "set", "99", "--place", "Oslo"), "99")
    assert_one_sentence(shell("export", "--meeting", "99"), "99")
    assert_one_sentence(shell("import", SAMPLE, "--meeting", "99"), "99")


def test_one_side_alone_is_no_meeting(shell):
    number = shell.json("meetings")[0]["id"]

    assert_one_sentence(shell("meeting", "set", number, "--sides", "Canada"), "side")


def test_a_format_nobody_knows_is_told_with_those_there_are(shell, given):
    assert_one_sentence(shell("export", "--all", "--format", "odt", "-o", given), "odt", "md")
    assert list(given.iterdir()) == []


def test_a_folder_that_is_not_empty_is_not_restored_into(shell, given):
    shell("backup", given / "saved.zip")

    assert_one_sentence(shell("restore", given / "saved.zip", given), str(given))
    assert [p.name for p in given.iterdir()] == ["saved.zip"]


def test_a_file_that_is_no_backup_is_told(shell, given, tmp_path):
    (given / "saved.zip").write_text("not a zip")

    assert_one_sentence(shell("restore", given / "saved.zip", tmp_path / "r"), "saved.zip")
    assert_one_sentence(shell("restore", given / "gone.zip", tmp_path / "r"), "gone.zip")


def test_a_backup_is_not_written_over_a_folder_or_into_nowhere(shell, given):
    assert shell("backup", given).code == 2
    assert_one_sentence(shell("backup", given / "no" / "such" / "saved.zip"), "no/such")
    assert list(given.iterdir()) == []


def test_a_file_that_is_no_briefing_proves_nothing(shell, given):
    (given / "note.md").write_text("# A note\n")
    (given / "binary.md").write_bytes(b"\xff\xfe\x00\x01\xff")

    assert_one_sentence(shell("verify", given / "gone.md"), "gone.md")
    assert_one_sentence(shell("verify", given / "binary.md"), "binary.md")


def test_a_full_disk_is_named_and_nothing_is_lost(shell, given):
    before = shell.json("articles")
    (given / "new.txt").write_text(GOOD * 400)

    def little_room():
        resource.setrlimit(resource.RLIMIT_FSIZE, (16_384, 16_384))

    answer = shell("import", given / "new.txt", preexec_fn=little_room)

    assert_one_sentence(answer, "disk")
    assert shell.json("articles") == before
    assert shell("verify").code == 0
    assert shell("import", given / "new.txt").code == 0


def test_without_a_display_the_window_is_not_opened_and_it_is_said_what_to_do(tmp_path):
    answer = call(tmp_path, "--library", tmp_path / "library", with_screen=False)

    assert_one_sentence(answer, "no display", "xvfb-run")


def test_a_home_one_may_not_write_to_is_told(tmp_path):
    home = tmp_path / "home"
    home.write_text("a file where the home should be")

    answer = call(home, "import", SAMPLE)

    assert answer.code == 1
    assert "Traceback" not in answer.err
    assert all(str(home) in line for line in answer.err.splitlines())
