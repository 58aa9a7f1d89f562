"""Which pattern an English sentence was made of that a library keeps: reasons of findings.

They stand as sentences beside the findings, and are told apart here from the names in them.
"""

from __future__ import annotations

import re

from briefing.gui.words.language import tr

_PLACE = re.compile(r"\{(\w+)\}")


def told_by(english: str, patterns: tuple[str, ...]) -> str:
    """Return an English sentence in the window's language; "" where none of the patterns is its own."""
    if tr(english) != english:
        return tr(english)
    for pattern in patterns:
        if not english.startswith(pattern.partition("{")[0]):
            continue  # to make an expression of each takes thirty milliseconds of a start
        found = _expression(pattern).fullmatch(english)
        parts = found and _parts(found.groupdict(), patterns)
        if parts is not None:
            return tr(pattern).format(**parts) if parts else tr(pattern)
    return ""


def _parts(found: dict[str, str], patterns: tuple[str, ...]) -> dict[str, str] | None:
    """Return what stands in the places of a pattern; None where it says something else."""
    told = {
        name: told_by(part, patterns) if name == "more" else part for name, part in found.items()
    }
    return told if all(told.values()) else None


def _expression(pattern: str) -> re.Pattern[str]:
    parts = _PLACE.split(pattern)
    made = re.escape(parts[0])
    for name, text in zip(parts[1::2], parts[2::2], strict=True):
        place = r"[0-9,]+" if name == "number" else ".+?"
        made += f"(?P<{name}>{place}){re.escape(text)}"
    return re.compile(made, re.DOTALL)
