"""Abbreviations written out where a reader meets them first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from briefing.export.language.tables import expansions
from briefing.export.outlines.outline import Line, Run, Section, User, with_lines


def expanded(
    sections: tuple[Section, ...],
    met: set[str],
    labels: Iterable[str] = (),
    language: str = "en",
) -> tuple[Section, ...]:
    """Return sections with each abbreviation written out at its first use in them.

    Quotations stay as they are, and so do bold words and the labels of issues.

    Args:
        sections: in reading order.
        met: what has been written out before; grows.
        labels: of issues, which stand as they are in lists and tables.
        language: of what they are written out in.
    """
    kept = ("quote", "strong") if language == "en" else ("quote", "strong", "emphasis")
    known, pattern = expansions(language)
    fixed = "|".join(re.escape(label) for label in labels if pattern.search(label))
    either = re.compile(f"{fixed}|{pattern.pattern}") if fixed else pattern

    def changed(line: Line) -> Line:
        return tuple(
            run if isinstance(run, User) or run.style in kept else _run(run, met, known, either)
            for run in line
        )

    return tuple(with_lines(section, changed) for section in sections)


def explained(label: str, language: str = "en") -> str:
    """Return what the abbreviations of a label stand for, in brackets, "" where it has none."""
    known, pattern = expansions(language)
    colon = " :" if language == "fr" else ":"
    found = [f"{short}{colon} {known[short]}" for short in dict.fromkeys(pattern.findall(label))]
    return f" ({'; '.join(found)})" if found else ""


def _run(run: Run, met: set[str], known: Mapping[str, str], pattern: re.Pattern[str]) -> Run:
    def written_out(match: re.Match[str]) -> str:
        short = match.group()
        if short in met or short not in known:
            return short
        met.add(short)
        is_told = known[short].casefold() in run.text.casefold()
        return short if is_told else f"{short} ({known[short]})"

    return replace(run, text=pattern.sub(written_out, run.text))
