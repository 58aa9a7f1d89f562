import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from briefing.search import Index, Searcher
from tests.search.making import article, ask, meeting, searchable, span


@pytest.fixture
def ports(library):
    one = article(1, "Tariffs on lumber. The ports stay open, tariffs or not.", outlet="Ledger")
    wish = ask(1, "open ports", span(one, one.text), side="Canada", of="Iceland")
    return library(
        searchable(one, meeting(1, "Talks", sides=("Canada", "Iceland")), asks=[wish])
    ).searcher


@pytest.mark.parametrize(
    ("query", "message", "suggestion"),
    [
        ("tarrifs ", "“tarrifs” is in no article.", "tariffs "),
        ("lumbre ports ", "“lumbre” is in no article.", "lumber ports "),
        ('"on lumbr" ', "“lumbr” is in no article.", '"on lumber" '),
        ("side:icelnad ports ", "No side matches icelnad.", 'side:"Iceland" ports '),
        ("person:nobody ", "No person matches nobody.", ""),
        (
            "lumber source:ledger side:iceland kind:ask date:1999 ",
            "Nothing answers all parts of this query.",
            "lumber",
        ),
        ('"open lumber" kind:ask', "Nothing answers all parts of this query.", ""),
        ("lumber -ports ", "Nothing answers all parts of this query.", "lumber"),
        ("zzyzx ", "“zzyzx” is in no article.", ""),
        ("qqq* ", "No word in the articles matches “qqq*”.", ""),
        ("foo:bar ", "There is no field “foo:”", ""),
        ("foo:ports ", "There is no field “foo:”", "ports"),
        ("foo:prots ", "There is no field “foo:”", "ports"),
        ("date:( ", "A closing bracket is missing", ""),
        ("sort:size foo:ports", "Hits cannot be sorted by “size”", "sort:date ports"),
        ("! ", "There is no word in this query to search for.", ""),
        ("", "", ""),
    ],
)
def test_a_search_without_hits_says_why_and_what_to_try(ports, query, message, suggestion):
    result = ports.search(query)

    assert result.total == 0
    assert result.message.startswith(message)
    assert result.suggestion == suggestion


def test_what_is_suggested_finds_something(ports):
    for query in ("tarrifs ", "lumbre prots ", "side:icelnad ports ", "lumber side:mexico"):
        result = ports.search(query)

        assert ports.search(result.suggestion).total, query


PIECES = st.sampled_from([
    "date:", "side:", "source:", "foo:", "sort:", "kind:", "title:", "tilte:", "meeting:", "date",
    "(", ")", "[", "]", '"', "“", "-", "*", "?", "~", "..", ":", "/", " to ", " ", " ", " OR ",
    " AND ", " NOT ", " NEAR/3 ", "2025", "2025-13", "1999-01-01", "2023", "tarrifs", "lumber",
    "ports", "icelnad", "canada", "ask", "a", "U.S.", "x*", "é",
])  # fmt: skip
WRITTEN = st.lists(PIECES, max_size=9).map("".join) | st.text('datesi:()[]" .-0125~*', max_size=14)


@settings(max_examples=500, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=WRITTEN, meeting=st.sampled_from([None, 1, 2]))
@example("date:(", None)
@example("date:(ports", None)
@example("date:[2025", None)
@example("date:[2025 ports", None)
@example("date:]", None)
@example("ports date:(2025", 1)
@example("lumber (ports", 2)
def test_whatever_is_suggested_finds_something_and_says_nothing(ports, query, meeting):
    suggestion = ports.search(query, meeting=meeting).suggestion
    if suggestion:
        result = ports.search(suggestion, meeting=meeting)

        assert (result.message, result.suggestion) == ("", "")
        assert result.total


def test_words_never_together_are_offered_one_or_the_other(library):
    searcher = library("Ferries sail.", "Trains run.").searcher

    assert searcher.search("ferries trains ").suggestion == "ferries OR trains"


def test_nothing_in_this_meeting_is_said_of_a_meeting(ports):
    assert (
        ports.search("lumber ", meeting=5).message == "Nothing in this meeting answers this query."
    )


def test_hits_found_come_with_no_message(ports):
    result = ports.search("lumber ")

    assert (result.message, result.suggestion) == ("", "")
    assert result.seconds > 0


def test_an_empty_library_asks_for_articles(library):
    assert "import articles" in library().searcher.search("ferries").message


def test_a_missing_index_is_said(tmp_path):
    result = Searcher(Index(tmp_path / "index", "one"), lambda _: {}).search("ferries")

    assert "no search index" in result.message
