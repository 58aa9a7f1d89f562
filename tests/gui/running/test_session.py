"""What is open is kept while the program runs: one that is killed opens where it was."""

from PySide6.QtCore import QByteArray, QObject

from briefing.gui.bars.header import BRIEF
from briefing.gui.running.session import EVERY, Session

_SCREEN = 46  # where Qt keeps the width of the screen in what it writes of a window


def test_it_is_kept_where_it_changed_and_not_again(qtbot):
    open_now, kept, parent = ["one"], [], QObject()
    session = Session(lambda: tuple(open_now), lambda: kept.append(tuple(open_now)), parent)
    session.look()
    session.look()
    open_now.append("two")
    session.look()
    assert kept == [("one",), ("one", "two")]


def test_a_program_that_is_killed_loses_a_quarter_of_a_minute_at_most():
    assert EVERY <= 15_000


def test_a_window_that_never_closed_opens_as_it_was(open_window, workspace):
    killed = open_window(workspace)
    killed.window.resize(700, 430)
    killed.window.columns.docks.set_closed("issues", closed=True)
    killed.window.desk.open_meeting(1)
    killed.window.desk.choose_view(BRIEF)
    killed.idle()
    killed.window.session.look()
    killed.idle()
    again = open_window(workspace).window
    assert again.height() == 430
    assert again.columns.docks.is_closed("issues")
    assert again.desk.place.meeting == 1
    assert again.desk.view == BRIEF


def test_so_do_the_query_and_the_place_read_to(open_window, workspace):
    killed = open_window(workspace)
    killed.window.desk.read_article(1)
    killed.window.resize(700, 420)
    view = killed.window.columns.reader.view

    def scrolled():
        view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
        return view.top_offset() > 0

    killed.until(scrolled)
    killed.search("missile")
    killed.window.session.look()
    killed.idle()
    again = open_window(workspace)
    assert again.window.header.search.text() == "missile"
    assert workspace.positions[1] > 0


def test_what_was_open_on_a_much_larger_screen_fits_into_this_one(open_window, workspace):
    """Qt restores nothing where the screen is of quite another width, not even the size."""
    first = open_window(workspace)
    first.window.close()
    file = first.window.state.values(first.window, first.window.columns)
    geometry = bytes(file["geometry"].data())
    wide = (first.window.screen().size().width() * 3).to_bytes(4, "big")
    file["geometry"] = QByteArray(geometry[:_SCREEN] + wide + geometry[_SCREEN + 4 :])
    first.window.state.save_aside(file)
    again = open_window(workspace).window
    free = again.screen().availableGeometry()
    assert again.width() <= free.width()
    assert again.height() <= free.height()
    assert free.contains(again.geometry().topLeft())


def test_a_window_at_rest_keeps_nothing(window):
    seen = [None]

    def stands_still():
        seen.append(window.window._seen())
        return seen[-1] == seen[-2]

    window.until(stands_still)
    window.window.session.look()
    window.idle()
    started = []
    window.window.jobs.start = lambda *given, **_: started.append(given)
    window.window.session.look()
    assert started == []
