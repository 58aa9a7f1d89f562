"""A user who clicks, types, drags, resizes and chooses commands at random, and never reads."""

from __future__ import annotations

import gc
import random
import sys
import threading
import traceback
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, QPoint, QPointF, QRect, Qt, qInstallMessageHandler
from PySide6.QtGui import QDropEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QWidget

from briefing.errors import BriefingError

# Leaves the program, the library or the machine, or opens what only the desktop can close.
LEFT_OUT = frozenset(
    {"quit", "new_library", "open_library", "open_sample", "print", "print_preview"}
)
_KEYS = (
    *(Qt.Key(code) for code in range(Qt.Key.Key_A.value, Qt.Key.Key_Z.value + 1)),
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_Return,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Delete,
    Qt.Key.Key_Space,
    Qt.Key.Key_F2,
    Qt.Key.Key_F3,
    Qt.Key.Key_F6,
    Qt.Key.Key_Asterisk,
    Qt.Key.Key_Slash,
)
_MODIFIERS = (
    *[Qt.KeyboardModifier.NoModifier] * 6,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
_WORDS = ("tariff", "side:canada", '"open quote', "NEAR/5", "((", "é 🚢", "-", "ask:trade* OR", "")


class Monkey:
    """Does one random thing at a time to a window; `faults` lists what should not have happened."""

    def __init__(self, window: Any, chance: random.Random) -> None:
        self.window = window
        self.faults: list[str] = []
        self._chance = chance
        self._commands = sorted(set(window.commands) - LEFT_OUT)
        self._deeds = (
            *[self._click] * 8, *[self._key] * 6, *[self._command] * 4, *[self._undo] * 2,
            self._double_click, self._drag, self._wheel, self._resize, self._type, self._select,
            self._menu, self._drop,
        )  # fmt: skip
        window.actions_.failed.connect(self._failed)
        window.desk.failed.connect(self._failed)

    def __enter__(self) -> Monkey:
        self._hook, sys.excepthook = sys.excepthook, self._raised
        self._handler = qInstallMessageHandler(self._warned)
        gc.callbacks.append(self._looked)
        return self

    def __exit__(self, *_: object) -> None:
        gc.callbacks.remove(self._looked)
        sys.excepthook = self._hook
        qInstallMessageHandler(self._handler)

    def step(self) -> str:
        """Do one thing; return what it was."""
        deed = self._chance.choice(self._deeds)
        try:
            deed()
        except RuntimeError as error:  # what was pressed went before it was released
            if "already deleted" not in str(error):
                raise
        QApplication.processEvents()
        self._shut_popups()
        return deed.__name__

    def _click(self) -> None:
        widget, place = self._somewhere()
        button = self._chance.choice((*[Qt.MouseButton.LeftButton] * 7, Qt.MouseButton.RightButton))
        QTest.mouseClick(widget, button, self._chance.choice(_MODIFIERS), place)

    def _double_click(self) -> None:
        widget, place = self._somewhere()
        QTest.mouseDClick(widget, Qt.MouseButton.LeftButton, pos=place)

    def _drag(self) -> None:
        view = self.window.columns.reader.view.viewport()
        QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=self._inside(view.rect()))
        QTest.mouseMove(view, self._inside(view.rect()))
        QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=self._inside(view.rect()))

    def _key(self) -> None:
        target = QApplication.focusWidget() or self.window
        QTest.keyClick(target, self._chance.choice(_KEYS), self._chance.choice(_MODIFIERS))

    def _command(self) -> None:
        action = self.window.commands[self._chance.choice(self._commands)]
        if action.isEnabled():
            action.trigger()

    def _undo(self) -> None:
        self.window.commands[self._chance.choice(("undo", "undo", "redo"))].trigger()

    def _wheel(self) -> None:
        widget, place = self._somewhere()
        control = Qt.KeyboardModifier.ControlModifier
        event = QWheelEvent(
            QPointF(place),
            QPointF(widget.mapToGlobal(place)),
            QPoint(),
            QPoint(0, self._chance.choice((-240, 120))),
            Qt.MouseButton.NoButton,
            self._chance.choice((Qt.KeyboardModifier.NoModifier, control)),
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(widget, event)

    def _resize(self) -> None:
        self.window.resize(self._chance.randint(500, 1600), self._chance.randint(300, 1000))

    def _type(self) -> None:
        self.window.header.search.setText(self._chance.choice(_WORDS))

    def _select(self) -> None:
        view = self.window.columns.reader.view
        last = max(0, view.document().characterCount() - 1)
        cursor = view.textCursor()
        cursor.setPosition(self._chance.randint(0, last))
        cursor.setPosition(self._chance.randint(0, last), cursor.MoveMode.KeepAnchor)
        view.setTextCursor(cursor)

    def _menu(self) -> None:
        lists = [shown for shown in self.window.columns.panels.lists() if shown.chosen()]
        if not lists:
            return
        menu = self._chance.choice(lists).menu()
        actions = [a for a in menu.actions() if not a.isSeparator()]
        self._chance.choice(actions).trigger()
        menu.deleteLater()

    def _drop(self) -> None:
        section = self._chance.choice(self.window.columns.panels.sections())
        mime = QMimeData()
        mime.setText("dropped words")
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        section.dropEvent(QDropEvent(QPointF(3, 3), Qt.DropAction.CopyAction, mime, left, none))

    def _somewhere(self) -> tuple[QWidget, QPoint]:
        """Return a widget of a window in view, and a place in it."""
        tops = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w.width() > 1]
        top = self._chance.choice(tops) if self._chance.random() < 0.3 else self.window
        place = self._inside(top.rect())
        widget = top.childAt(place) or top
        return widget, widget.mapFrom(top, place)

    def _inside(self, area: QRect) -> QPoint:
        return QPoint(
            self._chance.randint(0, max(0, area.width() - 1)),
            self._chance.randint(0, max(0, area.height() - 1)),
        )

    def _shut_popups(self) -> None:
        popup = QApplication.activePopupWidget()
        if popup is not None and (isinstance(popup, QMenu) or self._chance.random() < 0.5):
            popup.close()
        windows = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w.isWindow()]
        others = [w for w in windows if not isinstance(w, QMainWindow)]
        for extra in others[4:]:
            extra.close()

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, BriefingError):
            self.faults.append(f"failed: {error!r}")

    def _raised(self, kind: type[BaseException], error: BaseException, trace: Any) -> None:
        frames = traceback.extract_tb(trace)[-5:]
        way = " > ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in frames)
        self.faults.append(f"raised at {way}: {kind.__name__}: {error}")

    def _looked(self, phase: str, _: object) -> None:
        """Python looked for rings: on another thread it destroys objects of Qt there, and one day Qt crashes."""
        if phase == "start" and threading.current_thread() is not threading.main_thread():
            self.faults.append(f"rings were looked for on {threading.current_thread().name}")

    def _warned(self, _kind: Any, _context: Any, words: str) -> None:
        if "This plugin does not support" not in words:  # of the screenless platform
            self.faults.append(f"Qt said: {words}")
