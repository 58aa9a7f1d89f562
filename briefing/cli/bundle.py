"""`briefing bundle`: meetings with all that hangs on them, as one file for another library."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing.cli.program import Program, one_line, pass_program
from briefing.cli.values import counted
from briefing.errors import NotFound

if TYPE_CHECKING:
    from briefing.workspace.importing.bundles import Merged

FILE = click.Path(readable=False, dir_okay=False, path_type=Path)


@click.group()
def bundle() -> None:
    """Hand meetings over to another library, or take them in."""


@bundle.command("export")
@click.argument("target", metavar="FILE", type=FILE)
@click.option(
    "--meeting",
    "meetings",
    type=int,
    multiple=True,
    metavar="ID",
    help="One of the meetings; without it, all.",
)
@pass_program
def export(program: Program, target: Path, meetings: tuple[int, ...]) -> None:
    """Write meetings with articles, findings and decisions into FILE."""
    with program.workspace(read_only=True) as workspace:
        chosen = meetings or tuple(one.id for one in workspace.overview().meetings)
        if not chosen:
            raise NotFound("There is no meeting to hand over.", "Make one in the window first.")
        workspace.export_bundle(chosen, target)
    program.answer(
        {"file": str(target), "meetings": list(chosen)},
        lambda: [one_line(f"{counted(len(chosen), 'meeting')} written to {target}")],
    )


@bundle.command("import")
@click.argument("source", metavar="FILE", type=FILE)
@pass_program
def import_(program: Program, source: Path) -> None:
    """Merge FILE into the library; what both have stays as it is here."""
    with program.workspace(create=True) as workspace:
        merged = workspace.import_bundle(source)
    program.answer(_shape(merged), lambda: _lines(merged))


def _shape(merged: Merged) -> dict[str, object]:
    names = ("articles", "known", "meetings", "decisions")
    return {
        **{name: getattr(merged, name) for name in names},
        "conflicts": list(merged.conflicts),
    }


def _lines(merged: Merged) -> Iterator[str]:
    yield from map(one_line, merged.conflicts)
    yield merged.summary()
