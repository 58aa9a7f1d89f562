"""The parts of the codec, each against the few lines that say what it should do."""

import tempfile
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model import HiddenRange
from briefing.search.adjacency import places
from briefing.search.analysis import stem, tokens
from briefing.search.engine.arrays import ArrayDraft, ArrayFile
from briefing.search.engine.chunks import bridged, cut, read, starts_of, words_of
from briefing.search.engine.drafting import SegmentDraft
from briefing.search.engine.packing import NARROW, WIDE, Packed, Packer, count_big, layout
from briefing.search.engine.segment import Segment, SegmentFile
from briefing.search.engine.stems import Stems, numbers_of
from briefing.search.engine.stems import arranged as stems_arranged
from briefing.search.engine.terms import Terms, arranged
from briefing.search.entries import Entry
from briefing.search.lexicon import accepts, ranges
from briefing.search.nodes import Form, Near, Run
from briefing.search.ranking import best
from briefing.search.spans import Spans, as_places, entries_of, near, run

PIECES = st.sampled_from(
    ["U.S.", "US", "us", "United States", "united\nkingdom", "F-35", "1,000", "1\u00a0000", "2.5", "Québec",
     "J.D.", "Canada’s", "don't", "“quote”", "a", "(b)", "United-Nations", "-", "—", ".", ",", "x_y", "é", "\u2003",
     "European Union's", "l’United States", "C", "end.", "Union", "states", "\u0130x", "\u00ad", "co\u00adop"]
)  # fmt: skip
TEXT = st.lists(PIECES | st.sampled_from([" ", "  ", "\n", ""]), max_size=14).map("".join)


@given(TEXT)
def test_chunks_have_the_words_of_the_whole_text(text):
    found, base = [], 0
    starts = starts_of(bridged(text)).tolist()
    for start, chunk in zip(starts, cut(bridged(text)), strict=True):
        some, size = read(chunk)
        found += [(t.term, t.start + start, t.end + start, t.position + base) for t in some]
        base += size

    assert found == [tuple(token) for token in tokens(text)]


@given(TEXT, st.integers(0, 30), st.integers(1, 20))
def test_words_that_are_hidden_even_in_part_are_left_out(text, start, length):
    hidden = (HiddenRange(start, start + length, "user"),)
    wanted = {}
    for token in tokens(text):
        if token.end <= start or start + length <= token.start:
            wanted.setdefault(token.term, []).append(token.position)

    assert words_of([text], hidden) == wanted


@pytest.mark.parametrize("bits", [NARROW, WIDE])
@given(
    values=st.lists(st.integers(0, 20) | st.integers(4_000, 70_000), max_size=50), data=st.data()
)
def test_packed_numbers_are_those_that_were_put(bits, values, data):
    numbers = np.array(values, "u4")
    half = len(values) // 4 * 2
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "file"
        with ArrayDraft(
            path, layout("n", bits, len(values), count_big(numbers, bits)), {}
        ) as draft:
            packer = Packer(draft, "n", bits)
            packer.put(numbers[:half])
            packer.put(numbers[half:])
        packed = Packed(ArrayFile(path), "n", bits)
        low = data.draw(st.integers(0, len(values)))
        high = data.draw(st.integers(low, len(values)))
        assert packed.slice(low, high).tolist() == values[low:high]
        some = data.draw(st.lists(st.integers(0, len(values) - 1))) if values else []
        assert packed.take(np.array(some, "i8")).tolist() == [values[at] for at in some]


@given(st.sets(st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"]), min_size=1, max_size=4), max_size=200), st.text(max_size=3))  # fmt: skip
def test_sorted_texts_are_found_by_number_text_and_beginning(texts, prefix):
    ordered = sorted(texts)
    terms = Terms(len(ordered), *arranged(ordered))

    assert terms.between(0, len(terms)) == ordered
    assert [terms.find(text) for text in ordered] == list(range(len(ordered)))
    low, high = terms.beginning(prefix)
    assert ordered[low:high] == [text for text in ordered if text.startswith(prefix)]
    assert terms.find(f"{prefix}\n") == -1


STEMS = st.sampled_from(["tie", "ty", "sky", "ski", "lie", "ly", "happ", "hop", "hope", "possib", "go", "by", "die", "dy", "re", "run", "nat", "sensit", "e", "o", "x", "organ", "conflat", "gas", "pass"])  # fmt: skip
ENDINGS = st.sampled_from(["", "s", "es", "ies", "y", "ied", "ed", "ing", "ying", "ped", "ping", "ility", "le", "ly", "ization", "ize", "ness", "ingly", "edly", "e", "ion", "ional", "ivity", "ive", "sed"])  # fmt: skip
WORD = st.tuples(STEMS, ENDINGS).map("".join)
HOWS = st.sampled_from(["exact", "stem", "typed", "prefix", "fuzzy", "glob"])


@given(st.sets(WORD, min_size=1, max_size=60), WORD, HOWS)
def test_a_form_means_the_same_words_of_a_lexicon_and_one_by_one(words, text, how):
    ordered = sorted(words)
    if how == "glob":
        text = f"{text[:1]}*{text[-1:]}"
    step = (Form(text, how),)
    found = [w for a, b in ranges(step, lexicon(ordered)) for w in ordered[a:b]]

    assert found == [word for word in ordered if accepts(step)(word)]


CLOSE = st.text("abé日", min_size=1, max_size=7)


@settings(max_examples=400)
@given(st.sets(CLOSE, min_size=1, max_size=150), CLOSE, st.sampled_from([1, 2]))
def test_every_word_a_slip_or_two_away_is_found_where_all_words_are_alike(words, text, edits):
    ordered = sorted(words)
    step = (Form(text, "fuzzy", edits),)
    found = [w for a, b in ranges(step, lexicon(ordered)) for w in ordered[a:b]]

    assert found == [word for word in ordered if accepts(step)(word)]


def lexicon(ordered):
    stems = Stems(*stems_arranged(numbers_of(ordered)))
    return SimpleNamespace(terms=Terms(len(ordered), *arranged(ordered)), stems=stems)


def test_every_word_of_a_stem_is_found_by_any_of_them():
    heads = ["tie", "t", "sk", "l", "happ", "hop", "possib", "go", "d", "nat", "organ", "pass"]
    tails = ["", "s", "es", "ies", "y", "ied", "ed", "ing", "ying", "ping", "ility", "le", "ly"]
    words = sorted({head + tail for head in heads for tail in tails if len(head + tail) > 1})
    known = lexicon(words)
    for word in words:
        found = {w for a, b in ranges((Form(word, "stem"),), known) for w in words[a:b]}
        assert found == {other for other in words if stem(other) == stem(word)}, word


POSITIONS = st.lists(st.integers(0, 30), max_size=8).map(lambda some: sorted(set(some)))


@given(st.lists(st.lists(POSITIONS, min_size=4, max_size=4), min_size=1, max_size=4), st.integers(1, 4), st.integers(1, 6))  # fmt: skip
def test_many_entries_at_once_have_what_each_has_by_itself(entries, slop, distance):
    steps = [(Form(letter, "exact"),) for letter in "abcd"]
    part = Near(Run("", tuple(steps[:2]), slop), Run("", tuple(steps[2:]), slop), distance)
    wanted = [
        number
        for number, lists in enumerate(entries)
        if places(part, lambda step, lists=lists: lists[steps.index(step)])
    ]
    keys = [
        as_places(np.repeat(np.arange(len(entries)), [len(e[i]) for e in entries]),
                  np.array([p for e in entries for p in e[i]], "u4"))
        for i in range(4)
    ]  # fmt: skip
    found = near(run(keys[:2], slop), run(keys[2:], slop), distance)

    assert entries_of(found.ends).tolist() == wanted
    assert isinstance(found, Spans)


@given(st.lists(st.tuples(st.sampled_from([0.0, 0.5, 2.25]), st.sampled_from([0, 5, 9])), max_size=40), st.integers(0, 12), st.booleans())  # fmt: skip
def test_the_first_are_those_of_the_whole_order(entries, limit, newest):
    scores = np.array([s for s, _ in entries], "f4")
    days = np.array([d for _, d in entries], "u4")
    order = sorted(
        range(len(entries)),
        key=lambda at: ([-v for v in (entries[at][::-1] if newest else entries[at])], at),
    )

    assert best(scores, days, limit, newest=newest).tolist() == order[:limit]


TEXTS = st.lists(st.lists(st.sampled_from(["co", "cod", "code", "b", "U.S.", "F-35", "word"]), max_size=30), max_size=6)  # fmt: skip


@settings(deadline=None, max_examples=60)
@given(st.lists(TEXTS, min_size=1, max_size=3), st.data())
def test_joined_segments_have_the_words_of_the_entries_still_there(groups, data):
    with tempfile.TemporaryDirectory() as name:
        folder, kept, number = Path(name), [], 0
        segments = []
        for at, texts in enumerate(groups):
            draft = SegmentDraft()
            for words in texts:
                number += 1
                draft.add(entry(number, words))
            draft.write(folder / str(at))
            dead = data.draw(st.sets(st.integers(0, len(texts) - 1))) if texts else set()
            segments.append(Segment(SegmentFile(folder / str(at)), dead))
            kept += [words for i, words in enumerate(texts) if i not in dead]
        whole = SegmentDraft()
        for segment in segments:
            whole.join(segment)
        whole.write(folder / "whole")

        assert words_in(SegmentFile(folder / "whole")) == [words_of([" ".join(w)]) for w in kept]


def test_short_common_beginnings_are_counted_beforehand(tmp_path):
    first, second = (counted(tmp_path / name) for name in ("first", "second"))
    whole = SegmentDraft()
    whole.join(Segment(first, ()))
    whole.join(Segment(second, range(100)))
    whole.write(tmp_path / "whole")
    joined = SegmentFile(tmp_path / "whole").postings("body").beginning("co")

    row = first.postings("body").beginning("co")

    assert row.tolist() == [number % 6 for number in range(600)]
    assert joined.tolist() == [number % 6 for number in (*range(600), *range(100, 600))]
    assert first.postings("body").beginning("b") is None


def counted(path):
    draft = SegmentDraft()
    for number in range(600):
        draft.add(entry(number, [f"co{n}" for n in range(number % 6)] + ["b"]))
    draft.write(path)
    return SegmentFile(path)


def entry(number, words):
    return Entry(article=number, texts={"body": (" ".join(words),)}, values={"kind": ("article",)})


def words_in(file):
    """Return the words of the body of each entry, with their positions."""
    postings = file.postings("body")
    found = [{} for _ in range(file.entries)]
    everyone = np.ones(file.entries, bool)
    for number, word in enumerate(postings.terms.between(0, len(postings.terms))):
        docs, at = postings.places([(number, number + 1)], everyone)
        for doc, position in zip(docs.tolist(), at.tolist(), strict=True):
            found[doc].setdefault(word, []).append(position)
        having, counts = postings.of_word(number)
        assert counts.tolist() == [len(found[doc][word]) for doc in having.tolist()]
    return found
