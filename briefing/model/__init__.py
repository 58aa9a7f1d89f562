"""The words of the program as plain frozen values: article, meeting, person, issue, ask, briefing.

Nothing here reads a file, knows SQL, spaCy, Whoosh or Qt; every package speaks in these values.
"""

from briefing.model.article import Article, ArticleLine, HiddenRange, ImportedText, Stated
from briefing.model.briefing import Briefing, UserSection
from briefing.model.captions import is_caption
from briefing.model.changes import Changes
from briefing.model.decision import Decision
from briefing.model.finding import (
    AskFound,
    Findings,
    IssueFound,
    MeetingFound,
    PersonFound,
    PressureFound,
)
from briefing.model.record import Ask, Issue, Meeting, Person, Pressure, Records
from briefing.model.search import Count, Hit, Page, Searchable, SearchResult
from briefing.model.text import Extent, Paragraph, Sentence, Span, split_paragraphs

__all__ = [
    "Article",
    "ArticleLine",
    "Ask",
    "AskFound",
    "Briefing",
    "Changes",
    "Count",
    "Decision",
    "Extent",
    "Findings",
    "HiddenRange",
    "Hit",
    "ImportedText",
    "Issue",
    "IssueFound",
    "Meeting",
    "MeetingFound",
    "Page",
    "Paragraph",
    "Person",
    "PersonFound",
    "Pressure",
    "PressureFound",
    "Records",
    "SearchResult",
    "Searchable",
    "Sentence",
    "Span",
    "Stated",
    "UserSection",
    "is_caption",
    "split_paragraphs",
]
