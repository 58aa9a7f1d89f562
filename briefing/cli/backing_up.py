"""`briefing backup` and `briefing restore`: the whole library in one file, and back."""

from __future__ import annotations

from pathlib import Path

import click

from briefing.cli.program import Program, one_line, pass_program


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@pass_program
def backup(program: Program, file: Path) -> None:
    """Write a verified copy of the whole library to FILE."""
    with program.workspace() as workspace:
        workspace.backup(file)
    program.answer({"backup": str(file)}, lambda: [one_line(f"The library is saved in {file}.")])


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@pass_program
def restore(program: Program, file: Path, folder: Path) -> None:
    """Unpack the backup FILE into the new or empty folder DIR."""
    from briefing.library import restore as restore_library

    restore_library(file, folder)
    program.answer({"library": str(folder)}, lambda: [one_line(f"The library is in {folder}.")])
