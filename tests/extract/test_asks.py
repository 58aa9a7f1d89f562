"""Asks: who wants what of whom, and how sure that is."""

from __future__ import annotations

import pytest

from tests.extract.asking import asks_in

PERU_CHILE = ("Peru", "Chile")


def only(asks):
    assert len(asks) == 1, asks
    return asks[0]


def test_an_ask_names_asker_and_asked():
    ask = only(asks_in("Peru urged Chile to lift its tariffs on copper."))

    assert (ask.side, ask.of, ask.kind, ask.band) == ("Peru", "Chile", "ask", "high")


def test_an_ask_carries_the_issues_of_its_clause():
    ask = only(asks_in("Norway wants Iceland to cut its fishing quota."))

    assert ask.issues == ("Fisheries",)


def test_the_text_of_an_ask_is_words_of_its_sentence():
    ask = only(asks_in("Peru urged Chile to lift its tariffs, officials said."))

    assert ask.text == "lift its tariffs"
    assert ask.text in ask.clause.quote
    assert ask.clause.quote in ask.sentence.quote


def test_a_negated_readiness_is_a_red_line():
    ask = only(asks_in("Canada is not ready to open its dairy market to Japan."))

    assert ask.kind == "red_line"


def test_a_call_that_was_not_made_is_no_ask():
    assert not asks_in("Peru did not urge Chile to lift its tariffs.")


def test_two_sides_in_one_sentence_make_two_asks():
    asks = asks_in("Peru wants Chile to lift its tariffs, while Chile offered Peru more visas.")

    assert {(a.side, a.kind) for a in asks} == {("Peru", "ask"), ("Chile", "offer")}


def test_a_passive_sentence_names_the_asker_after_by():
    ask = only(asks_in("Chile was urged by Peru to lift its tariffs."))

    assert (ask.side, ask.of) == ("Peru", "Chile")


def test_what_another_is_urged_to_protect_is_no_red_line_of_theirs():
    asks = asks_in("Peru urged Chile to protect the rights of migrants.")

    assert {(a.side, a.kind) for a in asks} == {("Peru", "ask")}


def test_we_is_the_side_of_the_speaker():
    text = '"We want lower tariffs," Chilean minister Rosa Quispe said in Lima.'
    asks = asks_in(text, ("Rosa Quispe", "Chile", "minister"), sides=PERU_CHILE)

    assert {a.side for a in asks} == {"Chile"}
    assert asks[0].attribution == "named"
    assert asks[0].voiced_by == "Rosa Quispe"


def test_a_minister_who_says_the_other_must_act_asks_for_his_side():
    text = "Rosa Quispe said Peru must lift its tariffs."
    asks = asks_in(text, ("Rosa Quispe", "Chile", "minister"), sides=PERU_CHILE)

    assert {(a.side, a.of) for a in asks} == {("Chile", "Peru")}


def test_an_unnamed_official_is_told_as_such():
    asks = asks_in("Chile wants Peru to lift its tariffs, a senior Chilean official said.")

    assert asks[0].attribution == "unnamed_official"


def test_what_the_article_says_itself_is_the_reporters():
    assert asks_in("Chile wants Peru to lift its tariffs.")[0].attribution == "reporter"


def test_a_question_is_only_a_candidate():
    asks = asks_in("Will Chile urge Peru to lift its tariffs?")

    assert {a.band for a in asks} <= {"candidate"}


def test_a_condition_is_only_a_candidate():
    asks = asks_in("Trade talks may fail if Chile demands that Peru lift its tariffs.")

    assert {a.band for a in asks} <= {"candidate"}


def test_a_hedge_is_kept_with_the_ask():
    asks = asks_in("Chile is expected to press Peru on migration.")

    assert asks[0].hedge == "is expected to"


def test_the_leaders_together_offer_for_both_sides():
    text = "Peru and Chile hold talks. The two leaders agreed to establish a joint border patrol."

    assert {a.side for a in asks_in(text)} == {"Peru", "Chile"}


def test_the_opposition_does_not_ask_for_its_country():
    text = "Opposition leader Rosa Quispe urged Chile to lift the tariffs of Peru."

    assert not asks_in(text, ("Rosa Quispe", "Chile", "opposition"), sides=PERU_CHILE)


def test_lawmakers_do_not_ask_for_their_government():
    assert not asks_in("Chilean lawmakers want lower tariffs on goods from Peru.")


def test_what_is_told_to_those_at_home_is_no_ask():
    assert not asks_in(
        "Chile hopes to convince Chilean lawmakers to accept the trade deal with Peru."
    )


def test_why_names_words_and_frame():
    ask = only(asks_in("Peru urged Chile to lift its tariffs."))

    assert "urge" in ask.why
    assert ask.frame == "urge"


def test_without_a_model_the_nearest_side_before_asks():
    ask = only(asks_in("Peru urged Chile to lift its tariffs.", rules=True))

    assert (ask.side, ask.of, ask.kind) == ("Peru", "Chile", "ask")


def test_a_sentence_without_sides_holds_no_ask():
    assert not asks_in("The museum wants more visitors.", sides=PERU_CHILE)


def test_a_third_country_is_no_more_than_a_candidate():
    asks = asks_in("Brazil wants a trade deal.", sides=PERU_CHILE)

    assert {a.band for a in asks} <= {"candidate"}


@pytest.mark.parametrize(
    "text",
    [
        "Norway insists that it has already paid for the fisheries patrols of Iceland.",
        "Norway insists that it needs nothing from Iceland on fisheries.",
    ],
)
def test_a_statement_of_fact_is_a_candidate_at_most(text):
    assert {a.band for a in asks_in(text, sides=("Norway", "Iceland"))} <= {"candidate"}


def test_what_is_insisted_that_another_do_is_an_ask():
    text = "Norway insisted that Iceland lower its tariffs on cod."

    assert "candidate" not in {a.band for a in asks_in(text, sides=("Norway", "Iceland"))}
