"""`briefing asks`: what each side wants, offers and refuses."""

from __future__ import annotations

import click

from briefing.cli import shapes
from briefing.cli.choosing import choice_options, chosen_records, chosen_side
from briefing.cli.program import Program, pass_program, table
from briefing.model import Ask


@click.command()
@choice_options
@pass_program
def asks(program: Program, meeting: int | None, side: str | None) -> None:
    """List the asks by side, with who says so and how sure it is."""
    with program.workspace() as workspace:
        name = chosen_side(workspace, side, meeting)
        found = [a for records in chosen_records(workspace, meeting) for a in records.asks]
    shown = [one for one in found if name is None or one.side == name]
    program.answer([shapes.ask(one) for one in shown], lambda: table([_row(a) for a in shown]))


def _row(one: Ask) -> list[str]:
    said = one.voiced_by or one.attribution
    kind = one.kind.replace("_", " ")
    return [str(one.id), one.side, kind, one.band, one.status, f"{one.text} ({said})"]
