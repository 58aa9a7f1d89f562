"""`briefing undo` and `briefing redo`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from briefing.cli.program import Program, one_line, pass_program

if TYPE_CHECKING:
    from briefing.library import Undone


@click.command()
@pass_program
def undo(program: Program) -> int:
    """Take back the last change."""
    with program.workspace() as workspace:
        return _told(program, workspace.undo(), "undone", "There is nothing to undo.")


@click.command()
@pass_program
def redo(program: Program) -> int:
    """Make the change that was undone last again."""
    with program.workspace() as workspace:
        return _told(program, workspace.redo(), "redone", "There is nothing to redo.")


def _told(program: Program, change: Undone | None, word: str, nothing: str) -> int:
    title = change.title if change else None
    program.answer(
        {word: title}, lambda: [one_line(f"{word.capitalize()}: {title}")] if title else []
    )
    if title is None:
        program.warn(nothing)
    return int(title is None)
