"""Items that are the same thing, brought together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


def clusters(items: Sequence[T], same: Callable[[T, T], bool]) -> list[list[T]]:
    """Return the items in groups, in order of first appearance.

    An item joins the first group that holds one it is the same as; groups that it links become
    one, so that the result does not hang on the order of the items.
    """
    groups: list[list[T]] = []
    for item in items:
        linked = [g for g in groups if any(same(item, other) for other in g)]
        if not linked:
            groups.append([item])
            continue
        first, *others = linked
        for other in others:
            first.extend(other)
            groups.remove(other)
        first.append(item)
    return groups


def most_common(values: Sequence[T]) -> T:
    """Return the value that stands most often in a non-empty sequence; the earliest on a tie."""
    return max(values, key=lambda value: (values.count(value), -values.index(value)))
