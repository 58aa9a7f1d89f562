"""An article with its records as the entries of the index: one for it, one for each of its asks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from briefing.model import Ask, HiddenRange, Meeting, Records, Searchable, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing that can be found.

    Attributes:
        ask: the ask's id; 0 for the article itself.
        texts: by text field, the texts that stand in it. values: whole values by value field.
        hidden: the ranges of the body that are not shown, and not found.
        title: the ask's text; "" for an article, whose title the library knows.
        spans: the ask's sentences in this article, in the order of the text.
        meeting: the meeting it is shown under, 0 where there is none.
    """

    article: int
    ask: int = 0
    texts: dict[str, tuple[str, ...]]
    values: dict[str, tuple[str, ...]]
    hidden: tuple[HiddenRange, ...] = ()
    title: str = ""
    spans: tuple[tuple[int, int], ...] = ()
    meeting: int = 0


@dataclass(slots=True)
class _Collected:
    """Distinct texts in the order of their coming; empty ones and None are passed over."""

    texts: dict[str, None] = field(default_factory=dict)

    def add(self, *texts: str | None) -> None:
        self.texts.update((text, None) for text in texts if text)

    def __iter__(self) -> Iterator[str]:
        return iter(self.texts)


def entries(document: Searchable) -> Iterator[Entry]:
    """Yield what the index holds of one article: the article, then its asks."""
    asks = [ask for ask in document.records.asks if _shown(ask)]
    yield _article_entry(document, asks)
    for ask in asks:
        spans = sorted(
            {s for s in ask.spans if s.article == document.article.id}, key=lambda s: s.start
        )
        if spans:
            yield _ask_entry(document, ask, spans)


def meeting_name(meeting: Meeting) -> str:
    """Return how a meeting is called in counts and queries: its title and its day."""
    if meeting.date is None:
        return meeting.title
    return f"{meeting.title}, {meeting.date.day} {meeting.date:%b %Y}"


def _shown(ask: Ask) -> bool:
    """Tell whether an ask is found by searching: candidates only once the user took them up."""
    return ask.status != "rejected" and (ask.band != "candidate" or ask.status != "proposed")


def _article_entry(document: Searchable, asks: list[Ask]) -> Entry:
    article, records = document.article, document.records
    return Entry(
        article=article.id,
        texts={
            "title": (article.title,),
            "body": (article.text,),
            "people": tuple(_names(records)),
            "issues": tuple(_subjects(records, None)),
            "ask": tuple(ask.text for ask in asks),
        },
        hidden=article.hidden,
        values=_values(
            document,
            kind="article",
            meetings=document.meetings,
            side=_sides(document, asks),
            person=[p.name for p in records.people if p.status != "rejected"],
            issue=[i.label for i in records.issues if i.status != "rejected"],
        ),
        meeting=document.meetings[0].id if document.meetings else 0,
    )


def _ask_entry(document: Searchable, ask: Ask, spans: list[Span]) -> Entry:
    own = tuple(m for m in document.meetings if m.id == ask.meeting) or document.meetings
    text = document.article.text
    values = _values(
        document,
        kind="ask",
        meetings=own,
        side=[ask.side],
        person=_voice(document.records, ask),
        issue=list(ask.issues),
    )
    return Entry(
        article=document.article.id,
        ask=ask.id,
        texts={
            "ask": (ask.text, *(text[s.start : s.end] for s in spans)),
            "people": (ask.voiced_by or "",),
            "issues": tuple(_subjects(document.records, ask)),
        },
        values=values | {"of": (ask.of,) if ask.of else (), "ask_id": (str(ask.id),)},
        title=ask.text,
        spans=tuple((s.start, s.end) for s in spans),
        meeting=own[0].id if own else 0,
    )


def _values(
    document: Searchable,
    *,
    kind: str,
    meetings: tuple[Meeting, ...],
    side: list[str],
    person: list[str],
    issue: list[str],
) -> dict[str, tuple[str, ...]]:
    article = document.article
    gathered = {
        "kind": [kind],
        "article_id": [str(article.id)],
        "meeting": [meeting_name(m) for m in meetings],
        "meeting_id": [str(m.id) for m in meetings],
        "source": [article.outlet],
        "date": [article.published.isoformat()] if article.published else [],
        "side": side,
        "person": person,
        "issue": issue,
    }
    return {name: _distinct(values) for name, values in gathered.items()}


def _distinct(values: list[str]) -> tuple[str, ...]:
    cleaned = (" ".join(value.split()) for value in values)
    return tuple(dict.fromkeys(value for value in cleaned if value))


def _sides(document: Searchable, asks: list[Ask]) -> list[str]:
    sides = _Collected()
    for meeting in document.meetings:
        sides.add(*meeting.sides)
    sides.add(*(ask.side for ask in asks))
    if not sides.texts:
        sides.add(*(p.side for p in document.records.people if p.status != "rejected"))
    return list(sides)


def _names(records: Records) -> Iterator[str]:
    return (p.name for p in records.people if p.status != "rejected")


def _voice(records: Records, ask: Ask) -> list[str]:
    """Return the person who voices an ask: groups, offices and unnamed voices are none."""
    known = {name.casefold() for name in _names(records)}
    return [ask.voiced_by] if ask.voiced_by and ask.voiced_by.casefold() in known else []


def _subjects(records: Records, ask: Ask | None) -> Iterator[str]:
    """Return labels, parents and other words of the issues of an ask, or of all issues."""
    subjects = _Collected()
    if ask is not None:
        subjects.add(*ask.issues)
    for issue in records.issues:
        if issue.status != "rejected" and (ask is None or issue.label in ask.issues):
            subjects.add(issue.label, issue.parent, *issue.aliases)
    return iter(subjects)
