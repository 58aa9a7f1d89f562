"""Resources are found wherever the program runs from."""

import subprocess
import sys
from pathlib import Path

from briefing import paths

ROOT = Path(__file__).parents[2]


def test_resources_are_found_from_any_working_directory():
    code = "from briefing.paths import resources; print(resources().joinpath('sample').is_dir())"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd="/", capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == "True"


def test_an_editable_install_uses_the_resources_of_the_checkout():
    assert Path(str(paths.resources())) == ROOT / "resources"


def test_a_resource_is_read_as_text():
    assert "Toronto Star" in paths.resource_text("sample/2025-05-01-toronto-star.txt")
