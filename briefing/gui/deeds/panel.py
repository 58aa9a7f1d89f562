"""What the Panels menu does: opens and closes the panels and the left column."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from briefing.gui.window_frame import WindowFrame

PANELS = ("meeting", "people", "issues", "asks", "pressure", "gaps")


class PanelDeeds(QObject):
    """Carries out the commands of the Panels menu, and keeps their ticks right."""

    def __init__(self, window: WindowFrame) -> None:
        super().__init__(window)
        self._columns = window.columns
        self._commands: Mapping[str, QAction] = {}
        window.columns.docks.closed_changed.connect(self._tick)

    def table(self) -> dict[str, Callable[..., object]]:
        """Return every deed by the name of its command."""
        docks, columns = self._columns.docks, self._columns
        return {
            "panel_library": lambda on: columns.set_library_closed(not on),
            **{
                f"panel_{name}": lambda on, name=name: docks.set_closed(name, closed=not on)
                for name in PANELS
            },
        }

    def begin(self, commands: Mapping[str, QAction]) -> None:
        """Tick what is open."""
        self._commands = commands
        self._tick()

    def _tick(self) -> None:
        if not self._commands:
            return
        self._commands["panel_library"].setChecked(not self._columns.library_closed)
        for name in PANELS:
            self._commands[f"panel_{name}"].setChecked(not self._columns.docks.is_closed(name))
