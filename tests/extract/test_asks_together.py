"""Asks whose subject is a union, both sides, what a side imposes, or a name the parser misplaces."""

from __future__ import annotations

from briefing.extract.asks.asks import claims_in
from briefing.extract.asks.evidence import evidence_of
from briefing.extract.scenes.speaking import sentence_voices
from tests.extract.asking import asks_in, staged


def found(text, *sides):
    return {(a.side, a.kind) for a in asks_in(text, sides=sides)}


def evidence(text, *sides):
    """Return the evidence of all claims of a text of one sentence, by side."""
    stage = staged(text, sides=sides)
    claims = claims_in(0, stage, sentence_voices(stage)[0], set())
    told: dict[str, frozenset[str]] = {}
    for claim, _ in claims:
        told[claim.side] = told.get(claim.side, frozenset()) | evidence_of(claim, stage)
    return told


def test_the_last_word_of_the_european_union_is_no_trade_union():
    text = "The European Union and Kenya agreed to build a port."

    assert {("European Union", "offer"), ("Kenya", "offer")} <= found(
        text, "European Union", "Kenya"
    )


def test_what_both_hope_for_together_is_offered():
    text = "Peru and Chile hope to reopen the railway across their border."

    assert found(text, "Peru", "Chile") == {("Peru", "offer"), ("Chile", "offer")}


def test_what_both_want_of_each_other_is_asked():
    text = "Peru and Chile want each other to lower the tariffs on fish."

    assert ("Peru", "ask") in found(text, "Peru", "Chile")


def test_what_a_side_imposes_is_eased_by_it():
    text = "Peru's tariffs on grapes from Chile will be halved."

    assert ("Peru", "offer") in found(text, "Peru", "Chile")


def test_access_for_the_own_goods_is_asked_of_the_other():
    text = "Peru seeks access for Peruvian grapes to the shops of Chile."

    assert ("Peru", "ask") in found(text, "Peru", "Chile")


def test_pushing_back_is_no_push():
    text = "Peru is pushing back against the calls of Chile to discuss fishing."

    assert ("Peru", "ask") not in found(text, "Peru", "Chile")


def test_what_is_asked_of_a_third_alone_is_told_apart():
    told = evidence("Peru called on Bolivia to sell more gas.", "Peru", "Chile")

    assert "asks a third, no other named" in told["Peru"]


def test_a_plain_will_is_told_apart_by_what_is_done():
    told = evidence("Under the new trade deal, Peru will buy wheat.", "Peru", "Chile")

    assert {"plainly gives", "by a deal"} <= told["Peru"]
    assert (
        "plainly is"
        in evidence("Peru will suffer from the tariffs of Chile.", "Peru", "Chile")["Peru"]
    )
