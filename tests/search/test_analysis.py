import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.search.analysis import fold, stem, terms, tokens


def main_words(text, **options):
    found = {}
    for token in tokens(text, **options):
        found.setdefault(token.position, token.term)
    return list(found.values())


@pytest.mark.parametrize(
    "written",
    [
        "U.S.",
        "US",
        "U.S",
        "USA",
        "U.S.A.",
        "United States",
        "United  States of America",
        "UNITED STATES",
    ],
)
def test_all_names_of_the_united_states_are_one_word(written):
    assert main_words(f"the {written} said") == ["the", "u.s.", "said"]


@pytest.mark.parametrize(
    ("written", "word"),
    [("UK", "u.k."), ("U.K.", "u.k."), ("United Kingdom", "u.k."), ("EU", "e.u."), ("E.U.", "e.u."),
     ("European Union", "e.u."), ("UN", "u.n."), ("U.N.", "u.n."), ("United Nations", "u.n.")],
)  # fmt: skip
def test_other_places_with_short_names_are_one_word_too(written, word):
    assert main_words(f"by {written} rules") == ["by", word, "rules"]


@pytest.mark.parametrize("pronoun", ["us", "Us"])
def test_in_a_text_the_pronoun_is_not_the_country(pronoun):
    assert main_words(f"{pronoun} and them") == ["us", "and", "them"]


def test_in_a_query_the_small_letters_mean_the_country():
    assert terms("us uk eu") == ("u.s.", "u.k.", "e.u.")


def test_parts_of_a_long_name_stand_at_its_position():
    at = {t.term: t.position for t in tokens("if the United States agrees")}

    assert at == {"if": 0, "the": 1, "u.s.": 2, "united": 2, "states": 2, "agrees": 3}


def test_a_sentence_between_keeps_united_and_states_apart():
    assert main_words("They stood united. States differ.") == [
        "they",
        "stood",
        "united",
        "states",
        "differ",
    ]


@pytest.mark.parametrize(
    ("written", "word"),
    [
        ("F-35", "f35"),
        ("f-35", "f35"),
        ("F35", "f35"),
        ("G-7", "g7"),
        ("COVID-19", "covid19"),
        ("C-47", "c47"),
    ],
)
def test_names_with_a_number_are_one_word(written, word):
    assert main_words(f"a {written} here") == ["a", word, "here"]


def test_a_year_after_a_hyphen_stays_a_word():
    assert main_words("pre-2020 mid-2025") == ["pre", "2020", "mid", "2025"]


@pytest.mark.parametrize(
    ("written", "word"),
    [
        ("1,000", "1000"),
        ("2,345,678", "2345678"),
        ("1,000.5", "1000.5"),
        ("2.5", "2.5"),
        ("3.5bn", "3.5bn"),
        ("1\u00a0000", "1000"),
        ("13th", "13th"),
    ],
)
def test_numbers_lose_separators_of_thousands_and_keep_decimals(written, word):
    assert main_words(f"about {written}.") == ["about", word]


def test_numbers_in_a_list_stay_apart():
    assert main_words("1,2, 3 and 9/11") == ["1", "2", "3", "and", "9", "11"]


@pytest.mark.parametrize("written", ["Québec", "QUÉBEC", "Que\u0301bec", "quebec"])
def test_diacritics_and_case_are_folded(written):
    assert main_words(written) == ["quebec"]


@pytest.mark.parametrize(
    ("written", "word"),
    [("Łódź", "lodz"), ("Ørsted", "orsted"), ("Æon", "aeon"), ("Straße", "strasse")],
)
def test_letters_without_decomposition_are_folded_too(written, word):
    assert fold(written) == word


def test_dotted_letters_are_one_word():
    assert main_words("N.A.T.O. and J.D. Smith at 5 p.m.") == [
        "nato",
        "and",
        "jd",
        "smith",
        "at",
        "5",
        "pm",
    ]


def test_a_possessive_is_not_part_of_the_word_and_a_contraction_is():
    assert main_words("Ottawa's and Ottawa’s won’t") == ["ottawa", "and", "ottawa", "won't"]


def test_offsets_of_a_possessive_leave_it_out():
    text = "Ottawa’s plan"

    assert [text[t.start : t.end] for t in tokens(text)] == ["Ottawa", "plan"]


def test_a_possessive_after_any_name_is_left_out():
    text = "the U.S.'s, United States’s and F-35's"

    assert main_words(text) == ["the", "u.s.", "u.s.", "and", "f35"]
    assert [text[t.start : t.end] for t in tokens(text)][1:3] == ["U.S.", "United States"]


def test_no_word_is_left_out():
    text = "We may not say what can or will be the end of it"

    assert main_words(text) == text.lower().split()


def test_stems_join_singular_and_plural_and_leave_names_of_places_alone():
    assert stem("tariffs") == stem("tariff")
    assert stem("u.s.") == "u.s."


@given(st.text())
def test_offsets_point_at_the_words_and_positions_never_fall(text):
    found = tokens(text)

    assert all(0 <= t.start < t.end <= len(text) and t.term for t in found)
    assert [t.position for t in found] == sorted(t.position for t in found)


@given(st.text(st.characters(categories=["Ll", "Lu", "Mn"])))
def test_folding_twice_is_folding_once(text):
    once = fold(text)

    assert fold(once) == once
    assert not any(unicodedata.combining(c) for c in once)


@given(
    st.lists(
        st.sampled_from(
            [
                "the",
                "U.S.",
                "US",
                "us",
                "united",
                "states",
                "kingdom",
                "F-35",
                "1,000",
                "Québec's",
                "of",
                "america",
            ]
        )
    )
)
def test_a_text_has_as_many_positions_as_a_query_of_it_has_terms(words):
    text = " ".join(words)

    assert len(terms(text)) == len({t.position for t in tokens(text)})
