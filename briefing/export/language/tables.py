"""Tables the sections use: offices opposite each other, words for form, press and outcome."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from briefing.errors import BadResource
from briefing.paths import resource_text


@cache
def posts() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the offices that sit opposite each other, as pairs (post, pattern of the role)."""
    rows = _read("counterparts")
    return tuple((row["post"], re.compile(row["pattern"], re.IGNORECASE)) for row in rows)


@cache
def cues(kind: str) -> re.Pattern[str]:
    """Return the pattern of the words that tell of `format`, `press` or `outcome`."""
    choices = "|".join(_read("scenario")[kind])
    return re.compile(rf"(?<!\w)(?:{choices})(?!\w)", re.IGNORECASE)


@cache
def expansions(language: str = "en") -> tuple[Mapping[str, str], re.Pattern[str]]:
    """Return what abbreviations stand for, and the pattern that finds one not explained at once."""
    known = {
        str(short): str(long)
        for short, long in _read(
            "expansions" if language == "en" else f"expansions-{language}"
        ).items()
    }
    choices = "|".join(sorted(known, key=len, reverse=True))
    return known, re.compile(rf"(?<![\w(])(?:{choices})(?![\w)]|['’]s\b| \()")


def _read(name: str) -> Any:
    import yaml

    try:
        return yaml.safe_load(resource_text(f"templates/{name}.yaml"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise BadResource(f"templates/{name}.yaml cannot be read: {error}") from error
