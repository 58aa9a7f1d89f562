"""The queries asked: chosen by how many articles have their words, always the same."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

KINDS = (
    "rare",
    "common",
    "and2",
    "phrase",
    "prefix",
    "typing",
    "fuzzy",
    "filter",
    "or3",
    "snippets",
)
_READ = 4_000  # articles counted
_EACH = 30

Query = str | list[str]


def choose(articles: Iterable[dict[str, str]], seed: int = 3) -> dict[str, list[Query]]:
    """Return queries by kind.

    `rare` words are in one article of a thousand, `common` in one of five to two of three, the
    others in between; `typing` is a query letter by letter; `filter` is word, source and two days.
    """
    rng = random.Random(seed)
    words, pairs, sets, sources = _counted(articles)
    number = len(sets)
    able = sorted(w for w in words if len(w) > 3)
    middle = [w for w in able if 0.02 * number <= words[w] <= 0.15 * number]
    common = [w for w in able if 0.2 * number <= words[w] <= 0.7 * number] or middle

    def pair() -> str:
        while True:
            some = sorted(sets[rng.randrange(len(sets))].intersection(middle))
            if len(some) > 1:
                return " ".join(rng.sample(some, 2))

    phrases = sorted(p for p, n in pairs.items() if 8 <= n <= 400 and min(map(len, p)) > 3)
    rare = [w for w in able if 3 <= words[w] <= 8] or able
    long = [w for w in middle if len(w) > 5]
    typed = [text for _ in range(6) for text in _letters(pair())]
    return {
        "rare": _some(rng, rare),
        "common": _some(rng, common),
        "and2": [pair() for _ in range(_EACH)],
        "phrase": [" ".join(words) for words in _some(rng, phrases)],
        "prefix": [w[: 3 + at % 3] for at, w in enumerate(_some(rng, long))],
        "typing": typed,
        "fuzzy": [_mistyped(rng, w) for w in _some(rng, [w for w in middle if len(w) > 6])[:20]],
        "filter": [_filtered(rng, pair().split()[0], sources) for _ in range(_EACH)],
        "or3": [f"{pair()} {rng.choice(common)}" for _ in range(_EACH)],
        "snippets": [pair() for _ in range(_EACH)],
    }


def _counted(
    articles: Iterable[dict[str, str]],
) -> tuple[Counter[str], Counter[tuple[str, str]], list[set[str]], list[str]]:
    words: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    sets, sources = [], set()
    for number, article in enumerate(articles):
        if number >= _READ:
            break
        read = re.findall(r"[a-z]+", article["body"].lower())
        here = set(read)
        words.update(here)
        pairs.update(set(pairwise(read)))
        sets.append({w for w in here if len(w) > 3})
        sources.add(article["source"])
    return words, pairs, sets, sorted(sources)


def _some(rng, choice):
    return rng.sample(choice, min(_EACH, len(choice)))


def _letters(text: str) -> list[str]:
    return [text[:end] for end in range(2, len(text) + 1) if text[end - 1] != " "]


def _mistyped(rng: random.Random, word: str) -> str:
    at = rng.randrange(2, len(word) - 1)
    letter = rng.choice([c for c in "abcdefghijklmnopqrstuvwxyz" if c != word[at]])
    return word[:at] + letter + word[at + 1 :]


def _filtered(rng: random.Random, word: str, sources: list[str]) -> list[str]:
    year = rng.randrange(2015, 2024)
    return [word, rng.choice(sources), f"{year}-03-01", f"{year + 1}-03-01"]
