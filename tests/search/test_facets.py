from tests.search.making import article, ask, issue, meeting, person, searchable, span


def talks(library):
    spring = meeting(1, "Spring talks", "2025-05-06")
    one = article(
        1, "Ferries sail. They want ferries.", outlet='The "Quay"', published="2025-05-01"
    )
    two = article(2, "Ferries wait.", outlet="Ledger", published="2025-06-30")
    return library(
        searchable(
            one,
            spring,
            people=[person("Ada Quill", span(one, "They"))],
            issues=[issue("Sea links", span(one, "Ferries"))],
            asks=[
                ask(1, "ferries", span(one, "They want ferries."), issues=("Sea links",), meeting=1)
            ],
        ),
        searchable(two, meeting(2, "Summer talks", sides=("Canada", "Iceland"))),
    )


def counted(result, facet):
    return {c.value: c.number for c in result.counts if c.facet == facet}


def test_hits_are_counted_by_each_facet(library):
    result = talks(library).searcher.search("ferries ")

    assert result.total == 3
    assert counted(result, "meeting") == {"Spring talks, 6 May 2025": 2, "Summer talks": 1}
    assert counted(result, "side") == {"Canada": 3, "United States": 1, "Iceland": 1}
    assert counted(result, "issue") == {"Sea links": 2}
    assert counted(result, "person") == {"Ada Quill": 1}
    assert counted(result, "source") == {'The "Quay"': 2, "Ledger": 1}
    assert counted(result, "month") == {"2025-05": 2, "2025-06": 1}
    assert counted(result, "kind") == {"article": 2, "ask": 1}


def test_groups_and_unnamed_voices_are_no_persons(library):
    one = article(1, "Ferries sail. They want ferries.")
    here = span(one, "They want ferries.")
    voices = ("Ada Quill", "Analysts", "two senior federal sources", "Ministry of Ferries")
    asks = [
        ask(number, "ferries", here, meeting=1, voiced_by=voice)
        for number, voice in enumerate(voices, 1)
    ]
    people = [person("Ada Quill", span(one, "They"))]
    found = library(searchable(one, meeting(1, "Talks"), people=people, asks=asks))
    result = found.searcher.search("ferries ")

    assert counted(result, "person") == {"Ada Quill": 2}


def test_each_count_narrows_the_query_to_its_number(library):
    searcher = talks(library).searcher
    result = searcher.search("ferries ")

    assert len(result.counts) == 13
    for count in result.counts:
        assert searcher.search(f"ferries {count.query}").total == count.number, count


def test_counts_do_not_depend_on_the_limit(library):
    searcher = talks(library).searcher

    assert searcher.search("ferries ", limit=1).counts == searcher.search("ferries ").counts


def test_counts_are_of_the_meeting_asked_for(library):
    result = talks(library).searcher.search("ferries ", meeting=2)

    assert counted(result, "kind") == {"article": 1}


def test_the_most_frequent_value_comes_first_and_months_in_order(library):
    counts = talks(library).searcher.search("ferries ").counts

    assert next(c.value for c in counts if c.facet == "side") == "Canada"
    assert [c.value for c in counts if c.facet == "month"] == ["2025-05", "2025-06"]


def test_nothing_found_counts_nothing(library):
    assert talks(library).searcher.search("submarines ").counts == ()
