"""What the menus do to the finding at hand and to the look of the text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from briefing.gui.look.theme import UI_FAMILY
from briefing.gui.records import verbs
from briefing.gui.window_frame import WindowFrame
from briefing.gui.words import wording
from briefing.gui.words.language import tr, tr_phrase
from briefing.model import Changes
from briefing.model.changes import NOTHING

if TYPE_CHECKING:
    from briefing.gui.dialogs.history_window import HistoryWindow
    from briefing.settings import Settings

_KINDS = ("ask", "candidate", "person", "pressure")
NARROWEST, WIDEST, A_STEP = 40, 120, 4


class ReadingDeeds(QObject):
    """Carries out the commands of the Review menu, and of View for marks and lines."""

    setting_wanted = Signal(str, object)  # name and value of a preference

    def __init__(self, window: WindowFrame) -> None:
        super().__init__(window)
        self._window = window
        self._length = 0
        self.history: HistoryWindow | None = None

    def table(self) -> dict[str, Callable[..., object]]:
        """Return every deed by the name of its command."""
        evidence, detail = self._window.evidence, self._window.columns.panels.detail
        on_finding = {
            verb.name.replace(" ", "_"): lambda name=verb.name: evidence.review(name)
            for verb in verbs.VERBS
        }
        return {
            **on_finding,
            **self._marks(),
            "review": evidence.begin_review,
            "next_finding": lambda: evidence.step(1),
            "previous_finding": lambda: evidence.step(-1),
            "accept_firm": evidence.accept_firm,
            "next_place": lambda: detail.step(1),
            "previous_place": lambda: detail.step(-1),
            "history": self.show_history,
            "put_back": self._window.requests.put_back,
            "always_hide": lambda: self._such_lines(hide=True),
            "never_hide": lambda: self._such_lines(hide=False),
            "star_article": self._star_article,
            "star_meeting": self._star_meeting,
            "wider_lines": lambda: self._change_length(A_STEP),
            "narrower_lines": lambda: self._change_length(-A_STEP),
            "face_serif": lambda _: self.setting_wanted.emit("reading_font", ""),
            "face_sans": lambda _: self.setting_wanted.emit("reading_font", UI_FAMILY),
        }

    def show_settings(self, settings: Settings, commands: Mapping[str, QAction]) -> None:
        """Bring the menus in step with the preferences."""
        self._length = settings.line_length
        commands["face_serif"].setChecked(settings.reading_font == "")
        commands["face_sans"].setChecked(settings.reading_font == UI_FAMILY)

    def begin(self, commands: Mapping[str, QAction]) -> None:
        """Tick what is shown at first: every mark."""
        for name in self._marks():
            commands[name].setChecked(True)

    def name_sides(self, commands: Mapping[str, QAction]) -> None:
        """Name the sides of the open meeting in the menu."""
        sides = self._window.desk.sides
        for number in range(2):
            action = commands[f"marks_side_{number}"]
            named = (
                sides[number].replace("&", "&&")
                if number < len(sides)
                else tr("the &first side" if number == 0 else "the se&cond side")
            )
            action.setText(tr("Marks of {named}", named=named))
            action.setEnabled(number < len(sides))

    def show_history(self) -> None:
        """Open the list of what was done."""
        titles = [tr_phrase(title) for title in self._window.workspace.history()]
        from briefing.gui.dialogs.history_window import HistoryWindow

        self.history = HistoryWindow(titles, self._window)
        self.history.undo_wanted.connect(self._undo)
        self.history.destroyed.connect(self._forget)
        self.history.show()

    def _star_article(self) -> None:
        article = self._window.columns.reader.article
        if article is not None:
            self._window.actions_.star("article", article.id, on=not article.starred)

    def _star_meeting(self) -> None:
        meeting = self._window.desk.meeting
        if meeting is None:
            self._window.status.say(tr("Choose a meeting first."))
        else:
            self._window.actions_.star("meeting", meeting.id, on=not meeting.starred)

    def _such_lines(self, *, hide: bool) -> None:
        """Hide (or show) the selected line, or the one the caret is in, in all of the outlet."""
        reader, workspace = self._window.columns.reader, self._window.workspace
        article, at = reader.article, reader.view.caret_offset()
        extent = reader.view.selected_source() or reader.line_at(at)
        if article is None or extent is None:
            self._window.status.say(tr("Put the cursor into the line first."))
            return
        deed = workspace.always_hide if hide else workspace.never_hide
        title = tr("Always hide") if hide else tr("Never hide")
        self._window.actions_.run(title, lambda: deed(article.id, *extent))

    def _undo(self, steps: int) -> None:
        def work() -> Changes:
            changes = NOTHING
            for _ in range(steps):
                undone = self._window.workspace.undo()
                changes |= undone.changes if undone is not None else NOTHING
            return changes

        self._window.actions_.run(tr("Undo"), work)
        self._window.status.say(tr("Undone: {steps}", steps=wording.counted(steps, "step")))

    def _forget(self) -> None:
        self.history = None

    def _marks(self) -> dict[str, Callable[..., object]]:
        reader = self._window.columns.reader
        kinds = {
            f"marks_{kind}": lambda on, kind=kind: reader.show_kind(kind, on=on) for kind in _KINDS
        }
        sides = {
            f"marks_side_{side}": lambda on, side=side: reader.show_side(side, on=on)
            for side in (0, 1)
        }
        return {**kinds, **sides}

    def _change_length(self, by: int) -> None:
        length = min(max(self._length + by, NARROWEST), WIDEST)
        self.setting_wanted.emit("line_length", length)
        self._window.status.say(tr("Lines of {length} characters", length=length))
