"""Nothing leaves the machine: the main workflow runs without a network, and asks for none."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from shlex import quote

import pytest

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "resources" / "sample"
WORKFLOW = """
set -e
{python} -m briefing --library "$HOME/library" import {sample}
{python} -m briefing --library "$HOME/library" search tariffs
{python} -m briefing --library "$HOME/library" export --all -o "$HOME/out"
{python} -m briefing --library "$HOME/library" verify
{python} -m briefing --library "$HOME/library" backup "$HOME/copy.zip"
"""
NETWORKING = re.compile(
    r"^\s*(?:import|from) (?:socket|ssl|http|urllib\.request|urllib3|requests|httpx|aiohttp"
    r"|ftplib|smtplib|telnetlib|xmlrpc|socketserver|asyncio)\b",
    re.MULTILINE,
)
OF_QT = re.compile(r"QtNetwork import (.*)")


def works(*command):
    if not shutil.which(command[0]):
        return False
    return subprocess.run([*command, "true"], capture_output=True, check=False).returncode == 0


def run(home, *before):
    script = WORKFLOW.format(python=quote(sys.executable), sample=quote(str(SAMPLE)))
    environment = {
        "HOME": str(home), "PATH": os.environ["PATH"], "LANG": "C.UTF-8", "PYTHONPATH": str(ROOT),
    }  # fmt: skip
    done = subprocess.run(
        [*before, "sh", "-c", script],
        cwd=home,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=280,
    )
    assert done.returncode == 0, done.stderr
    assert "Every quotation is what its source says." in done.stdout
    assert list((home / "out").glob("*.md"))
    assert (home / "copy.zip").is_file()


@pytest.mark.end2end
@pytest.mark.slow
@pytest.mark.skipif(
    not works("unshare", "-rn"), reason="this system does not let its users make network namespaces"
)
def test_import_search_export_and_backup_run_where_there_is_no_network_at_all(tmp_path):
    run(tmp_path, "unshare", "-rn")


@pytest.mark.end2end
@pytest.mark.slow
@pytest.mark.skipif(
    not works("strace", "-o", os.devnull), reason="strace is not installed, or not permitted"
)
def test_no_step_of_the_workflow_connects_or_sends_to_any_address(tmp_path):
    calls = tmp_path / "calls"

    run(tmp_path, "strace", "-f", "-qq", "-e", "trace=connect,sendto,sendmsg", "-o", str(calls))

    addressed = [line for line in calls.read_text().splitlines() if "AF_INET" in line]
    assert addressed == []


def test_no_module_of_the_program_can_open_a_connection():
    found = [
        f"{path.relative_to(ROOT)}: {match.group().strip()}"
        for path in sorted((ROOT / "briefing").rglob("*.py"))
        for match in NETWORKING.finditer(path.read_text(encoding="utf-8"))
    ]

    assert found == []


def test_of_the_network_of_qt_only_the_sockets_inside_the_machine_are_used():
    used = [
        name.strip()
        for path in (ROOT / "briefing").rglob("*.py")
        for names in OF_QT.findall(path.read_text(encoding="utf-8"))
        for name in names.strip("()").split(",")
        if name.strip()
    ]

    assert set(used) == {"QLocalServer", "QLocalSocket"}
