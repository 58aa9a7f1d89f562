from pathlib import Path

import pytest

from briefing.library import Library
from tests.library.libraries import grown
from tests.library.values import imported


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "library"


@pytest.fixture
def library(folder):
    with Library.open(folder) as opened:
        yield opened
    assert not open_files(folder), "a connection outlived its library"


@pytest.fixture
def grown_library(library):
    library.keep_original(imported().original, imported().sha256)
    grown(library)
    return library


@pytest.fixture
def backup(grown_library, tmp_path):
    target = tmp_path / "out" / "copy.zip"
    target.parent.mkdir()
    grown_library.backup(target)
    return target


@pytest.fixture
def session(library):
    """One long operation, for tests of what the tables do."""
    with library.operation("Test") as opened:
        yield opened


def open_files(folder):
    """The files below a folder that this process has open; none where the system does not say."""
    descriptors = Path("/proc/self/fd")
    if not descriptors.is_dir():
        return []
    targets = []
    for link in descriptors.iterdir():
        try:
            targets.append(str(link.readlink()))
        except FileNotFoundError:  # the descriptor this very listing used
            continue
    return [t for t in targets if t.startswith(str(folder))]
