"""Notes on articles; those on records are decisions about them, see `reviewing`.

An article's note is a decision too: undo takes it back, backups, bundles and repairs keep it.
"""

from __future__ import annotations

from briefing.errors import BadValue
from briefing.library import Library, Session
from briefing.model import Changes, Decision
from briefing.phrase import phrase

NOTE = "note"
LONGEST = 5_000  # characters; more is no note


def note_of(session: Session, article: int) -> str:
    """Return the user's note on an article; "" where there is none."""
    mine = [
        decision
        for decision in session.decisions.of(article=article)
        if (decision.kind, decision.key, decision.article) == ("article", NOTE, article)
    ]
    return str(mine[-1].fields["note"]) if mine else ""


def note_article(library: Library, article: int, text: str) -> Changes:
    """Write the user's note on an article; "" takes it away.

    Raises:
        NotFound: there is no such article.
        BadValue: the note is too long.
    """
    if len(text) > LONGEST:
        raise BadValue(phrase("A note holds {longest} characters at most.", longest=f"{LONGEST:,}"))
    with library.operation("Note on article") as session:
        session.articles.get(article)
        session.decisions.add(
            Decision(
                action="note", kind="article", key=NOTE, article=article, fields={"note": text}
            )
        )
    return Changes(articles=frozenset([article]))
