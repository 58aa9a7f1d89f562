"""What entries score, against BM25 written out for one entry after the other."""

import math
import random
from datetime import date

import pytest

from briefing.search.answering import Answering
from briefing.search.fields import BOOSTS, TEXT_FIELDS
from briefing.search.lexicon import accepts
from briefing.search.nodes import All, AnyOf, Form, Run
from briefing.search.querying import as_whoosh
from briefing.search.ranking import greatest
from tests.search.making import Library, article, searchable
from tests.search.scanning import Scan

WORDS = ["tug", "tugs", "ferry", "ferries", "quay", "pier", "the"]


def words_of(rng, most):
    return " ".join(rng.choices(WORDS, weights=[1, 1, 2, 1, 3, 1, 20], k=rng.randrange(1, most)))


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    rng = random.Random(4)
    made = [
        searchable(article(n, words_of(rng, 60), title=words_of(rng, 4), published=f"20{rng.randrange(10, 25)}-01-01"))
        for n in range(1, 301)
    ]  # fmt: skip
    library = Library(tmp_path_factory.mktemp("scored"), made[:200])
    library.index.update(made[200:], [], 2)
    library.documents.update((document.article.id, document) for document in made[200:])
    yield library
    library.index.close()


def by_hand(scan, step):
    """Return the score of each entry for one word anywhere."""
    scores = [0.0] * len(scan.entries)
    for field in TEXT_FIELDS:
        words = [entry.get(field, {}) for entry in scan._words]
        lengths = [sum(map(len, each.values())) for each in words]
        mean = sum(lengths) / max(sum(map(bool, lengths)), 1)
        times = [sum(len(at) for w, at in each.items() if accepts(step)(w)) for each in words]
        having = sum(map(bool, times))
        rarity = BOOSTS[field] * math.log(1 + (len(words) - having + 0.5) / (having + 0.5))
        for at, count in enumerate(times):
            if count:
                norm = 1.2 * (0.25 + 0.75 * lengths[at] / mean)
                scores[at] += rarity * count * 2.2 / (count + norm)
    return scores


STEMS = [(Form(word, "stem"),) for word in ("tug", "ferry", "quay", "the")]


@pytest.mark.parametrize("step", [*STEMS, (Form("t", "prefix"),), (Form("ferries", "exact"),)])
def test_a_word_scores_what_bm25_says(library, step):
    scan = Scan(library.documents.values())
    wanted = {e.article: s for e, s in zip(scan.entries, by_hand(scan, step), strict=True) if s}

    assert scores(library, Run("", (step,))) == pytest.approx(wanted, rel=1e-4)


@pytest.mark.parametrize("join", [All, AnyOf])
def test_several_words_score_what_each_does(library, join):
    scan = Scan(library.documents.values())
    each = [by_hand(scan, step) for step in STEMS[:3]]
    wanted = {
        entry.article: sum(some)
        for entry, some in zip(scan.entries, zip(*each, strict=True), strict=True)
        if (all if join is All else any)(some)
    }
    asked = join(tuple(Run("", (step,)) for step in STEMS[:3]))

    assert scores(library, asked) == pytest.approx(wanted, rel=1e-4)


@pytest.mark.parametrize("limit", [1, 3, 10, 400])
@pytest.mark.parametrize("newest", [False, True])
def test_the_first_are_the_best_or_the_newest_of_all(library, limit, newest):
    for step in STEMS:
        with library.index.reading() as (snapshot, _):
            answer = Answering(snapshot).answer(as_whoosh(Run("", (step,))))
            days = snapshot.days(answer.docs).tolist()
            docs, found = answer.docs.tolist(), answer.scores.tolist()
            first = answer.first(limit, newest=newest)
        keys = [(day, score) if newest else (score, day) for day, score in zip(days, found, strict=True)]  # fmt: skip
        order = sorted(range(len(docs)), key=lambda at: (*(-k for k in keys[at]), at))

        assert first == [(docs[at], found[at]) for at in order[:limit]]
        assert max(days) <= date(2025, 1, 1).toordinal()


def test_few_of_many_scores_are_looked_at_and_the_greatest_are_among_them():
    import numpy as np

    rng = np.random.default_rng(1)
    for _ in range(20):
        some = rng.integers(0, 2_000, 5_000).astype("f4")
        at = greatest(some, 10)

        assert sorted(some[at], reverse=True)[:10] == sorted(some, reverse=True)[:10]
        assert len(at) < 200


def scores(library, node):
    with library.index.reading() as (snapshot, _):
        answer = Answering(snapshot).answer(as_whoosh(node))
        shown = [each.article for each in snapshot.shown(answer.docs.tolist())]
    return dict(zip(shown, answer.scores.tolist(), strict=True))
