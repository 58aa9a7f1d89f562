"""`briefing search`: full-text search from the terminal."""

from __future__ import annotations

from collections.abc import Iterator

import click

from briefing.cli import shapes
from briefing.cli.program import Program, one_line, pass_program
from briefing.cli.progress import shown
from briefing.model import SearchResult


@click.command()
@click.argument("query")
@click.option(
    "--limit", type=click.IntRange(min=1), default=20, show_default=True, metavar="N",
    help="The most hits to show.",
)  # fmt: skip
@click.option("--meeting", type=int, metavar="ID", help="Only one meeting.")
@pass_program
def search(program: Program, query: str, limit: int, meeting: int | None) -> None:
    """Find articles and asks by their words.

    QUERY may hold words, "a phrase", side:Canada, person:Carney, AND, OR, NOT.
    """
    if not query.strip():
        raise click.UsageError("Say what to search for.")
    with program.workspace() as workspace:
        if meeting is not None:
            workspace.meeting(meeting)
        if workspace.index_state() != "ready":
            with shown("Bringing the index up to date") as progress:
                workspace.catch_up_index(progress)
        result = workspace.search(query, limit=limit, meeting=meeting)
    program.answer(shapes.search_result(result), lambda: _lines(result))
    if result.message:
        program.warn(result.message)
    if result.suggestion:
        program.warn(f"Did you mean: {result.suggestion}")


def _lines(result: SearchResult) -> Iterator[str]:
    for hit in result.hits:
        told = ", ".join(part for part in (hit.outlet, shapes.day(hit.published)) if part)
        yield one_line(f"{hit.title} ({told})" if told else hit.title)
        yield f"    {one_line(hit.snippet)}"
    if result.total > len(result.hits):
        yield f"{result.total - len(result.hits)} more; see them with --limit {result.total}"
