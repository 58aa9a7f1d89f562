import gc
import itertools
import sys
import threading

import pytest
from PySide6.QtCore import QObject
from shiboken6 import delete

from briefing.errors import BriefingError
from briefing.gui.jobs import Jobs


def on_gui_thread():
    return threading.current_thread() is threading.main_thread()


@pytest.fixture
def jobs(qtbot):
    jobs = Jobs()
    yield jobs
    jobs.shut_down()


@pytest.fixture
def owner(qtbot):
    return QObject()


def test_a_result_arrives_on_the_gui_thread(jobs, owner, qtbot):
    seen = []
    jobs.start(
        "Add",
        lambda p: threading.current_thread().name,
        owner=owner,
        succeeded=lambda v: seen.append((v, on_gui_thread())),
    )
    qtbot.waitUntil(lambda: seen == [("library_0", True)])


def test_the_first_and_the_last_of_quick_steps_are_reported_before_the_result(jobs, owner, qtbot):
    def work(progress):
        for n in range(5):
            progress.step(n + 1, 5, f"article {n}")
        return "all"

    seen = []
    jobs.start(
        "Index",
        work,
        owner=owner,
        succeeded=seen.append,
        progressed=lambda d, t, w: seen.append((d, on_gui_thread())),
    )
    qtbot.waitUntil(lambda: "all" in seen)
    assert seen == [(1, True), (5, True), "all"]


def test_cancel_stops_at_the_next_step(jobs, owner, qtbot):
    def work(progress):
        for n in itertools.count():
            progress.step(n, 0)

    seen = []
    job = jobs.start("Slow", work, owner=owner, cancelled=lambda: seen.append("stopped"))
    job.cancel()
    qtbot.waitUntil(lambda: seen == ["stopped"])


def test_an_error_is_logged_and_handed_over(jobs, owner, qtbot, caplog):
    def work(progress):
        raise ValueError("no such article")

    seen = []
    jobs.start("Bad", work, owner=owner, failed=seen.append)
    qtbot.waitUntil(lambda: len(seen) == 1)
    assert str(seen[0]) == "no such article"
    assert "Bad failed" in caplog.text


def test_nothing_is_called_once_the_owner_is_gone(jobs, qtbot):
    owner, other, seen = QObject(), QObject(), []
    gate = threading.Event()
    jobs.start("Late", lambda p: gate.wait(2), owner=owner, succeeded=lambda v: seen.append("late"))
    delete(owner)
    gate.set()
    jobs.start("Next", lambda p: None, owner=other, succeeded=lambda v: seen.append("next"))
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == ["next"]


@pytest.mark.parametrize("_", range(10))
def test_many_jobs_and_shutdown_do_not_crash(owner, qtbot, _):
    jobs, done = Jobs(), []
    for n in range(30):
        jobs.start(str(n), lambda p, n=n: (p.step(n, 20), n)[1], owner=owner, succeeded=done.append)
    qtbot.waitUntil(lambda: len(done) == 30, timeout=3000)
    assert done == list(range(30))
    jobs.shut_down()
    del jobs
    gc.collect()


def test_reading_goes_on_while_the_writer_works(jobs, owner, qtbot):
    gate, seen = threading.Event(), []
    jobs.start(
        "Import", lambda p: gate.wait(5), owner=owner, succeeded=lambda v: seen.append("wrote")
    )
    jobs.start("Search", lambda p: "read", owner=owner, lane="read", succeeded=seen.append)
    qtbot.waitUntil(lambda: seen == ["read"])
    gate.set()
    qtbot.waitUntil(lambda: seen == ["read", "wrote"])


def test_a_search_waits_for_no_check_nor_list(jobs, owner, qtbot):
    gate, seen = threading.Event(), []
    for _ in range(4):
        jobs.start("Check", lambda p: gate.wait(5), owner=owner, lane="read")
    jobs.start("Search", lambda p: "found", owner=owner, lane="search", succeeded=seen.append)
    qtbot.waitUntil(lambda: seen == ["found"])
    gate.set()


def test_work_that_computes_without_a_pause_lets_the_window_have_its_turn_soon(jobs):
    assert sys.getswitchinterval() <= 0.001


def test_nothing_is_handed_back_after_shut_down(owner, qtbot):
    jobs, seen = Jobs(), []
    jobs.start("Add", lambda p: 1, owner=owner, succeeded=seen.append)
    jobs.shut_down(lambda: seen.append("last"))
    qtbot.wait(0)
    assert seen == ["last"]


def test_jobs_are_busy_until_the_result_was_handed_over(jobs, owner, qtbot):
    seen = []
    jobs.start("Add", lambda p: 1, owner=owner, succeeded=seen.append)
    assert jobs.busy
    qtbot.waitUntil(lambda: not jobs.busy)
    assert seen == [1]


def test_nothing_is_busy_any_more_after_shut_down(owner, qtbot):
    jobs = Jobs()
    jobs.start("Add", lambda p: 1, owner=owner)
    jobs.shut_down()  # waits for the work; its result is never handed over

    assert not jobs.busy


def test_an_error_the_user_can_act_on_is_no_fault_in_the_log(jobs, owner, qtbot, caplog):
    def work(progress):
        raise BriefingError("The disk is full.")

    seen = []
    jobs.start("Import", work, owner=owner, failed=seen.append)
    qtbot.waitUntil(lambda: len(seen) == 1)
    assert not [record for record in caplog.records if record.levelname == "ERROR"]


def test_what_the_user_saw_done_is_done_although_the_window_closes(owner, qtbot):
    jobs = Jobs()
    seen = []
    held = threading.Event()

    def wait(progress):
        while not held.is_set():
            held.wait(0.01)
            progress.step(0, 1)

    jobs.start("Import", wait, owner=owner)
    jobs.start("Write", lambda _: seen.append("written"), owner=owner, essential=True)
    jobs.start("Other", lambda _: seen.append("other"), owner=owner)
    jobs.shut_down()
    assert seen == ["written"]
