"""`briefing verify`: is every quotation what its source says?"""

from __future__ import annotations

from pathlib import Path

import click

from briefing.cli.program import Program, pass_program


@click.command()
@click.argument("briefings", nargs=-1, metavar="[BRIEFING.md]...", type=click.Path(path_type=Path))
@pass_program
def verify(program: Program, briefings: tuple[Path, ...]) -> int:
    """Prove quotations against their sources.

    Without a file, the whole library is proved; else the quotations of exported briefings.
    """
    with program.workspace() as workspace:
        problems = workspace.verify_files(briefings) if briefings else workspace.verify()
    program.answer({"sound": not problems, "problems": list(problems)}, lambda: ())
    for problem in problems:
        program.warn(problem)
    if not problems and not program.as_json:
        print("Every quotation is what its source says.")
    return int(bool(problems))
