"""`briefing backups`, `briefing repair`, `briefing delete`: what keeps a library, and ends it."""

from __future__ import annotations

import click

from briefing.cli.program import Program, one_line, pass_program, table
from briefing.cli.progress import shown


@click.command()
@pass_program
def backups(program: Program) -> int:
    """List the backups the program made by itself, newest first.

    Restore one by its number: briefing restore 7.
    """
    from briefing.workspace import keeping

    found = keeping.backups(program.folder, proved=True)
    program.answer(
        [
            {
                "number": kept.backup.number,
                "made": kept.backup.made.isoformat(),
                "reason": kept.backup.reason,
                "path": str(kept.backup.path),
                "size": kept.backup.size,
                "problem": kept.problem,
            }
            for kept in found
        ],
        lambda: table(
            [
                [
                    str(kept.backup.number),
                    f"{kept.backup.made:%Y-%m-%d %H:%M} UTC",
                    f"{kept.backup.size / 1024:.0f} KB",
                    kept.problem or "good",
                ]
                for kept in found
            ]
        ),
    )
    if not found:
        program.warn("There is no backup yet; the first is made when the library is closed.")
    return int(bool(found) and all(kept.problem for kept in found))


@click.command()
@pass_program
def repair(program: Program) -> int:
    """Make a damaged library anew; the damaged file is kept beside it.

    What is taken: the newest good backup, the rows that can still be read, and the original files.
    A sound library is left alone.
    """
    from briefing.workspace import keeping

    with shown("Repairing") as progress:
        done = keeping.repair(program.folder, program.paths, program.settings, progress=progress)
    program.answer(
        {
            "aside": [str(path) for path in done.aside],
            "backup": done.backup.number if done.backup else None,
            "articles": done.articles,
            "decisions": done.decisions,
            "read_again": done.read_again,
            "problems": [*done.unreadable, *done.problems],
        },
        lambda: [one_line(done.summary())],
    )
    for problem in (*done.unreadable, *done.problems):
        program.warn(problem)
    return int(bool(done.problems or done.unreadable))


@click.command()
@click.option("--yes", is_flag=True, help="Do not ask.")
@pass_program
def delete(program: Program, yes: bool) -> None:
    """Delete the library with everything it keeps.

    That is the articles, originals, backups and index; only the library's own files go. Exported
    briefings and saved copies stay where you put them.
    """
    from briefing.workspace import keeping

    if not yes:
        click.confirm(
            one_line(f"Delete the library in {program.folder} and all its backups for good?"),
            abort=True,
            err=True,
        )
    left = keeping.delete_library(program.folder, program.paths)
    program.answer(
        {"deleted": str(program.folder), "left": [str(path) for path in left]},
        lambda: [one_line(f"The library in {program.folder} is deleted.")],
    )
    for path in left:
        program.warn(f"{path} is not the library's and was left.")
