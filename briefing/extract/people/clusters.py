"""Places that name people gathered into one cluster a person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from briefing.extract.people.names import NameMention
from briefing.extract.people.office import Office
from briefing.extract.tables.officeholder_table import Term, alike, name_words, same_given, sound

_REIGNING = ("king", "queen", "emperor", "sultan", "emir")
_FEMALE = ("ms", "mrs", "dr", "mme", "lady", "dame", "queen", "princess")


@dataclass
class Cluster:
    """One person as gathered so far; `words` is the fullest name, folded, `kinds` those of the offices."""

    words: tuple[str, ...]
    mentions: list[NameMention] = field(default_factory=list)
    terms: tuple[Term, ...] = ()
    kinds: set[str] = field(default_factory=set)
    _ordered: tuple[Office, ...] | None = field(default=None, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Note the offices of the places given."""
        self.kinds.update(office.kind for office in self.offices)

    @property
    def offices(self) -> tuple[Office, ...]:
        """What all places say of the person, in order."""
        if self._ordered is None:
            ordered = sorted(self.mentions, key=lambda m: m.start)
            self._ordered = tuple(office for mention in ordered for office in mention.offices)
        return self._ordered

    def add(self, mention: NameMention) -> None:
        """Take in one more place."""
        words = name_words(" ".join(mention.words))
        if len(words) > len(self.words):
            self.words = words
        self.mentions.append(mention)
        if mention.offices:
            self.kinds.update(office.kind for office in mention.offices)
            self._ordered = None

    @property
    def leads(self) -> bool:
        """Whether a title of a head of state or government stands beside the name."""
        return "leader" in self.kinds


class _Register:
    """People found by the words and the sound of their names, so that none is compared with all."""

    def __init__(self) -> None:
        self.clusters: list[Cluster] = []
        self._places: dict[str, dict[int, None]] = {}

    def new(self, cluster: Cluster) -> None:
        """Take in a person."""
        self.clusters.append(cluster)
        self._enter(len(self.clusters) - 1)

    def add(self, place: int, mention: NameMention) -> None:
        """Give one more place to the person at `place`."""
        known = self.clusters[place].words
        self.clusters[place].add(mention)
        if self.clusters[place].words != known:
            self._enter(place)

    def near(self, words: tuple[str, ...]) -> list[int]:
        """Return, in order, all who may bear a name: who share its first or last word, or its sound."""
        keys = {words[0], words[-1], _sounding(words[-1])}
        return sorted({place for key in keys for place in self._places.get(key, ())})

    def _enter(self, place: int) -> None:
        words = self.clusters[place].words
        for key in (*words, _sounding(words[-1])):
            self._places.setdefault(key, {})[place] = None


def _sounding(word: str) -> str:
    return f"~{sound(word)}"


def gather(mentions: Sequence[NameMention]) -> tuple[list[Cluster], list[NameMention]]:
    """Return the people of certain places, and the places that belong to none of them."""
    register = _Register()
    full = [m for m in mentions if m.certain and len(name_words(" ".join(m.words))) > 1]
    for mention in sorted(full, key=lambda m: -len(m.words)):
        _attach_full(register, mention)
    done = {id(mention) for mention in full}
    others = [mention for mention in mentions if id(mention) not in done]
    left = [mention for mention in others if not _attach(register, mention)]
    return register.clusters, left


def _attach_full(register: _Register, mention: NameMention) -> None:
    words = name_words(" ".join(mention.words))
    for place in register.near(words):
        if same_name(words, register.clusters[place].words):
            register.add(place, mention)
            return
    register.new(Cluster(words, [mention]))


def same_name(few: tuple[str, ...], many: tuple[str, ...]) -> bool:
    """Whether two folded names of two words or more may be those of one person."""
    if len(few) < 2 or len(many) < 2:
        return few == many  # initials do not count: `S. NAME`
    last = few[-1][0] == many[-1][0] and alike(few[-1], many[-1])
    if last and same_given(few[0], many[0]):
        return True
    return (few[-1] == many[-1] or few[0] == many[0]) and set(few) <= set(many)


def _attach(register: _Register, mention: NameMention) -> bool:
    words = name_words(" ".join(mention.words))
    if not words:
        return False
    near = [(register.clusters[place], place) for place in register.near(words)]
    found = [(c, place) for c, place in near if _bears(c, words)]
    if not found and len(words) == 1:
        found = [(c, place) for c, place in near if len(c.words) > 1 and c.words[0] == words[0]]
        found = found or [(c, p) for c, p in near if words[0] in c.words and mention.offices]
        found = found if _first_name_will_do(mention) else []
    found = [(cluster, place) for cluster, place in found if not _other_rank(cluster, mention)]
    if not found:
        return False
    register.add(_best(found, mention), mention)
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


def _best(found: list[tuple[Cluster, int]], mention: NameMention) -> int:
    def rank(pair: tuple[Cluster, int]) -> tuple[bool, bool, int]:
        cluster, _ = pair
        family = "family" in cluster.kinds
        fits = family if mention.honorific in _FEMALE else not family
        return fits, cluster.leads, len(cluster.mentions)

    return max(found, key=rank)[1] if len(found) > 1 else found[0][1]
