"""Abbreviations written out where a reader meets them first."""

from __future__ import annotations

import re
from dataclasses import replace

from briefing.export.outline import Line, Run, Section, User, with_lines
from briefing.export.tables import expansions


def expanded(sections: tuple[Section, ...], met: set[str]) -> tuple[Section, ...]:
    """Return sections with each abbreviation written out at its first use in them.

    Quotations stay as they are, and so do bold words, which are labels and heads.

    Args:
        sections: in reading order.
        met: what has been written out before; grows.
    """
    return tuple(with_lines(section, lambda line: _line(line, met)) for section in sections)


def _line(line: Line, met: set[str]) -> Line:
    return tuple(
        run if isinstance(run, User) or run.style in ("quote", "strong") else _run(run, met)
        for run in line
    )


def _run(run: Run, met: set[str]) -> Run:
    known, pattern = expansions()

    def written_out(match: re.Match[str]) -> str:
        short = match.group()
        if short in met:
            return short
        met.add(short)
        is_told = known[short].casefold() in run.text.casefold()
        return short if is_told else f"{short} ({known[short]})"

    return replace(run, text=pattern.sub(written_out, run.text))
