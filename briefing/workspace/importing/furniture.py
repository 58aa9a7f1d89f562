"""Chrome learnt from the library itself: lines that come back, and what the user said of a line."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from briefing.errors import BadValue
from briefing.ingest import learnt, line_key, shown_lines
from briefing.library import Library, Session
from briefing.model import Changes, Decision, ImportedText
from briefing.phrase import phrase
from briefing.workspace.records.assembling import assemble

KIND = "line"
"""The kind of the decisions about a line of an outlet."""

ALWAYS = "Hide “{name}” always in {outlet}", "Show “{name}” always in {outlet}"


def without_furniture(session: Session, text: ImportedText) -> ImportedText:
    """Return a text with the lines hidden that its outlet puts into every article."""
    outlet = text.outlet.value if text.outlet else ""
    if not outlet:
        return text
    lines = {line.words for line in shown_lines(text.text, text.hidden)}
    hidden = learnt(
        text.text,
        text.hidden,
        times=session.outlet_lines.times(outlet, lines),
        rules=session.outlet_lines.rules(outlet),
        keep=(line_key(text.title.value),) if text.title else (),
    )
    return replace(text, hidden=hidden)


def remember_lines(session: Session, article: int) -> None:
    """Remember the lines of a new article, shown or hidden, for the next ones of its outlet."""
    new = session.articles.get(article)
    if new.outlet:
        lines = {line.words for line in shown_lines(new.text)} - {line_key(new.title)}
        session.outlet_lines.saw(new.outlet, lines, article)


@dataclass
class Furniture:
    """What the user says of a line for all articles of an outlet."""

    library: Library

    def always(self, article: int, start: int, end: int, *, hide: bool) -> Changes:
        """Hide a line in every article of this outlet, now and later, or never hide it again.

        Args:
            article: the article in which the user pointed to the line.
            start: where it begins in that article's text.
            end: where it ends.
            hide: whether to hide it always, or never.

        Raises:
            NotFound: there is no such article.
            BadValue: the outlet is not known, or there is no text from start to end.
        """
        with self.library.reading() as session:
            told = session.articles.get(article)
        line = line_key(told.text[start:end])
        if not line or not told.outlet:
            what = phrase("An outlet" if line else "A line of text")
            raise BadValue(
                phrase(
                    "{what} is needed to say what holds for all articles of an outlet.", what=what
                )
            )
        title = phrase(ALWAYS[0 if hide else 1], name=line[:40], outlet=told.outlet)
        with self.library.operation(title) as session:
            session.outlet_lines.set_rule(told.outlet, line, hide=hide)
            session.decisions.add(_decision(told.outlet, line, hide=hide))
            session.outlet_lines.saw(told.outlet, [line], article)
            touched = self._apply(session, told.outlet, line)
            return assemble(session, articles=touched) | Changes(articles=frozenset(touched))

    def _apply(self, session: Session, outlet: str, line: str) -> list[int]:
        touched = []
        rules = {line: session.outlet_lines.rules(outlet)[line]}
        for number in session.outlet_lines.articles(outlet, line):
            article = session.articles.get(number)
            hidden = learnt(article.text, article.hidden, times={}, rules=rules)
            if hidden != article.hidden:
                session.articles.set_hidden(number, hidden)
                touched.append(number)
        return touched


def _decision(outlet: str, line: str, *, hide: bool) -> Decision:
    return Decision(
        action="reject" if hide else "accept",
        kind=KIND,
        key=f"{outlet}: {line}",
        fields={"outlet": outlet, "line": line},
        at=dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
    )
