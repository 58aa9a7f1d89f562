"""One library with the sample articles, imported once; each test works on a copy."""

import shutil

import pytest

from tests.end2end.shell import SAMPLE, Shell


def pytest_collection_modifyitems(items):
    """Mark all tests below this folder."""
    for item in items:
        if "end2end" in item.path.parts:
            item.add_marker(pytest.mark.end2end)
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session")
def imported(tmp_path_factory):
    """The library of the five sample articles, and what its import answered."""
    home = tmp_path_factory.mktemp("home")
    shell = Shell(home, home / "library")
    return shell, shell("--json", "import", SAMPLE)


@pytest.fixture
def shell(imported, tmp_path):
    """A shell on a copy of the sample library."""
    original, _ = imported
    shutil.copytree(original.library, tmp_path / "library")
    return Shell(tmp_path, tmp_path / "library")


@pytest.fixture
def empty(tmp_path):
    """A shell on a library that is not there yet."""
    return Shell(tmp_path, tmp_path / "new")
