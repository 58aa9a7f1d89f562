"""What nobody caught is logged without what it was about, told once, and the program goes on."""

import logging
import sqlite3
import threading

import pytest

from briefing import faults
from briefing.faults import Boundary, Log, report_on

SECRET = "The envoy wants the duty on timber gone."


@pytest.fixture
def logs(tmp_path):
    opened = Log(tmp_path / "logs")
    yield tmp_path / "logs"
    opened.close()


@pytest.fixture
def told():
    return []


@pytest.fixture
def boundary(told):
    with Boundary(told.append, "9.9").installed():
        yield


def fail(message=SECRET):
    raise ValueError(message)


def caught(act):
    try:
        act()
    except Exception as error:  # noqa: BLE001 - whatever it is
        return error
    raise AssertionError("nothing was raised")


def chained():
    try:
        fail()
    except ValueError as error:
        raise KeyError(SECRET) from error


def written(folder):
    return (folder / faults.FILE).read_text(encoding="utf-8")


def test_a_report_says_where_and_can_be_copied_whole():
    report = report_on(caught(chained), "9.9")

    assert "Your library is safe" in report.sentence
    assert SECRET not in report.sentence
    assert report.kind == "KeyError"
    assert "in chained" in report.where
    assert report.text.startswith("briefing 9.9\nPython 3.")
    assert "raised ValueError" in report.text
    assert report.text.endswith(SECRET + "'")


def test_the_log_holds_the_way_of_an_exception_and_never_its_message(logs):
    logging.getLogger("briefing.test").error("%s failed", "Import", exc_info=caught(chained))

    text = written(logs)
    assert SECRET not in text
    assert "raised KeyError" in text
    assert "raised ValueError" in text
    assert "in fail" in text


def test_an_exception_given_as_a_value_is_named_and_not_quoted(logs):
    log = logging.getLogger("briefing.test")
    log.warning("It failed: %s", ValueError(SECRET))
    log.warning("It failed: %s", OSError(28, SECRET))
    log.warning("It failed: %s", caught(lambda: sqlite3.connect("/nowhere/at/all")))

    text = written(logs)
    assert SECRET not in text
    assert "It failed: ValueError\n" in text
    assert "OSError (No space left on device)" in text
    assert "SQLITE_CANTOPEN" in text


def test_a_long_value_is_cut_and_a_line_stays_one_line(logs):
    logging.getLogger("briefing.test").info("Import %s", f"a\nb {'word ' * 100}")

    line = written(logs)
    assert line.count("\n") == 1
    assert len(line) < 300


def test_the_log_is_for_the_user_alone_and_is_rotated(logs, monkeypatch):
    log = logging.getLogger("briefing.test")
    for number in range(9000):
        log.info("Line %s %s", number, "x" * 190)

    files = sorted(f.name for f in logs.iterdir())
    assert files == ["briefing.log", "briefing.log.1", "briefing.log.2", "briefing.log.3"]
    assert {f.stat().st_mode & 0o777 for f in logs.iterdir()} == {0o600}
    assert logs.stat().st_mode & 0o777 == 0o700
    assert all(f.stat().st_size <= faults.SIZE for f in logs.iterdir())


def test_a_log_that_cannot_be_written_stops_nothing(tmp_path, capsys):
    (tmp_path / "logs").write_text("a file in the way")
    log = Log(tmp_path / "logs")

    logging.getLogger("briefing.test").error("Lost")

    log.close()
    assert capsys.readouterr().err == ""


def test_a_mistake_in_a_thread_is_told(boundary, told):
    thread = threading.Thread(target=fail, name="reading")
    thread.start()
    thread.join()

    (report,) = told
    assert report.kind == "ValueError"
    assert "thread reading" in report.text


def test_a_mistake_while_cleaning_up_is_logged_and_not_told(boundary, told, logs):
    class Careless:
        def __del__(self):
            fail()

    Careless()

    assert told == []
    assert "Raised while cleaning up" in written(logs)


def test_a_mistake_that_comes_again_and_again_is_told_a_few_times(told):
    boundary = Boundary(told.append)
    for _ in range(100):
        boundary.take(caught(fail))

    assert len(told) == 20


def test_a_report_that_cannot_be_shown_is_said_in_one_sentence(capsys):
    def broken(report):
        raise RuntimeError(SECRET)

    Boundary(broken).take(caught(fail))

    said = capsys.readouterr().err
    assert "The program made a mistake" in said
    assert SECRET not in said


def test_the_hooks_of_python_come_back(boundary):
    import sys

    assert sys.excepthook != sys.__excepthook__
    with Boundary(print).installed():
        pass
    assert sys.excepthook == sys.__excepthook__
    assert threading.excepthook == threading.__excepthook__


def test_an_interrupt_by_the_user_is_no_mistake(boundary, told, monkeypatch):
    import sys

    seen = []
    monkeypatch.setattr(sys, "__excepthook__", lambda *given: seen.append(given[0]))
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)

    assert seen == [KeyboardInterrupt]
    assert told == []
