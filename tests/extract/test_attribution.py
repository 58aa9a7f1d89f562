"""Attribution: on whose word an ask is told."""

from __future__ import annotations

from tests.extract.asking import asks_in

PERU_CHILE = ("Peru", "Chile")


def told(text, *people):
    asks = [a for a in asks_in(text, *people, sides=PERU_CHILE) if a.band != "candidate"]
    return {(a.side, a.attribution, a.voiced_by) for a in asks}


def test_a_speaker_in_another_part_of_the_sentence_does_not_tell_the_ask():
    text = (
        "Peru wants Chile to lift its tariffs, while an analyst said the talks on fish were slow."
    )

    assert ("Peru", "reporter", None) in told(text)


def test_to_call_on_another_is_to_speak():
    assert {one[1] for one in told("Peru called on Chile to lift its tariffs on copper.")} == {
        "named"
    }


def test_an_official_below_whose_words_it_stands_tells_it():
    text = "A Chilean official said Chile wants Peru to lift its tariffs on copper."

    assert "unnamed_official" in {one[1] for one in told(text)}


def test_why_names_the_words_the_frame_and_who_asks():
    text = "Rosa Quispe urged Peru to lift its tariffs."
    asks = asks_in(text, ("Rosa Quispe", "Chile", "minister"), sides=PERU_CHILE)

    assert asks[0].why == "“urged” (urge); Chile (Rosa Quispe) as subject"


def test_what_a_government_has_said_before_is_told_by_the_reporter():
    asks = asks_in("Peru has said it will not cut its tariffs for Chile.", sides=PERU_CHILE)

    assert {one.attribution for one in asks if one.side == "Peru"} == {"reporter"}


def test_to_tell_another_what_it_must_do_is_to_speak():
    text = "Rosa Quispe told a newspaper that Peru must lift its tariffs on copper."
    found = told(text, ("Rosa Quispe", "Chile", "minister"))

    assert ("Chile", "named", "Rosa Quispe") in found
