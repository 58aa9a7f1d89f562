"""A sentence nobody selected is dragged onto a panel: by its margin, or held with Ctrl."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from tests.helpers import invented

WORDS = "It wants the tolls on the river bridge lifted"
SENTENCE = next(one for one in invented.SENTENCES if one.startswith(WORDS))
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def mouse(window):
    """The mouse over the article; what it drags is dropped on the panel named."""
    reader = window.window.columns.reader
    reader.view.scroll_to(0, 1)
    return Mouse(window.window, reader)


class Mouse:
    def __init__(self, window, reader):
        self.view, self.window, self.dragged = reader.view, window, []
        self.panel = "asks"
        reader.sentences._start = self._drop

    def at(self, words):
        start = invented.TEXT.index(words)
        return self.view.area_of_source(start, start + len(words))[0].center().toPoint()

    def beside(self, words):
        start = invented.TEXT.index(words)
        area = self.view.area_of_source(start, start + 3)[0]
        return QPoint(int(area.left()) - 16, int(area.center().y()))

    def drag(self, place, held=NONE):
        far = place + QPoint(60, 4)
        self._send(QEvent.Type.MouseButtonPress, place, LEFT, held)
        self._send(QEvent.Type.MouseMove, place + QPoint(1, 0), LEFT, held)
        self._send(QEvent.Type.MouseMove, far, LEFT, held)
        self._send(QEvent.Type.MouseButtonRelease, far, LEFT, held)

    def _send(self, kind, place, button, held):
        pressed = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else button
        button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else button
        where = QPointF(place)
        far = QPointF(self.view.viewport().mapToGlobal(place))
        event = QMouseEvent(kind, where, far, button, pressed, held)
        QApplication.sendEvent(self.view.viewport(), event)

    def _drop(self, _, mime):
        self.dragged.append(mime.text())
        if not self.panel:
            return False
        panel = getattr(self.window.columns.panels, self.panel)
        panel.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, mime, LEFT, NONE))
        return True


def test_a_sentence_is_dragged_by_the_margin_beside_its_line(mouse, window):
    mouse.drag(mouse.beside("Freedonia goes into the talks"))
    assert mouse.dragged == ["Freedonia goes into the talks with two wishes."]
    assert window.form().form.findChild(object, "text") is not None


def test_a_sentence_held_with_ctrl_is_dragged_whole(mouse, window, workspace):
    mouse.drag(mouse.at("river bridge"), Qt.KeyboardModifier.ControlModifier)
    assert mouse.dragged == [SENTENCE]
    form = window.form()
    form.ok()
    window.idle()
    call = next(call for call in workspace.calls if call[0] == "add")
    start = invented.TEXT.index(SENTENCE)
    assert call[3:5] == (start, start + len(SENTENCE))


def test_on_the_panel_of_issues_it_becomes_an_issue(mouse, window):
    mouse.panel = "issues"
    mouse.drag(mouse.beside("Freedonia goes into the talks"))
    assert window.form().form.windowTitle() == "Add issue from the selected text"


def test_without_ctrl_dragging_in_the_text_selects_words_as_ever(mouse):
    mouse.drag(mouse.at("river bridge"))
    assert mouse.dragged == []


def test_a_sentence_dropped_nowhere_is_not_left_selected(mouse):
    mouse.panel = ""
    mouse.drag(mouse.beside("Freedonia goes into the talks"))
    assert mouse.dragged
    assert mouse.view.selected_source() is None


def test_a_click_in_the_margin_drags_nothing(mouse):
    place = mouse.beside("Freedonia goes into the talks")
    mouse._send(QEvent.Type.MouseButtonPress, place, LEFT, NONE)
    mouse._send(QEvent.Type.MouseButtonRelease, place, LEFT, NONE)
    assert mouse.dragged == []


def test_the_margin_shows_that_it_can_be_gripped(mouse):
    place = mouse.beside("Freedonia goes into the talks")
    where, far = QPointF(place), QPointF(mouse.view.viewport().mapToGlobal(place))
    no = Qt.MouseButton.NoButton
    event = QMouseEvent(QEvent.Type.MouseMove, where, far, no, no, NONE)
    QApplication.sendEvent(mouse.view.viewport(), event)
    assert mouse.view.viewport().cursor().shape() == Qt.CursorShape.OpenHandCursor
