"""Plain, correct sentences from the wording of a source."""

import datetime as dt

import pytest

from briefing.export.language.cutting import clipped, shortened
from briefing.export.language.headings import all_headings, headings
from briefing.export.language.languages import tongue
from briefing.export.language.wording import (
    asked,
    even_quotes,
    indefinite,
    lowered,
    sentence,
    unquoted,
)
from briefing.export.parts.asking import wording
from briefing.export.parts.template import Templates, profiles
from tests.export.values import ask


@pytest.mark.parametrize(
    ("clause", "line"),
    [
        ("to lift the tariffs,", "Lift the tariffs"),
        ("that the tariffs be lifted.”", "The tariffs be lifted"),
        ("  more\nroom  for trawlers; ", "More room for trawlers"),
        ('a "fair deal" on fish', "A “fair deal” on fish"),
        ("a “fair deal” and “no more", "A “fair deal” and no more"),
        ("keep its troops in the U.S.", "Keep its troops in the U.S."),
        ("keep its troops in the U.S", "Keep its troops in the U.S."),
        ("wants to keep its troops", "Keep its troops"),
        ("is willing to lower the fees", "Lower the fees"),
        ("ready to lower the fees", "Lower the fees"),
        ("keep its troops at home.", "Keep its troops at home"),
        ("iPhones without duty", "iPhones without duty"),
        ("total access", "Total access"),
        ("to", "To"),
        ("could team up on fish", "Team up on fish"),
        ("will never sell the cable", "Never sell the cable"),
        ("", ""),
    ],
)
def test_the_wording_of_an_ask_starts_a_plain_line(clause, line):
    assert asked(clause) == line


def test_inside_a_sentence_the_wording_keeps_its_own_first_letter():
    assert asked("to lift the tariffs", capital=False) == "lift the tariffs"
    assert asked("Norvia’s ports opened", capital=False) == "Norvia’s ports opened"


def test_the_users_own_wording_is_left_as_it_is():
    assert asked('to "do" it,', own=True) == 'to "do" it,'


def test_a_long_wording_is_cut_at_a_comma_and_marked():
    assert clipped("open all the ports, lower no fees and buy fish", 6) == "open all the ports …"
    assert clipped("open the ports and lower the fees", 4) == "open the ports …"
    assert clipped("open the ports", 3) == "open the ports"


def test_a_cut_never_leaves_a_quotation_mark_alone():
    assert clipped("take “all the fish of the sea” now", 4) == "take all the fish …"


@pytest.mark.parametrize(
    ("text", "even"),
    [
        ("a “b” c", "a “b” c"),
        ("a” b", "a b"),
        ('"a', "a"),
        ("“a “b”", "“a b”"),
        ("“a” b”", "“a” b"),
    ],
)
def test_quotation_marks_are_made_even(text, even):
    assert even_quotes(text) == even


def test_words_that_are_no_quotation_carry_single_marks():
    assert unquoted("a “b” c") == "a ‘b’ c"


def test_lists_sides_and_sentences_read_well():
    assert tongue("en").listed(["a", "b", "c"]) == "a, b and c"
    assert tongue("en").side("United States") == "the United States"
    assert tongue("en").side("Norvia") == "Norvia"
    assert sentence("Yes.") == "Yes."
    assert sentence("Yes") == "Yes."


@pytest.mark.parametrize(
    ("voice", "first"),
    [
        ("the official", "an official"),
        ("the senior official", "a senior official"),
        ("the officials", "officials"),
        ("two officials", "two officials"),
        ("the boss of the unions", "a boss of the unions"),
        ("official", "an official"),
        ("people close to the talks", "people close to the talks"),
        ("a person close to the talks", "a person close to the talks"),
        ("Norvian officials", "Norvian officials"),
        ("sources in Sund", "sources in Sund"),
        ("", ""),
    ],
)
def test_a_source_is_described_as_at_first_mention(voice, first):
    assert indefinite(voice) == first


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (None, None, "date not known"),
        (dt.date(2025, 5, 6), None, "6 May 2025"),
        (dt.date(2025, 5, 6), dt.date(2025, 5, 6), "6 May 2025"),
        (dt.date(2023, 3, 23), dt.date(2023, 3, 24), "23–24 March 2023"),
        (dt.date(2025, 4, 30), dt.date(2025, 5, 2), "30 April – 2 May 2025"),
        (dt.date(2024, 12, 31), dt.date(2025, 1, 2), "31 December 2024 – 2 January 2025"),
    ],
)
def test_dates_are_long_in_text(first, last, words):
    assert headings("en").days(first, last) == words


def test_every_language_has_the_same_words():
    tables = list(all_headings().values())
    for name in ("sections", "columns", "labels", "prompts"):
        assert len({frozenset(getattr(each, name)) for each in tables}) == 1
    assert all(len(each.months) == 12 and len(each.weekdays) == 7 for each in tables)


@pytest.mark.parametrize("name", profiles())
def test_every_template_names_sections_there_are(name):
    from briefing.export.composing.compose import _SECTIONS

    plan = Templates().plan(name)
    parts = {part for chapter in plan.sections for part in chapter.parts}

    assert parts | set(plan.annexes) <= set(_SECTIONS)
    assert "sources" in plan.annexes
    assert "further" not in plan.annexes[1:]  # the tables of asks call it annex A


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("is prioritizing access to the ports", "Prioritizing access to the ports"),
        ("is also looking to avoid a quarrel", "Avoid a quarrel"),
        ("hoping that Norvia can be included", "Norvia to be included"),
        ("aims to trade with all the world", "Trade with all the world"),
        ("wants the government to spend more", "The government to spend more"),
        ("underscored that both must talk", "Both must talk"),
        ("also give a speech", "Give a speech"),
        ("plan to end the treaty", "Plan to end the treaty"),
        ("wants to open the ports", "Open the ports"),
    ],
)
def test_an_ask_starts_with_what_is_asked(text, words):
    assert asked(text) == words


def test_a_source_without_a_name_is_written_small_inside_a_line():
    assert lowered("Two officials") == "two officials"
    assert lowered("Analysts") == "analysts"
    assert lowered("Norvia") == "Norvia"
    assert lowered("Analystia Holm") == "Analystia Holm"


def test_a_bracket_opened_elsewhere_is_not_closed_in_an_ask():
    assert asked("defend against fast missiles)") == "Defend against fast missiles"
    assert asked("lift the fee (all of it)") == "Lift the fee (all of it)"


def test_a_cut_does_not_fall_inside_brackets():
    text = "build a second cable (of the kind that was laid some years ago)"

    assert clipped(text, 8) == "build a second cable …"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("should not expect a quick deal", "Should not expect a quick deal"),
        ("must not sell the cable", "Must not sell the cable"),
        ("wants to not sell the cable", "Not sell the cable"),
        ("could never sell the cable", "Never sell the cable"),
        ("is not willing to sell the cable", "Is not willing to sell the cable"),
        ("wants to push Bo Lind on his ferry fees", "Push Bo Lind on his ferry fees"),
        ("is pressing Esteria on ferry fees", "Pressing Esteria on ferry fees"),
    ],
)
def test_neither_a_negation_nor_the_verb_of_the_ask_is_stripped(text, words):
    assert asked(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("ruled out concessions on fish", "No concessions on fish"),
        ("has rejected any deal on northern terms", "No deal on northern terms"),
        ("rejects the idea of a customs union", "No customs union"),
        ("will never give up its ports", "Never give up its ports"),
    ],
)
def test_a_red_line_says_what_there_will_not_be(text, words):
    line = ask("r", "Norvia", text, (), kind="red_line")

    assert wording(line) == words


def test_a_second_to_goes_with_the_first():
    assert asked("to spend more and to build ships") == "Spend more and build ships"
    assert asked("the mayors to meet and to talk") == "The mayors to meet and to talk"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("we’ll open the ports", "Open the ports"),
        ("have to help Esteria to fish", "Help Esteria to fish"),
        ("are keen not to derail the talks", "Not to derail the talks"),
        ("pay for a cable — something Holm has refused", "Pay for a cable"),
        ("open the ports - a promise nobody believes", "Open the ports"),
        ("a “better’ port” for Lind's ships", "A “better’ port” for Lind’s ships"),
    ],
)
def test_what_a_reporter_says_around_an_ask_is_no_part_of_it(text, words):
    assert asked(text).startswith(words[:12])
    assert asked(text) == words or len(words.split()) < 4


def test_a_long_ask_ends_where_a_clause_ends():
    text = "Open the ports to all trawlers, which have been shut out since the war, and to ferries"

    assert shortened(text, 9) == "Open the ports to all trawlers"
    assert shortened(text, 40) == text
    assert shortened("Open the ports — all of them — next year to the trawlers", 9) == (
        "Open the ports next year to the trawlers"
    )
    assert shortened("word " * 30, 9) == "word " * 30
