"""A mistake of the program: the log holds no text of an article, one report is told, and it goes on."""

import threading

import pytest
from PySide6.QtCore import QTimer, qWarning
from PySide6.QtGui import QGuiApplication

from briefing import faults as common
from briefing.gui.running.faults import Faults

SECRET = "The envoy wants the duty on timber gone."


@pytest.fixture
def faults(tmp_path, qapp):
    made = Faults(tmp_path / "logs")
    with made.installed():
        yield made


@pytest.fixture
def guarded(faults, window):
    faults.show = window.window.notices.show_report
    return window


def fail():
    raise ValueError(SECRET)


def logged(tmp_path):
    return (tmp_path / "logs" / common.FILE).read_text(encoding="utf-8")


def test_a_mistake_in_a_slot_is_told_once_and_the_window_goes_on(guarded, tmp_path):
    QTimer.singleShot(0, fail)
    guarded.until(lambda: guarded.error() != "")
    assert "Your library is safe" in guarded.error()
    assert SECRET not in guarded.error()
    assert SECRET not in logged(tmp_path)
    assert "raised ValueError" in logged(tmp_path)
    guarded.do("next_pane")


def test_the_report_can_be_copied_whole(guarded):
    QTimer.singleShot(0, fail)
    guarded.until(lambda: guarded.error() != "")
    notices = guarded.window.notices
    notices.copy.click()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith(guarded.error())
    assert "test_faults.py" in copied
    notices.unfold.click()
    assert "in fail" in notices.details.toPlainText()


def test_a_mistake_on_another_thread_is_told_by_the_window(guarded):
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    guarded.until(lambda: guarded.error() != "")
    assert "ValueError" in guarded.error()


def test_a_mistake_in_a_job_is_told_and_later_jobs_run(guarded, workspace, tmp_path):
    workspace.failing = ValueError(SECRET)
    guarded.window.actions_.star("ask", 1, on=True)
    guarded.idle()
    assert "Your library is safe" in guarded.error()
    assert SECRET not in logged(tmp_path)
    guarded.window.actions_.star("ask", 1, on=True)
    guarded.idle()
    assert workspace.calls[-1][0] == "star"


def test_a_warning_of_qt_is_logged_without_what_it_quotes(guarded, tmp_path, qtlog):
    qWarning(f'Cannot lay out "{SECRET}"')
    assert "Cannot lay out" in logged(tmp_path)
    assert "timber" not in logged(tmp_path)
    assert guarded.error() == ""


def test_afterwards_python_and_qt_report_in_their_own_way_again(tmp_path, qapp):
    import sys

    former = sys.excepthook
    with Faults(tmp_path).installed():
        assert sys.excepthook is not former
    assert sys.excepthook is sys.__excepthook__
    sys.excepthook = former


def test_a_mistake_while_the_window_opens_ends_with_a_window_that_says_so(
    tmp_path, qapp, monkeypatch, capsys
):
    from briefing.gui import main
    from briefing.gui.reader import Reader
    from briefing.paths import Paths

    shown = []
    monkeypatch.setattr(Reader, "open", lambda *_: fail())
    monkeypatch.setattr(Reader, "show_refusal", lambda _self, error: shown.append(error) or 1)
    assert main.run(tmp_path / "lake", Paths.under(tmp_path / "own")) == 1
    assert isinstance(shown[0], ValueError)
