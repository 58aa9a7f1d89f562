"""Domestic pressure reads as whole sentences: with the verb of its source, else quoted."""

from dataclasses import replace

import pytest

from briefing.export import render_markdown, verify_briefing
from briefing.export.parts.demands import demand_of
from briefing.model import Pressure, Records
from tests.export.sample import briefing, by_sha
from tests.export.values import article, within


@pytest.mark.parametrize(
    ("who", "text", "quote", "words"),
    [
        (
            "Ivar Jern",
            "urged Ms. Holm in a letter to keep the cable",
            "At home, Centre Leader Ivar Jern urged Ms. Holm in a letter to keep the cable.",
            "urged Ms. Holm in a letter to keep the cable",
        ),
        (
            "Tora Vik",
            "should join the ferry pact",
            "Tora Vik, head of the Harbour Council, said Norvia should join the ferry pact.",
            "said Norvia should join the ferry pact",
        ),
        (
            "Ivar Jern",
            "needs to come home with a ferry line",
            (
                "In a letter, Centre Leader Ivar Jern mocked her lack of results on fish and said the minister "
                "needs to come home with a ferry line."
            ),
            "said the minister needs to come home with a ferry line",
        ),
        (
            "Tora Vik",
            "called on Sund to answer each new fee",
            "Tora Vik, who speaks for the harbours, called on Sund to answer each new fee.",
            "called on Sund to answer each new fee",
        ),
        (
            "Tora Vik",
            "urged the minister to settle soon",
            "He urged the minister to settle soon.",
            "urged the minister to settle soon",
        ),
        (
            "Tora Vik",
            "should keep its ports shut",
            "The country should keep its ports shut, Tora Vik said on Friday.",
            "said the country should keep its ports shut",
        ),
        (
            "the Fjord council",
            "is demanding that Ms. Holm end the fee",
            "At home, the Fjord council is demanding that Ms. Holm end the fee.",
            "is demanding that Ms. Holm end the fee",
        ),
        (
            "the Seamen’s Party",
            "to campaign for open ports",
            "But the Seamen’s Party plans to campaign for open ports.",
            "plans to campaign for open ports",
        ),
    ],
)
def test_a_demand_keeps_the_verb_of_its_source(who, text, quote, words):
    found = demand_of(who, text, quote)

    assert (found.kind, found.words) == ("clause", words)


@pytest.mark.parametrize(
    ("text", "quote", "words"),
    [
        (
            "should go there with a plan",
            "“The minister should go there with a plan,” the critic Tora Vik said.",
            "The minister should go there with a plan",
        ),
        (
            "should be in their pact",
            '"Surely we should be in their pact.',
            "Surely we should be in their pact",
        ),
        (
            "would ask you to raise the fee",
            "We would ask you to raise the fee.",
            "We would ask you to raise the fee",
        ),
        ("must wait", "It must wait,” she said.", "It must wait"),
    ],
)
def test_what_somebody_says_is_quoted_verbatim(text, quote, words):
    found = demand_of("Tora Vik", text, quote)

    assert (found.kind, found.words) == ("speech", words)


@pytest.mark.parametrize(
    ("who", "text", "quote", "kind"),
    [
        (
            "the Fjord council",
            "Ms. Holm has come under fire from the Fjord council to end the fee",
            "Ms. Holm has come under fire from the Fjord council to end the fee.",
            "report",
        ),
        (
            "domestic",
            "facing domestic pressure to end the fee",
            "Norvia is facing domestic pressure to end the fee.",
            "report",
        ),
        ("Sailors", "want open ports", "“Sailors want open ports,” said Ms. Holm.", "loose"),
        ("Tora Vik", "words that stand elsewhere", "Nothing of that is here.", "loose"),
        (
            "opposition",
            "opposition calls for a vote",
            "The fee led to queues and opposition calls for a vote.",
            "report",
        ),
    ],
)
def test_where_no_name_can_go_before_it_the_sentence_is_quoted(who, text, quote, kind):
    assert demand_of(who, text, quote).kind == kind


def test_of_a_long_sentence_the_clause_with_the_demand_is_quoted():
    quote = (
        f"Tora Vik said {'the fees are high and ' * 12}rising, but nobody should sell the cable."
    )

    assert demand_of("Tora Vik", "nobody should sell the cable", quote).words == (
        "nobody should sell the cable"
    )


SENTENCES = {
    "Tora Vik": (
        "Tora Vik, head of the Harbour Council, said Norvia should join the ferry pact.",
        "should join the ferry pact",
    ),
    "not told": ("Pressure has mounted on Norvia to end the fee.", "Pressure has mounted on"),
}


def pressed(who, **changes):
    quote, text = SENTENCES[who]
    one = article(1, f"A day in Sund. {quote}", outlet="Sund Courier")
    told = Pressure(
        id=1,
        key="p",
        meeting=1,
        who=who,
        on="Norvia",
        text=text,
        status="proposed",
        spans=(within(one, quote[:12]),),
    )
    return briefing(
        articles=(one,), records=Records(pressure=(replace(told, **changes),)), earlier=None
    )


@pytest.mark.parametrize(
    ("who", "language", "line"),
    [
        ("Tora Vik", "en", "- Tora Vik said Norvia should join the ferry pact.[^"),
        (
            "Tora Vik",
            "fr",
            "- Tora Vik : « said Norvia should join the ferry pact ».[^".replace(
                " :", ", selon l’article :"
            ),
        ),
        ("not told", "en", "- As reported: “Pressure has mounted on Norvia to end the fee”.[^"),
        (
            "not told",
            "fr",
            "- Selon l’article : « Pressure has mounted on Norvia to end the fee ».[^",
        ),
    ],
)
def test_a_demand_is_told_in_either_language_and_can_be_proved(who, language, line):
    source = pressed(who)
    text = render_markdown(source, language=language)

    assert line in text.replace("\u00a0", " ")
    assert verify_briefing(text, by_sha(source)) == ()


def test_the_users_own_words_of_a_demand_stay_as_they_are():
    text = render_markdown(pressed("Tora Vik", text="join the pact", status="edited"))

    assert "- Tora Vik: join the pact.[^" in text
