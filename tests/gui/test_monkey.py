"""Random events on a small real library: the short form of the monkey in the soak."""

import random

import pytest

from tests.helpers.monkey import Monkey
from tests.soak.desk import desk, filled

pytestmark = [pytest.mark.slow, pytest.mark.end2end]


@pytest.fixture
def library(tmp_path):
    filled(tmp_path / "library", 4)
    with desk(tmp_path / "library") as workspace:
        yield workspace


@pytest.mark.parametrize("seed", [1, 2])
def test_nothing_a_user_does_at_random_breaks_the_window(library, open_window, tmp_path, seed):
    page = open_window(library)
    page.answers.folder = tmp_path
    page.idle()
    with Monkey(page.window, random.Random(seed)) as monkey:
        for number in range(300):
            what = monkey.step()
            if number % 20 == 0:
                page.idle()
            assert monkey.faults == [], f"after {what}, event {number} of seed {seed}"
        page.idle()
    assert monkey.faults == []
    assert library.verify() == ()
