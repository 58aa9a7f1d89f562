import threading
from concurrent.futures import ThreadPoolExecutor

from briefing.search import querying
from briefing.search.answering import Answering
from briefing.search.parsing import parse
from tests.search.making import article, searchable

QUERIES = ("ferries ", '"ferries sail"', "fer", "side:canada ", "-trains ", "ferries NEAR/3 sail ")


def test_four_readers_beside_a_writer_see_no_error(library):
    busy = library(*["Ferries sail and trains run."] * 8)
    done = threading.Event()

    def read(query):
        answers = 0
        while not done.is_set() or not answers:
            result = busy.searcher.search(query)
            assert "index" not in result.message
            if query == "ferries ":
                assert result.total == 8
            answers += 1
        return answers

    def write():
        for generation in range(2, 22):
            changed = searchable(article(generation % 8 + 1, f"Ferries sail, time {generation}."))
            busy.index.update([changed], [], generation)
        busy.index.rebuild([*busy.documents.values()], 30)

    with ThreadPoolExecutor(5) as pool:
        readers = [pool.submit(read, query) for query in QUERIES[:4]]
        try:
            write()
        finally:
            done.set()
        assert all(reader.result() for reader in readers)
    assert busy.index.state(30) == "ready"


def test_all_threads_share_one_snapshot(library):
    index = library("Ferries sail.").index
    with index.reading() as (one, _), index.reading() as (other, _):
        assert one is other


def test_a_snapshot_in_use_survives_an_update_and_is_not_lent_again(library):
    index = library("Ferries sail.").index
    ferries = querying.as_whoosh(parse("ferries ").node)
    with index.reading() as (old, _):
        index.update([searchable(article(2, "Ferries wait."))], [], 2)
        assert len(Answering(old).answer(ferries).docs) == 1
    with index.reading() as (new, _):
        assert new is not old
        assert len(Answering(new).answer(ferries).docs) == 2
