"""`briefing backup` and `briefing restore`: the whole library in one file, and back."""

from __future__ import annotations

from pathlib import Path

import click

from briefing.cli.program import Program, one_line, pass_program
from briefing.cli.progress import shown


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, readable=False, path_type=Path))
@pass_program
def backup(program: Program, file: Path) -> None:
    """Write a verified copy of the whole library to FILE."""
    with program.workspace() as workspace:
        workspace.backup(file)
    program.answer({"backup": str(file)}, lambda: [one_line(f"The library is saved in {file}.")])


@click.command()
@click.argument("backup", metavar="BACKUP")
@click.argument(
    "folder",
    metavar="[DIR]",
    required=False,
    type=click.Path(readable=False, path_type=Path),
    default=None,
)
@pass_program
def restore(program: Program, backup: str, folder: Path | None) -> None:
    """Unpack BACKUP into DIR, or take the library back to it.

    DIR is a new or empty folder; without it, the library goes back. BACKUP is a file, or the
    number of one of those `briefing backups` lists. Taken back, the library as it was stays beside
    the new one.
    """
    from briefing.workspace import keeping

    chosen = keeping.chosen_backup(program.folder, backup)
    if folder is not None:
        keeping.unpack(chosen, folder)
        program.answer({"library": str(folder)}, lambda: [one_line(f"The library is in {folder}.")])
        return
    kept = keeping.restore_from(program.folder, chosen)
    with program.workspace() as workspace, shown("Indexing") as progress:
        workspace.catch_up_index(progress)
    told = f" The one before is kept as {kept[0].name}." if kept else ""
    program.answer(
        {"library": str(program.folder), "kept": [str(path) for path in kept]},
        lambda: [one_line(f"The library in {program.folder} is that of the backup.{told}")],
    )
