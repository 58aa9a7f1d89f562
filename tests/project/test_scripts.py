"""The scripts of packaging can be read by what runs them, here or on another system."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
PACKAGING = ROOT / "packaging"
SHELL = sorted([*PACKAGING.rglob("*.sh"), ROOT / ".ci" / "run", ROOT / ".ci" / "fresh"])
WINDOWS = PACKAGING / "windows" / "build.ps1"
FLATPAK = PACKAGING / "flatpak" / "org.briefing_reader.Briefing.yaml"
METAINFO = PACKAGING / "linux" / "org.briefing_reader.Briefing.metainfo.xml"
OPENING, CLOSING = "([{", ")]}"


def name(path):
    return str(path.relative_to(ROOT))


def run(*arguments, **options):
    return subprocess.run(arguments, capture_output=True, text=True, check=False, **options)


def needs(tool):
    return pytest.mark.skipif(not shutil.which(tool), reason=f"{tool} is not here")


@needs("sh")
@pytest.mark.parametrize("script", SHELL, ids=name)
def test_a_shell_script_can_be_parsed_and_stops_at_the_first_failure(script):
    text = script.read_text(encoding="utf-8")
    shell = "bash" if "bash" in text.splitlines()[0] else "sh"

    assert run(shell, "-n", script).stderr == ""
    assert re.search(r"^set -eu", text, re.MULTILINE)


@needs("shellcheck")
@pytest.mark.parametrize("script", SHELL, ids=name)
def test_a_shell_script_has_none_of_the_usual_faults(script):
    assert run("shellcheck", script).stdout == ""


def test_the_script_for_windows_closes_what_it_opens():
    # Strings and comments out of the way, brackets must match; a parser of PowerShell knows more.
    text = re.sub(r'"[^"\n]*"|#.*', "", WINDOWS.read_text(encoding="utf-8"))
    stack = []
    for mark in text:
        if mark in OPENING:
            stack.append(mark)
        elif mark in CLOSING:
            assert stack, f"an unexpected {mark}"
            assert stack.pop() == OPENING[CLOSING.index(mark)]

    assert stack == []
    assert '"' not in text


@needs("pwsh")
def test_the_script_for_windows_can_be_parsed():
    command = f"[scriptblock]::Create((Get-Content -Raw '{WINDOWS}')) | Out-Null"

    assert run("pwsh", "-NoProfile", "-Command", command).stderr == ""


def test_the_script_for_windows_names_files_that_are_there():
    text = WINDOWS.read_text(encoding="utf-8")
    named = re.findall(r"packaging\\[\w.\\-]+", text)

    assert len(named) >= 4
    assert [n for n in named if not (ROOT / n.replace("\\", "/")).exists()] == []


def test_the_flatpak_has_no_network_and_no_files_of_the_user():
    rights = yaml.safe_load(FLATPAK.read_text(encoding="utf-8"))["finish-args"]

    assert not [r for r in rights if "network" in r or "filesystem" in r]


def test_the_flatpak_installs_files_that_are_there():
    (module,) = yaml.safe_load(FLATPAK.read_text(encoding="utf-8"))["modules"]
    named = re.findall(r"(?:packaging|resources)/[\w./-]+", " ".join(module["build-commands"]))

    assert len(named) >= 4
    assert [n for n in named if not (ROOT / n).exists()] == []


@needs("appstreamcli")
def test_the_metainfo_is_valid():
    checked = run("appstreamcli", "validate", "--no-net", METAINFO)

    assert checked.returncode == 0, checked.stdout


@pytest.mark.parametrize("script", sorted(PACKAGING.glob("*.py")), ids=name)
def test_a_python_script_can_be_compiled(script):
    compile(script.read_text(encoding="utf-8"), str(script), "exec")


def test_the_plan_of_the_frozen_program_can_be_compiled():
    plan = PACKAGING / "briefing.spec"

    compile(plan.read_text(encoding="utf-8"), str(plan), "exec")


@needs("groff")
def test_the_man_page_is_set_without_a_warning(tmp_path):
    page = tmp_path / "briefing.1"
    subprocess.run([sys.executable, PACKAGING / "man_page.py", page], check=True)

    assert run("groff", "-man", "-ww", "-z", page).stderr == ""


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_shell_completes_commands(shell):
    program = [sys.executable, "-m", "briefing"]
    told = run(*program, env=os.environ | {"_BRIEFING_COMPLETE": f"{shell}_source"}, cwd=ROOT)

    assert "_BRIEFING_COMPLETE" in told.stdout
    if shutil.which(shell) and shell != "fish":
        assert run(shell, "-n", "-c", told.stdout).stderr == ""


def test_a_completion_offers_the_commands():
    words = {"_BRIEFING_COMPLETE": "bash_complete", "COMP_WORDS": "briefing ver", "COMP_CWORD": "1"}
    told = run(sys.executable, "-m", "briefing", env=os.environ | words, cwd=ROOT)

    assert "verify" in told.stdout
