"""Start the reader: the only place that builds workspace, jobs and window."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.paths import Paths
from briefing.screen import why_no_qt, why_no_window

if TYPE_CHECKING:
    from briefing.gui.reader import Reader


def main(argv: Sequence[str] | None = None) -> int:
    """Open the reader on a library; other arguments are files to import.

    Args:
        argv: `[--library FOLDER] [FILE …]`; the process's own arguments if None.

    Returns:
        The exit status: 0, or 1 where no window can be opened.
    """
    import argparse

    from briefing import __version__

    parser = argparse.ArgumentParser("briefing-reader", description="Read and brief, offline.")
    parser.add_argument("--version", action="version", version=f"briefing {__version__}")
    parser.add_argument("--library", type=Path, metavar="FOLDER", help="the library to open")
    parser.add_argument("files", nargs="*", type=Path, help="files and folders to import")
    given = parser.parse_args(argv)
    return run(given.library, Paths.of_user(), given.files)


def run(library: Path | None, paths: Paths, files: Sequence[Path] = ()) -> int:
    """Show the window until the user closes it.

    Args:
        library: the library's folder; None for the user's own.
        paths: where the program's own files are.
        files: files and folders to import once the window is there.

    Returns:
        The exit status: 0, or 1 where no window can be opened.
    """
    trouble = why_no_window()
    if trouble:
        return _refuse(trouble)
    try:
        from briefing.gui.running.plain_imports import import_plainly

        import_plainly()
        from briefing.gui.reader import Reader
    except ImportError as error:
        if error.name and error.name.startswith("briefing"):
            raise
        return _refuse(why_no_qt(error))
    from briefing.gui.running.faults import Faults

    faults = Faults(paths.logs)
    with faults.installed():  # before the application is made, so that nothing goes past it
        reader = Reader(paths)
        faults.show = reader.show_fault
        try:
            return _serve(reader, library, files)
        except Exception as error:  # noqa: BLE001 - a mistake of ours while the window opened
            faults.take(error)
            return reader.show_refusal(error)


def _serve(reader: Reader, library: Path | None, files: Sequence[Path]) -> int:
    from briefing.errors import BriefingError, LibraryDamaged

    if reader.raise_other(library, files):
        return 0
    try:
        reader.open(library, files)
    except LibraryDamaged as error:
        reader.rescue(error, library)
    except BriefingError as error:
        return reader.show_refusal(error)
    return reader.run()


def _refuse(sentence: str) -> int:
    sys.stderr.write(f"{sentence}\n")
    return 1
