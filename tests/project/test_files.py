"""What may and may not stand in the project's files."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TOP = {
    "pyproject.toml", "README.md", "LICENSE", "Makefile", "briefing", "resources", "tests",
    "packaging",
}  # fmt: skip
ADDRESS = re.compile(r"https?://|\b(?:pypi|pythonhosted|index-url|find-links)\b", re.IGNORECASE)
MACHINE = re.compile(r"(?<![\w.~])/(?:work|root|home)/\w")
REGISTRY = re.compile("python" + r"hosted\.org|" + "pypi" + r"\.org|--(?:extra-)?index-url")


def tracked():
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listed.returncode:
        pytest.skip("this is no git checkout")
    paths = [ROOT / name for name in listed.stdout.split("\0") if name]
    return [path for path in paths if path.is_file()]


def texts():
    for path in tracked():
        try:
            yield path, path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue


def test_the_top_level_holds_what_it_should_and_no_more():
    top = {path.relative_to(ROOT).parts[0] for path in tracked()}

    assert {name for name in top if not name.startswith(".")} == TOP


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_requirements_are_pinned_by_hash_and_hold_no_address(name):
    text = (ROOT / "packaging" / name).read_text(encoding="utf-8")
    requirements = re.findall(r"^[a-zA-Z].*(?:\n .*)*", text, re.MULTILINE)

    assert not ADDRESS.search(text)
    assert len(requirements) > 20
    assert all("==" in one and "--hash=sha256:" in one for one in requirements)


def test_requirements_agree_on_every_version():
    def versions(name):
        text = (ROOT / "packaging" / name).read_text(encoding="utf-8")
        return set(re.findall(r"^[a-zA-Z][^\s;]*==[^\s;]+", text, re.MULTILINE))

    assert versions("requirements.txt") < versions("requirements-dev.txt")


def test_no_lock_file_with_addresses_is_kept():
    assert not {p.name for p in tracked()} & {
        "uv.lock",
        "pylock.toml",
        "poetry.lock",
        "Pipfile.lock",
    }


def test_no_file_names_a_registry_or_a_place_on_one_machine():
    here = Path(__file__)
    found = [
        f"{path.relative_to(ROOT)}: {match.group()}"
        for path, text in texts()
        for match in [REGISTRY.search(text) or MACHINE.search(text)]
        if match and path != here
    ]

    assert not found


def test_every_file_of_code_is_under_300_lines():
    long = [
        str(path.relative_to(ROOT))
        for path, text in texts()
        if path.suffix == ".py" and path.is_relative_to(ROOT / "briefing")
        if len(text.splitlines()) >= 300
    ]

    assert not long


def test_no_folder_is_a_drawer():
    drawers = {"utils", "util", "common", "misc", "helpers", "helper"}
    code = [p.relative_to(ROOT) for p in tracked() if p.is_relative_to(ROOT / "briefing")]

    assert not [str(path) for path in code if drawers & {*path.parts, path.stem}]


def test_continuous_integration_runs_make_test():
    script = ROOT / ".ci" / "run"

    assert script.stat().st_mode & 0o111
    assert "make test" in script.read_text(encoding="utf-8")
