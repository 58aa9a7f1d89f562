"""How the window says things: dates, counts and the words of the model, in plain English."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from briefing.gui.words.language import tr, tr_count
from briefing.model import Article, ArticleLine, Ask, Meeting, Person

if TYPE_CHECKING:
    from briefing.workspace.importing.duplicates import Alike

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
SHORT_MONTHS = (
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
)  # fmt: skip

ATTRIBUTION = {
    "named": "on record",
    "unnamed_official": "unnamed official",
    "analyst": "analyst",
    "reporter": "reporter",
}
ASK_KIND = {"ask": "ask", "offer": "offer", "red_line": "red line"}
PARTICIPATION = {
    "host": "host",
    "attending": "attending",
    "expected": "expected",
    "mentioned": "mentioned",
}
KINDS = {
    "text": "text",
    "markdown": "Markdown",
    "html": "a web page",
    "mail": "a mail message",
    "feed": "a feed",
    "database": "a press database",
    "docx": "a Word document",
    "odt": "an OpenDocument text",
    "rtf": "an RTF document",
    "pdf": "a PDF document",
}
STATUS = {"accepted": "✓ confirmed", "edited": "✎ edited", "added": "＋ added"}
_DATE = re.compile(r"\b\d{1,2}(?:er)? [^\W\d]+\.? \d{4}\b")  # as `day` writes it: 6 May 2025
NO_DATE = "date not known"
WORDS_A_MINUTE = 200
_HARD = "\u00a0"  # a number stays on the line of its noun


def month(number: int) -> str:
    """Return the name of a month, 1 to 12."""
    return tr(MONTHS[number - 1])


def short_month(number: int) -> str:
    """Return the short name of a month, 1 to 12."""
    return tr(SHORT_MONTHS[number - 1])


def status(name: str) -> str:
    """Return how a decision is shown on a card; "" where none was taken."""
    return tr(STATUS[name]) if name in STATUS else ""


def ask_kind(kind: str) -> str:
    """Return what an ask is: ask, offer or red line."""
    return tr(ASK_KIND.get(kind, kind))


def day(date: dt.date | None) -> str:
    """Return `7 Oct 2025`, or that it is not known."""
    return f"{_ordinal(date)} {short_month(date.month)} {date.year}" if date else tr(NO_DATE)


def long_day(date: dt.date | None) -> str:
    """Return `7 October 2025`, or that it is not known."""
    return f"{_ordinal(date)} {month(date.month)} {date.year}" if date else tr(NO_DATE)


def days(first: dt.date | None, last: dt.date | None = None) -> str:
    """Return `23–24 Mar 2023`, `30 Mar – 2 Apr 2023`, or one day."""
    if first is None or last is None or last == first:
        return day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{_ordinal(first)}–{day(last)}"
    if first.year == last.year:
        return f"{_ordinal(first)} {short_month(first.month)} – {day(last)}"
    return f"{day(first)} – {day(last)}"


def _ordinal(date: dt.date) -> str:
    """Return the day of the month; the first has a form of its own in French."""
    return (
        tr("@ first of the month: 1").removeprefix("@ first of the month: ")
        if date.day == 1
        else str(date.day)
    )


def asks_to_review(number: int) -> str:
    """Return `3 asks to review`."""
    return f"{counted(number, 'ask')} {tr('to review')}"


def counted(number: int, noun: str, plural: str = "") -> str:
    """Return `1 article`, `2,310 articles`."""
    several = plural or f"{noun}s"
    return tr_count(number, f"{{count}}{_HARD}{noun}", f"{{count}}{_HARD}{several}")


def _page_of(address: str) -> str:
    """Return a web address as people say it, cut where it is long."""
    page = address.removeprefix("https://").removeprefix("www.")
    return page if len(page) <= LONGEST_PAGE else f"{page[: LONGEST_PAGE - 1]}…"


LONGEST_PAGE = 80  # characters: what a line of the meta text holds


def dotted(parts: Iterable[str]) -> str:
    """Join what is not empty by middle dots."""
    return " · ".join(part for part in parts if part)


def kept_together(words: str) -> str:
    """Return a line of details that breaks before no middle dot and within no date."""
    words = words.replace(" ·", "\N{NO-BREAK SPACE}·")
    return _DATE.sub(lambda day: day[0].replace(" ", "\N{NO-BREAK SPACE}"), words)


def sentence_case(words: str) -> str:
    """Return words with a capital first letter: asks are clauses cut out of sentences."""
    return words[:1].upper() + words[1:]


def pair(meeting: Meeting) -> str:
    """Return the sides of a meeting: `Canada – United States`."""
    return " – ".join(meeting.sides) or meeting.title


def leaders(meeting: Meeting) -> str:
    """Return the family names of the leaders of the first two sides, or the title."""
    by_side = dict(meeting.leaders)
    names = [by_side[side] for side in meeting.sides[:2] if side in by_side]
    if len(names) == 2:
        return " – ".join(name.split()[-1] for name in names)
    return meeting.title or pair(meeting)


def meeting_line(meeting: Meeting) -> str:
    """Return `6 May 2025 · Washington · 2 articles · 11 asks`."""
    return dotted(
        (
            days(meeting.date, meeting.end_date),
            meeting.place,
            counted(len(meeting.articles), "article"),
            counted(meeting.asks, "ask"),
        )
    )


def article_line(article: ArticleLine) -> str:
    """Return `National Post · 7 Oct 2025`."""
    return dotted((article.outlet or tr("outlet not known"), day(article.published)))


def article_meta(article: Article) -> str:
    """Return the line below an article's title."""
    words = len(article.text.split())
    minutes = max(1, round(words / WORDS_A_MINUTE))
    return dotted(
        (
            article.outlet or tr("outlet not known"),
            article.author,
            long_day(article.published),
            tr("{words} words, {minutes} min", words=f"{words:,}", minutes=minutes),
            tr("imported from {kind}", kind=tr(KINDS.get(article.kind, article.kind))),
            _page_of(article.address),
        )
    )


def role_line(person: Person) -> str:
    """Return `Minister of Finance · expected`."""
    role = person.roles[0] if person.roles else tr(person.kind.replace("_", " "))
    return dotted((role, tr(PARTICIPATION.get(person.participation, person.participation))))


def voiced(ask: Ask) -> str:
    """Return who says so: a name, or what sort of source."""
    if ask.attribution == "named" and ask.voiced_by:
        return ask.voiced_by
    return tr(ATTRIBUTION.get(ask.attribution, ask.attribution))


def short_source(outlet: str, published: dt.date | None, paragraph: int) -> str:
    """Return where a sentence stands, in short: `National Post · 7 Oct 2025 · ¶ 9`."""
    numbered = f"¶{_HARD}{paragraph}" if paragraph else ""
    return dotted((outlet or tr("outlet not known"), day(published), numbered))


def prints_of(twins: Iterable[Alike]) -> list[tuple[str, str]]:
    """Return how other prints of a report are named, each with the link that opens it."""
    return [(_print_of(one), f"article:{one.article}") for one in twins]


def _print_of(one: Alike) -> str:
    what = (
        tr("another version")
        if one.relation == "version"
        else tr("{likeness} % the same", likeness=one.likeness)
    )
    return f"{one.outlet or tr('outlet not known')} ({what})"


def rule_name(rule: str) -> str:
    """Return what a rule that hides web chrome is called: `skip-link` is “skip link”."""
    words = rule.replace("-", " ")
    said = tr(f"rule: {words}")  # “share” alone is said of other things too
    return words if said.startswith("rule: ") else said


def hidden_by(rule: str) -> str:
    """Return why a line is hidden, and how it comes back."""
    why = tr("you hid it") if rule == "user" else tr("rule “{rule}”", rule=rule_name(rule))
    return tr("Hidden as web chrome: {why}. ↩ in the margin puts it back.", why=why)


def citation(outlet: str, published: dt.date | None, paragraph: int) -> str:
    """Return what stands after a quote: `National Post, 7 October 2025, ¶ 9`."""
    parts = [outlet or tr("outlet not known"), long_day(published)]
    if paragraph:
        parts.append(f"¶ {paragraph}")
    return ", ".join(parts)
