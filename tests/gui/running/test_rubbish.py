"""Objects nobody holds any more are cleared away on the window's thread, never on a worker's."""

import gc
import threading

import pytest
from PySide6.QtCore import QObject, Qt

from briefing.gui.jobs import READ, WRITE, Jobs
from briefing.gui.running import rubbish
from briefing.gui.running.rubbish import Rubbish

MANY = 30_000  # rings of a worker: Python itself looks for them some forty times meanwhile


@pytest.fixture
def clearing(qtbot):
    """Clear away as the program does."""
    clearing = Rubbish()
    yield clearing
    clearing.stop()


def drop_a_ring(ended_on):
    """Make a ring with an object of Qt in it, and hold it no more."""
    lost = QObject()
    lost.ring = lost
    lost.destroyed.connect(
        lambda: ended_on.append(threading.current_thread()), Qt.ConnectionType.DirectConnection
    )


def make_rings(_):
    for _ in range(MANY):
        ring = []
        ring.append(ring)


def test_no_thread_but_the_windows_destroys_an_object_of_qt(clearing, qtbot):
    jobs, owner, ended_on, done = Jobs(), QObject(), [], []
    gc.collect()
    drop_a_ring(ended_on)
    for lane in (WRITE, READ, READ):
        jobs.start("Read", make_rings, owner=owner, lane=lane, succeeded=done.append)
    qtbot.waitUntil(lambda: len(done) == 3)
    qtbot.waitUntil(lambda: bool(ended_on))
    jobs.shut_down()
    assert ended_on == [threading.main_thread()]


def test_nor_where_a_library_lets_python_look_again(clearing, qtbot):
    """What reads the language model disables Python's own look meanwhile, and enables it after."""
    gc.enable()
    test_no_thread_but_the_windows_destroys_an_object_of_qt(clearing, qtbot)


def test_rings_are_cleared_away_while_the_window_waits(clearing, qtbot):
    ended_on = []
    gc.collect()
    drop_a_ring(ended_on)
    make_rings(None)
    assert not ended_on  # nothing was looked for in between
    qtbot.waitUntil(lambda: bool(ended_on), timeout=10 * rubbish.EVERY)


def test_where_little_was_made_nothing_is_looked_through(clearing, monkeypatch):
    looked = []
    monkeypatch.setattr(rubbish.gc, "collect", lambda *given: looked.append(given))
    monkeypatch.setattr(rubbish.gc, "get_count", lambda: (3, 0, 0))
    clearing.look()
    assert looked == []


def test_all_objects_are_looked_through_only_for_a_small_share_of_the_time(clearing, monkeypatch):
    looked, clock = [], iter([0.0, 0.0, 1.0, 1.0, 150.0, 202.0, 202.0, 203.0, 203.0])
    handed_back = []
    monkeypatch.setattr(rubbish, "hand_back", lambda: handed_back.append(len(looked)))
    monkeypatch.setattr(rubbish, "monotonic", lambda: next(clock))
    monkeypatch.setattr(rubbish.gc, "collect", lambda *given: looked.append(given))
    monkeypatch.setattr(rubbish.gc, "get_count", lambda: (9_999, 99, 99))
    for _ in range(3):  # the first takes a second, the next comes within its share, the third after
        clearing.look()
    assert looked == [(), (1,), ()]
    assert handed_back == [1, 3]  # memory goes back after all was looked through


def test_python_is_not_let_look_while_the_clearing_itself_ends(clearing):
    """Qt holds a lock while it ends an object; what Python found then would wait for it for ever."""
    usual = gc.get_threshold()
    other = Rubbish()
    gc.enable()  # as a library may
    other.stop()
    assert not gc.isenabled()
    assert gc.get_threshold() == usual


def test_memory_is_handed_back_where_the_system_can():
    rubbish.hand_back()  # raises where the C library is called in a wrong way
