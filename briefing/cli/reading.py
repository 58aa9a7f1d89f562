"""`briefing read`: the window, with files to import."""

from __future__ import annotations

from pathlib import Path

import click

from briefing.cli.program import Program, pass_program


@click.command()
@click.argument(
    "files",
    nargs=-1,
    metavar="[FILE]...",
    type=click.Path(exists=True, readable=False, path_type=Path),
)
@pass_program
def read(program: Program, files: tuple[Path, ...]) -> int:
    """Open the window, importing FILEs."""
    return program.start.open_window(program.library, files)
