import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import BadQuery
from briefing.search.nodes import All, AnyOf, Dates, Everything, Form, Near, Not, Run, Value
from briefing.search.parsing import LONGEST, parse


def word(text, how="stem", field=""):
    return Run(field, ((Form(text, how),),))


def test_words_are_all_wanted():
    assert parse("steel quota ").node == All((word("steel"), word("quota")))


def test_the_last_word_may_still_be_typed():
    assert parse("steel qu").node == All((word("steel"), word("qu", "typed")))


@pytest.mark.parametrize("query", ["q", "qu ", '"qu"', "-qu"])
def test_one_letter_a_blank_a_quote_or_a_minus_end_the_typing(query):
    assert "typed" not in repr(parse(query).node)


def test_a_phrase_is_of_exact_words():
    assert parse("“the talks” ").node == Run(
        "", ((Form("the", "exact"),), (Form("talks", "exact"),))
    )


def test_a_phrase_may_be_loose():
    assert parse('"dairy quota"~4').node.slop == 4


def test_a_hyphen_joins_words_by_their_stems():
    assert parse("supply-managed ").node == Run("", ((Form("supply"),), (Form("managed"),)))


def test_operators_bind_in_their_usual_order():
    assert parse("a b OR c -d ").node == AnyOf(
        (All((word("a"), word("b"))), All((word("c"), Not(word("d")))))
    )


def test_brackets_and_a_field_before_them():
    canada, mexico = (Value("side", ((Form(name),),)) for name in ("canada", "mexico"))

    assert parse("side:(canada OR mexico) ").node == AnyOf((canada, mexico))


def test_small_operators_are_words():
    assert parse("and or not ").node == All((word("and"), word("or"), word("not")))


def test_two_negations_are_none():
    assert parse("NOT NOT beef ").node == word("beef")


def test_near_has_a_distance():
    assert parse("steel NEAR/3 quota ").node == Near(word("steel"), word("quota"), 3)
    assert parse("steel NEAR quota ").node == Near(word("steel"), word("quota"), 5)


def test_near_with_a_filter_is_read_as_and_and_says_so():
    parsed = parse("steel NEAR/3 side:canada ")

    assert isinstance(parsed.node, All)
    assert "NEAR" in parsed.message


@pytest.mark.parametrize(
    ("query", "form"),
    [("tariff* ", Form("tariff", "prefix")), ("t*ff ", Form("t*ff", "glob")), ("te?t ", Form("te?t", "glob")),
     ("*riff ", Form("*riff", "glob")), ("tarif~ ", Form("tarif", "fuzzy", 1)), ("tarif~2 ", Form("tarif", "fuzzy", 2))],
)  # fmt: skip
def test_patterns_of_words(query, form):
    assert parse(query).node == Run("", ((form,),))


def test_a_question_mark_at_the_end_is_no_pattern():
    assert parse("what next? ").node == All((word("what"), word("next")))


def test_a_star_alone_is_everything():
    assert parse("*").node == Everything()


@pytest.mark.parametrize("query", ["*s", "?*a", "*?*e"])
def test_a_pattern_for_nearly_all_words_is_refused(query):
    with pytest.raises(BadQuery, match="two letters"):
        parse(query)


@pytest.mark.parametrize(
    "query", ["united states ", "United States of America ", "U.S. ", "us ", "US "]
)
def test_the_country_is_one_word_however_it_is_written(query):
    assert parse(query).node == word("u.s.")


def test_small_us_in_quotes_is_either_and_capital_us_the_country():
    assert parse('"us"').node == Run("", ((Form("u.s.", "exact"), Form("us", "exact")),))
    assert parse('"US"').node == Run("", ((Form("u.s.", "exact"),),))


@pytest.mark.parametrize(
    "query", ['side:"united states"', "side:united-states ", "side:us ", "side:united states "]
)
def test_a_side_may_be_written_in_several_ways(query):
    assert parse(query).node.steps[0][0].text == "u.s."


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [("2025", "2025-01-01", "2025-12-31"), ("2024-02", "2024-02-01", "2024-02-29"),
     ("2025-05-06", "2025-05-06", "2025-05-06"), ("2023..2025", "2023-01-01", "2025-12-31"),
     ("[2023 to 2025]", "2023-01-01", "2025-12-31"), ("[2023-02 TO 2023-03-04]", "2023-02-01", "2023-03-04"),
     ("2023..", "2023-01-01", ""), ("..2023-05", "", "2023-05-31")],
)  # fmt: skip
def test_dates(written, first, last):
    assert parse(f"date:{written}").node == Dates(first, last)


@pytest.mark.parametrize("written", ["soon", "2025-13", "2025-02-30", "25", "0000"])
def test_what_is_no_date_is_named(written):
    with pytest.raises(BadQuery, match=f"“{written}” is not a date"):
        parse(f"steel date:{written}")


def test_dates_the_wrong_way_round_are_offered_the_right_way():
    with pytest.raises(BadQuery) as caught:
        parse("steel date:2025..2023")

    assert caught.value.suggestion == "steel date:2023..2025"


def test_an_unknown_field_is_named_and_the_nearest_offered():
    with pytest.raises(BadQuery, match="no field “persn:”") as caught:
        parse("persn:smith steel")

    assert caught.value.suggestion == "person:smith steel"


def test_a_colon_after_a_word_makes_no_field():
    assert parse("Trade: what next ").message == ""
    assert parse("10:30 http://example.org/ ").message == ""


@pytest.mark.parametrize(
    ("query", "mended", "what"),
    [
        ('steel "dairy quo', 'steel "dairy quo"', "quotation mark"),
        ("(a OR b", "(a OR b)", "bracket"),
        ("a) b", "a b", "bracket"),
        ("a)b", "a b", "bracket"),
        ("date:[2023 to 2024", "date:[2023 to 2024]", "bracket"),
        ("((a OR b", "((a OR b))", "bracket"),
        ('a (b "c d', 'a (b "c d")', "quotation mark"),
        ("a) (b", "a (b)", "bracket"),
        ("steel ((", "steel", "bracket"),
        ('steel ("', "steel", "quotation mark"),
    ],
)
def test_what_is_not_closed_is_said_and_mended(query, mended, what):
    parsed = parse(query)

    assert what in parsed.message
    assert parsed.suggestion == mended
    assert parse(mended).message == ""


@pytest.mark.parametrize("query", ["((((((", ")", '"', "(()", "title:(", ") sort:date"])
def test_what_asks_for_nothing_is_not_mended(query):
    parsed = parse(query)

    assert (parsed.node, parsed.suggestion) == (None, "")


@given(st.lists(st.sampled_from([*'ab()" -', "OR ", " title:", '"a b"']), max_size=12).map("".join))
def test_a_mended_query_means_the_same_and_has_nothing_to_mend(query):
    parsed = parse(query)

    if parsed.suggestion:
        again = parse(parsed.suggestion)
        assert (again.message, again.suggestion) == ("", "")
        assert again.node is not None


def test_a_phrase_still_being_typed_ends_in_a_beginning():
    assert parse('"dairy quo').node.steps[1] == (Form("quo", "exact"), Form("quo", "prefix"))


def test_a_long_query_is_cut_and_says_so():
    parsed = parse("a " * LONGEST)

    assert "1,000" in parsed.message
    assert len(parsed.node.parts) == LONGEST / 2


def test_deep_brackets_are_refused():
    with pytest.raises(BadQuery, match="nested"):
        parse("(" * 500 + "a" + ")" * 500)


@pytest.mark.parametrize(
    "query", ["", "  ", "...", "AND", "OR OR", "()", "-", '""', "NEAR/2", "side:", "—"]
)
def test_a_query_without_words_asks_for_nothing(query):
    assert parse(query).node is None


PIECES = st.sampled_from(
    ['"', "(", ")", "-", "NOT ", " AND ", " OR ", "NEAR/3 ", "*", "?", "~", "~2", "side:", "date:", "[", "]", " to ", "..", "2025", "us", "steel", "é", " ", ":", "’", "“"]
)  # fmt: skip


def remark(query):
    """Return what is said of a query, whether it was refused or not."""
    try:
        return parse(query).message
    except BadQuery as error:
        return error.message


@given(st.text(max_size=200) | st.lists(PIECES, max_size=40).map("".join))
def test_any_text_is_understood_or_refused_with_a_sentence(query):
    assert remark(query)[-1:] in ("", ".")


@pytest.mark.parametrize("piece", ["(", "-", "NOT ", "a NEAR/2 ", "side:", "a OR ", "-(", '"a" '])
def test_a_thousand_characters_of_one_kind_do_no_harm(piece):
    assert "Error" not in remark(piece * (LONGEST // len(piece)))
