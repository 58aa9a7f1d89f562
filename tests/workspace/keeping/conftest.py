"""A library of four articles, and what a user has beside it."""

import pytest

from briefing.paths import Paths
from briefing.settings import Settings
from briefing.workspace import keeping
from tests.soak.damage import invented_extraction
from tests.soak.desk import filled
from tests.workspace.keeping.damaged import COUNT


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "library"
    filled(folder, COUNT)
    return folder


@pytest.fixture
def paths(tmp_path):
    return Paths.under(tmp_path / "home")


@pytest.fixture
def repaired(folder, paths):
    def repair():
        with invented_extraction():
            return keeping.repair(folder, paths, Settings())

    return repair
