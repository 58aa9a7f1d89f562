"""`briefing articles`: the documents of the library."""

from __future__ import annotations

import click

from briefing.cli import shapes
from briefing.cli.choosing import choice_options, chosen_meetings, chosen_side
from briefing.cli.program import Program, pass_program, table


@click.command()
@choice_options
@pass_program
def articles(program: Program, meeting: int | None, side: str | None) -> None:
    """List the articles."""
    with program.workspace() as workspace:
        name = chosen_side(workspace, side, meeting)
        meetings = chosen_meetings(workspace, meeting)
        lines = workspace.overview().articles
    if meeting is not None or name is not None:
        wanted = {a for m in meetings if name is None or name in m.sides for a in m.articles}
        lines = tuple(line for line in lines if line.id in wanted)
    program.answer(
        [shapes.article(line) for line in lines],
        lambda: table(
            [[str(a.id), shapes.day(a.published) or "no date", a.outlet, a.headline] for a in lines]
        ),
    )
