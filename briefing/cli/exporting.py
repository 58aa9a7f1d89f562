"""`briefing export`: one briefing document for each meeting."""

from __future__ import annotations

from pathlib import Path

import click

from briefing.cli.program import Program, one_line, pass_program
from briefing.cli.progress import shown
from briefing.cli.values import names


@click.command()
@click.option("--meeting", "meetings", type=int, multiple=True, metavar="ID", help="One meeting.")
@click.option("--all", "every", is_flag=True, help="Every meeting.")
@click.option(
    "--format", "formats", type=names, default="md", show_default=True, metavar="md,…",
    help="The formats to write.",
)  # fmt: skip
@click.option(
    "-o", "folder", type=click.Path(file_okay=False, path_type=Path), default=".", metavar="DIR",
    help="The folder to write to; without it, the one you are in.",
)  # fmt: skip
@pass_program
def export(
    program: Program,
    *,
    meetings: tuple[int, ...],
    every: bool,
    formats: tuple[str, ...],
    folder: Path,
) -> None:
    """Write one briefing document for each meeting."""
    if every == bool(meetings):
        raise click.UsageError("Say which briefings to write: --meeting ID or --all.")
    with program.workspace() as workspace, shown("Exporting") as progress:
        wanted = [one.id for one in workspace.overview().meetings] if every else list(meetings)
        written = workspace.export(wanted, folder, formats, progress)
    program.answer(
        {"written": [str(path) for path in written]},
        lambda: [one_line(str(path)) for path in written],
    )
    if not written:
        program.warn("The library holds no meeting to write about.")
