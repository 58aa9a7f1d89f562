"""The best entries are found without all scores, and are those that all scores would give."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from briefing.search.foremost import among, anywhere
from briefing.search.ranking import most, weigh

ENTRIES = 3_000


class Word:
    """What `Words` is to those who look for the best."""

    def __init__(self, rng, number, weight):
        self.docs = np.sort(rng.choice(ENTRIES, number, replace=False))
        self.most = most(weight)
        counts = rng.integers(1, 6, number).astype("u1")
        norms = rng.uniform(0.3, 3, number).astype("f4")
        self.every = np.zeros(ENTRIES, "f4")
        self.every[self.docs] = weigh(counts, norms, weight)
        self.reads = 0

    def scores(self, docs):
        self.reads += 1
        return self.every[docs]

    def add_to(self, total):
        self.reads += 1
        total += self.every


WORDS = st.lists(
    st.tuples(st.integers(1, ENTRIES), st.floats(0.01, 20)), min_size=1, max_size=6
)  # how many entries have it, and its weight


@given(WORDS, st.integers(0, 1000), st.integers(1, 30))
def test_the_best_of_some_entries_are_kept(words, seed, limit):
    rng = np.random.default_rng(seed)
    some = [Word(rng, *word) for word in words]
    docs = np.sort(rng.choice(ENTRIES, 2_400, replace=False))
    scores = sum(word.every for word in some)[docs]

    kept, found = among(docs, some, limit)

    assert {*best(docs, scores, limit)} <= {*kept.tolist()}
    assert found.tolist() == scores[np.isin(docs, kept)].tolist()


@given(WORDS, st.integers(0, 1000), st.integers(1, 30))
def test_the_best_of_all_entries_that_are_still_there_are_kept(words, seed, limit):
    rng = np.random.default_rng(seed)
    some = [Word(rng, *word) for word in words]
    scores = sum(word.every for word in some)
    marks = (scores > 0) & (rng.random(ENTRIES) < 0.8)
    docs = marks.nonzero()[0]
    found = anywhere(some, marks, limit)

    assert found is None or (np.diff(found) > 0).all()
    assert found is None or {*best(docs, scores[docs], limit)} <= {*found.tolist()} <= {*docs.tolist()}  # fmt: skip


def test_what_cannot_change_the_best_is_not_read():
    rng = np.random.default_rng(2)
    title, body = Word(rng, 40, 20.0), Word(rng, 1_200, 0.1)
    marks = (title.every + body.every) > 0

    assert len(anywhere([title, body], marks, 10)) < 40
    assert body.reads == 0
    assert len(among(np.arange(ENTRIES), [title, body], 10)[0]) < 40


def best(docs, scores, limit):
    """Return the entries that score at least what the last of the best does."""
    least = np.sort(scores)[-min(limit, len(scores))] if len(scores) else 0
    return docs[scores >= least].tolist()
