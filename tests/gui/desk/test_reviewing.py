"""Accepting, rejecting and correcting what was found."""

from PySide6.QtCore import Qt

from tests.helpers import invented
from tests.helpers.fake_workspace import refusal
from tests.helpers.invented import FREEDONIA

TOLLS = "Tolls on the river bridge lifted by the autumn"


def test_a_accepts_the_ask_and_its_card_says_so(window, workspace):
    window.asks.press(TOLLS, Qt.Key.Key_A)
    window.idle()
    assert ("accept", "ask", (1,)) in workspace.calls
    assert "✓ confirmed" in window.asks.chips(TOLLS)


def test_r_rejects_the_ask_and_its_card_goes(window):
    window.asks.press(TOLLS, Qt.Key.Key_R)
    window.idle()
    assert TOLLS not in window.asks.texts(FREEDONIA)


def test_e_opens_a_form_that_sends_only_what_was_changed(window, workspace):
    window.asks.press(TOLLS, Qt.Key.Key_E)
    form = window.form()
    form.write("text", "No tolls on the river bridge")
    form.ok()
    window.idle()
    assert ("edit", "ask", (1,)) in workspace.calls
    assert window.asks.texts(FREEDONIA)[0] == "No tolls on the river bridge"
    assert workspace.found[1].asks[0].kind == "ask"


def test_a_form_does_not_block_the_window(window):
    window.asks.press(TOLLS, Qt.Key.Key_E)
    assert not window.form().form.isModal()
    window.form().form.reject()


def test_an_asterisk_stars_the_ask_and_the_list_of_starred_asks_grows(window, workspace):
    window.asks.press(TOLLS, Qt.Key.Key_Asterisk)
    window.idle()
    window.open_row("Starred")
    window.idle()
    assert len(window.hits()) == 2


def test_the_menu_of_a_card_offers_the_same(window):
    assert window.asks.menu_words(TOLLS) == [
        "Show in the text", "Accept", "Reject", "Edit…", "Merge…", "Note…", "Star", "Why?",
        "Accept everywhere", "Reject everywhere", "Copy",
    ]  # fmt: skip


def test_a_card_tells_why_it_is_there(window):
    assert "wants: subject Freedonia" in window.asks.tip(TOLLS)


def test_asks_to_review_are_listed_and_can_be_accepted_there(window, workspace, qtbot):
    window.open_row("To review")
    window.idle()
    assert len(window.hits()) == 3
    qtbot.keyClick(window.window.columns.results.list, Qt.Key.Key_A)
    window.idle()
    assert len(window.hits()) == 2


def test_undo_is_named_in_the_menu(window):
    assert not window.window.commands["undo"].isEnabled()
    window.asks.press(TOLLS, Qt.Key.Key_A)
    window.idle()
    assert window.window.commands["undo"].text() == "&Undo: accept ask"
    window.do("undo")
    window.idle()
    assert "Undo: Accept ask" in window.status()


def test_selected_words_become_an_ask(window, workspace):
    window.reader.select("a larger share of the dredging bill")
    window.do("add_ask")
    form = window.form()
    form.write("issues", "Dredging; Budget")
    form.ok()
    window.idle()
    start = invented.TEXT.index("a larger share of the dredging bill")
    call = next(c for c in workspace.calls if c[0] == "add")
    assert call[1:5] == ("ask", 1, start, start + len("a larger share of the dredging bill"))
    assert call[5]["issues"] == ["Dredging", "Budget"]


def test_without_a_selection_the_user_is_told_to_select(window):
    window.do("add_issue")
    assert "Select some text of the article first." in window.status()


def test_selected_words_are_copied_with_their_source(window, qapp):
    window.reader.select("Fishing grounds".lower())
    window.do("copy_citation")
    assert qapp.clipboard().text() == ("“fishing grounds” (The Lake Courier, 21 March 2031, ¶ 5)")


def test_a_meeting_without_a_date_asks_for_it(window, workspace, qtbot):
    window.window.desk.open_meeting(2)
    facts = window.window.columns.panels.facts
    assert facts.asking.isVisible()
    assert "Date not known" in facts.basis.text()
    facts.date.show_day(invented.meetings()[0].date)
    qtbot.mouseClick(facts.set_date, Qt.MouseButton.LeftButton)
    window.idle()
    assert workspace.meetings[2].date == invented.meetings()[0].date
    assert not facts.asking.isVisible()


def test_sides_and_place_of_a_meeting_can_be_edited(window, workspace):
    window.do("edit_meeting")
    window.form().write("place", "Old Harbour")
    window.form().ok()
    window.idle()
    assert ("set_meeting", 1, {"place": "Old Harbour"}) in workspace.calls
    assert "Old Harbour" in window.window.columns.panels.facts.facts.text()


def test_an_article_without_a_date_asks_for_it(window, workspace, qtbot):
    window.open_row("Unassigned articles")
    prompt = window.window.columns.reader.prompt
    assert prompt.isVisible()
    prompt.field.show_day(invented.meetings()[0].date)
    qtbot.mouseClick(prompt.button, Qt.MouseButton.LeftButton)
    window.idle()
    assert workspace.articles[2].published == invented.meetings()[0].date
    assert not prompt.isVisible()


def test_an_error_is_a_sentence_in_a_bar_and_the_window_goes_on(window, workspace):
    workspace.failing = refusal()
    window.asks.press(TOLLS, Qt.Key.Key_A)
    window.idle()
    assert window.error() == "The disk is full. Make room and try again."
    window.asks.press(TOLLS, Qt.Key.Key_A)
    window.idle()
    assert "✓ confirmed" in window.asks.chips(TOLLS)


def test_our_own_mistake_gives_a_report_to_copy(window, workspace, qapp, caplog):
    workspace.failing = ZeroDivisionError("division by zero")
    window.asks.press(TOLLS, Qt.Key.Key_A)
    window.idle()
    window.window.notices.copy.click()
    assert "ZeroDivisionError" in window.error()
    assert "raised ZeroDivisionError" in qapp.clipboard().text()
    caplog.clear()
