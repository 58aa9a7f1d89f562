"""`briefing search`: full-text search from the terminal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, TextIO

import click

from briefing.cli import shapes
from briefing.cli.program import Program, one_line, pass_program
from briefing.cli.progress import shown
from briefing.model import SearchResult

if TYPE_CHECKING:
    from briefing.workspace import Workspace


@click.command()
@click.argument("query", default="")
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=20,
    show_default=True,
    metavar="N",
    help="The most hits to show.",
)
@click.option("--meeting", type=int, metavar="ID", help="Only one meeting.")
@click.option(
    "--batch",
    type=click.File(encoding="utf-8"),
    metavar="FILE",
    help="Many queries, one a line: answers with a table of their hits by article, as CSV.",
)
@pass_program
def search(
    program: Program, query: str, *, limit: int, meeting: int | None, batch: TextIO | None
) -> None:
    """Find articles and asks by their words.

    QUERY may hold words, "a phrase", side:Canada, person:Carney, sort:date, AND, OR, NOT.
    """
    if batch is not None:
        if query or meeting is not None:
            raise click.UsageError("--batch brings its own queries: leave out QUERY and --meeting.")
        _answer_batch(program, batch)
        return
    if not query.strip():
        raise click.UsageError("Say what to search for.")
    with program.workspace() as workspace:
        if meeting is not None:
            workspace.meeting(meeting)
        _catch_up(workspace)
        result = workspace.search(query, limit=limit, meeting=meeting)
    program.answer(shapes.search_result(result), lambda: _lines(result))
    if result.message:
        program.warn(result.message)
    if result.suggestion:
        program.warn(f"Did you mean: {result.suggestion}")


def _answer_batch(program: Program, batch: TextIO) -> None:
    with program.workspace() as workspace:
        _catch_up(workspace)
        table = workspace.search_batch(batch)
    program.answer(shapes.hit_table(table), lambda: table.as_csv().splitlines())
    for query, message in zip(table.queries, table.messages, strict=True):
        if message:
            program.warn(f"{query}: {message}")


def _catch_up(workspace: Workspace) -> None:
    if workspace.index_state() != "ready":
        with shown("Bringing the index up to date") as progress:
            workspace.catch_up_index(progress)


def _lines(result: SearchResult) -> Iterator[str]:
    for hit in result.hits:
        told = ", ".join(part for part in (hit.outlet, shapes.day(hit.published)) if part)
        yield one_line(f"{hit.title} ({told})" if told else hit.title)
        yield f"    {one_line(hit.snippet)}"
    if result.total > len(result.hits):
        yield f"{result.total - len(result.hits)} more; see them with --limit {result.total}"
