"""Reviewing one after the other, by keys; and the decisions that take more than a key."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from briefing.gui.desk.review_queue import ReviewQueue, waiting
from briefing.model import Records
from tests.helpers import invented
from tests.helpers.fake_workspace import refusal
from tests.helpers.invented import FREEDONIA

TOLLS = "Tolls on the river bridge lifted by the autumn"
FERRY = "The ferry pact extended to the whole lake"
DREDGING = "A larger share of the dredging bill"
FISH = "Fishing grounds stay off the table"


@pytest.fixture
def detail(window):
    return window.window.columns.panels.detail


@pytest.fixture
def press(window, qtbot):
    def on_text(key, modifier=Qt.KeyboardModifier.NoModifier):
        qtbot.keyClick(window.window.columns.reader.view, key, modifier)
        window.idle()

    return on_text


def test_asks_wait_in_the_order_they_are_read():
    assert [ask.text for ask in waiting(invented.records(), (1,))] == [TOLLS, DREDGING, FISH]


def test_the_review_begins_at_the_first_ask_that_waits(window, detail):
    window.do("review")
    assert detail.text.text() == TOLLS
    assert detail.queue.text() == "1 of 3 to review"
    assert window.reader.outlined() == [
        "It wants the tolls on the river bridge lifted by the autumn"
    ]


def test_the_review_takes_its_keys_at_once_though_the_sidebar_was_used_last(window, qtbot):
    window.window.activateWindow()
    window.window.columns.sidebar.setFocus()
    window.do("review")
    assert window.window.focusWidget() is window.window.columns.reader.view


def test_j_and_k_walk_the_review(window, detail, press):
    window.do("review")
    press(Qt.Key.Key_J)
    assert detail.text.text() == DREDGING
    press(Qt.Key.Key_K)
    assert detail.text.text() == TOLLS


def test_without_a_review_j_turns_to_the_next_article(window, press):
    window.window.activateWindow()
    press(Qt.Key.Key_J)
    assert window.reader.lines()[0] == "The lake council meets again"


def test_a_decision_in_the_text_goes_on_to_the_next(window, workspace, detail, press):
    window.do("review")
    press(Qt.Key.Key_A)
    assert ("accept", "ask", (1,)) in workspace.calls
    assert detail.text.text() == DREDGING
    press(Qt.Key.Key_R)
    assert ("reject", "ask", (3,)) in workspace.calls
    assert detail.text.text() == FISH
    assert detail.queue.text() == "1 of 1 to review"


def test_keys_faster_than_the_library_writes_decide_on_one_ask_each(window, workspace, qtbot):
    window.do("review")
    for key in (Qt.Key.Key_A, Qt.Key.Key_R, Qt.Key.Key_A, Qt.Key.Key_A):  # the last one twice
        qtbot.keyClick(window.window.columns.reader.view, key)
    window.idle()
    decided = [call for call in workspace.calls if call[0] in {"accept", "reject"}]
    assert [(call[0], call[2]) for call in decided] == [
        ("accept", (1,)), ("reject", (3,)), ("accept", (4,)),
    ]  # fmt: skip
    assert "All asks are decided on." in window.status()


def test_a_decision_that_could_not_be_written_leaves_its_ask_to_review(
    window, workspace, *, detail, press, monkeypatch
):
    def refused(*_):
        raise refusal()

    window.do("review")
    monkeypatch.setattr(workspace, "accept", refused)
    press(Qt.Key.Key_A)
    assert detail.text.text() == DREDGING
    assert detail.queue.text() == "1 of 2 to review"
    press(Qt.Key.Key_K)
    assert detail.text.text() == TOLLS


def test_the_last_decision_ends_the_review(window, detail, press):
    window.do("review")
    for _ in range(3):
        press(Qt.Key.Key_A)
    assert not window.window.evidence.reviewing
    assert "All asks are decided on." in window.status()
    assert detail.queue.text() == ""


def test_the_review_goes_on_in_the_next_meeting_with_asks():
    meetings = tuple(replace(m, articles=(1,)) for m in invented.meetings())
    queue = ReviewQueue({1: Records(), 2: invented.records()}.__getitem__)
    assert queue.next_meeting(meetings, 1, 1) == 2
    assert queue.next_meeting(meetings, 2, 1) is None
    assert queue.next_meeting(meetings, 2, -1) is None


def test_esc_puts_the_finding_away(window, detail, qtbot):
    window.do("review")
    qtbot.keyClick(detail, Qt.Key.Key_Escape)
    assert not detail.isVisible()
    assert window.reader.outlined() == []


def test_keys_without_a_finding_say_what_to_do(window, press):
    press(Qt.Key.Key_A)
    assert "Click a finding" in window.status()


def test_all_of_high_confidence_are_accepted_as_one_change(window, workspace):
    bulk = window.window.columns.panels.asks.bulk
    assert bulk.text() == "Accept 3 of high confidence"
    bulk.click()
    window.idle()
    assert [c for c in workspace.calls if c[0] == "accept"] == [("accept", "ask", (1, 3, 4))]
    assert not bulk.isVisible()


def test_several_selected_cards_are_decided_on_together(window, workspace, qtbot):
    column = window.window.columns.panels.asks.columns[0]
    column.selectAll()
    qtbot.keyClick(column, Qt.Key.Key_A)
    window.idle()
    assert ("accept", "ask", (1, 2)) in workspace.calls


def test_shift_and_a_accepts_everywhere(window, workspace, press):
    window.asks.click(TOLLS)
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ShiftModifier)
    assert ("accept everywhere", "ask", (1,)) in workspace.calls


def test_m_merges_into_what_is_chosen_from_the_list(window, workspace):
    window.asks.press(TOLLS, Qt.Key.Key_M)
    form = window.form().form
    form.field.setText("dredging")
    window.form().ok()
    window.idle()
    assert ("merge", "ask", 3, 1) in workspace.calls


def test_a_merge_with_nothing_left_to_choose_changes_nothing(window, workspace):
    window.asks.press(TOLLS, Qt.Key.Key_M)
    window.form().form.field.setText("zebra")
    window.form().ok()
    window.idle()
    assert not [call for call in workspace.calls if call[0] == "merge"]


def test_s_splits_off_the_places_that_are_ticked(window, workspace):
    both = (invented.span(invented.SENTENCES[1]), invented.span(invented.SENTENCES[3]))
    asks = (replace(invented.asks()[0], spans=both), *invented.asks()[1:])
    workspace.found[1] = replace(workspace.found[1], asks=asks)
    window.window.desk.refresh()
    window.asks.press(TOLLS, Qt.Key.Key_S)
    form = window.form()
    form.form.list.item(0).setCheckState(Qt.CheckState.Checked)
    form.form.list.item(1).setCheckState(Qt.CheckState.Unchecked)
    form.write("text", "No tolls")
    form.ok()
    window.idle()
    assert ("split", "ask", 1, [0], {"text": "No tolls"}) in workspace.calls


def test_n_writes_a_note_that_stands_on_the_card(window, workspace):
    window.asks.press(TOLLS, Qt.Key.Key_N)
    window.form().write("note", "Ask the ferry office.")
    window.form().ok()
    window.idle()
    assert ("note", "ask", (1,)) in workspace.calls
    card = window.window.columns.panels.asks.card_of(workspace.found[1].asks[0])
    assert card.note == "Ask the ferry office."


def test_the_history_undoes_down_to_the_line_chosen(window, workspace):
    for text in (TOLLS, DREDGING):
        window.asks.press(text, Qt.Key.Key_A)
        window.idle()
    window.do("history")
    history = window.window.deeds.reading.history
    assert [history.list.item(n).text() for n in range(history.list.count())] == ["accept"] * 2
    history.list.setCurrentRow(1)
    history.button.click()
    window.idle()
    assert workspace.calls.count(("undo",)) == 2


def test_a_finding_that_is_gone_leaves_its_pane(window, detail, press):
    window.asks.click(FERRY)
    press(Qt.Key.Key_R)
    assert FERRY not in window.asks.texts(FREEDONIA)
    assert not detail.isVisible()


def test_a_form_opened_after_another_was_closed_stays_the_open_one(window, qtbot):
    window.asks.press(TOLLS, Qt.Key.Key_E)
    first = window.form().form
    first.reject()
    window.asks.press(TOLLS, Qt.Key.Key_N)
    qtbot.waitUntil(lambda: window.window.requests.form is not None)
    assert window.form().form.windowTitle().startswith("Note on")


def test_an_ask_opened_from_the_list_to_review_begins_the_review_there(window, detail, press):
    window.open_row("To review")
    window.idle()
    window.window.columns.results.step(1)
    window.window.columns.results.open_current()
    assert detail.queue.text() == "2 of 3 to review"
    press(Qt.Key.Key_J)
    assert detail.queue.text() == "3 of 3 to review"


def test_esc_in_the_text_closes_find_and_then_puts_the_finding_away(window, detail, press):
    window.do("review")
    window.do("find")
    press(Qt.Key.Key_Escape)
    assert not window.window.columns.reader.finder.isVisible()
    assert detail.isVisible()
    press(Qt.Key.Key_Escape)
    assert not detail.isVisible()


def test_opening_another_meeting_ends_the_review_and_stays_there(window, detail):
    window.do("review")
    window.window.desk.open_meeting(2)
    window.idle()
    assert window.window.desk.place.meeting == 2
    assert detail.record is None
    assert not window.window.evidence.reviewing
