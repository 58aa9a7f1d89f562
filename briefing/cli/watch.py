"""`briefing watch`: folders whose new files are imported once they are complete."""

from __future__ import annotations

import time
from pathlib import Path

import click

from briefing.cli.importing import tell
from briefing.cli.program import Program, one_line, pass_program
from briefing.cli.progress import shown

FOLDER = click.Path(readable=False, path_type=Path)


@click.group()
def watch() -> None:
    """Watch folders, and import what is put there."""


@watch.command("add")
@click.argument("folder", type=FOLDER)
@click.option("--all", "everything", is_flag=True, help="Also import what is there already.")
@pass_program
def add(program: Program, folder: Path, *, everything: bool) -> None:
    """Watch FOLDER from now on, and the folders in it."""
    with program.workspace(create=True) as workspace:
        workspace.watching.watch(folder, what_is_there=everything)
    program.answer({"folder": str(folder.absolute())}, lambda: [one_line(f"{folder} is watched.")])


@watch.command("list")
@pass_program
def list_(program: Program) -> None:
    """Name the folders watched."""
    with program.workspace(read_only=True) as workspace:
        folders = workspace.watching.folders()
    program.answer([str(f) for f in folders], lambda: [one_line(str(f)) for f in folders])


@watch.command("remove")
@click.argument("folder", type=FOLDER)
@pass_program
def remove(program: Program, folder: Path) -> int:
    """Watch FOLDER no longer; what was imported stays."""
    with program.workspace() as workspace:
        known = folder.absolute() in workspace.watching.folders()
        workspace.watching.unwatch(folder)
    if not known:
        program.warn(one_line(f"{folder} was not watched."))
        return 1
    program.answer(
        {"folder": str(folder.absolute())}, lambda: [one_line(f"{folder} is no longer watched.")]
    )
    return 0


@watch.command("run")
@pass_program
def run(program: Program) -> int:
    """Import what is new in the folders watched, once each file is complete."""
    from briefing.workspace.importing.watching import SETTLED

    with program.workspace() as workspace, shown("Importing") as progress:
        workspace.watching.ready()  # the first look; a file is complete if the next finds it the same
        if workspace.watching.waiting():
            time.sleep(SETTLED)
        report = workspace.import_watched(progress)
    tell(program, report)
    return int(bool(report.failed) or report.cancelled)
