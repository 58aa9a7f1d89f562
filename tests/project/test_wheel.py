"""The wheel holds everything, and the program runs from it, anywhere and without the checkout."""

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
pytestmark = [pytest.mark.wheel, pytest.mark.slow]


@pytest.fixture(scope="module")
def source(tmp_path_factory):
    """The checkout as it is at one moment: somebody may be at work in it while the tests run."""
    folder = tmp_path_factory.mktemp("source") / "briefing"
    caches = shutil.ignore_patterns(".git", ".venv", "build", "dist", "__pycache__", ".*_cache")
    shutil.copytree(ROOT, folder, ignore=caches)
    return folder


@pytest.fixture(scope="module")
def wheel(source, tmp_path_factory):
    return built(source, tmp_path_factory.mktemp("wheel"), "--wheel")


def built(source, folder, kind):
    """Build the wheel or the source distribution of a source."""
    subprocess.run(
        [sys.executable, "-m", "build", kind, "--no-isolation", "--outdir", str(folder), "."],
        cwd=source,
        check=True,
        capture_output=True,
        env=os.environ | {"SOURCE_DATE_EPOCH": "1900000000"},
    )
    (made,) = folder.iterdir()
    return made


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """The folder of programs of a fresh environment that has the wheel.

    Its dependencies are those of this environment, seen through a path file; path files found
    over there are not followed, so the checkout is out of sight.
    """
    folder = tmp_path_factory.mktemp("installed") / "venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True)
    python = folder / "bin" / "python"
    subprocess.run(
        [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", "--no-deps",
         "--no-index", "--disable-pip-version-check", str(wheel)],
        check=True,
    )  # fmt: skip
    (site,) = (folder / "lib").glob("python*/site-packages")
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return folder / "bin"


def run(installed, *command, home):
    environment = {"PATH": os.environ["PATH"], "HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(
        [installed / command[0], *command[1:]],
        cwd="/",
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_it_holds_code_schema_resources_and_licence(source, wheel):
    held = set(zipfile.ZipFile(wheel).namelist())
    wanted = {p for folder in ("briefing", "resources") for p in (source / folder).rglob("*")}
    expected = {
        str(path.relative_to(source)).replace("resources/", "briefing/resources/", 1)
        if path.is_relative_to(source / "resources")
        else str(path.relative_to(source))
        for path in wanted
        if path.is_file() and "__pycache__" not in path.parts
    }

    assert expected <= held
    assert any(name.endswith(".sql") for name in held)
    assert any(name.endswith("licenses/LICENSE") for name in held)
    assert "briefing/resources/licences/LGPL-3.0.txt" in held
    assert all(name.split("/")[0].startswith("briefing") for name in held)


def test_it_is_the_wheel_that_runs_and_not_the_checkout(installed, tmp_path):
    done = run(
        installed, "python", "-c", "import briefing; print(briefing.__file__)", home=tmp_path
    )

    assert Path(done.stdout.strip()).is_relative_to(installed.parent)


def test_the_program_tells_its_version(installed, tmp_path):
    done = run(installed, "briefing", "--version", home=tmp_path)

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("briefing 0.")


def test_the_doctor_finds_all_well(installed, tmp_path):
    done = run(installed, "briefing", "--json", "doctor", home=tmp_path)

    assert [one for one in json.loads(done.stdout) if not one["well"]] == []
    assert done.returncode == 0


def test_a_sample_of_the_wheel_is_extracted(installed, tmp_path):
    find = "from briefing.paths import resources; print(resources() / 'sample')"
    folder = Path(run(installed, "python", "-c", find, home=tmp_path).stdout.strip())
    done = run(installed, "briefing", "extract", folder / "2025-05-05-cbc-news.txt", home=tmp_path)

    found = json.loads(done.stdout)
    assert done.returncode == 0
    assert found["meeting"]["date"] == "2025-05-06"
    assert found["asks"]


def test_about_tells_the_licence_and_its_text_of_all_that_is_installed(installed, tmp_path):
    tell = (
        "import json; from briefing.gui.dialogs.licences import components;"
        "print(json.dumps([[c.name, c.licence, len(c.text)] for c in components()]))"
    )
    parts = json.loads(run(installed, "python", "-c", tell, home=tmp_path).stdout)

    assert len(parts) > 40
    assert [part for part in parts if not all(part)] == []


def test_the_reader_has_its_own_command(installed):
    assert (installed / "briefing-reader").is_file()


@pytest.mark.parametrize("kind", ["--wheel", "--sdist"])
def test_built_twice_it_is_the_same_byte_by_byte(source, kind, tmp_path):
    first, second = (built(source, folder, kind) for folder in (tmp_path / "one", tmp_path / "two"))

    assert first.name == second.name
    assert first.read_bytes() == second.read_bytes()
