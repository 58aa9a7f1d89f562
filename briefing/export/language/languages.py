"""The languages a briefing can be written in."""

from __future__ import annotations

from functools import cache

from briefing.export.language.french import French
from briefing.export.language.headings import headings
from briefing.export.language.tongue import Tongue


@cache
def tongue(language: str) -> Tongue:
    """Return a language. Raises BadValue where there is none of that code."""
    headings(language)
    return French() if language == "fr" else Tongue(language)
