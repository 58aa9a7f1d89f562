"""Made-up articles in versions, and what a plain scan of each commit finds among them."""

import datetime as dt
import random
from collections import deque
from functools import lru_cache

import numpy as np

from briefing.model import Page
from briefing.search.parsing import parse
from tests.search.making import article, ask, meeting, searchable, span
from tests.search.scanning import Scan

MOST = 6_000  # numbers that articles may have
_REMEMBERED = 500  # commits that an answer may still be of: more than pass during any search
_SIDES = ("Canada", "Guinea", "Iceland", "Norway")
_LEXICON = """
    the of to and in a ferry ferries sail sails sailing port ports harbour quota quotas trade
    trades trading lumber timber tariff tariffs talks minister ministers border wait waits open
    opens close may not will keep fish fishing grain steel rail bridge winter summer envoy envoys
    Québec U.S. F-35 1,000 happy happily lie lying duty duties strait buoy pier wharf tide
"""
_WORDS = _LEXICON.split()
_MASK = (1 << 64) - 1


def queries(chance: random.Random) -> list[str]:
    """Return queries of every kind."""
    words = [word for word in _WORDS if len(word) > 3 and word.isalpha()]

    def some(number):
        return chance.sample(words, number)

    return [
        *(f"{word} " for word in some(4)),
        *(word[:3] for word in some(4)),
        *(" ".join(some(2)) + " " for _ in range(4)),
        *(f'"{" ".join(some(2))}"' for _ in range(3)),
        *(" NEAR/4 ".join(some(2)) + " " for _ in range(2)),
        *(f"{word[:-1]}q~ " for word in some(2)),
        *(f"{word[:2]}*{word[-1]} " for word in some(2)),
        *(f"{' OR '.join(some(3))} " for _ in range(2)),
        *(f"{word} side:{chance.choice(_SIDES)} " for word in some(2)),
        *(f"{word} date:{chance.randrange(2020, 2026)} " for word in some(2)),
        f"kind:ask {some(1)[0]} ",
        f"title:{some(1)[0]} ",
        f"-{some(1)[0]} side:{_SIDES[0]} ",
        "*",
        "date:2021..2023 ",
    ]


@lru_cache(maxsize=64)  # few, so that what grows is not the test
def made(number: int, version: int):
    """Return an article as it is in this version, always the same, with an ask now and then."""
    chance = random.Random(f"{number} {version}")
    size = chance.randrange(30, 120)
    picked = [_WORDS[int(len(_WORDS) * chance.random() ** 1.7)] for _ in range(size)]
    picked[9::11] = [f"{word}." for word in picked[9::11]]
    text = " ".join(picked)
    day = dt.date(2020, 1, 1) + dt.timedelta(chance.randrange(2_000))
    of = article(number, text, title=" ".join(picked[:4]), published=day.isoformat())
    side = chance.choice(_SIDES)
    quote = text.split(". ", maxsplit=1)[0]
    asks = [ask(number * 1_000 + version % 1_000, quote, span(of, quote), side=side)]
    talks = meeting(number % 7 + 1, "Talks", sides=(side, "France"))
    return searchable(of, talks, asks=asks if chance.random() < 0.3 else [])


def page(number: int, version: int) -> Page:
    """Return what is read of an article to show it."""
    return Page.of(made(number, version).article)


def digest(articles, asks) -> int:
    """Return a number for a set of entries that no other set has, in whatever order they come."""
    keys = np.asarray(articles, "u8") << np.uint64(32) | np.asarray(asks, "u8")
    keys = (keys ^ keys >> np.uint64(31)) * np.uint64(0x7FB5D329728EA185)
    keys = (keys ^ keys >> np.uint64(27)) * np.uint64(0x81DADEF4BC2DD44D)
    return int((keys ^ keys >> np.uint64(33)).sum(dtype="u8"))


class World:
    """Which version of each article every commit held, and how a scan answers each query then."""

    def __init__(self, asked: list[str]) -> None:
        self._nodes = [parse(query).node for query in asked]
        self._known: dict[tuple[int, int], tuple[tuple, ...]] = {}
        self._held: dict[int, deque[tuple[int, int]]] = {}  # by article: since when, which version
        self._found = [(0, 0)] * len(asked)
        self.commits: dict[int, list[tuple[int, int]]] = {0: self._found}
        self._order: deque[int] = deque([0])

    def change(self, generation: int, versions: dict[int, int]) -> None:
        """Say what a commit is about to change: by article, its version; 0 takes it out."""
        found = list(self._found)
        for number, version in versions.items():
            held = self._held.setdefault(number, deque([(0, 0)]))
            former = held[-1][1]
            for sign, which in ((-1, former), (1, version)):
                for at, entries in enumerate(self._answers(number, which) if which else ()):
                    if entries:
                        total, sum_of = found[at]
                        add = sign * digest(*zip(*entries, strict=True))
                        found[at] = total + sign * len(entries), (sum_of + add) & _MASK
            held.append((generation, version))
            self._forget(number, held)
        self._found = found
        self.commits[generation] = found
        self._order.append(generation)
        if len(self._order) > _REMEMBERED:
            del self.commits[self._order.popleft()]

    def remembers(self, generation: int) -> bool:
        """Tell whether it is known what that commit held."""
        return generation in self.commits

    def told(self, generation: int, query: int) -> tuple[int, int]:
        """Return how many entries answered a query then, and their `digest`."""
        return self.commits[generation][query]

    def had(self, generation: int, query: int, entry: tuple[int, int]) -> bool:
        """Tell whether an entry answered a query then."""
        held = self._held.get(entry[0], ())
        version = next((v for since, v in reversed(list(held)) if since <= generation), 0)
        return bool(version) and entry in self._answers(entry[0], version)[query]

    def _answers(self, number: int, version: int) -> tuple[tuple, ...]:
        known = self._known.get((number, version))
        if known is None:
            scan = Scan([made(number, version)])
            found = (scan.found(node) for node in self._nodes)
            known = tuple(tuple((a, k or 0) for a, k in entries) for entries in found)
            self._known[number, version] = known
        return known

    def _forget(self, number: int, held: deque[tuple[int, int]]) -> None:
        oldest = self._order[0]
        while len(held) > 1 and held[1][0] <= oldest:
            _, version = held.popleft()
            self._known.pop((number, version), None)
