"""`briefing verify`: is every quotation what its source says?"""

from __future__ import annotations

from pathlib import Path

import click

from briefing.cli.program import Program, pass_program


@click.command()
@click.argument(
    "briefings",
    nargs=-1,
    metavar="[BRIEFING.md]...",
    type=click.Path(readable=False, path_type=Path),
)
@click.option(
    "--text", metavar="WORDS", help="Say whether and where these words are in the library."
)
@pass_program
def verify(program: Program, /, *, briefings: tuple[Path, ...], text: str | None) -> int:
    """Prove quotations against their sources.

    Without a file, the whole library is proved; else the quotations of exported briefings.
    """
    if text is not None:
        return _find(program, text)
    with program.workspace() as workspace:
        problems = workspace.verify_files(briefings) if briefings else workspace.verify()
    program.answer({"sound": not problems, "problems": list(problems)}, lambda: ())
    for problem in problems:
        program.warn(problem)
    if not problems and not program.as_json:
        print("Every quotation is what its source says.")
        if briefings:
            print("Every line is as it was exported.")
    return int(bool(problems))


def _find(program: Program, text: str) -> int:
    with program.workspace() as workspace:
        places = workspace.exporting.find_words(text)
    verbatim = any(place.startswith("Verbatim") for place in places)
    program.answer({"verbatim": verbatim, "places": list(places)}, lambda: places)
    if not places:
        program.warn("Nothing in the library is like these words.")
    return int(not verbatim)
