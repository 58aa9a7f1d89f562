"""How often words that name an issue did so where it was on the table."""

from __future__ import annotations

import pytest

from briefing.errors import BadResource
from briefing.extract.tables.issue_priors import (
    OTHER_LOOSE,
    OTHERS,
    Priors,
    load_priors,
    plain,
    steps_below,
)
from briefing.extract.tables.resource import Source
from tests.extract.asking import tables

SHARES = Priors(
    {
        ("Salmon", "salmon"): 0.9,
        ("Salmon", OTHERS): 0.6,
        ("", OTHERS): 0.4,
        ("", OTHER_LOOSE): 0.2,
    }
)
NONE: frozenset[str] = frozenset()


def test_the_best_of_the_words_counts():
    assert SHARES.best("Salmon", ("fish", "salmon"), NONE) == pytest.approx(0.9)


def test_words_without_a_row_have_the_share_of_their_issue_and_that_the_share_of_all():
    assert SHARES.best("Salmon", ("trout",), NONE) == pytest.approx(0.6)
    assert SHARES.best("Kites", ("kite",), NONE) == pytest.approx(0.4)
    assert SHARES.best("Kites", ("Kite",), frozenset({"kite"})) == pytest.approx(0.2)


def test_one_spelling_stands_for_both_and_the_possessive():
    assert plain("Missile  Defense’s") == "missile defence"


def test_evidence_climbs_with_the_share():
    assert list(steps_below(0.05)) == []
    assert set(steps_below(0.35)) < set(steps_below(0.75))


def test_every_row_shipped_is_a_share_of_a_known_issue():
    table = tables().issues

    assert len(table.priors.by_words) > 500
    for (label, _), share in table.priors.by_words.items():
        assert not label or label in table.issues
        assert 0 <= share <= 1


def test_a_share_that_is_no_number_names_file_and_line(tmp_path):
    (tmp_path / "issue_priors.csv").write_text(
        "issue,words,share\nSalmon,salmon,often\n", encoding="utf-8"
    )

    with pytest.raises(BadResource, match="line 2"):
        load_priors(Source(tmp_path))
