"""Small articles, meetings and asks for the search tests; all texts are made up."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from pathlib import Path

from briefing.model import (
    Article,
    Ask,
    HiddenRange,
    Issue,
    Meeting,
    Page,
    Person,
    Records,
    Searchable,
    Sentence,
    Span,
)
from briefing.search import Index, Searcher

IDENTITY = "a-library"
TEXTS = ("Ferries sail.", "Trains run and ferries wait.", "Ports stay open.")


def article(number: int, text: str, **stated) -> Article:
    """Return an article whose sentences end at full stops."""
    sentences = []
    start = 0
    for piece in text.split(". "):
        end = min(start + len(piece) + 1, len(text))
        sentences.append(Sentence(start, end, 1))
        start += len(piece) + 2
    published = stated.pop("published", None)
    hidden = tuple(HiddenRange(a, b, "user") for a, b in stated.pop("hidden", ()))
    defaults = {"title": "", "outlet": "", "author": "", "language": "en", "imported_at": ""}
    return Article(
        id=number,
        sha256=f"{number:064}",
        file_name=f"{number}.txt",
        kind="text",
        text=text,
        published=dt.date.fromisoformat(published) if published else None,
        sentences=tuple(sentences) if text else (),
        hidden=hidden,
        **{**defaults, **stated},
    )


def meeting(
    number: int, title: str, day: str | None = None, sides=("Canada", "United States")
) -> Meeting:
    return Meeting(
        id=number, title=title, sides=tuple(sides), date=dt.date.fromisoformat(day) if day else None
    )


def span(of: Article, quote: str) -> Span:
    start = of.text.index(quote)
    return Span(of.id, start, start + len(quote), quote)


def person(name: str, at: Span, side: str = "Canada") -> Person:
    return Person(
        id=1, key=name, meeting=None, name=name, side=side, roles=(), kind="minister",
        participation="attending", status="proposed", spans=(at,),
    )  # fmt: skip


def issue(label: str, at: Span, *aliases: str, parent: str | None = None) -> Issue:
    return Issue(
        id=1, key=label, meeting=None, label=label, parent=parent, status="proposed",
        spans=(at,), aliases=aliases,
    )  # fmt: skip


def ask(number: int, text: str, *spans: Span, side="Canada", of="United States", **more) -> Ask:
    defaults = {
        "kind": "ask", "issues": (), "voiced_by": None, "attribution": "named", "band": "high",
        "status": "proposed", "meeting": None,
    }  # fmt: skip
    return Ask(
        id=number, key=str(number), side=side, of=of, text=text, spans=spans, **{**defaults, **more}
    )


def searchable(of: Article, *meetings: Meeting, people=(), issues=(), asks=()) -> Searchable:
    records = Records(people=tuple(people), issues=tuple(issues), asks=tuple(asks))
    return Searchable(article=of, meetings=meetings, records=records)


def documents(*texts, first=1):
    return [searchable(article(n, text)) for n, text in enumerate(texts, first)]


class Library:
    """Articles with an index over them, as the workspace keeps them."""

    def __init__(self, folder: Path, documents: Iterable[Searchable]) -> None:
        self.documents = {document.article.id: document for document in documents}
        self.index = Index(folder / "index", IDENTITY)
        self.index.rebuild(self.documents.values(), 1)
        self.searcher = Searcher(self.index, self.pages)

    def pages(self, numbers: Sequence[int]) -> dict[int, Page]:
        known = (self.documents[n].article for n in numbers if n in self.documents)
        return {article.id: Page.of(article) for article in known}

    def found(self, query: str, **options) -> list[str]:
        """Return the hits as `a1` for article 1 and `k7` for ask 7, sorted."""
        hits = self.searcher.search(query, limit=1000, **options).hits
        return sorted(f"k{hit.ask}" if hit.ask else f"a{hit.article}" for hit in hits)
