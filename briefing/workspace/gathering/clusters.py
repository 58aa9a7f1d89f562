"""Items that are the same thing, brought together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

T = TypeVar("T")


def clusters(
    items: Sequence[T], same: Callable[[T, T], bool], marks: Callable[[T], Iterable[Hashable]]
) -> list[list[T]]:
    """Return the items in groups, in order of first appearance.

    An item joins the first group that holds one it is the same as; groups that it links become
    one, so that the result does not hang on the order of the items.

    Args:
        items: what to group.
        same: whether two are the same.
        marks: of an item; two without a mark in common are never the same, and not compared.
    """
    groups: dict[int, list[int]] = {}
    home: dict[int, int] = {}
    marked: defaultdict[Hashable, list[int]] = defaultdict(list)
    for here, item in enumerate(items):
        own = set(marks(item))
        linked: set[int] = set()
        for other in {other for mark in own for other in marked[mark]}:
            if home[other] not in linked and same(item, items[other]):
                linked.add(home[other])
        into = min(linked, default=here)
        for group in sorted(linked - {into}):
            home.update(dict.fromkeys(groups[group], into))
            groups[into] += groups.pop(group)
        groups.setdefault(into, []).append(here)
        home[here] = into
        for mark in own:
            marked[mark].append(here)
    return [[items[at] for at in group] for group in groups.values()]


def most_common(values: Sequence[T]) -> T:
    """Return the value that stands most often in a non-empty sequence; the earliest on a tie."""
    return max(values, key=lambda value: (values.count(value), -values.index(value)))
