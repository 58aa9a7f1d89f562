"""Setting up says what is missing in one sentence."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def machine(tmp_path):
    """A checkout on a machine that has no program but those a test adds to `bin`."""
    checkout = tmp_path / "checkout"
    (checkout / "packaging").mkdir(parents=True)
    shutil.copy(ROOT / "packaging" / "setup.sh", checkout / "packaging")
    programs = tmp_path / "bin"
    programs.mkdir()
    for name in ("sh", "dirname", "rm", "touch"):
        (programs / name).symlink_to(shutil.which(name))
    return checkout, programs


def set_up(machine, **environment):
    checkout, programs = machine
    return subprocess.run(
        ["sh", "packaging/setup.sh"],
        cwd=checkout,
        env={"PATH": str(programs), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def a_python(programs, name, *, new_enough=True, venv=True):
    """Put a stand-in for Python on the machine: it only tells its age and what it has."""
    script = programs / name
    script.write_text(
        "#!/bin/sh\n"
        f'case "$2" in *version_info*) exit {int(not new_enough)};; *ensurepip*) exit {int(not venv)};; esac\n'
        "exit 1\n"
    )
    script.chmod(0o755)


def test_a_machine_without_python_is_told_so(machine):
    done = set_up(machine)

    assert done.returncode
    assert done.stderr.count("\n") == 1
    assert "Python 3.11 or newer was not found" in done.stderr


def test_an_old_python_is_not_taken(machine):
    a_python(machine[1], "python3", new_enough=False)

    assert "Python 3.11 or newer was not found" in set_up(machine).stderr


def test_a_python_without_venv_is_told_with_the_apt_line(machine):
    a_python(machine[1], "python3.11", venv=False)

    done = set_up(machine)

    assert done.returncode
    assert done.stderr.count("\n") == 1
    assert "sudo apt install python3-venv" in done.stderr


def test_the_python_named_by_the_user_is_taken_first(machine):
    a_python(machine[1], "python3.11")
    a_python(machine[1], "mine", venv=False)

    assert set_up(machine, PYTHON="mine").stderr.startswith("mine cannot")


def test_nothing_half_made_is_left(machine):
    a_python(machine[1], "python3.11")

    done = set_up(machine)

    assert done.returncode
    assert not (machine[0] / ".venv").exists()
    assert [entry.name for entry in machine[0].iterdir()] == ["packaging"]


def test_running_without_a_display_says_so_and_what_to_do():
    environment = {n: v for n, v in os.environ.items() if n in {"PATH", "HOME"}}
    done = subprocess.run(
        ["make", "--assume-old=.venv/ready", "run"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode
    assert done.stderr.startswith("There is no display")
    assert "xvfb-run" in done.stderr
    assert "Traceback" not in done.stderr
