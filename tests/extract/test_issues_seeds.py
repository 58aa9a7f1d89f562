"""What extraction reaches from end to end on issues and asks of the annotated seed articles."""

from __future__ import annotations

import pytest

from tests.extract.test_seeds import SHARED, score  # noqa: F401 -- a fixture

pytestmark = [
    pytest.mark.skipif(not (SHARED / "seeds").is_dir(), reason="no seed articles here"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]


@pytest.mark.parametrize(("what", "least"), [("issues", 0.93), ("asks", 0.85)])
def test_issues_and_asks_of_the_seeds_are_found(score, what, least):  # noqa: F811
    assert score[what]["f1"] >= least
