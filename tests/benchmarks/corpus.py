"""A corpus of made-up articles: words as frequent as Zipf's law has them, always the same.

Words are syllables put together, so none is anybody's text; endings give stems something to do,
and pairs that belong together give phrases something to find.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import numpy as np

SOURCES = tuple(
    f"the-{name}-{kind}"
    for name in ("harbour", "valley", "northern", "capital", "prairie")
    for kind in ("herald", "ledger", "wire", "post")
)
_WORDS = 739  # of an article, on average
_STEMS = 120_000
_PAIRS = 4_000
_LONGEST = 3_000
_SHORT = ("the", "of", "to", "and", "in", "a", "for", "that", "on", "is", "with", "said", "by",
          "as", "at", "it", "was", "he", "from", "be", "are", "has", "his", "have", "an", "not",
          "will", "its", "who", "but", "they", "this", "or", "which", "their")  # fmt: skip


def write(path: Path, size: int, seed: int = 11) -> None:
    """Write `size` articles as lines of JSON: id, title, body, source, date."""
    with path.open("w", encoding="utf-8") as file:
        for article in articles(size, seed):
            file.write(json.dumps(article) + "\n")


def read(path: Path) -> Iterator[dict[str, str]]:
    """Yield the articles of a file."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def articles(size: int, seed: int) -> Iterator[dict[str, object]]:
    """Yield made-up articles."""
    rng = np.random.default_rng(seed)
    words = _vocabulary(rng)
    weights = 1.0 / np.arange(2, len(words) + 2) ** 1.03
    past = np.cumsum(weights / weights.sum())
    pairs = rng.integers(300, 9_000, (_PAIRS, 2))
    first = dt.date(2014, 1, 1).toordinal()
    for number in range(size):
        length = int(np.clip(rng.lognormal(np.log(_WORDS) - 0.125, 0.5), 60, _LONGEST))
        chosen = np.searchsorted(past, rng.random(length + 12))
        at = rng.integers(0, length, length // 25)
        both = pairs[(rng.random(len(at)) ** 2 * _PAIRS).astype(int)]
        chosen[at], chosen[at + 1] = both[:, 0], both[:, 1]
        some = [words[i] for i in chosen.tolist()]
        day = dt.date.fromordinal(first + int(rng.integers(0, 4_200)))
        yield {
            "id": number,
            "title": " ".join(some[length:]).capitalize(),
            "body": _sentences(some[:length], rng),
            "source": SOURCES[int(rng.integers(0, len(SOURCES)))],
            "date": day.isoformat(),
        }


def _vocabulary(rng: np.random.Generator) -> list[str]:
    """Return words in order of frequency: as everywhere, the frequent ones are mostly short."""
    syllables = ["".join(parts) for parts in product("bcdfglmnprstv", "aeiou", ("", "", "n", "r"))]
    ends = ("", "", "", "", "s", "ed", "ing", "er", "tion")
    seen: dict[str, None] = {}
    while len(seen) < _STEMS:
        count = int(rng.choice([1, 2, 3, 4], p=[0.05, 0.5, 0.37, 0.08]))
        stem = "".join(syllables[i] for i in rng.integers(0, len(syllables), count).tolist())
        seen[stem + ends[int(rng.integers(0, len(ends)))]] = None
    made = [word for word in seen if word not in _SHORT]
    order = np.argsort([len(word) for word in made] + rng.normal(0, 1.6, len(made)))
    return [*_SHORT, *(made[i] for i in order.tolist())]


def _sentences(words: list[str], rng: np.random.Generator) -> str:
    pieces = []
    at = 0
    for length in rng.integers(8, 34, len(words) // 8 + 1).tolist():
        piece = words[at : at + length]
        if not piece:
            break
        comma = ", " if len(piece) > 14 else " "
        pieces.append((" ".join(piece[:9]) + comma + " ".join(piece[9:])).strip().capitalize())
        at += length
    paragraphs = [". ".join(pieces[i : i + 3]) + "." for i in range(0, len(pieces), 3)]
    return "\n\n".join(paragraphs)
