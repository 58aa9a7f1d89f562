"""On the sample library: what a reader kept open all day relies on, from page numbers to merging."""

import datetime as dt
import re
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QProxyStyle, QPushButton, QStyle

from briefing.gui.article.flash import Flash
from briefing.gui.sidebar.rows import MEETING
from briefing.paths import Paths, resources
from briefing.settings import Settings
from briefing.workspace import open_workspace

pytestmark = [pytest.mark.end2end, pytest.mark.slow]
OCTOBER = dt.date(2025, 10, 7)


@pytest.fixture
def opened(tmp_path, open_window):
    """Open the library again and again; each window is closed, and its workspace, at the end."""
    workspaces = []

    def open_again():
        paths = Paths.under(tmp_path / "own")
        workspaces.append(open_workspace(tmp_path / "lib", paths, Settings()))
        page = open_window(workspaces[-1])
        page.idle()
        return page

    yield open_again
    for workspace in workspaces:
        workspace.close()


@pytest.fixture
def page(opened):
    page = opened()
    page.drop(*sorted(resources().joinpath("sample").glob("2025*.txt")))
    page.idle()
    october = next(m for m in page.window.desk.overview.meetings if m.date == OCTOBER)
    page.window.desk.read_meeting(october.id)
    page.idle()
    return page


def test_the_numbers_in_the_margin_are_those_of_the_footnotes(page):
    article, view = page.window.columns.reader.article, page.window.columns.reader.view
    margin = {number: view._shown.source_of(start + 1) for number, start in view._numbers()}
    page.view("Brief")
    notes = [n for n in page.window.columns.brief._notes.values() if n.article == article.id]
    cited = {int(number) for number in re.findall(r"¶ ?(\d+)", page.brief().replace("\xa0", " "))}
    told = {article.paragraph_at(note.start) for note in notes}
    assert notes
    assert told <= set(margin)
    assert told <= cited
    for note in notes:
        number = article.paragraph_at(note.start)
        assert article.paragraph_at(margin[number]) == number


def test_lines_of_the_article_hold_sixty_to_seventy_five_letters(page):
    page.window.resize(1600, 900)

    def middle():
        lengths, block = [], page.window.columns.reader.view.document().begin()
        while block.isValid():
            layout = block.layout()
            lengths += [layout.lineAt(n).textLength() for n in range(layout.lineCount() - 1)]
            block = block.next()
        return sorted(lengths)[len(lengths) // 2]

    page.until(lambda: 60 <= middle() <= 75)


def test_the_wheel_with_ctrl_zooms_the_article(page):
    view = page.window.columns.reader.view
    before = view.document().begin().layout().boundingRect().height()
    here = QPointF(view.viewport().rect().center())
    turn = QWheelEvent(
        here, QPointF(view.viewport().mapToGlobal(here.toPoint())), QPoint(), QPoint(0, 120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase,
        False,
    )  # fmt: skip
    for _ in range(4):
        QApplication.sendEvent(view.viewport(), turn)
    page.idle()
    assert view.document().begin().layout().boundingRect().height() > before


def test_a_decision_is_undone_after_the_program_was_started_again(page, opened):
    side = page.window.desk.meeting.sides[0]
    ask = page.asks.texts(side)[0]
    page.asks.press(ask, Qt.Key.Key_A)
    page.idle()
    assert "✓ confirmed" in page.asks.chips(ask)
    page.window.close()
    page.window.workspace.close()

    again = opened()
    assert "✓ confirmed" in again.asks.chips(ask)
    again.do("undo")
    again.idle()
    assert "✓ confirmed" not in again.asks.chips(ask)


def test_meetings_are_merged_by_the_menu_of_a_row_and_parted_by_undo(page):
    def rows():
        return [r for r in page.window.columns.sidebar.rows.rows if r.kind == MEETING]

    before = rows()
    menu = page.menu_of(before[0])
    menu["Merge into"].menu().actions()[0].trigger()
    page.idle()
    assert len(rows()) == len(before) - 1
    page.do("undo")
    page.idle()
    assert len(rows()) == len(before)


def test_the_brief_tells_what_changed_since_it_was_exported(page, tmp_path):
    page.answers.folder = tmp_path
    page.view("Brief")
    changes = page.window.columns.draft.changes
    assert changes.text() == "Not exported yet."
    meeting = page.window.desk.meeting.id
    page.window.workspace.export([meeting], tmp_path)
    page.view("Read")
    ask = page.asks.texts(page.window.desk.meeting.sides[0])[0]
    page.asks.press(ask, Qt.Key.Key_R)
    page.idle()
    page.view("Brief")
    assert changes.text().startswith("•") or "\n•" in changes.text()


def test_comparing_tells_who_is_not_there_again(page):
    workspace, compare = page.window.workspace, page.window.columns.compare
    october = page.window.desk.meeting
    may = workspace.earlier_meetings(october.id)[0]
    found = workspace.comparison(october.id, may.id)
    one, other, *_ = workspace.records(meeting=may.id).people
    page.view("Compare")
    compare.show_comparison(october, may, (may,), replace(found, left=(one,), joined=(other,)))
    assert f"Not there again: {one.name}" in compare.people.text()
    assert f"New at the table: {other.name}" in compare.people.text()


def test_every_tool_shows_that_it_has_the_keyboard(page):
    page.window.activateWindow()
    unseen = []
    for button in page.window.findChildren(QPushButton):
        if not button.isVisible() or not button.isEnabled() or button.visibleRegion().isEmpty():
            continue
        page.window.columns.reader.setFocus()
        without = button.grab().toImage()
        button.setFocus(Qt.FocusReason.TabFocusReason)
        if button.hasFocus() and button.grab().toImage() == without:
            unseen.append(button.text() or button.accessibleName())
    assert unseen == []


def test_nothing_glows_where_the_desktop_asks_for_less_motion(qtbot):
    class Still(QProxyStyle):
        def styleHint(self, hint, option=None, widget=None, data=None):  # noqa: N802 - Qt's name
            if hint == QStyle.StyleHint.SH_Widget_Animation_Duration:
                return 0
            return super().styleHint(hint, option, widget, data)

    button, style = QPushButton("Sentence"), Still()
    qtbot.addWidget(button)
    button.setStyle(style)
    glow = Flash(button)
    glow.start()
    assert glow.strength == 0
