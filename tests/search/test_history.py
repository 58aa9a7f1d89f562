"""Whatever happens to an index, in whatever order, it finds what a plain scan of the articles finds."""

import shutil
import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from briefing.search import Index
from briefing.search.answering import Answering
from briefing.search.engine import merging
from briefing.search.parsing import parse
from briefing.search.querying import as_whoosh
from tests.search.making import IDENTITY, article, ask, meeting, searchable, span
from tests.search.scanning import Scan

QUERIES = [parse(query).node for query in (
    "ferries ", '"ferries sail"', "fer", "sail NEAR/2 ferries ", "-trains ", "side:canada ",
    "kind:ask sail ", "date:2024 OR trains ", "*", 'side:"Guinea" ferries ',
)]  # fmt: skip
WORD = st.sampled_from(["ferries", "sail", "ferry", "trains", "the", "sailing", "Ferries", "port."])
TEXT = st.lists(WORD, min_size=1, max_size=8).map(" ".join)
DOCUMENT = st.tuples(st.integers(1, 8), TEXT, st.sampled_from(["Canada", "Guinea", "Papua New Guinea"]), st.booleans())  # fmt: skip


def make(number, text, side, asks):
    of = article(number, text, published=f"202{number % 5}-03-04", title=text.split()[0])
    wish = [ask(number, text, span(of, text.split()[0]), side=side)] if asks else []
    return searchable(of, meeting(number % 3 + 1, "Talks", sides=(side, "France")), asks=wish)


class History(RuleBasedStateMachine):
    def __init__(self):
        super().__init__()
        self._usual, merging._TOGETHER = merging._TOGETHER, 3
        self._folder = Path(tempfile.mkdtemp())
        self._documents, self._generation = {}, 1
        self._index = Index(self._folder / "index", IDENTITY)

    @initialize(some=st.lists(DOCUMENT, max_size=4))
    def build(self, some):
        self._documents = {each[0]: make(*each) for each in some}
        self._index.rebuild(self._documents.values(), self._generation)

    @rule(some=st.lists(DOCUMENT, max_size=3, unique_by=lambda each: each[0]), gone=st.sets(st.integers(1, 8), max_size=2))  # fmt: skip
    def update(self, some, gone):
        self._generation += 1
        made = {each[0]: make(*each) for each in some}
        self._index.update(made.values(), gone - set(made), self._generation)
        for number in gone:
            self._documents.pop(number, None)
        self._documents |= made

    @rule()
    def tidy(self):
        self._index.tidy()

    @rule()
    def fail(self):
        def stopped():
            yield make(1, "ferries sail", "Canada", True)
            raise RuntimeError

        try:
            self._index.update(stopped(), [2], self._generation + 1)
        except RuntimeError:
            return
        raise AssertionError("it did not fail")

    @rule()
    def open_again(self):
        self._index.close()
        self._index = Index(self._folder / "index", IDENTITY)

    @invariant()
    def finds_what_a_scan_finds(self):
        if self._index.state(self._generation) == "missing":
            return  # before it was built first
        assert self._index.state(self._generation) == "ready"
        scan = Scan(self._documents.values())
        with self._index.reading() as (snapshot, _):
            for node in QUERIES:
                docs = Answering(snapshot).answer(as_whoosh(node)).docs
                shown = snapshot.shown(docs.tolist())
                assert sorted((s.article, s.ask) for s in shown) == scan.found(node), node

    def teardown(self):
        merging._TOGETHER = self._usual
        self._index.close()
        shutil.rmtree(self._folder)


TestHistory = History.TestCase
TestHistory.settings = settings(max_examples=25, stateful_step_count=20, deadline=None)
