"""What the commands for notes on articles and meetings do."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from briefing.errors import NotFound
from briefing.gui.article.note_strip import NoteStrip
from briefing.gui.dialogs.forms import Form
from briefing.gui.window_frame import WindowFrame
from briefing.gui.words.language import tr

_SHORT = 80  # characters of what a note is on, in the title of its window


class NoteDeeds(QObject):
    """Carries these commands out on one window, and shows the open article's note."""

    def __init__(self, window: WindowFrame) -> None:
        super().__init__(window)
        self._window = window
        self.strip = NoteStrip()
        window.columns.reader.add_below(self.strip)
        self.strip.edit_wanted.connect(self.note_article)
        window.desk.refreshed.connect(self._show)

    def table(self) -> dict[str, Callable[..., object]]:
        """Return every deed by the name of its command."""
        return {"note_article": self.note_article, "note_meeting": self.note_meeting}

    def note_article(self) -> None:
        """Open the note on the open article."""
        article = self._window.columns.reader.article
        if article is None or self._window.desk.place.article != article.id:
            self._window.status.say(tr("Choose an article first."))
            return
        note = self._window.workspace.article_note(article.id)
        self._open("article", article.id, article.headline, note)

    def note_meeting(self) -> None:
        """Open the note on the open meeting."""
        meeting = self._window.desk.meeting
        if meeting is None:
            self._window.status.say(tr("Choose a meeting first."))
            return
        self._open("meeting", meeting.id, meeting.title, meeting.note)

    def _open(self, kind: str, number: int, title: str, note: str) -> None:
        short = title if len(title) <= _SHORT else f"{title[: _SHORT - 1]}…"
        form = Form(tr("Note on “{what}”", what=short), self._window)
        form.text("note", tr("Note"), note)
        workspace = self._window.workspace

        def given(fields: dict[str, Any]) -> None:
            text = str(fields["note"])
            self._window.actions_.run(tr("Note"), lambda: workspace.note(kind, number, text))

        self._window.requests.open_form(form, given)

    def _show(self, overview: object) -> None:  # noqa: ARG002 - the signal's value
        article = self._window.desk.place.article
        try:
            note = "" if article is None else self._window.workspace.article_note(article)
        except NotFound:  # taken out a moment ago
            note = ""
        self.strip.show_note(note)
