"""`briefing doctor`: a session without a display is no fault; libraries that Qt lacks are."""

import pytest

from briefing.cli import doctor
from briefing.workspace import Diagnosis


@pytest.fixture(autouse=True)
def on_linux(monkeypatch):
    monkeypatch.setattr("sys.platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(doctor, "missing_libraries", lambda **_: "")


def test_without_a_display_all_is_well_and_it_is_said(monkeypatch):
    monkeypatch.setattr(doctor, "why_no_window", lambda: "There is no display.")
    found = doctor._window()
    assert found.well
    assert found.report == "There is no display."


def test_a_display_that_does_not_answer_is_to_be_looked_at(monkeypatch):
    monkeypatch.setenv("DISPLAY", ":9")
    monkeypatch.setattr(doctor, "why_no_window", lambda: "The display :9 does not answer.")
    assert not doctor._window().well


def test_missing_system_libraries_are_to_be_looked_at_even_without_a_display(monkeypatch):
    monkeypatch.setattr(doctor, "missing_libraries", lambda **_: "Qt lacks system libraries")
    monkeypatch.setattr(doctor, "why_no_window", lambda: "There is no display.")
    assert not doctor._window().well


def test_what_to_do_is_a_sentence_of_its_own():
    bad = Diagnosis("search index", well=False, report="damaged", remedy="Run: briefing rebuild")
    assert doctor._told(bad) == "damaged. Run: briefing rebuild"
    assert doctor._told(Diagnosis("Python", well=True, report="3.11.7")).strip() == "3.11.7"
