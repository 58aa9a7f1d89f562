"""The entries of postings are read back as they were written, in whatever pieces."""

from itertools import pairwise

import numpy as np
import pytest

from briefing.search.engine.arrays import ArrayDraft, ArrayFile
from briefing.search.engine.docs import Docs, DocsDraft


def written(path, words, entries, block):
    """Write the entries of words in blocks of postings; return them in one piece, and read back."""
    docs = np.concatenate([*words, np.empty(0, "u4")]).astype("u4")
    first = np.cumsum([0, *map(len, words)])
    draft = DocsDraft("f", first, entries)
    with ArrayDraft(path, draft.layout(), {}) as file:
        for at in range(0, len(docs), block):
            draft.put(file, docs[at : at + block])
        draft.close(file)
    return docs, Docs(ArrayFile(path), "f", first.astype("u4"), entries)


@pytest.mark.parametrize("entries", [1, 255, 256, 257, 3_000, 70_000])
@pytest.mark.parametrize("block", [64, 1 << 19])
def test_any_stretch_of_postings_is_read_as_it_was_written(tmp_path, entries, block):
    rng = np.random.default_rng(entries)
    sizes = [entries, 1, *rng.integers(1, min(entries, 4_000) + 1, 40).tolist(), 1, entries]
    if block == 64:
        sizes = sizes[:6]
    words = [np.sort(rng.choice(entries, size, replace=False)) for size in sizes]
    docs, read = written(tmp_path / "docs", words, entries, max(block, len(sizes)))
    ends = np.cumsum([0, *sizes]).tolist()
    bounds = [list(pair) for pair in pairwise(ends)]
    bounds += np.sort(rng.integers(0, len(docs) + 1, (60, 2)), axis=1).tolist()
    bounds += [[0, len(docs)], [0, 0], [len(docs), len(docs)], [ends[2], ends[6]]]

    for low, high in bounds:
        assert read.slice(low, high).tolist() == docs[low:high].tolist()


def test_words_of_many_entries_have_their_marks(tmp_path):
    rng = np.random.default_rng(1)
    words = [np.sort(rng.choice(1_001, size, replace=False)) for size in (600, 20, 126, 125)]
    _, read = written(tmp_path / "docs", words, 1_001, 1 << 19)

    assert [read.marks(word) is not None for word in range(4)] == [True, False, True, False]
    assert read.marks(0).nonzero()[0].tolist() == words[0].tolist()
    assert read.marks(2).nonzero()[0].tolist() == words[2].tolist()


def test_a_page_of_which_every_entry_has_a_word_is_read_as_full(tmp_path):
    words = [np.arange(256, 512), np.array([1]), np.arange(0, 512) + 1_024, np.arange(5_000)]
    docs, read = written(tmp_path / "docs", words, 5_000, 200)

    assert read.marks(0) is None
    for low in range(0, 780, 13):
        for high in range(low, 780, 17):
            assert read.slice(low, high).tolist() == docs[low:high].tolist()


@pytest.mark.parametrize("size", [126, 600, 1_001])
def test_marks_tell_the_place_of_an_entry_among_those_of_a_word(tmp_path, size):
    word = np.sort(np.random.default_rng(size).choice(1_001, size, replace=False))
    _, read = written(tmp_path / "docs", [np.array([5]), word], 1_001, 1 << 19)
    everyone = np.arange(1_001)

    there, place = read.ranks(1, everyone)

    assert there.tolist() == np.isin(everyone, word).tolist()
    assert place.tolist() == word.searchsorted(everyone).tolist()
    assert read.ranks(0, everyone) is None
