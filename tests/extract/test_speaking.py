"""Speaking: whose words they are in press, statements, readouts and transcripts."""

from __future__ import annotations

from briefing.extract.text.forms import JOINT, PRESS, READOUT, STATEMENT, TRANSCRIPT, form_of
from tests.extract.asking import asks_in, document

PERU_CHILE = ("Peru", "Chile")
TRANSCRIBED = """PRESIDENT QUISPE: Welcome to Lima.
PRESIDENT SOTO: We want Peru to lift its tariffs on copper.
Q: Will Peru lift its tariffs?
PRESIDENT QUISPE: We are ready to open our market to Chile."""
SPEAKERS = (("Rosa Quispe", "Peru", "leader"), ("Ana Soto", "Chile", "leader"))


def test_a_label_in_a_transcript_tells_who_says_we():
    asks = asks_in(TRANSCRIBED, *SPEAKERS, sides=PERU_CHILE)

    told = {(a.side, a.kind) for a in asks if a.band != "candidate"}
    assert ("Chile", "ask") in told
    assert ("Peru", "offer") in told
    assert {a.voiced_by for a in asks if a.side == "Chile" and a.kind == "ask"} == {"Ana Soto"}


def test_a_reporters_question_makes_no_ask():
    asks = asks_in(TRANSCRIBED, *SPEAKERS, sides=PERU_CHILE)

    assert not [a for a in asks if a.sentence.quote.startswith("Q") and a.band != "candidate"]


def test_a_joint_statement_speaks_for_both_sides_by_name():
    text = "Joint Statement by Peru and Chile\n\nWe commit to establish a joint border patrol."
    asks = [a for a in asks_in(text, sides=PERU_CHILE) if "patrol" in a.sentence.quote]

    assert {a.side for a in asks} == {"Peru", "Chile"}
    assert {a.attribution for a in asks} == {"named"}


def test_the_form_is_told_from_the_title_and_the_labels():
    assert form_of(document("Joint Statement of Peru and Chile\n\nThe sides met.")) == JOINT
    assert form_of(document("Readout of the President's Call\n\nThey spoke.")) == READOUT
    assert form_of(document("Media release\n\nToday I met the President.")) == STATEMENT
    assert form_of(document(TRANSCRIBED)) == TRANSCRIPT


def test_press_that_tells_of_a_joint_statement_stays_press():
    text = "LIMA (Reuters) - Peru and Chile issued a joint statement on fisheries.\nThey met."

    assert form_of(document(text)) == PRESS


def test_in_told_another_that_it_would_the_teller_offers():
    text = "Rosa Quispe told Chile's minister that Peru was prepared to lift its tariffs."
    asks = asks_in(text, ("Rosa Quispe", "Peru", "leader"), sides=PERU_CHILE)

    assert ("Peru", "offer") in {(a.side, a.kind) for a in asks}


def test_protesters_own_their_opposition():
    asks = asks_in("Protesters in Peru voiced their opposition to the trade deal with Chile.")

    assert not [a for a in asks if a.band != "candidate"]


def test_us_in_capitals_is_a_country_and_no_pronoun():
    asks = asks_in("The US called on Chile to lift its tariffs.", sides=("United States", "Chile"))

    assert {a.side for a in asks if a.band != "candidate"} == {"United States"}


def test_a_long_run_of_sentences_on_it_is_read_back_to_the_side_it_began_with():
    text = "Peru met Chile in Lima." + " It refuses to open its market." * 1200

    asks = asks_in(text, sides=PERU_CHILE)

    assert {ask.side for ask in asks if ask.band != "candidate"} == {"Peru"}
