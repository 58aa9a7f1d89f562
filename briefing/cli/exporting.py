"""`briefing export`: one briefing document for each meeting."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from briefing.cli.program import Program, one_line, pass_program
from briefing.cli.progress import shown
from briefing.cli.values import names


@click.command()
@click.option("--meeting", "meetings", type=int, multiple=True, metavar="ID", help="One meeting.")
@click.option("--all", "every", is_flag=True, help="Every meeting.")
@click.option(
    "--format",
    "formats",
    type=names,
    default="md",
    show_default=True,
    metavar="md,…",
    help="The formats to write: md, html, json, csv, pdf, docx.",
)
@click.option(
    "--profile",
    default="leaders-meeting",
    show_default=True,
    metavar="NAME",
    help="The kind of briefing: bcl, call, issue-note, leaders-meeting, one-pager, or your own.",
)
@click.option(
    "--language",
    default="en",
    show_default=True,
    metavar="en|fr",
    help="The language it is written in.",
)
@click.option(
    "--max-pages",
    type=click.IntRange(min=1),
    metavar="N",
    help="Keep the main sections to N pages; what weighs least goes to the annex.",
)
@click.option(
    "--paper",
    type=click.Choice(["a4", "letter"]),
    callback=lambda _c, _p, value: value or "",
    help="Of PDF and Word; without it, as in the settings, else as usual where you are.",
)
@click.option(
    "-o",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    default=".",
    metavar="DIR",
    help="The folder to write to; without it, the one you are in.",
)
@click.option(
    "--omit-empty", is_flag=True, help="Leave out sections of which the sources say nothing."
)
@click.option(
    "--check",
    "only_check",
    is_flag=True,
    help="Write nothing; exit 1 if a briefing in DIR is not what would be written now.",
)
@click.option(
    "--copy-template",
    "template",
    metavar="NAME",
    help="Write nothing but a copy of a profile's templates, for you to change.",
)
@pass_program
def export(
    program: Program,
    /,
    *,
    meetings: tuple[int, ...],
    every: bool,
    formats: tuple[str, ...],
    folder: Path,
    only_check: bool,
    template: str | None,
    **style: Any,
) -> int:
    """Write one briefing document for each meeting."""
    from briefing.export import Style, Templates

    if template is not None:
        _say(program, Templates(program.paths.user_templates).copy(template))
        return 0
    if every == bool(meetings):
        raise click.UsageError("Say which briefings to write: --meeting ID or --all.")
    with program.workspace() as workspace, shown("Exporting") as progress:
        wanted = [one.id for one in workspace.overview().meetings] if every else list(meetings)
        if only_check:
            stale = workspace.exporting.check(wanted, folder, formats, style=Style(**style))
            return _told(program, stale)
        written = workspace.export(wanted, folder, formats, progress, style=Style(**style))
    _say(program, written)
    if not written:
        program.warn("The library holds no meeting to write about.")
    return 0


def _told(program: Program, stale: tuple[str, ...]) -> int:
    program.answer({"current": not stale, "problems": list(stale)}, lambda: ())
    for problem in stale:
        program.warn(problem)
    return int(bool(stale))


def _say(program: Program, written: tuple[Path, ...]) -> None:
    program.answer(
        {"written": [str(path) for path in written]},
        lambda: [one_line(str(path)) for path in written],
    )
