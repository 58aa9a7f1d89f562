"""`briefing people`: who takes part and who is spoken of."""

from __future__ import annotations

import click

from briefing.cli import shapes
from briefing.cli.choosing import choice_options, chosen_records, chosen_side
from briefing.cli.program import Program, pass_program, table


@click.command()
@choice_options
@pass_program
def people(program: Program, meeting: int | None, side: str | None) -> None:
    """List the people, with side, role and part."""
    with program.workspace() as workspace:
        name = chosen_side(workspace, side, meeting)
        found = [p for records in chosen_records(workspace, meeting) for p in records.people]
    shown = [one for one in found if name is None or one.side == name]
    program.answer(
        [shapes.person(one) for one in shown],
        lambda: table(
            [
                [str(p.id), p.side or "", p.participation, p.kind, p.name, "; ".join(p.roles)]
                for p in shown
            ]
        ),
    )
