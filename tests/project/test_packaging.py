"""What the packages are made of, as far as it can be told without building them."""

import json
import os
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

import briefing

ROOT = Path(__file__).parents[2]
PACKAGING = ROOT / "packaging"
LINUX = PACKAGING / "linux"
NAME = "org.briefing_reader.Briefing"


def run(script, *arguments):
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    subprocess.run([sys.executable, PACKAGING / script, *arguments], check=True, env=environment)


def test_the_desktop_file_hands_files_over_where_no_option_can_be_meant():
    entry = (LINUX / f"{NAME}.desktop").read_text()

    assert "Exec=briefing read -- %F" in entry


@pytest.mark.skipif(not shutil.which("desktop-file-validate"), reason="the checker is not here")
def test_the_desktop_file_is_valid():
    checked = subprocess.run(
        ["desktop-file-validate", LINUX / f"{NAME}.desktop"], capture_output=True, check=False
    )

    assert (checked.returncode, checked.stdout) == (0, b"")


def test_the_metainfo_names_this_version_and_the_desktop_file():
    component = ET.parse(LINUX / f"{NAME}.metainfo.xml").getroot()

    assert component.findtext("launchable") == f"{NAME}.desktop"
    assert component.find("releases/release").get("version") == briefing.__version__


def test_the_man_page_tells_of_every_command(tmp_path):
    from briefing.cli.main import briefing as commands

    run("man_page.py", tmp_path / "briefing.1")

    page = (tmp_path / "briefing.1").read_text()
    assert [name for name in commands.commands if f".SS {name}\n" not in page] == []


def test_the_icon_is_drawn_in_every_size(tmp_path):
    run("icons.py", tmp_path)

    drawn = sorted(tmp_path.rglob("*.png"))
    assert len(drawn) == 9
    assert all(picture.stat().st_size > 150 for picture in drawn)


def test_every_pinned_library_is_listed_with_its_licence(tmp_path):
    run("inventory.py", tmp_path)

    listed = {c["name"]: c for c in json.loads((tmp_path / "sbom.json").read_text())["components"]}
    assert {"PySide6_Essentials", "whoosh3", "spacy"} <= {n.replace("-", "_") for n in listed}
    assert all(c["licenses"][0]["license"]["name"] for c in listed.values())
