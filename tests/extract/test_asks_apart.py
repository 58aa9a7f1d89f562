"""Whose wish it is where several speak in one sentence, and words that only look like a wish."""

from __future__ import annotations

from tests.extract.asking import asks_in, pressure_in


def sure(text, *people, sides):
    return [
        (a.side, a.of, a.kind) for a in asks_in(text, *people, sides=sides) if a.band != "candidate"
    ]


def test_a_participle_after_a_quotation_is_the_speakers():
    text = "The president of Peru said “Chile can fix this quickly”, urging Santiago to cut its tariffs."

    assert sure(text, sides=("Chile", "Peru")) == [("Peru", "Chile", "ask")]


def test_what_those_at_home_do_takes_no_ask_from_a_government():
    text = (
        "Farmers welcomed the plan but Kenya fears that the fisheries deal that Norway demanded from it"
        " would cost jobs."
    )

    assert ("Norway", "Kenya") in {(a.side, a.of) for a in asks_in(text, sides=("Kenya", "Norway"))}


def test_demands_made_are_no_supposition():
    text = "It may help if Kenya agrees to Egypt's demands to roll back tariffs on cotton."

    assert ("Egypt", "Kenya", "ask") in sure(text, sides=("Egypt", "Kenya"))


def test_a_phone_call_on_a_day_is_no_demand():
    assert not sure("The leaders spoke in Peru's phone call on Friday about tariffs of Chile.",
                    sides=("Chile", "Peru"))  # fmt: skip


def test_to_call_on_somebody_is_a_visit():
    assert not sure("Norway's envoy called on Iceland's president before the talks on fishing.",
                    sides=("Iceland", "Norway"))  # fmt: skip


def test_seeking_to_calm_is_no_ask():
    assert not sure(
        "Canada sought to reassure Japan on Monday over beef.", sides=("Canada", "Japan")
    )


def test_advice_to_voters_is_no_pressure():
    text = "Ministers warned that Canadians should not expect trade with Japan to recover soon."

    assert not pressure_in(text, sides=("Canada", "Japan"))


def test_one_who_presses_the_other_government_presses_not_his_own():
    text = "Canadian lawmakers urged Japan to lift its ban on beef."

    assert not [p for p in pressure_in(text, sides=("Canada", "Japan")) if p.on == "Canada"]
