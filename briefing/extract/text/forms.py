"""Forms of text: press, or the official word of governments: statements, readouts, transcripts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.extract.text.document import Document

PRESS, JOINT, READOUT, STATEMENT, TRANSCRIPT = (
    "press",
    "joint",
    "readout",
    "statement",
    "transcript",
)
HEAD = 1200
LONGEST_TITLE = 260
LEAST_LABELS = 3
# `PRESIDENT SMITH:`, `Prime Minister Smith:`, `Q`, `JOURNALIST:` at the start of what is said.
LABEL = re.compile(
    r"\W{0,4}(?:(?P<who>[A-Z][A-Z.’' -]{2,50}|(?:(?:Vice )?President|Prime Minister|Premier|Chancellor"
    r"|(?:Foreign )?Minister|Secretary(?: of State)?|Senator|Ambassador|Mr\.?|Mrs\.?|Ms\.?|Dr\.?)"
    r" [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)\s*:|(?P<asked>Q)\b[:.]?\s)\s*"
)
_JOINT = re.compile(
    r"\bjoint\b[\w\s,’'-]{0,40}\b(?:statement|declaration|communiqu[ée]|press release|fact sheet)\b"
    r"|\bjoint communiqu|\b(?:statement|declaration) (?:of|by) the leaders\b",
    re.IGNORECASE,
)
_READOUT = re.compile(r"\bread-?\s?out of\b|\breadout\b", re.IGNORECASE)
_STATEMENT = re.compile(
    r"\bmedia release\b|\bpress release\b|\bfor immediate release\b|\bnews release\b|\bfact sheet\b"
    r"|^\W*(?:title:\W*)?(?:press )?(?:statement|remarks|address|speech)\b.{0,30}\b(?:by|of|from|at)\b",
    re.IGNORECASE | re.MULTILINE,
)
_AGENCY = re.compile(r"\((?:Reuters|AP|AFP|Xinhua|Bloomberg|CNN|UPI|dpa)\)|\bReporting by\b")


def form_of(document: Document) -> str:
    """Return the form of a text: `press` unless its title or its speakers' labels tell otherwise.

    The title is looked for in lines of usual title length near the start, hidden ones included.
    """
    if _AGENCY.search(document.text):
        return PRESS
    labels = sum(bool(LABEL.match(document.quote(i))) for i in range(len(document.sentences)))
    if labels >= LEAST_LABELS:
        return TRANSCRIPT
    for pattern, form in ((_JOINT, JOINT), (_READOUT, READOUT), (_STATEMENT, STATEMENT)):
        if any(pattern.search(title) for title in _titles(document.text)):
            return form
    return PRESS


def _titles(text: str) -> Iterator[str]:
    """Yield the lines near the start that are no sentences."""
    for line in re.sub(r"\\\n\s*\\?", " ", text[:HEAD]).splitlines():
        bare = re.sub(r"<[^>]{1,40}>|\\[_ ]", " ", line).strip()
        if 0 < len(bare) <= LONGEST_TITLE and not bare.endswith((".", "”", '."')):
            yield bare
