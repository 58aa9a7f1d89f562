"""The words of an ask are proved by the sentences it cites, also where the seal was made anew."""

import re

import pytest

from briefing.export import render_markdown, unsealed, verify_briefing
from briefing.export.language.cutting import clipped
from briefing.export.language.fidelity import stands, strange
from briefing.export.markup.seal import sealed
from briefing.export.parts.template import profiles
from tests.export.sample import briefing, by_sha, courier, with_asks
from tests.export.sample_library import briefings
from tests.export.values import ask, within


def forged(text, old, new):
    """Return a briefing with words changed and its seal made anew."""
    assert old in text
    return sealed(unsealed(text).replace(old, new, 1))


def altered(text, source):
    return [f.reason for f in verify_briefing(text, by_sha(source)) if "altered" in f.reason]


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("half of a second power cable", "all of a second power cable", "“all”"),
        ("pen its ports to Norvian trawlers", "pen its ports to 40 Norvian trawlers", "“40”"),
        ("ew ferry line in return", "ew ferry line for Lind", "“for”"),
    ],
)
def test_an_ask_altered_under_a_seal_made_anew_is_found(old, new, named, language):
    source = briefing()
    text = render_markdown(source, language=language)
    for at in range(len(re.findall(re.escape(old), text))):
        parts = text.split(old)
        wrong = sealed(unsealed(old.join(parts[: at + 1]) + new + old.join(parts[at + 1 :])))
        line = wrong[: wrong.index(new)].count("\n")
        found = altered(wrong, source)
        is_ask = "[^" in wrong.split("\n")[line]
        assert bool(found) == is_ask
        assert not is_ask or named in found[0]


def test_a_denial_taken_out_of_an_ask_is_found():
    one = courier()
    spans = (within(one, "Esteria will never"),)
    source = with_asks(ask("a", "Esteria", "never give up its fishing grounds", spans))
    text = render_markdown(source)

    assert altered(text, source) == []
    found = altered(forged(text, "Never give up its", "Give up its"), source)
    assert "leaves out or turns round" in found[0]


def test_a_figure_added_in_brackets_in_a_table_is_found():
    source = briefing()
    row = "| Open its ports to Norvian trawlers |"

    wrong = forged(render_markdown(source), row, f"{row[:-2]} (and 3 cables) |")
    assert "“3”" in altered(wrong, source)[0]


@pytest.mark.parametrize(("language", "mark"), [("en", "reworded"), ("fr", "reformulé")])
def test_wording_of_the_users_own_is_marked_and_not_compared(language, mark):
    spans = (within(courier(), "Norvia wants Esteria"),)
    source = with_asks(
        ask("a", "Norvia", "let every boat into the harbour", spans, status="edited")
    )
    text = render_markdown(source, language=language)

    assert f"| Let every boat into the harbour ({mark}) |".casefold() in text.casefold()
    assert verify_briefing(text, by_sha(source)) == ()


def test_an_ask_edited_but_in_the_words_of_its_source_is_not_marked():
    spans = (within(courier(), "Norvia wants Esteria"),)
    source = with_asks(
        ask("a", "Norvia", "open its ports to Norvian trawlers", spans, status="edited")
    )

    assert "reworded" not in render_markdown(source)


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("profile", profiles())
def test_nothing_is_altered_in_the_sample_as_it_was_exported(profile, language):
    for source in (*briefings(), briefing()):
        text = render_markdown(source, profile=profile, language=language)
        assert verify_briefing(text, by_sha(source)) == ()


@pytest.mark.parametrize(
    ("words", "sentence", "holds"),
    [
        ("Open the ports", "She will open the ports.", True),
        ("Open ports", "She will open all the ports.", True),
        ("The ports open", "She will open the ports.", False),
        ("Open the ports", "She will not open the ports.", False),
        ("Will open the ports", "She will not open the ports.", False),
        ("Will open the ports", "She won’t open and will open the ports.", True),
        ("Pay $3", "Pay 3 crowns", False),
        ("No concessions on fish", "It ruled out concessions on fish.", True),
        ("No concessions on fish", "It sought concessions on fish.", False),
        ("Norvia to be included", "hoping that Norvia can be included", True),
        ("Leave NATO (North Atlantic Treaty Organization)", "leave NATO", True),
    ],
)
def test_words_stand_in_a_sentence_in_order_with_what_is_denied(words, sentence, holds):
    assert stands(words, sentence) == holds


def test_strange_words_are_named_as_they_are_written():
    assert strange("Pay 40 Crowns to Lind", ["pay 30 crowns"]) == ("40", "Lind")


@pytest.mark.parametrize(
    ("text", "words", "cut"),
    [
        (
            "talk of joining the fleet of trawlers as part of a wider plan",
            8,
            "talk of joining the fleet of trawlers …",
        ),
        (
            "an exemption for its sailors from the new harbour fees and the tolls",
            8,
            "an exemption for its sailors …",
        ),
        (
            "access to Norvian ports equal to what their own boats have enjoyed",
            8,
            "access to Norvian ports …",
        ),
        (
            "apply the ferry treaty along the whole coast of the north",
            5,
            "apply the ferry treaty …",
        ),
        ("protect the whole coast of the north", 5, "protect the whole coast of the north"),
        (
            "open the ports, at long last and for good, to all the trawlers",
            5,
            "open the ports …",
        ),
    ],
)
def test_a_long_ask_is_cut_between_two_phrases(text, words, cut):
    assert clipped(text, words) == cut
