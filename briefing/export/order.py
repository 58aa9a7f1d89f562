"""Footnotes numbered in the order a reader meets them, and none that nobody cites."""

from __future__ import annotations

from dataclasses import replace

from briefing.export.outline import (
    Block,
    Bullets,
    Line,
    Outline,
    Run,
    Section,
    Table,
    Text,
    User,
    all_lines,
)


def in_order(content: Outline) -> Outline:
    """Return the outline with its footnotes numbered by first use, and those without use left out."""
    cited = [
        n for line in all_lines(content) for run in line if isinstance(run, Run) for n in run.notes
    ]
    numbers = {old: new for new, old in enumerate(dict.fromkeys(cited), 1)}
    notes = [replace(n, number=numbers[n.number]) for n in content.notes if n.number in numbers]
    return replace(
        content,
        marking=_line(content.marking, numbers),
        sections=tuple(_section(section, numbers) for section in content.sections),
        notes=tuple(sorted(notes, key=lambda note: note.number)),
    )


def _section(section: Section, numbers: dict[int, int]) -> Section:
    return replace(section, blocks=tuple(_block(block, numbers) for block in section.blocks))


def _block(block: Block, numbers: dict[int, int]) -> Block:
    match block:
        case Text(line):
            return Text(_line(line, numbers))
        case Bullets(items, numbered):
            return Bullets(tuple(_line(item, numbers) for item in items), numbered)
        case Table(header, rows):
            return Table(header, tuple(tuple(_line(c, numbers) for c in row) for row in rows))
        case User():
            return block


def _line(line: Line, numbers: dict[int, int]) -> Line:
    return tuple(
        replace(run, notes=tuple(sorted(numbers[n] for n in run.notes)))
        if isinstance(run, Run) and run.notes
        else run
        for run in line
    )
