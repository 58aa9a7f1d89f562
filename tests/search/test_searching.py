import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.search.making import article, ask, issue, meeting, person, searchable, span
from tests.search.test_parsing import PIECES


@pytest.fixture
def talks(library):
    """Two meetings, three articles, three asks."""
    spring = meeting(1, "Spring talks, Halifax", "2025-05-06")
    autumn = meeting(2, "Autumn talks, Boston", "2023-10-07", ("Canada", "Papua New Guinea"))
    one = article(
        1,
        "The minister wants lower duties on cheese. Officials may not agree.",
        title="Cheese comes first",
        outlet="Harbour Herald",
        published="2025-05-02",
    )
    two = article(
        2, "Cheese was named once. Roads were not.", outlet="Daily Ledger", published="2023-10-01"
    )
    three = article(3, "Nobody spoke of ferries.", title="Calm seas", outlet="Daily Ledger")
    return library(
        searchable(
            one,
            spring,
            people=[person("Ada Quill", span(one, "minister"))],
            issues=[issue("Dairy trade", span(one, "cheese"), "milk products", parent="Trade")],
            asks=[
                ask(7, "lower duties on cheese", span(one, "The minister wants lower duties on cheese."),
                    issues=("Dairy trade",), voiced_by="Ada Quill", meeting=1),
                ask(8, "agree", span(one, "Officials may not agree."), band="candidate", meeting=1),
            ],
        ),
        searchable(
            two,
            autumn,
            asks=[ask(9, "keep the roads open", span(two, "Roads were not."), side="Papua New Guinea",
                      of="Canada", meeting=2)],
        ),
        searchable(three),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("cheese ", ["a1", "a2", "k7"]),
        ("title:cheese ", ["a1"]),
        ("body:cheese ", ["a1", "a2"]),
        ("ask:cheese ", ["k7"]),
        ("kind:ask ", ["k7", "k9"]),
        ("kind:articles ferries ", ["a3"]),
        ("person:quill ", ["a1", "k7"]),
        ('person:"ada quill"', ["a1", "k7"]),
        ("person:nobody ", []),
        ("issue:dairy ", ["a1", "k7"]),
        ("milk ", ["a1", "k7"]),
        ("side:canada ", ["a1", "a2", "k7"]),
        ("side:us ", ["a1"]),
        ("side:guinea ", ["a2", "k9"]),
        ('side:"new guinea"', ["a2", "k9"]),
        ("of:canada ", ["k9"]),
        ("meeting:halifax ", ["a1", "k7"]),
        ('meeting:"Autumn talks, Boston, 7 Oct 2023"', ["a2", "k9"]),
        ("source:ledger ", ["a2", "a3", "k9"]),
        ("source:harb", ["a1", "k7"]),
        ("date:2025 ", ["a1", "k7"]),
        ("date:2023-10..2024 ", ["a2", "k9"]),
        ("date:..2030 ", ["a1", "a2", "k7", "k9"]),
        ("cheese -minister ", ["a2"]),
        ("cheese NOT kind:ask ", ["a1", "a2"]),
        ("-cheese ", ["a3", "k9"]),
        ("ferries OR roads ", ["a2", "a3", "k9"]),
        ("(ferries OR cheese) date:2023 ", ["a2"]),
        ("lower NEAR/2 cheese ", []),
        ("lower NEAR/3 cheese ", ["a1", "k7"]),
        ("cheese NEAR/3 lower ", ["a1", "k7"]),
        ('"may not agree"', ["a1"]),
        ('"may agree"', []),
        ('"may agree"~2', ["a1"]),
        ("che*", ["a1", "a2", "k7"]),
        ("c*se ", ["a1", "a2", "k7"]),
        ("*rries ", ["a3"]),
        ("chese~ ", ["a1", "a2", "k7"]),
        ("ferry ", ["a3"]),
        ('"ferry"', []),
        ("fer", ["a3"]),
        ("fer ", []),
        ("*", ["a1", "a2", "a3", "k7", "k9"]),
    ],
)
def test_a_query_finds(talks, query, found):
    assert talks.found(query) == found


def test_a_meeting_may_be_given_beside_the_query(talks):
    assert talks.found("cheese ", meeting=2) == ["a2"]
    assert talks.found("cheese ", meeting=99) == []


def test_a_side_known_by_its_whole_name_is_not_another_that_contains_it(library):
    text = article(1, "Talks were held."), article(2, "Talks were not held.")
    found = library(
        searchable(text[0], meeting(1, "One", sides=("Guinea",))),
        searchable(text[1], meeting(2, "Two", sides=("Papua New Guinea",))),
    )

    assert found.found('side:"Guinea"') == ["a1"]
    assert found.found("side:guinea ") == ["a1", "a2"]


def test_the_country_is_found_by_any_of_its_names_and_the_pronoun_is_not(library):
    places = library(
        "The U.S. agreed.", "A US envoy.", "Leave it to us.", "The United States agreed."
    )

    for query in ("us ", "US ", "u.s. ", "united states ", "United States of America "):
        assert places.found(query) == ["a1", "a2", "a4"], query
    assert places.found('"to us"') == ["a3"]
    assert places.found('"the united states agreed"') == ["a1", "a4"]
    assert places.found("states ") == ["a4"]


def test_a_name_with_accents_is_found_without_them(library):
    assert library("Le Québec répond.").found("quebec repond ") == ["a1"]


def test_numbers_are_found_with_and_without_separators(library):
    assert library("It cost 1,500,000 dollars.").found("1500000 ") == ["a1"]


def test_stop_words_count_in_a_phrase(library):
    texts = library(
        "He signed the contracts.", "He signed contracts.", "He signed up to contracts."
    )

    assert texts.found('"signed contracts"') == ["a2"]
    assert texts.found('"signed the contracts"') == ["a1"]


def test_a_phrase_does_not_reach_over_a_hidden_range(library):
    text = "The ferry ADVERTISEMENT sails at noon."
    hidden = library(searchable(article(1, text, hidden=((10, 24),))))

    assert hidden.found('"sails at noon"') == ["a1"]
    assert hidden.found("advertisement ") == []
    assert hidden.found('"ferry sails"') == []


def test_a_phrase_does_not_reach_from_one_name_into_the_next(library):
    text = article(1, "Talks were held.")
    people = [person("Ada Quill", span(text, "Talks")), person("Ben Hook", span(text, "held"))]

    assert library(searchable(text, people=people)).found('"quill ben"') == []


def test_an_ask_told_in_two_articles_is_one_hit_and_counts_once(library):
    one, two = article(1, "They want quieter ports."), article(2, "Quieter ports are wanted.")
    wish = ask(5, "quieter ports", span(one, one.text), span(two, two.text))
    told = library(searchable(one, asks=[wish]), searchable(two, asks=[wish]))

    result = told.searcher.search("kind:ask ports ")

    assert (result.total, len(result.hits)) == (1, 1)
    assert [c.number for c in result.counts if c.facet == "kind"] == [1]


@pytest.mark.parametrize(
    ("status", "band", "found"),
    [("rejected", "high", []), ("proposed", "candidate", []), ("accepted", "candidate", ["k5"]), ("proposed", "medium", ["k5"])],
)  # fmt: skip
def test_asks_that_are_not_shown_are_not_found(library, status, band, found):
    text = article(1, "They want quieter ports.")
    wish = ask(5, "quieter ports", span(text, text.text), status=status, band=band)

    assert library(searchable(text, asks=[wish])).found("kind:ask ") == found


def test_a_word_in_the_title_counts_more_than_in_the_body(library):
    body = "Some words on ferries and on other things that fill the page."
    ranked = library(
        searchable(article(1, body, title="Other things")),
        searchable(article(2, "Some words that fill the page and tell little.", title="Ferries")),
    )

    assert [hit.article for hit in ranked.searcher.search("ferries ").hits] == [2, 1]


def test_of_equal_hits_the_newest_comes_first(library):
    days = ("2024-01-01", "2025-01-01", "2023-01-01")
    texts = [searchable(article(i, "Ferries sail.", published=d)) for i, d in enumerate(days, 1)]

    assert [hit.article for hit in library(*texts).searcher.search("ferries ").hits] == [2, 1, 3]


def test_limit_bounds_the_hits_and_not_the_total(library):
    result = library(*["Ferries sail."] * 5).searcher.search("ferries ", limit=2)

    assert (result.total, len(result.hits)) == (5, 2)


def test_a_hit_of_an_article_no_longer_in_the_library_is_left_out_and_said(library):
    gone = library("Ferries sail.", "Ferries wait.")
    del gone.documents[1]

    result = gone.searcher.search("ferries ")

    assert [hit.article for hit in result.hits] == [2]
    assert "no longer in the library" in result.message


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(query=st.text(max_size=60) | st.lists(PIECES, max_size=20).map("".join))
def test_any_query_is_answered_without_an_exception(talks, query):
    result = talks.searcher.search(query)

    assert result.query == query
    assert result.total >= len(result.hits)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    query=st.lists(PIECES | st.sampled_from(["cheese ", "roads", "che"]), max_size=8).map("".join)
)
def test_a_suggested_query_has_hits_or_a_sentence_of_its_own(talks, query):
    result = talks.searcher.search(query)
    if result.suggestion and not result.total:
        again = talks.searcher.search(result.suggestion)

        assert again.total or again.message
