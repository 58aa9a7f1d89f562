"""Preparing a meeting in the window: brief and editor, comparing, timeline, meetings."""

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QImage
from PySide6.QtWidgets import QCheckBox

from briefing.gui.look.length_meter import LengthMeter
from briefing.gui.pages.draft_panel import DraftPanel, day_told
from briefing.gui.pages.query_filters import NEWEST, arranged
from briefing.gui.sidebar.rows import Row
from briefing.model import Hit
from tests.helpers import invented


def row(window, kind, key):
    rows = window.window.columns.sidebar.rows
    return rows.rows[rows.row_of(kind, key)]


def test_what_is_written_is_kept_and_stays_in_its_field(window, workspace):
    window.view("Brief")
    window.write("points", "- Begin with the tolls.")
    assert ("set_user_text", 1, "points", "- Begin with the tolls.") in workspace.calls
    window.view("Read")
    window.view("Brief")
    assert window.written("points") == "- Begin with the tolls."


def test_words_being_typed_are_not_overwritten_by_what_the_library_holds(window, workspace):
    window.view("Brief")
    window.window.columns.draft.fields["points"].setPlainText("half a")
    window.window.desk.refresh()
    window.idle()
    assert window.written("points") == "half a"


def test_words_not_handed_in_are_kept_when_the_window_closes(window, workspace):
    window.view("Brief")
    window.window.columns.draft.fields["points"].setPlainText("the last words")
    window.window.close()
    assert ("set_user_text", 1, "points", "the last words") in workspace.calls


def test_the_words_of_one_meeting_never_go_to_another(window, workspace):
    window.view("Brief")
    window.window.columns.draft.fields["points"].setPlainText("for the first")
    window.window.desk.open_meeting(2)
    window.idle()
    assert ("set_user_text", 1, "points", "for the first") in workspace.calls
    assert window.written("points") == ""


def test_a_footnote_leads_to_its_sentence(window):
    window.view("Brief")
    window.window.columns.brief.view.anchorClicked.emit(QUrl("#fn:1"))
    assert window.window.columns.reader.isVisible()
    assert window.reader.outlined() == [invented.TEXT[60:100]]


def test_the_length_is_told_in_words_and_pages(qtbot, theme):
    meter = LengthMeter(theme)
    qtbot.addWidget(meter)
    meter.show_length(760, 500)
    assert meter.text == "760 words, about 1½ pages"
    meter.show_length(120, 500)
    assert meter.text == "120 words, about ½ page"


def test_a_meeting_is_compared_with_an_earlier_one(window):
    window.view("Compare")
    assert set(window.compared().values()) == {"new"}
    assert "against" in window.window.columns.compare.title.text()
    assert not window.window.columns.right.isVisible()


def test_a_compared_ask_leads_to_its_sentence(window):
    window.view("Compare")
    page = window.window.columns.compare
    shown = next(one for one in page.asks() if "dredging" in one.words)
    shown.click()
    assert window.window.columns.reader.isVisible()
    assert window.reader.outlined()


def test_a_filter_shows_asks_of_one_kind_alone(window):
    window.view("Compare")
    page = window.window.columns.compare
    before = len(page.asks())
    page.filters["new"].click()
    assert len(page.asks()) == before
    page.filters["new"].setChecked(False)
    page.filters["not repeated"].setChecked(True)
    assert page.asks() == []


def test_a_meeting_alone_has_nothing_to_be_compared_with(window, workspace):
    workspace.meetings.pop(2)
    window.window.desk.refresh()
    window.view("Compare")
    assert window.compared() == {}
    assert "No other meeting" in window.window.columns.compare.facts.text()


def test_the_timeline_opens_what_is_pressed(window):
    window.view("Timeline")
    drawing = window.window.columns.timeline.drawing
    spot = next(one for one in drawing.spots() if one.kind == "meeting")
    drawing._open(spot)
    assert window.window.columns.reader.isVisible()
    assert window.window.desk.place.meeting == spot.id


def test_the_timeline_is_walked_with_the_keyboard(window, qtbot):
    window.view("Timeline")
    drawing = window.window.columns.timeline.drawing
    first = drawing.spots()[0]
    qtbot.keyClick(drawing, Qt.Key.Key_Right)
    assert first.words in drawing.accessibleName()
    qtbot.keyClick(drawing, Qt.Key.Key_Return)
    assert window.window.desk.place.article == first.id


@pytest.mark.parametrize("suffix", ["png", "svg"])
def test_the_timeline_is_saved_as_a_picture(window, tmp_path, suffix):
    window.view("Timeline")
    window.answers.save = tmp_path / f"time.{suffix}"
    window.window.columns.timeline.save.click()
    if suffix == "png":
        assert not QImage(str(window.answers.save)).isNull()
    else:
        assert "<svg" in window.answers.save.read_text()


def test_an_article_chosen_on_the_left_is_read_whatever_the_view(window):
    window.view("Compare")
    window.open_row(invented.TITLE)
    assert window.window.columns.reader.isVisible()


def test_an_article_is_dragged_onto_a_meeting(window, workspace):
    window.open_row("Unassigned articles")
    window.drag((2,), "meeting", 1)
    window.idle()
    assert ("assign", 2, 1) in workspace.calls


def test_what_is_no_article_is_not_taken_by_the_list(window):
    side = window.window.columns.sidebar
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    mime = QMimeData()  # the event does not own it
    event = QDropEvent(QPointF(30, 60), Qt.DropAction.CopyAction, mime, left, none)
    side.dropEvent(event)
    assert not event.isAccepted()


def test_a_suggestion_stands_below_its_article_and_is_taken_by_a_click(window, workspace):
    window.open_row("Unassigned articles")
    window.idle()
    words = next(text for text in window.rows() if text.startswith("Could belong to"))
    window.open_row(words)
    window.idle()
    assert ("assign", 2, 1) in workspace.calls


def test_several_articles_make_a_meeting(window, workspace):
    menu = window.window.requests.menus.menu(Row("article", 1, ""), (1, 2))
    assert menu.actions()[0].text() == "New meeting from these 2\u00a0articles…"


def test_a_meeting_is_confirmed_as_it_stands(window, workspace):
    menu = window.menu_of(row(window, "meeting", 1))
    menu["Confirm sides, date and place"].trigger()
    window.idle()
    call = next(c for c in workspace.calls if c[0] == "set_meeting")
    assert set(call[2]) == {"sides", "date", "place"}


def test_the_panel_confirms_the_meeting_with_one_click(window, workspace):
    confirm = window.window.columns.panels.facts.confirm
    confirm.click()
    window.idle()
    assert workspace.meetings[1].confirmed >= {"sides", "date", "place"}
    assert not confirm.isVisible()


def test_a_date_can_be_taken_away_in_the_form(window, workspace):
    window.do("edit_meeting")
    form = window.form().form
    known = next(b for b in form.findChildren(QCheckBox) if b.accessibleName() == "Date is known")
    known.setChecked(False)
    form.accept()
    window.idle()
    call = next(c for c in workspace.calls if c[0] == "set_meeting")
    assert call[2] == {"clear": ["date"]}


def test_a_filter_of_the_query_is_taken_away_by_its_pill(window, qtbot):
    window.search('ferry side:"Freedonia"')
    pill = window.window.columns.results.filters.pills[0]
    assert pill.text().startswith("side: Freedonia")
    with qtbot.waitSignal(window.window.searching.answered):
        pill.click()
    assert window.window.header.search.text() == "ferry"


def test_a_search_that_led_somewhere_is_offered_again(window):
    window.search("ferry")
    window.press_in_search(Qt.Key.Key_Return)
    assert "Recent searches" in window.rows()
    assert window.rows()[-1] == "ferry"


def test_hits_without_a_date_come_last_in_either_order():
    def hit(number, date):
        return Hit(
            kind="article", article=number, ask=None, title="", outlet="", published=date,
            meeting=None, snippet="", marks=(), start=0, end=0,
        )  # fmt: skip

    hits = (hit(1, None), hit(2, dt.date(2031, 1, 1)), hit(3, dt.date(2031, 2, 1)))
    assert [one.article for one in arranged(hits, NEWEST)] == [3, 2, 1]


def test_export_says_what_was_changed_in_two_places(window, workspace, tmp_path):
    workspace.both_changed = lambda meetings, folder: ("Points to make",)
    window.do("export_brief")
    dialog = window.window.preparing.exporting.dialog
    dialog.folder.setText(str(tmp_path))
    dialog.export.click()
    window.idle()
    assert "Points to make: changed in the file and here" in window.error()


def test_a_brief_tells_what_one_page_and_two_would_shorten(window, theme, qtbot):
    panel = DraftPanel(theme)
    qtbot.addWidget(panel)
    written = window.window.workspace.written(1)
    panel.show_written(replace(written, words=900, page=400, cut=("Issues",), cut_to_one=("Asks",)))
    assert panel.cut.text() == "One page would shorten: Asks.\nTwo pages would shorten: Issues."
    panel.show_written(replace(written, words=700, page=400, cut=(), cut_to_one=("Asks",)))
    assert panel.cut.text() == "One page would shorten: Asks.\nTwo pages hold all of it."
    panel.show_written(replace(written, words=300, page=400))
    assert panel.cut.text() == "One page holds all of it."


def test_the_day_of_an_export_is_written_as_the_window_writes_days():
    assert day_told("2026-11-22") == "22 Nov 2026"
    assert day_told("spring") == "spring"
