"""Meetings with articles, findings and decisions as one file, to be merged into a library.

Articles are the same where their files are (SHA-256), meetings where sides and date are. What both
libraries have stays as it is here; where the bundle says otherwise, that is told as a conflict.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from briefing.library import Library, Session
from briefing.model import Changes, Meeting
from briefing.model.changes import NOTHING
from briefing.phrase import joined, phrase
from briefing.workspace.importing import bundle_values as values
from briefing.workspace.importing.bundle_files import BundleFile, damaged, open_bundle, write_bundle
from briefing.workspace.records.assembling import assemble
from briefing.workspace.reports import numbered

SORTS = (  # what a bundle brought, as one and as several
    ("{number} new article", "{number} new articles"),
    ("{number} new meeting", "{number} new meetings"),
    ("{number} new decision", "{number} new decisions"),
    ("{number} known article", "{number} known articles"),
    ("{number} conflict", "{number} conflicts"),
)
_FACTS = ("title", "date", "end_date", "place", "host")
_DETAILS = ("title", "outlet", "author", "published")


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """What became of a bundle.

    Attributes:
        articles, meetings, decisions: how many were new.
        known: articles the library had already.
        conflicts: where library and bundle differ, a sentence each; the library's value stays.
    """

    articles: int = 0
    known: int = 0
    meetings: int = 0
    decisions: int = 0
    conflicts: tuple[str, ...] = ()
    changes: Changes = NOTHING

    def summary(self) -> str:
        """Return the outcome as one line."""
        numbers = (self.articles, self.meetings, self.decisions, self.known, len(self.conflicts))
        return joined(
            [numbered(number, *said) for number, said in zip(numbers, SORTS, strict=True)], ", "
        )


@dataclass
class Bundles:
    """Writes and merges bundles."""

    library: Library

    def export(self, meetings: Sequence[int], target: Path) -> None:
        """Write meetings and all that hangs on them into one file.

        Raises:
            NotFound: there is no such meeting.
            BriefingError: the file cannot be written.
        """
        with self.library.reading() as session:
            content = _content(session, meetings)
            shas = [article["sha256"] for article in content["articles"]]
        write_bundle(target, content, (self.library.original(sha) for sha in shas))

    def merge(self, path: Path) -> Merged:
        """Merge a bundle into the library, as one operation; nothing where it cannot be believed.

        Raises:
            BriefingError: it is no bundle, is damaged, or holds what no bundle has.
        """
        with open_bundle(path) as bundle:
            merging = _Merging(self.library, bundle)
            merging.keep_originals()
            try:
                with self.library.operation(
                    phrase("Import bundle “{name}”", name=path.name)
                ) as session:
                    return merging.merge(session)
            except (KeyError, TypeError, ValueError) as error:
                raise damaged(path.name, "a value in it is none") from error


def _content(session: Session, meetings: Sequence[int]) -> dict[str, Any]:
    told = [session.meetings.get(number) for number in meetings]
    numbers = sorted({article for meeting in told for article in meeting.articles})
    articles = [session.articles.get(number) for number in numbers]
    ids = values.Ids(
        {article.id: article.sha256 for article in articles},
        {meeting.id: place for place, meeting in enumerate(told)},
    )
    decisions = [
        d for d in session.decisions.all() if d.meeting in ids.meetings or d.article in ids.articles
    ]
    return {
        "articles": [values.article_values(a, session.findings.get(a.id)) for a in articles],
        "meetings": [values.meeting_values(meeting, ids) for meeting in told],
        "decisions": [values.decision_values(decision, ids) for decision in decisions],
    }


@dataclass
class _Merging:
    library: Library
    bundle: BundleFile
    conflicts: list[str] = field(default_factory=list)
    articles: dict[str, int] = field(default_factory=dict)
    meetings: dict[int, int] = field(default_factory=dict)

    def keep_originals(self) -> None:
        """Keep the original files; each is checked against its name."""
        for told in values.checked(self.bundle.content, "articles"):
            sha256 = str(told.get("sha256"))
            self.library.keep_original(self.bundle.original(sha256), sha256)

    def merge(self, session: Session) -> Merged:
        """Bring everything into the library."""
        content = self.bundle.content
        told = values.checked(content, "articles")
        new = sum(self._article(session, article) for article in told)
        added = sum(
            self._meeting(session, place, meeting)
            for place, meeting in enumerate(values.checked(content, "meetings"))
        )
        decided = self._decisions(session, values.checked(content, "decisions"))
        loose = self.articles.values()
        changes = assemble(session, meetings=self.meetings.values(), articles=loose)
        return Merged(
            articles=new,
            known=len(told) - new,
            meetings=added,
            decisions=decided,
            conflicts=tuple(self.conflicts),
            changes=changes | Changes(articles=frozenset(loose)),
        )

    def _article(self, session: Session, told: Mapping[str, Any]) -> bool:
        sha256 = str(told["sha256"])
        known = session.articles.by_sha256(sha256)
        if known is not None:
            self.articles[sha256] = known
            ours = session.articles.get(known)
            self._differs(phrase("Article {number}", number=known), _DETAILS, ours, told)
            return False
        text = values.imported_text(told, self.bundle.original(sha256))
        now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
        article = session.articles.add(text, now)
        self.articles[sha256] = article
        session.articles.set_starred(article, bool(told["starred"]))
        if found := values.findings_of(told, text.text):
            session.findings.put(article, found)
        return True

    def _meeting(self, session: Session, place: int, told: Mapping[str, Any]) -> bool:
        theirs = values.meeting_of(told)
        ours = _same(session.meetings.all(), theirs)
        number = ours.id if ours else session.meetings.add(theirs)
        self.meetings[place] = number
        if ours:
            self._differs(phrase("The meeting “{title}”", title=ours.title), _FACTS, ours, told)
        there = set(session.meetings.get(number).articles)
        for sha256 in told["articles"]:
            if self.articles[sha256] not in there:
                session.meetings.assign(self.articles[sha256], number)
        return ours is None

    def _decisions(self, session: Session, told: Sequence[Mapping[str, Any]]) -> int:
        ids = values.Ids(self.articles, self.meetings)
        known = {_told(decision) for decision in session.decisions.all()}
        new = [d for d in (values.decision_of(one, ids) for one in told) if _told(d) not in known]
        for decision in new:
            session.decisions.add(decision)
        return len(new)

    def _differs(
        self, what: str, names: Sequence[str], ours: object, told: Mapping[str, Any]
    ) -> None:
        for name in names:
            own, other = str(getattr(ours, name) or ""), str(told[name] or "")
            if own != other and other:
                self.conflicts.append(
                    phrase(
                        "{what}: {name} is “{own}” here and “{other}” in the bundle; it stays “{own}”.",
                        what=what,
                        name=phrase(name),
                        own=own,
                        other=other,
                    )
                )


def _same(meetings: Sequence[Meeting], theirs: Meeting) -> Meeting | None:
    alike = (m for m in meetings if set(m.sides) == set(theirs.sides) and m.date == theirs.date)
    return next(alike, None)


def _told(decision: Any) -> tuple[object, ...]:
    fields = sorted((name, str(value)) for name, value in decision.fields.items())
    return (
        decision.action,
        decision.kind,
        decision.key,
        decision.meeting,
        decision.article,
        tuple(fields),
        decision.at,
    )
