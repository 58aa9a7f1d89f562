"""All people of a text, found by surname and by sentence without going through all of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from briefing.extract.people.clusters import Cluster
from briefing.extract.people.names import NameMention


class Crowd:
    """The people of a text in the order they were gathered; nobody joins or is renamed later.

    Args:
        clusters: the people.
    """

    def __init__(self, clusters: Sequence[Cluster]) -> None:
        self._clusters = tuple(clusters)

    def __iter__(self) -> Iterator[Cluster]:
        """Yield the people in order."""
        return iter(self._clusters)

    def called(self, surname: str) -> Sequence[Cluster]:
        """Return the people whose folded name ends in this word, in order."""
        return self._by_surname.get(surname, ())

    def named_in(self, sentence: int) -> Sequence[tuple[NameMention, Cluster]]:
        """Return the places of a sentence that name people, with whom they name; person by person."""
        return self._by_sentence.get(sentence, ())

    @cached_property
    def _by_surname(self) -> dict[str, list[Cluster]]:
        found: dict[str, list[Cluster]] = {}
        for cluster in self:
            found.setdefault(cluster.words[-1], []).append(cluster)
        return found

    @cached_property
    def _by_sentence(self) -> dict[int, list[tuple[NameMention, Cluster]]]:
        found: dict[int, list[tuple[NameMention, Cluster]]] = {}
        for cluster in self:
            for mention in cluster.mentions:
                found.setdefault(mention.sentence, []).append((mention, cluster))
        return found
