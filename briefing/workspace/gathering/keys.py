"""The keys that decisions name findings by: made of what was said, never of row numbers."""

from __future__ import annotations

import hashlib
import re
import unicodedata

_NOT_WORD = re.compile(r"[^\w]+")


def fold(text: str) -> str:
    """Return text without accents, case and punctuation, its words parted by single spaces."""
    plain = unicodedata.normalize("NFKD", text)
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return _NOT_WORD.sub(" ", plain.casefold()).strip()


def person_key(name: str) -> str:
    """Return the key of a person: the folded name."""
    return fold(name)


def issue_key(label: str) -> str:
    """Return the key of an issue: the folded label."""
    return fold(label)


def ask_key(side: str, kind: str, quote: str) -> str:
    """Return the key of an ask; the same sentence in two prints of a report has the same key."""
    return f"{fold(side)}:{kind}:{_mark(quote)}"


def pressure_key(who: str, quote: str) -> str:
    """Return the key of a domestic demand."""
    return f"{fold(who)}:{_mark(quote)}"


def _mark(quote: str) -> str:
    return hashlib.sha256(fold(quote).encode()).hexdigest()[:12]
