"""The program's entry: the command line, which is handed the way to open the window."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from briefing import itself


def main() -> None:
    """Run `briefing` with the arguments of the process, or work for the process that started it."""
    if sys.argv[1:2] == [itself.READER]:
        from briefing.ingest.isolation.child import main as read_for_parent

        read_for_parent()
        return
    if sys.argv[1:2] == [itself.FINDER]:
        from briefing.workspace.extraction.hand import main as go_through_for_parent

        go_through_for_parent()
        return
    from briefing.cli.main import main as command_line

    sys.exit(command_line(open_window))


def open_window(library: Path | None, files: Sequence[Path]) -> int:
    """Open the window on a library (None: the user's own) and import files into it.

    Returns:
        The exit code of the window.

    Raises:
        BriefingError: no window can be shown on this machine; it says what to do.
    """
    from briefing.errors import BriefingError
    from briefing.screen import why_no_window

    problem = why_no_window()
    if problem:
        raise BriefingError(problem)
    from briefing.gui.main import run
    from briefing.paths import Paths

    return run(library, Paths.of_user(), files)


if __name__ == "__main__":
    main()
