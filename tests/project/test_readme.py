"""The README is true: every command in it runs, and every command is in it."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest

from briefing.cli.main import briefing

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = [
    line.removeprefix("$ ")
    for block in re.findall(r"```console\n(.*?)```", README, re.DOTALL)
    for line in block.splitlines()
]


def test_every_console_line_is_a_command_of_ours():
    assert COMMANDS
    for command in COMMANDS:
        assert shlex.split(command)[0] in {"briefing", "make"}


@pytest.mark.parametrize("command", [c for c in COMMANDS if c.startswith("make ")])
def test_every_make_target_is_there(command):
    done = subprocess.run(
        [*shlex.split(command), "--dry-run"], cwd=ROOT, capture_output=True, check=False
    )

    assert done.returncode == 0, done.stderr.decode()


@pytest.mark.end2end
@pytest.mark.slow
def test_every_briefing_command_runs_in_the_order_given(tmp_path):
    shutil.copytree(ROOT / "resources" / "sample", tmp_path / "articles")
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "note.txt").write_text("Canada and Japan meet in Tokyo on Tuesday.\n")
    environment = {**os.environ, "HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    for name in [n for n in environment if n.startswith("XDG_")]:
        del environment[name]

    assert any(command.startswith("briefing ") for command in COMMANDS)
    for command in COMMANDS:
        program, *arguments = shlex.split(command)
        if program == "briefing":
            done = subprocess.run(
                [sys.executable, "-m", "briefing", *arguments],
                cwd=tmp_path,
                env=environment,
                capture_output=True,
                text=True,
                check=False,
            )
            assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"


def all_commands(group=briefing, before=""):
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from all_commands(command, f"{before}{name} ")
        else:
            yield pytest.param(f"{before}{name}", command, id=f"{before}{name}")


@pytest.mark.parametrize(("name", "command"), list(all_commands()))
def test_every_command_has_help_and_stands_in_the_readme(name, command):
    assert command.help
    assert re.search(rf"briefing (--\S+ (\S+/ )?)?{name}\b", README)


def test_a_picture_the_readme_shows_is_there():
    paths = re.findall(r"!\[[^\]]*\]\(([^)]+)\)", README)
    assert paths
    for path in paths:
        assert (ROOT / path).is_file()
