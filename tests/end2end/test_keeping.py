"""What keeps a library, called as its user calls it: as processes of their own."""

import subprocess
import sys

from tests.end2end.shell import ROOT, SAMPLE, assert_one_sentence


def test_a_damaged_library_is_repaired_and_nothing_of_it_is_lost(shell):
    before = shell.json("articles"), shell.json("search", "tariffs")["total"]
    (shell.library / "library.sqlite3").write_bytes(b"no database at all " * 500)
    assert_one_sentence(shell("articles"), "damaged", "briefing repair")
    assert "LOOK" in shell("doctor").out

    answer = shell("repair")

    assert answer.code == 0, answer.err
    assert "made anew" in answer.out
    after = shell.json("articles"), shell.json("search", "tariffs")["total"]
    assert after == before
    assert shell("verify").code == 0
    assert list(shell.library.glob("library.sqlite3.damaged-*"))


def test_a_sound_library_is_left_alone_by_repair(shell):
    assert "sound" in shell("repair").out


def test_backups_are_listed_and_gone_back_to_by_number(shell):
    listed = shell.json("backups")
    assert [(one["number"], one["problem"]) for one in listed] == [(1, "")]
    (meeting, *_) = shell.json("meetings")
    shell("meeting", "set", meeting["id"], "--place", "Sund")
    assert "Sund" in shell("meetings").out

    answer = shell("restore", "1")

    assert answer.code == 0, answer.err
    assert "replaced" in answer.out
    assert "Sund" not in shell("meetings").out
    assert shell.json("search", "tariffs")["total"] > 0


def test_a_library_is_deleted_only_when_the_user_says_so(shell):
    assert shell("delete", input="n\n").code == 1
    assert shell.json("articles")

    assert shell("delete", "--yes").code == 0
    assert not shell.library.exists()
    assert_one_sentence(shell("delete", "--yes"), "no library", "nothing was deleted")


def test_a_folder_of_the_user_is_not_deleted(empty):
    empty.library.mkdir()
    (empty.library / "letter.txt").write_text("mine")

    assert_one_sentence(empty("delete", "--yes"), "nothing was deleted")

    assert (empty.library / "letter.txt").read_text() == "mine"


def test_two_command_lines_import_into_one_library_at_the_same_time(empty, tmp_path):
    for n in range(6):
        (tmp_path / f"{n}.txt").write_text(f"Number {n}\n\nThe envoys meet about timber {n}.\n")
    commands = [
        [
            sys.executable,
            "-m",
            "briefing",
            "--library",
            str(empty.library),
            "import",
            *(str(tmp_path / f"{n}.txt") for n in numbers),
        ]
        for numbers in (range(3), range(3, 6))
    ]
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "PYTHONPATH": str(ROOT)}
    running = [
        subprocess.Popen(c, env=environment, stdout=-1, stderr=-1, text=True) for c in commands
    ]
    for process in running:
        _, told = process.communicate(timeout=120)
        assert process.returncode == 0, told

    assert len(empty.json("articles")) == 6
    assert empty.json("search", "timber")["total"] >= 6
    assert empty("verify").code == 0


def test_a_search_answers_while_another_command_imports(shell):
    command = [
        sys.executable,
        "-m",
        "briefing",
        "--library",
        str(shell.library),
        "import",
        str(SAMPLE),
    ]
    with subprocess.Popen(command, stdout=-1, stderr=-1, cwd=ROOT) as process:
        assert shell.json("search", "tariffs")["total"] > 0
        process.communicate(timeout=120)
