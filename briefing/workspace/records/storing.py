"""What was found in an article is kept: with it in its meetings, and with what rests on those."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.library import Session
from briefing.model import Changes, Findings
from briefing.workspace.records.assembling import assemble
from briefing.workspace.records.placing import place


def store(session: Session, article: int, findings: Findings, alike: Iterable[int] = ()) -> Changes:
    """Keep what was found in an article, place it in its meetings, bring those up to date.

    Args:
        session: a session that may write.
        article: the article.
        findings: what was found in it.
        alike: other articles whose group changed with it.
    """
    session.findings.put(article, findings)
    touched = place(session, article)
    changes = assemble(session, meetings=touched, articles={article, *alike})
    return changes | Changes(articles=frozenset([article]), meetings=touched)
