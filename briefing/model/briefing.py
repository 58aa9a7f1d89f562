"""What goes into a briefing: all the library knows of one meeting, ready to be put in order."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.model.article import Article
from briefing.model.record import Meeting, Records


@dataclass(frozen=True, slots=True)
class UserSection:
    """Words of the user inside a briefing, kept over every export."""

    name: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing:
    """The content of one briefing before it is ordered and rendered.

    Attributes:
        our_side: from whose point of view it is written; one of the meeting's sides.
        articles: the meeting's articles, oldest first.
        records: people, issues, asks and pressure of the meeting, rejected left out.
        earlier: the last earlier meeting of the same sides with its records, if there is one.
        user_sections: what the user wrote into an earlier export, to be kept.
        article_notes: the user's notes on articles, as pairs (article id, note).
        library: the library's id; version: the program's version.
        prepared: ISO date the briefing was prepared, from `SOURCE_DATE_EPOCH` where that is set.
    """

    meeting: Meeting
    our_side: str
    articles: tuple[Article, ...]
    records: Records
    earlier: tuple[Meeting, Records] | None = None
    user_sections: tuple[UserSection, ...] = ()
    article_notes: tuple[tuple[int, str], ...] = ()
    library: str = ""
    version: str = ""
    prepared: str = ""
