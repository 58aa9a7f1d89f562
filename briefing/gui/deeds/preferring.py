"""Preferences that reach into the library, taken over at once: our side and the language model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from briefing.gui.window_frame import WindowFrame
from briefing.gui.words.language import tr
from briefing.model.changes import NOTHING

if TYPE_CHECKING:
    from briefing.settings import Settings


class Preferring(QObject):
    """Hands changed preferences to the workspace, and offers to read the articles again."""

    def __init__(self, window: WindowFrame) -> None:
        super().__init__(window)
        self._window = window
        window.settings_changed.connect(self._take)

    def _take(self, settings: Settings) -> None:
        workspace = self._window.workspace

        def work() -> tuple[bool, str]:
            other = workspace.prefer(settings)
            return other, workspace.stand_in() if other and settings.model else ""

        def take(found: tuple[bool, str]) -> None:
            other, instead = found
            if other:
                self._window.actions_.changed.emit(NOTHING)
                self._offer(settings.model, instead)

        self._window.jobs.start(
            "Preferences",
            lambda _: work(),
            owner=self,
            succeeded=take,
            failed=self._window.notices.show_error,
        )

    def _offer(self, model: str, instead: str) -> None:
        """Offer to read the articles again: what was found in them rests on side and model."""
        told = tr("This holds from now on; articles read before keep what was found in them.")
        if instead:
            told = tr(
                "The model {name} is not installed; {instead} is used.", name=model, instead=instead
            )
        articles = [line.id for line in self._window.desk.overview.articles]
        if not articles or self._window.workspace.read_only:
            self._window.notices.show_message(told)
            return
        self._window.notices.show_message(
            told,
            offer=tr("Read all again"),
            taken=lambda: self._window.actions_.extract_again(articles),
        )
