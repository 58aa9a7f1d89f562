"""The tables of trained weights, and the regression that makes them."""

from __future__ import annotations

import pytest

from briefing.errors import BadResource
from briefing.extract.tables.resource import Source
from briefing.extract.tables.weight_table import BIAS, Weights, load_weights
from tests.extract.asking import tables
from tests.extract.regression import Row, trained


def test_evidence_for_raises_and_evidence_against_lowers_the_likelihood():
    weights = Weights({BIAS: 0.0, "for": 2.0, "against": -2.0})

    assert weights.likelihood([]) == pytest.approx(0.5)
    assert weights.likelihood(["against"]) < 0.5 < weights.likelihood(["for", "unknown"])


def test_the_tables_shipped_hold_weights():
    assert len(tables().ask_cues.weights.by_name) > 100
    assert len(tables().issues.weights.by_name) > 30


def test_a_weight_that_is_no_number_names_file_and_line(tmp_path):
    (tmp_path / "ask_weights.csv").write_text(
        "evidence,weight\nhow subject,much\n", encoding="utf-8"
    )

    with pytest.raises(BadResource, match="line 2"):
        load_weights(Source(tmp_path), "ask_weights.csv")


def test_the_regression_finds_what_tells_right_from_wrong():
    rows = [
        Row(f"text {i}", (i,), frozenset({"good" if i % 2 else "bad", "common"}), bool(i % 2))
        for i in range(40)
    ]
    weights = trained(rows, shrink=1, shrink_rare=1, rounds=1)

    assert weights["good"] > 0.5
    assert weights["bad"] < -0.5
