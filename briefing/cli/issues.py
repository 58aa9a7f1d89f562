"""`briefing issues`: the policy subjects."""

from __future__ import annotations

import click

from briefing.cli import shapes
from briefing.cli.choosing import choice_options, chosen_records, chosen_side
from briefing.cli.program import Program, pass_program, table
from briefing.cli.values import counted
from briefing.model import Issue


@click.command()
@choice_options
@pass_program
def issues(program: Program, meeting: int | None, side: str | None) -> None:
    """List the issues; with a side, those its sentences speak of."""
    with program.workspace() as workspace:
        name = chosen_side(workspace, side, meeting)
        found = [i for records in chosen_records(workspace, meeting) for i in records.issues]
    shown = [one for one in found if name is None or dict(one.by_side).get(name)]
    program.answer([shapes.issue(one) for one in shown], lambda: table([_row(i) for i in shown]))


def _row(one: Issue) -> list[str]:
    shares = ", ".join(f"{side} {number}" for side, number in one.by_side)
    return [str(one.id), counted(len(one.spans), "sentence"), one.label, shares]
