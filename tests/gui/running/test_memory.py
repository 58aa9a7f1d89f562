"""What the window remembers of each library, and of no other."""

import pytest
from PySide6.QtCore import Qt

from briefing.gui.running.memory import MOST_SEARCHES, Memory


def test_searches_belong_to_their_library(tmp_path):
    lake, river = (Memory(tmp_path, tmp_path / name) for name in ("lake", "river"))
    lake.add_search("tolls")
    assert lake.searches() == ("tolls",)
    assert river.searches() == ()


def test_the_newest_search_comes_first_and_once(tmp_path):
    memory = Memory(tmp_path, tmp_path)
    for number in range(MOST_SEARCHES + 2):
        memory.add_search(f"query {number}")
    memory.add_search("query  4")
    assert memory.searches()[0] == "query 4"
    assert len(memory.searches()) == MOST_SEARCHES
    assert len(set(memory.searches())) == MOST_SEARCHES


def test_the_place_belongs_to_its_library(tmp_path):
    lake, river = (Memory(tmp_path, tmp_path / name) for name in ("lake", "river"))
    lake.keep_open(meeting=3, article=7, view="Read", query="")
    assert lake.place() == (3, 7)
    assert river.place() == (0, 0)


def test_libraries_opened_last_come_first_and_those_gone_are_left_out(tmp_path):
    for name in ("lake", "river", "gone"):
        if name != "gone":
            (tmp_path / name).mkdir()
        Memory(tmp_path, tmp_path / name).opened()
    assert Memory(tmp_path, tmp_path / "lake").libraries() == (
        tmp_path / "river",
        tmp_path / "lake",
    )


def test_a_deleted_library_is_forgotten_altogether(tmp_path):
    memory = Memory(tmp_path, tmp_path / "lake")
    memory.opened()
    memory.add_search("tolls")
    memory.forget()
    kept = (tmp_path / "memory.ini").read_text()
    assert "lake" not in kept
    assert "tolls" not in kept


def test_a_file_that_is_none_counts_as_empty(tmp_path):
    (tmp_path / "memory.ini").write_bytes(b"\x00\xff[[[=\nlibraries=\n")
    assert Memory(tmp_path, tmp_path / "lake").searches() == ()


@pytest.mark.parametrize("view", ["Brief", "Compare", "Timeline"])
def test_the_view_comes_back_with_the_window(open_window, workspace, view):
    first = open_window(workspace)
    first.idle()
    first.view(view)
    first.window.close()
    again = open_window(workspace)
    again.idle()
    assert again.window.desk.view == view
    assert again.window.columns.page() is not again.window.columns.reader


def test_the_results_of_a_search_come_back_with_their_query(open_window, workspace):
    first = open_window(workspace)
    first.search("ferry")
    first.window.close()
    again = open_window(workspace)
    again.idle()
    assert again.window.header.search.text() == "ferry"
    assert again.window.columns.page() is again.window.columns.results


def test_a_search_that_was_left_does_not_come_back(open_window, workspace):
    first = open_window(workspace)
    first.search("ferry")
    first.press_in_search(Qt.Key.Key_Escape)
    first.window.close()
    again = open_window(workspace)
    again.idle()
    assert again.window.header.search.text() == ""
    assert again.window.columns.page() is again.window.columns.reader
