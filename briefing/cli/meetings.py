"""`briefing meetings`: the meetings of the library."""

from __future__ import annotations

import click

from briefing.cli import shapes
from briefing.cli.choosing import choice_options, chosen_meetings, chosen_side
from briefing.cli.program import Program, pass_program, table
from briefing.cli.values import counted
from briefing.model import Meeting


@click.command()
@choice_options
@pass_program
def meetings(program: Program, meeting: int | None, side: str | None) -> None:
    """List the meetings."""
    with program.workspace() as workspace:
        name = chosen_side(workspace, side, meeting)
        several = chosen_meetings(workspace, meeting)
    shown = [one for one in several if name is None or name in one.sides]
    program.answer(
        [shapes.meeting(one) for one in shown], lambda: table([_row(one) for one in shown])
    )


def _row(one: Meeting) -> list[str]:
    first = shapes.day(one.date) or "no date"
    days = f"{first} to {shapes.day(one.end_date)}" if one.end_date else first
    return [str(one.id), days, one.place, counted(len(one.articles), "article"), one.title]
