"""Searching the index finds what reading every text would find."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.search.analysis import stem, terms
from tests.search.making import Library, article, searchable

WORDS = ["the", "trade", "trades", "trading", "us", "US", "may", "not", "quota", "quotas", "Québec", "a-b", "1,000", "lie", "lying", "happy", "happily"]  # fmt: skip
TEXT = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)


def read(text):
    """Return the words of a text; capital US is the country, small us is not."""
    return [
        word for written in text.split() for word in (["us"] if written == "us" else terms(written))
    ]


def plain_scan(texts, query, *, exact):
    """Return the numbers of the texts that have the words of the query one after the other."""
    wanted = read(query)
    found = []
    for number, text in enumerate(texts, 1):
        words = read(text)
        if not exact:
            words, wanted = [stem(w) for w in words], [stem(w) for w in wanted]
        if any(words[at : at + len(wanted)] == wanted for at in range(len(words))):
            found.append(number)
    return found


@settings(deadline=None, max_examples=40)
@given(texts=st.lists(TEXT, min_size=1, max_size=6), word=st.sampled_from(WORDS), phrase=TEXT)
def test_words_and_phrases_are_found_where_a_plain_scan_finds_them(texts, word, phrase):
    with tempfile.TemporaryDirectory() as folder:
        documents = [searchable(article(n, text)) for n, text in enumerate(texts, 1)]
        library = Library(Path(folder), documents)

        def found(query):
            return [int(hit[1:]) for hit in library.found(query)]

        if word != "us":  # outside quotation marks it is the country
            assert found(f"{word} ") == plain_scan(texts, word, exact=False)
        words = [w for w in phrase.split() if w != "us"]  # in them it may be either
        if words:
            assert found(f'"{" ".join(words)}"') == plain_scan(texts, " ".join(words), exact=True)
        library.index.close()
