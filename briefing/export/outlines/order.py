"""Footnotes numbered in the order a reader meets them, and none that nobody cites."""

from __future__ import annotations

from dataclasses import replace

from briefing.export.outlines.outline import Line, Outline, Run, all_lines, with_lines


def in_order(content: Outline) -> Outline:
    """Return the outline with its footnotes numbered by first use, those without use left out."""
    cited = [
        n for line in all_lines(content) for run in line if isinstance(run, Run) for n in run.notes
    ]
    numbers = {old: new for new, old in enumerate(dict.fromkeys(cited), 1)}
    notes = [replace(n, number=numbers[n.number]) for n in content.notes if n.number in numbers]
    return replace(
        content,
        marking=_line(content.marking, numbers),
        sections=tuple(
            with_lines(section, lambda line: _line(line, numbers)) for section in content.sections
        ),
        notes=tuple(sorted(notes, key=lambda note: note.number)),
    )


def _line(line: Line, numbers: dict[int, int]) -> Line:
    return tuple(
        replace(run, notes=tuple(sorted(numbers[n] for n in run.notes)))
        if isinstance(run, Run) and run.notes
        else run
        for run in line
    )
