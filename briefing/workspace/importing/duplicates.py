"""Articles that tell the same text: grouped on import, counted once, never deleted."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.errors import NotFound
from briefing.library import Library, Session
from briefing.library.twins import Twin
from briefing.model import Article, Changes
from briefing.phrase import phrase

SHARED = 0.1
"""Part of a sketch that another must share to be compared; twins share three times that."""


@dataclass(frozen=True, slots=True)
class Alike:
    """Another article with the same text.

    Attributes:
        relation: `copy` where another outlet carries the text, `version` where the same one does.
        likeness: the share of the text that is the same, in hundredths.
        earlier: whether it appeared before.
    """

    article: int
    headline: str
    outlet: str
    relation: str
    likeness: int
    earlier: bool


@dataclass(frozen=True, slots=True)
class Difference:
    """A stretch that two versions do not share: what the earlier and what the later one has."""

    before: str
    after: str


@dataclass
class Duplicates:
    """What the groups of a library tell, and parting what does not belong together."""

    library: Library

    def of(self, article: int) -> tuple[Alike, ...]:
        """Return the other articles with the same text, oldest import first. Raises NotFound."""
        with self.library.reading() as session:
            own = session.articles.get(article)
            group = {twin.article: twin for twin in session.twins.of(article)}
            others = [session.articles.get(number) for number in group if number != article]
            return tuple(_alike(own, other, group) for other in others)

    def differences(self, article: int, other: int) -> tuple[Difference, ...]:
        """Return what changed from one article to another, by paragraphs. Raises NotFound."""
        with self.library.reading() as session:
            pair = session.articles.get(article), session.articles.get(other)
        before, after = (list(_paragraphs(one)) for one in pair)
        matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
        return tuple(
            Difference("\n\n".join(before[a:b]), "\n\n".join(after[c:d]))
            for kind, a, b, c, d in matcher.get_opcodes()
            if kind != "equal"
        )

    def part(self, article: int) -> Changes:
        """Take an article out of its group: it is a source of its own.

        Raises:
            NotFound: there is no such article, or it is in no group.
        """
        with self.library.reading() as session:
            title = session.articles.get(article).headline
            group = [twin.article for twin in session.twins.of(article)]
        if not group:
            raise NotFound(
                phrase("“{title}” is in no group of articles with the same text.", title=title)
            )
        from briefing.workspace.records.assembling import assemble

        with self.library.operation(phrase("Count “{name}” on its own", name=title)) as session:
            session.twins.take_out(article)
            return assemble(session, articles=group)


def group(session: Session, article: int) -> tuple[int, ...]:
    """Put a new article into the group of those with the same text; return those regrouped.

    Also keeps its sketch, by which later ones find it.
    """
    from briefing.ingest import likeness, shingles, sketch

    new = session.articles.get(article)
    runs = shingles(new.text, new.hidden)
    bands = sketch(runs)
    near = session.twins.sharing(bands, max(3, int(len(bands) * SHARED)))
    there = _at_same_address(session, new)
    session.twins.sketch(article, bands)
    found: list[tuple[Article, int]] = []
    for number in dict.fromkeys((*near, *there)):
        other = session.articles.get(number)
        alike = likeness(runs, shingles(other.text, other.hidden))
        if alike.same or number in there:
            found.append((other, round(1000 * max(alike.of_all, alike.of_shorter))))
    return _joined(session, new, found) if found else ()


def _at_same_address(session: Session, new: Article) -> frozenset[int]:
    """Return the earlier forms of a web page: saved again, it may say something else now."""
    from briefing.ingest import names_article

    if not new.address or not names_article(new.address):
        return frozenset()
    return frozenset(session.articles.at_address(new.address)) - {new.id}


def _joined(session: Session, new: Article, found: list[tuple[Article, int]]) -> tuple[int, ...]:
    groups = [session.twins.of(other.id) for other, _ in found]
    leader = min(
        [twin.leader for group in groups for twin in group] or [min(o.id for o, _ in found)]
    )
    moved = {twin.article: twin for group in groups for twin in group}
    for other, like in found:
        moved.setdefault(other.id, Twin(other.id, leader, "", like))
    closest, like = max(found, key=lambda pair: pair[1])
    moved[new.id] = Twin(new.id, leader, _relation(new, closest), like)
    for twin in moved.values():
        session.twins.put(Twin(twin.article, leader, twin.relation, twin.likeness))
    return tuple(moved)


def _relation(new: Article, other: Article) -> str:
    same = new.outlet.casefold() == other.outlet.casefold() != ""
    same = same or new.address == other.address != ""
    return "version" if same else "copy"


def _alike(own: Article, other: Article, group: dict[int, Twin]) -> Alike:
    return Alike(
        article=other.id,
        headline=other.headline,
        outlet=other.outlet,
        relation=_relation(own, other),
        likeness=min(group[own.id].likeness, group[other.id].likeness) // 10,
        earlier=_when(other) < _when(own),
    )


def _when(article: Article) -> tuple[str, int]:
    return (article.published.isoformat() if article.published else "", article.id)


def _paragraphs(article: Article) -> Iterator[str]:
    for paragraph in article.paragraphs:
        if paragraph.number:
            yield article.text[paragraph.start : paragraph.end]
