"""`briefing extract`: what is found in one file, without a library."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from briefing.cli import gold
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
    from briefing.workspace.extracting import Extraction, extract_file, published_of

    extraction = Extraction(
        program.paths.user_tables, program.settings.model, program.settings.our_side
    )
    text, findings = extract_file(file, extraction, published=published, sides=sides or ())
    document = gold.document(
        name=file.name,
        text=text.text,
        hidden=text.hidden,
        findings=findings,
        published=published or published_of(text),
    )
    print_json(document)
