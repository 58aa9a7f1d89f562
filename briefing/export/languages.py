"""The languages a briefing can be written in."""

from __future__ import annotations

from functools import cache

from briefing.export.french import French
from briefing.export.headings import headings
from briefing.export.tongue import Tongue


@cache
def tongue(language: str) -> Tongue:
    """Return a language. Raises BadValue where there is none of that code."""
    headings(language)
    return French() if language == "fr" else Tongue(language)
