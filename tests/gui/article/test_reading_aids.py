"""What helps the eye: line length, marks to choose, hidden lines, other prints, finding."""

from dataclasses import replace
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt

from briefing.gui.article import hidden_lines
from briefing.gui.article.article_text import ShownText
from briefing.model import HiddenRange
from tests.helpers import invented

TOLLS = "Tolls on the river bridge lifted by the autumn"


@pytest.fixture
def view(window):
    return window.window.columns.reader.view


def kinds(view):
    return {mark.kind for mark in view._marks}


def test_lines_grow_wider_and_narrower_and_the_settings_keep_it(window, qtbot):
    with qtbot.waitSignal(window.window.settings_changed) as told:
        window.do("wider_lines")
    assert told.args[0].line_length == 76
    window.do("narrower_lines")
    with qtbot.waitSignal(window.window.settings_changed) as told:
        window.do("narrower_lines")
    assert told.args[0].line_length == 68


def test_the_face_of_the_text_can_be_changed(window, view):
    window.do("face_sans")
    families = view.document().lastBlock().charFormat().font().families()
    assert families == ["Inter"]
    assert window.window.commands["face_sans"].isChecked()


@pytest.mark.parametrize("kind", ["ask", "candidate", "person", "pressure"])
def test_marks_of_a_kind_are_left_out_and_come_back(window, view, kind):
    assert kind in kinds(view)
    window.do(f"marks_{kind}")
    assert kind not in kinds(view)
    window.do(f"marks_{kind}")
    assert kind in kinds(view)


def test_marks_of_a_side_are_left_out(window, view):
    window.do("marks_side_1")
    assert {mark.side for mark in view._marks} == {0, -1}
    assert window.window.commands["marks_side_1"].text() == "Marks of Sylvania"


def test_a_hidden_line_names_its_rule_and_a_click_in_the_margin_puts_it_back(
    window, workspace, view, qtbot
):
    window.do("show_hidden")
    ((start, area),) = list(hidden_lines._signs(view, view._shown))
    inside = area.center().toPoint()
    assert hidden_lines.sign_at(view, view._shown, area.center()) == 0
    words = hidden_lines.tip_at(view, view._shown, view.cursorRect().center())
    assert start == view._shown.range_of(0, 1)[0]
    line = view._shown.line_at(start)
    assert line.rule == "menu"
    assert "rule “menu”" in words or words == ""
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=inside)
    window.idle()
    assert ("show", 1, 0) in workspace.calls
    assert window.window.columns.reader.article.hidden == ()


def test_hidden_text_is_put_back_from_the_menu_where_the_caret_is(window, workspace):
    window.do("show_hidden")
    window.window.columns.reader.view.scroll_to(3, 4)
    window.do("put_back")
    window.idle()
    assert ("show", 1, 3) in workspace.calls


def test_there_must_be_hidden_text_to_put_back(window):
    window.reader.click("by the autumn")
    window.do("put_back")
    assert "Put the cursor into hidden text first" in window.status()


def test_a_line_is_hidden_in_every_article_of_the_outlet(window, workspace):
    window.reader.click("Officials warn")
    window.do("always_hide")
    window.idle()
    call = next(c for c in workspace.calls if c[0] == "always_hide")
    assert invented.TEXT[call[2] : call[3]] == invented.SENTENCES[7]


def test_selected_text_is_hidden(window, workspace):
    window.reader.select("Officials warn")
    window.do("hide_selection")
    window.idle()
    start = invented.TEXT.index("Officials warn")
    assert ("hide", 1, start, start + len("Officials warn")) in workspace.calls


def test_what_is_hidden_is_not_found(window):
    finder = window.window.columns.reader.finder
    window.do("find")
    finder.field.setText("newsletters")
    finder.field.textEdited.emit("newsletters")
    assert finder.place.text() == "no hits"
    assert not finder.next.isEnabled()


def test_what_is_typed_is_found_counted_and_walked(window, qtbot):
    window.do("find")
    finder = window.window.columns.reader.finder
    qtbot.keyClicks(finder.field, "the lake")
    number = invented.TEXT.lower().count("the lake")
    assert finder.place.text() == f"1 of {number}"
    window.do("find_previous")
    assert finder.place.text() == f"{number} of {number}"


def test_other_prints_stand_under_the_headline_and_lead_there(window, workspace):
    other = SimpleNamespace(article=2, outlet="The <b>Bay", relation="copy", likeness=97)
    workspace.prints[1] = (other,)
    window.window.desk.refresh()
    assert window.reader.lines()[2] == "Also printed by The <b>Bay (97 % the same)"
    reader = window.window.columns.reader
    start = reader.view.toPlainText().index("The <b>Bay")
    cursor = reader.view.textCursor()
    cursor.setPosition(start + 1)
    assert cursor.charFormat().anchorHref() == "article:2"
    reader.view.anchorClicked.emit(cursor.charFormat().anchorHref())
    assert window.reader.lines()[0] == "The lake council meets again"


def test_links_do_not_move_the_offsets_of_the_text():
    article = invented.article()
    shown = ShownText(article, "meta", prints=(("Otto 🚢 News", "article:2"), ("B", "article:3")))
    line = next(line for line in shown.lines if line.kind == "prints")
    assert line.text == "Also printed by Otto 🚢 News; B"
    units = line.text.encode("utf-16-le")
    assert [units[2 * a : 2 * b].decode("utf-16-le") for a, b, _ in line.links] == [
        "Otto 🚢 News",
        "B",
    ]
    start = article.text.index("by the autumn")
    text = "\n".join(one.text for one in shown.lines).encode("utf-16-le")
    first, last = shown.range_of(start, start + 13)
    assert text[2 * first : 2 * last].decode("utf-16-le") == "by the autumn"


def test_an_outlined_ask_is_copied_with_its_source(window, qapp):
    window.asks.click(TOLLS)
    window.do("copy_citation")
    assert qapp.clipboard().text() == (
        "“It wants the tolls on the river bridge lifted by the autumn” "
        "(The Lake Courier, 21 March 2031, ¶ 2)"
    )


def test_an_article_is_starred(window, workspace):
    window.do("star_article")
    window.idle()
    assert ("star", "article", (1,)) in workspace.calls
    assert workspace.articles[1].starred


def test_a_line_hidden_in_its_middle_keeps_its_place(window, workspace):
    start = invented.TEXT.index("It wants the tolls")
    hidden = (*invented.article().hidden, HiddenRange(start, start + 8, "user"))
    workspace.articles[1] = replace(invented.article(), hidden=hidden)
    window.window.desk.refresh()
    window.do("show_hidden")
    assert "It wants" in window.reader.lines()
