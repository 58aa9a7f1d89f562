"""`briefing extract`: what is found in one file, without a library."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from briefing.cli import gold
from briefing.cli.choosing import sides_meant, unknown_side
from briefing.cli.program import Program, pass_program, print_json
from briefing.cli.values import day, names


@click.command()
@click.argument("file", type=click.Path(readable=False, path_type=Path))
@click.option("--published", type=day, metavar="DATE", help="When it was published.")
@click.option("--sides", type=names, metavar='"A,B"', help="The governments that meet.")
@pass_program
def extract(
    program: Program, file: Path, published: dt.date | None, sides: tuple[str, ...] | None
) -> None:
    """Print what is found in FILE as JSON; needs no library."""
    from briefing.workspace.extraction.extracting import Extraction, extract_file, published_of

    called = _called(program, sides or ())
    extraction = Extraction(
        program.paths.user_tables, program.settings.model, program.settings.our_side
    )
    text, findings = extract_file(file, extraction, published=published, sides=called)
    document = gold.document(
        name=file.name,
        text=text.text,
        hidden=text.hidden,
        findings=findings,
        published=published or published_of(text),
    )
    print_json(document)


def _called(program: Program, sides: tuple[str, ...]) -> tuple[str, ...]:
    """Return sides as they are called; names nobody knows as they are, which is told."""
    from briefing.workspace.records.countries import SideNames, known_countries

    countries = known_countries(program.paths.user_tables)
    names = SideNames((), countries)
    for one in sides:
        if not names.known(one):
            program.warn(unknown_side(one, names))
    return sides_meant(sides, (), countries, as_written=True)
