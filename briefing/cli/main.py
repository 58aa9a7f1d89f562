"""`briefing`: the commands and the one place where errors become sentences and exit codes."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from briefing import __version__, settings
from briefing.cli.articles import articles
from briefing.cli.asks import asks
from briefing.cli.backing_up import backup, restore
from briefing.cli.bundle import bundle
from briefing.cli.doctor import doctor
from briefing.cli.exporting import export
from briefing.cli.extracting import extract
from briefing.cli.importing import import_
from briefing.cli.issues import issues
from briefing.cli.keeping import backups, delete, repair
from briefing.cli.meeting import meeting
from briefing.cli.meetings import meetings
from briefing.cli.people import people
from briefing.cli.program import OpenWindow, Program, Start, encode, one_line
from briefing.cli.reading import read
from briefing.cli.rebuilding import rebuild
from briefing.cli.searching import search
from briefing.cli.undoing import redo, undo
from briefing.cli.verifying import verify
from briefing.cli.watch import watch
from briefing.errors import BriefingError
from briefing.paths import Paths
from briefing.progress import Cancelled

DONE, FAILED, WRONG_USAGE = 0, 1, 2


@click.group(
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option(
    "--library",
    type=click.Path(readable=False, path_type=Path),
    metavar="DIR",
    help="The library to work on; without it, your own.",
)
@click.option(
    "--json", "as_json", is_flag=True, help="Answer with one JSON document on standard output."
)
@click.version_option(__version__, prog_name="briefing", message="%(prog)s %(version)s")
@click.pass_context
def briefing(context: click.Context, library: Path | None, as_json: bool) -> None:
    """From a pile of press articles to a briefing for a meeting between governments.

    Without a command, the window opens.
    """
    start = context.ensure_object(Start)
    paths = start.paths or Paths.of_user()
    preferences, problems = settings.load(paths.config)
    program = Program(
        start=start, paths=paths, settings=preferences, library=library, as_json=as_json
    )
    for problem in problems:
        program.warn(problem)
    context.obj = program
    if context.invoked_subcommand is None:
        context.exit(start.open_window(library, ()))


for command in (
    *(read, import_, articles, meetings, people, issues, asks, meeting, search, export),
    *(extract, verify, undo, redo, rebuild, backup, restore, backups, repair, delete),
    *(bundle, watch, doctor),
):
    briefing.add_command(command)


def main(open_window: OpenWindow, arguments: Sequence[str] | None = None) -> int:
    """Run one command and return the exit code: 0 done, 1 something failed, 2 wrong usage."""
    return run(Start(open_window=open_window), arguments)


def run(start: Start, arguments: Sequence[str] | None = None) -> int:
    """Run one command with everything it is started with; whatever the user caused is said."""
    encode(sys.stdout)
    encode(sys.stderr)
    try:
        code = _run(start, arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        # Who read our output has gone; Python would complain again when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except (KeyboardInterrupt, Cancelled, click.Abort):
        return _fail("Stopped; what was done before is kept.")
    except BriefingError as error:
        return _fail(str(error))
    except OSError as error:
        return _fail(_of_system(error))
    except Exception as error:  # noqa: BLE001 - a mistake of ours: logged, and shown whole
        return _report(start, error)
    return code


def _run(start: Start, arguments: Sequence[str] | None) -> int:
    try:
        result = briefing.main(
            args=None if arguments is None else list(arguments),
            prog_name="briefing",
            obj=start,
            standalone_mode=False,
        )
    except click.ClickException as error:
        error.show()
        return error.exit_code
    return result if isinstance(result, int) else DONE


def _report(start: Start, error: Exception) -> int:
    from briefing.faults import Boundary, Log, Report

    def tell(report: Report) -> None:
        print(f"{report.text}\n{report.sentence}", file=sys.stderr)

    log = Log((start.paths or Paths.of_user()).logs)
    Boundary(tell, __version__).take(error)
    log.close()
    return FAILED


def _fail(sentence: str) -> int:
    print(one_line(sentence), file=sys.stderr)
    return FAILED


def _of_system(error: OSError) -> str:
    """Return what the system refused and for which file: a full disk, a missing right."""
    where = f"{error.filename}: " if error.filename else ""
    return f"{where}{error.strerror or error}."
