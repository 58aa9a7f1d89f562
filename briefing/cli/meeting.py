"""`briefing meeting set`: the user's word on a meeting."""

from __future__ import annotations

import datetime as dt

import click

from briefing.cli import shapes
from briefing.cli.choosing import sides_meant
from briefing.cli.program import Program, pass_program
from briefing.cli.values import day, names


@click.group()
def meeting() -> None:
    """Change one meeting."""


@meeting.command("set")
@click.argument("number", metavar="ID", type=int)
@click.option("--sides", type=names, metavar='"A,B"', help="The governments that meet.")
@click.option("--as-written", is_flag=True, help="Take names that no country has, too.")
@click.option("--date", type=day, metavar="DATE", help="The first day.")
@click.option("--end", type=day, metavar="DATE", help="The last day of a meeting of several.")
@click.option("--place", metavar="PLACE", help="The city.")
@pass_program
def set_(
    program: Program,
    *,
    number: int,
    sides: tuple[str, ...] | None,
    as_written: bool,
    date: dt.date | None,
    end: dt.date | None,
    place: str | None,
) -> None:
    """Set and so confirm sides, date or place of the meeting ID."""
    if sides is None and date is None and end is None and place is None:
        raise click.UsageError("Say what to set: --sides, --date, --end or --place.")
    with program.workspace() as workspace:
        if sides is not None:
            known = workspace.meeting(number).sides
            sides = sides_meant(sides, known, workspace.countries(), as_written=as_written)
        workspace.set_meeting(number, sides=sides, date=date, end_date=end, place=place)
        here = {one.id: one for one in workspace.overview().meetings}
    changed = here.get(number)
    program.answer(
        shapes.meeting(changed) if changed else None,
        lambda: [f"Meeting {number} is set." if changed else f"Meeting {number} is gone."],
    )
