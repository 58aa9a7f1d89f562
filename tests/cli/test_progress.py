"""Progress is drawn on terminals alone, and Ctrl+C stops between two steps."""

import io
import os
import signal
import sys

import pytest

from briefing.cli.progress import shown
from briefing.progress import Cancelled


class Terminal(io.StringIO):
    def isatty(self):
        return True


def press_ctrl_c():
    os.kill(os.getpid(), signal.SIGINT)


def test_nothing_is_drawn_outside_a_terminal(capsys):
    with shown("Importing") as progress:
        progress.step(1, 2, "a.txt")

    assert capsys.readouterr().err == ""


def test_a_bar_names_the_work_on_a_terminal(monkeypatch):
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)

    with shown("Importing") as progress:
        progress.step(1, 2, "[bold]a.txt")

    assert "Importing" in terminal.getvalue()


def test_ctrl_c_cancels_at_the_next_step():
    with shown("Importing") as progress:
        press_ctrl_c()
        with pytest.raises(Cancelled):
            progress.step(1, 2)


def test_ctrl_c_twice_interrupts_at_once():
    with shown("Importing"):
        press_ctrl_c()
        with pytest.raises(KeyboardInterrupt):
            press_ctrl_c()


def test_ctrl_c_means_what_it_meant_before_once_the_work_is_done():
    before = signal.getsignal(signal.SIGINT)
    with shown("Importing"):
        pass

    assert signal.getsignal(signal.SIGINT) is before
