"""`briefing doctor`: is everything here that the program needs, and what to do if not."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

from briefing.cli.program import Program, pass_program, table
from briefing.errors import LibraryError, LibraryMissing
from briefing.screen import missing_libraries, why_no_window

if TYPE_CHECKING:
    from briefing.workspace import Diagnosis


@click.command()
@pass_program
def doctor(program: Program) -> int:
    """Check the installation and the library, and say what to do."""
    found = [*_environment_and_library(program), _window()]
    program.answer(
        [
            {"subject": d.subject, "well": d.well, "report": d.report, "remedy": d.remedy}
            for d in found
        ],
        lambda: table([["well" if d.well else "LOOK", d.subject, _told(d)] for d in found]),
    )
    return int(not all(d.well for d in found))


def _environment_and_library(program: Program) -> tuple[Diagnosis, ...]:
    from briefing.workspace import Diagnosis, Extraction
    from briefing.workspace.health.checking import Checking

    try:
        with program.workspace(read_only=True) as workspace:
            return workspace.doctor()
    except LibraryMissing:
        none = Diagnosis("library", well=True, report=f"none yet in {program.folder}")
    except LibraryError as error:
        none = Diagnosis("library", well=False, report=error.message, remedy=error.hint)
    extraction = Extraction(program.paths.user_tables, program.settings.model)
    checking = Checking(extraction, folder=program.folder, logs=program.paths.logs)
    return (*checking.doctor(), none)


def _window() -> Diagnosis:
    """Look whether a window can be shown; that this session has no display is nobody's fault."""
    from briefing.workspace import Diagnosis

    problem = why_no_window()
    displays = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    has_display = sys.platform != "linux" or any(os.environ.get(name) for name in displays)
    well = not problem or not (has_display or missing_libraries(offscreen=True))
    return Diagnosis("window", well=well, report=problem or "can be shown")


def _told(one: Diagnosis) -> str:
    stop = "" if not one.remedy or one.report.endswith(".") else "."
    return f"{one.report}{stop} {one.remedy}"
