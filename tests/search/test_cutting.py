"""Texts cut all at once have the chunks that each has by itself."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from briefing.search.engine import cutting
from briefing.search.engine.chunks import words_of
from briefing.search.engine.cutting import Cut, Known
from briefing.search.engine.inverting import Gathering, Vocabulary

CHUNK = st.text("abé-.,’\x1b\udc80", min_size=1, max_size=30)
TEXT = st.lists(st.one_of(CHUNK, st.text(" \t\n\x1f\x0b", max_size=3)), max_size=30).map("".join)


@given(st.lists(TEXT, max_size=5))
def test_chunks_are_what_stands_between_blanks(texts):
    found = Cut([text.encode("utf-8", "surrogatepass") for text in texts])

    whole = [text.split() for text in texts]
    assert found.counts.tolist() == list(map(len, whole))
    assert found.chunks(np.arange(len(found.hashes))) == [
        chunk.encode("utf-8", "surrogatepass") for chunks in whole for chunk in chunks
    ]


@given(st.lists(st.lists(CHUNK, max_size=20), max_size=4))
def test_a_chunk_has_one_number_however_often_it_comes(groups):
    known, numbers = Known(), {}
    for group in groups:
        chunks = [chunk.encode("utf-8", "surrogatepass") for chunk in group]
        found = Cut([b" ".join(chunks)])

        def learn(some, found=found):
            new = found.chunks(some)
            assert not numbers.keys() & new
            numbers.update((chunk, len(numbers) + at) for at, chunk in enumerate(new))
            return np.array([numbers[chunk] for chunk in new], "u4")

        given_numbers = known.numbers(found.hashes, learn).tolist()
        assert given_numbers == [numbers[chunk] for chunk in chunks]


def test_chunks_that_share_a_slot_keep_their_numbers(monkeypatch):
    monkeypatch.setattr(cutting, "_FEWEST", 1)
    monkeypatch.setattr(cutting, "_MOST", 2)
    known = Known()
    found = Cut([b" ".join(b"w%d" % number for number in range(50))] * 2)

    first = known.numbers(found.hashes, lambda some: np.arange(len(some), dtype="u4"))

    assert first[:50].tolist() == first[50:].tolist()
    assert len(set(first.tolist())) == 50
    assert known.numbers(found.hashes, lambda _: 1 / 0).tolist() == first.tolist()


@given(st.lists(st.lists(st.text("aU.S ,1\0\xa0é", max_size=12), max_size=3), max_size=5))
def test_entries_have_the_words_of_their_texts(entries):
    gathering = Gathering(Vocabulary())
    for texts in entries:
        gathering.add(texts)
    gathering.read()

    found = gathering.inverted()

    words = [{} for _ in entries]
    at = 0
    for number, word in enumerate(found.terms):
        for posting in range(found.first[number], found.first[number + 1]):
            count = int(found.counts[posting])
            words[found.docs[posting]][word] = found.positions[at : at + count].tolist()
            at += count
    assert words == [words_of(texts) for texts in entries]
