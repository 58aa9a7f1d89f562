"""`briefing rebuild`: the search index, made anew."""

from __future__ import annotations

import click

from briefing.cli.program import Program, pass_program
from briefing.cli.progress import shown


@click.command()
@pass_program
def rebuild(program: Program) -> None:
    """Make the search index anew; nothing of yours is in it."""
    with program.workspace() as workspace, shown("Indexing") as progress:
        workspace.rebuild_index(progress)
        number = len(workspace.overview().articles)
    program.answer({"articles": number}, lambda: [f"The index holds all articles: {number}."])
