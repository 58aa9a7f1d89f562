"""`briefing import`: files and folders become articles of the library."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing.cli import shapes
from briefing.cli.program import Program, one_line, pass_program
from briefing.cli.progress import shown
from briefing.cli.values import day

if TYPE_CHECKING:
    from briefing.workspace import ImportReport


@click.command("import")
@click.argument(
    "paths",
    nargs=-1,
    required=True,
    metavar="PATH...",
    type=click.Path(readable=False, path_type=Path),
)
@click.option("--published", type=day, metavar="DATE", help="When all of them were published.")
@click.option("--meeting", type=int, metavar="ID", help="The meeting all of them are about.")
@click.option("--attachments", is_flag=True, help="Also import what is attached to mails.")
@pass_program
def import_(
    program: Program,
    paths: tuple[Path, ...],
    *,
    published: dt.date | None,
    meeting: int | None,
    attachments: bool,
) -> int:
    """Add files, and the files in folders, to the library."""
    with program.workspace(create=True) as workspace, shown("Importing") as progress:
        report = workspace.import_paths(
            paths,
            published=published,
            meeting=meeting,
            progress=progress,
            attachments=attachments,
        )
    tell(program, report)
    if not (report.imported or report.duplicates or report.failed or report.cancelled):
        told = ", ".join(str(path) for path in paths)
        program.warn(f"No file of a kind that is read is in {told}.")
        return 1
    return int(bool(report.failed) or report.cancelled)


def tell(program: Program, report: ImportReport) -> None:
    """Answer with what became of each file, and warn of what failed or is missing."""
    program.answer(shapes.import_report(report), lambda: _lines(report))
    for sentence in _refusals(report):
        program.warn(sentence)
    if report.others:
        told = _named([Path(path).name for path in report.others])
        program.warn(f"Left out, as files of their kind are not read: {told}.")
    if report.partly:
        told = _named(list(report.partly))
        program.warn(f"So long that the rules alone read from character 750,000 on: {told}.")
    if report.needs_date:
        program.warn(_undated([Path(one.path).name for one in report.needs_date]))
    if report.cancelled:
        program.warn("Stopped; the articles imported before are kept.")


def _lines(report: ImportReport) -> Iterator[str]:
    for one in report.imported:
        told = f", published {one.published}" if one.published else ""
        yield one_line(f"Article {one.article}: {one.title}{told}")
    for double in report.duplicates:
        yield one_line(f"{double.path} is already article {double.article}")
    for left in report.attached:
        yield one_line(f"Left out: {left.path}; --attachments imports it")
    yield report.summary()


def _refusals(report: ImportReport) -> Iterator[str]:
    """Yield why files were refused; what refused several, a full disk, is told once."""
    refused: dict[str, list[str]] = {}
    for failure in report.failed:
        refused.setdefault(failure.reason, []).append(Path(failure.path).name)
    for reason, names in refused.items():
        yield reason if len(names) == 1 else f"{reason} Not imported: {_named(names)}."


def _undated(names: list[str]) -> str:
    return (
        f"Nothing tells when these were published: {_named(names)}; set their dates in the window."
    )


def _named(names: list[str]) -> str:
    return ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")
