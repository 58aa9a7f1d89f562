"""What needs the library closed for a moment: going back to a backup, deleting, another language."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from briefing.errors import BriefingError
from briefing.gui.deeds.library import told_aside
from briefing.gui.lanes.closed_work import ClosedWork
from briefing.gui.running.memory import Memory
from briefing.gui.window import Window
from briefing.gui.words.language import tr
from briefing.paths import Paths


class Moves:
    """Closes a window, works on its library, and opens what comes next.

    Args:
        open_: opens a library in a window.
        paths: where the program's own files are.

    Attributes:
        work: what stood in for the window last.
    """

    def __init__(self, open_: Callable[[Path], Window], paths: Paths) -> None:
        self._open = open_
        self._paths = paths
        self.work: ClosedWork | None = None

    def go_back(self, former: Window, backup: Path) -> None:
        """Make the library what it was at a backup."""
        from briefing.workspace import going_back

        try:
            held = going_back.hold(backup)  # closing makes a backup, and may drop the one chosen
        except BriefingError as error:
            former.notices.show_error(error)
            return
        here = former.workspace.library_folder
        work = ClosedWork(tr("Going back to the backup…"))

        def back(aside: tuple[Path, ...]) -> None:
            self._open(here).notices.show_message(told_aside(aside))
            work.close()

        def fail(error: Exception) -> None:
            self._open(here).notices.show_error(error)
            work.close()

        work.done.connect(back)
        work.failed.connect(fail)
        self._between(former, work, lambda: going_back.go_back_to(here, held))

    def delete(self, former: Window) -> None:
        """Delete the library; then offer what can be done next."""
        from briefing.workspace import keeping

        here = former.workspace.library_folder
        work = ClosedWork(tr("Deleting the library…"))

        def gone(left: tuple[Path, ...]) -> None:
            Memory(self._paths.config, here).forget()
            words = tr("The library in {folder} is deleted.", folder=here)
            if left:
                names = ", ".join(path.name for path in left[:5])
                words += " " + tr("What is not the library’s own was left: {names}", names=names)
            work.end(words)
            work.offer(tr("Open the sample library"), partial(go_on, self._paths.sample_library))
            work.offer(tr("Begin a new library"), partial(go_on, self._paths.default_library))
            work.offer(tr("Quit"), work.close, first=True)

        def go_on(folder: Path) -> None:
            self._open(folder)
            work.close()

        def fail(error: Exception) -> None:
            self._open(here).notices.show_error(error)
            work.close()

        work.done.connect(gone)
        work.failed.connect(fail)
        self._between(former, work, lambda: keeping.delete_library(here, self._paths))

    def _between(self, former: Window, work: ClosedWork, deed: Callable[[], object]) -> None:
        """Show the work in the window's place; it begins once the library is closed."""
        work.show()
        self.work = work
        former.close()
        former.deleteLater()
        work.begin(deed)

    def open_again(self, former: Window) -> None:
        """Open the same library in a new window: the words of one are made once."""
        here = former.workspace.library_folder
        work = ClosedWork(tr("One moment…"))

        def again(_: object) -> None:
            self._open(here)
            work.close()

        work.done.connect(again)
        self._between(former, work, lambda: None)
