"""Places that name people gathered into one cluster a person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from briefing.extract.names import NameMention
from briefing.extract.office import Office
from briefing.extract.officeholder_table import Term, alike, name_words, same_given

_REIGNING = ("king", "queen", "emperor", "sultan", "emir")
_FEMALE = ("ms", "mrs", "dr", "mme", "lady", "dame", "queen", "princess")


@dataclass
class Cluster:
    """One person as gathered so far; `words` is the fullest name, folded."""

    words: tuple[str, ...]
    mentions: list[NameMention] = field(default_factory=list)
    terms: tuple[Term, ...] = ()

    @property
    def offices(self) -> tuple[Office, ...]:
        """What all places say of the person, in order."""
        ordered = sorted(self.mentions, key=lambda m: m.start)
        return tuple(office for mention in ordered for office in mention.offices)

    def add(self, mention: NameMention) -> None:
        """Take in one more place."""
        words = name_words(" ".join(mention.words))
        if len(words) > len(self.words):
            self.words = words
        self.mentions.append(mention)

    @property
    def leads(self) -> bool:
        """Whether a title of a head of state or government stands beside the name."""
        return any(office.kind == "leader" for office in self.offices)


def gather(mentions: Sequence[NameMention]) -> tuple[list[Cluster], list[NameMention]]:
    """Return the people of certain places, and the places that belong to none of them."""
    clusters: list[Cluster] = []
    full = [m for m in mentions if m.certain and len(name_words(" ".join(m.words))) > 1]
    for mention in sorted(full, key=lambda m: -len(m.words)):
        _attach_full(clusters, mention)
    done = {id(mention) for mention in full}
    others = [mention for mention in mentions if id(mention) not in done]
    return clusters, [mention for mention in others if not _attach(clusters, mention)]


def _attach_full(clusters: list[Cluster], mention: NameMention) -> None:
    words = name_words(" ".join(mention.words))
    for cluster in clusters:
        if same_name(words, cluster.words):
            cluster.add(mention)
            return
    clusters.append(Cluster(words, [mention]))


def same_name(few: tuple[str, ...], many: tuple[str, ...]) -> bool:
    """Whether two folded names of two words or more may be those of one person."""
    if len(few) < 2 or len(many) < 2:
        return few == many  # initials do not count: `S. NAME`
    last = few[-1][0] == many[-1][0] and alike(few[-1], many[-1])
    if last and same_given(few[0], many[0]):
        return True
    return (few[-1] == many[-1] or few[0] == many[0]) and set(few) <= set(many)


def _attach(clusters: list[Cluster], mention: NameMention) -> bool:
    words = name_words(" ".join(mention.words))
    if not words:
        return False
    found = [c for c in clusters if _bears(c, words)]
    if not found and len(words) == 1:
        found = [c for c in clusters if len(c.words) > 1 and c.words[0] == words[0]]
        found = found or [c for c in clusters if words[0] in c.words and mention.offices]
        found = found if _first_name_will_do(mention) else []
    found = [cluster for cluster in found if not _other_rank(cluster, mention)]
    if not found:
        return False
    _best(found, mention).add(mention)
    return True


def _other_rank(cluster: Cluster, mention: NameMention) -> bool:
    """Whether a king is named, and the cluster is a prince's: `King NAME` is not the crown prince."""
    reigns = mention.honorific in _REIGNING or any(o.head in _REIGNING for o in mention.offices)
    return reigns and any("prince" in office.head for office in cluster.offices)


def _bears(cluster: Cluster, words: tuple[str, ...]) -> bool:
    if len(words) > 1:
        return same_name(words, cluster.words)
    last = cluster.words[-1]
    return last[0] == words[0][0] and alike(last, words[0])


def _first_name_will_do(mention: NameMention) -> bool:
    """`Xi` of Xi Jinping and `Sir Keir`; a bare first word that starts a sentence will not do."""
    return bool(mention.evidence) or len(mention.words[0]) < 6


def _best(found: list[Cluster], mention: NameMention) -> Cluster:
    def rank(cluster: Cluster) -> tuple[bool, bool, int]:
        family = any(o.kind == "family" for o in cluster.offices)
        fits = family if mention.honorific in _FEMALE else not family
        return fits, cluster.leads, len(cluster.mentions)

    return max(found, key=rank)
