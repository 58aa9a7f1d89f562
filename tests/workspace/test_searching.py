import csv

import pytest

from briefing.model import Hit, SearchResult
from briefing.search import NotReady
from briefing.workspace.finding.batching import hit_table


@pytest.fixture
def ports(workspace, write):
    """Three articles, imported and indexed."""
    workspace.import_paths(
        [
            write("one.txt", "Ferries sail from the port.\n\nFerries are full."),
            write("two.txt", "Trains run to the port."),
            write("three.txt", "Nothing moves."),
        ]
    )
    return workspace


def found(workspace, query):
    return sorted(hit.article for hit in workspace.search(query).hits)


def test_an_import_is_searchable_when_it_returns(ports):
    assert found(ports, "ferries ") == [1]
    assert found(ports, "port ") == [1, 2]


def test_an_edit_and_its_undo_are_searchable_when_they_return(ports):
    ports.set_article(3, title="Ferries at rest")
    assert found(ports, "ferries ") == [1, 3]
    ports.undo()
    assert found(ports, "ferries ") == [1]


def damage(workspace):
    (segment,) = (workspace.library_folder / "index").rglob("*.arrays")
    segment.write_bytes(segment.read_bytes()[:-1])


@pytest.mark.parametrize("query", ["ferries ", '"ferries sail"', "fer", "ferries OR nothing", "*"])
def test_while_the_index_is_damaged_the_articles_themselves_are_searched(ports, query):
    sound = found(ports, query)
    damage(ports)
    answer = ports.search(query)

    assert sorted(hit.article for hit in answer.hits) == sound
    assert "damaged" in answer.message
    assert "were searched instead" in answer.message


def test_a_damaged_index_is_made_anew_when_there_is_time(ports):
    damage(ports)
    ports.catch_up_index()

    assert ports.index_state() == "ready"
    assert ports.search("ferries ").message == ""


def test_an_index_damaged_in_the_middle_of_an_update_is_made_anew(ports, monkeypatch):
    update = ports.searching.index.update

    def stumble(*arguments):
        monkeypatch.setattr(ports.searching.index, "update", update)
        raise NotReady("The search index is damaged.", "damaged")

    monkeypatch.setattr(ports.searching.index, "update", stumble)
    ports.set_article(3, title="Ferries at rest")

    assert ports.index_state() == "ready"
    assert found(ports, "ferries ") == [1, 3]


def test_damage_that_leaves_size_and_time_is_found_at_the_first_look(ports, workspace, monkeypatch):
    def damaged():
        raise NotReady("The search index is damaged.", "damaged")

    rebuilt = []
    monkeypatch.setattr(ports.searching, "_looked_at", False)
    monkeypatch.setattr(ports.searching.index, "check", damaged)
    monkeypatch.setattr(ports.searching, "_rebuild", lambda progress: rebuilt.append(1))
    ports.catch_up_index()

    assert rebuilt == [1]


def test_a_batch_counts_the_hits_of_each_article(ports):
    table = ports.search_batch(["ferries\n", "port\n", "\n", "nowhere\n"])

    assert table.queries == ("ferries", "port", "nowhere")
    assert [(row.article, row.numbers) for row in table.rows] == [(1, (2, 1, 0)), (2, (0, 1, 0))]
    assert table.totals == (1, 2, 0)
    assert table.messages[2] == "“nowhere” is in no article."


def test_a_batch_as_csv_holds_no_formula():
    hit = Hit(
        kind="article",
        article=4,
        ask=None,
        title="=1+1",
        outlet="@home, here",
        published=None,
        meeting=None,
        snippet="",
        marks=(),
        start=0,
        end=0,
    )
    table = hit_table(
        ["-ports"], lambda query, limit: SearchResult(query=query, total=1, hits=(hit,))
    )

    head, row = csv.reader(table.as_csv().splitlines())
    assert head == ["article", "title", "outlet", "published", "'-ports"]
    assert row == ["4", "'=1+1", "'@home, here", "", "1"]
