"""Several processes that go through texts: what becomes of answers, of those that die, of the rest."""

import os
import signal
import sys
import threading

import pytest

from briefing.errors import NotGoneThrough
from briefing.itself import FINDER
from briefing.model import Findings, HiddenRange
from briefing.workspace.extraction.crew import Crew, usual_size
from briefing.workspace.extraction.hand import Hand, HandLost, Setup
from briefing.workspace.extraction.wanted import Wanted, arguments_of
from tests.workspace.hands import STAND_IN, runs, setup


@pytest.fixture
def crew():
    made = Crew(setup(STAND_IN), size=2)
    yield made
    made.end()


def _taken(crew, wanted):
    while crew.is_awaited(wanted, 1.0):
        pass
    return crew.take(wanted)


def test_each_text_is_answered_once_and_in_any_order(crew):
    texts = [Wanted(f"text {number}") for number in range(9)]
    for text in texts:
        crew.add(text)

    answers = [_taken(crew, text) for text in reversed(texts)]

    assert all(isinstance(answer, Findings) for answer in answers)
    assert crew.take(texts[0]) is None


def test_no_more_processes_are_started_than_are_of_use(crew):
    crew.add(Wanted("alone"))
    _taken(crew, Wanted("alone"))
    assert len(crew.numbers()) == 1

    for number in range(9):
        crew.add(Wanted(f"text {number}"))
    for number in range(9):
        _taken(crew, Wanted(f"text {number}"))
    assert len(crew.numbers()) <= 2  # one may have been quick enough for all of them


def test_a_process_that_dies_is_named_and_its_text_given_to_another(crew, tmp_path, caplog):
    text = Wanted(f"once {tmp_path / 'mark'}", name="a.txt")
    crew.add(text)

    assert isinstance(_taken(crew, text), Findings)
    assert [r.getMessage()[:34] for r in caplog.records] == ["a.txt is gone through once more: i"]


def test_a_text_that_two_processes_die_of_is_an_error_that_names_it(crew):
    for words in ("always", "next"):
        crew.add(Wanted(words, name=f"{words}.txt"))

    with pytest.raises(
        NotGoneThrough, match=r"^always\.txt was not gone through: the process that"
    ):
        _taken(crew, Wanted("always", name="always.txt"))
    assert isinstance(_taken(crew, Wanted("next")), Findings)


def test_a_process_killed_from_outside_costs_no_text(crew):
    crew.add(Wanted("first"))
    _taken(crew, Wanted("first"))
    os.kill(crew.numbers()[0], signal.SIGKILL)
    crew.add(Wanted("second"))

    assert isinstance(_taken(crew, Wanted("second")), Findings)


def test_a_text_the_program_fails_on_is_an_error_and_the_process_lives_on(crew):
    crew.add(Wanted("first"))
    _taken(crew, Wanted("first"))
    before = crew.numbers()
    crew.add(Wanted("fails", name="b.txt"))

    with pytest.raises(
        NotGoneThrough, match=r"the program failed in it \(KeyError in x\.py, line 1"
    ):
        _taken(crew, Wanted("fails", name="b.txt"))
    assert crew.numbers() == before


def test_what_is_not_wanted_any_more_is_ended_in_its_midst(crew):
    crew.add(Wanted("first"))
    _taken(crew, Wanted("first"))
    (number,) = crew.numbers()
    crew.add(Wanted("for ever"))

    crew.forget()

    assert not crew.is_awaited(Wanted("for ever"), 0)
    crew.end()
    assert not runs(number)


def test_processes_without_work_end_by_themselves():
    crew = Crew(setup(STAND_IN), size=1, idle=0.01)
    crew.add(Wanted("text"))
    threads = [t for t in threading.enumerate() if t.name == "finding"]
    _taken(crew, Wanted("text"))

    for thread in threads:
        thread.join(20)
    assert crew.numbers() == ()
    crew.end()


def test_texts_are_left_to_the_caller_where_no_process_will_start(caplog):
    crew = Crew(setup("raise SystemExit(3)"), size=2)
    crew.add(Wanted("text"))

    assert _taken(crew, Wanted("text")) is None
    crew.add(Wanted("more"))
    assert not crew.is_awaited(Wanted("more"), 0)
    crew.end()
    assert "No process to go through texts could be started" in caplog.text


def test_the_program_itself_is_a_process_of_the_crew_and_says_what_keeps_it_from_beginning(
    tmp_path,
):
    (tmp_path / "asks.yaml").write_text("urge: {weight: 9}\n", encoding="utf-8")
    command = (sys.executable, "-m", "briefing", FINDER)
    hand = Hand(Setup(tmp_path, command=command))

    with pytest.raises(HandLost, match=r"asks\.yaml, line 1"):
        hand.begin()
    hand.close()


def test_one_core_is_left_to_the_window_and_there_are_never_more_than_four(monkeypatch):
    sizes = []
    for cores in (1, 2, 3, 5, 64):
        monkeypatch.setattr(
            os, "sched_getaffinity", lambda _, n=cores: set(range(n)), raising=False
        )
        sizes.append(usual_size())
    assert sizes == [1, 1, 2, 4, 4]


def test_a_text_told_to_a_process_is_read_back_as_it_was():
    import datetime as dt

    told = Wanted(
        "Ænd\n“x”\r\n\u2028", dt.date(2031, 5, 1), (HiddenRange(0, 2, "r"),), ("A", "B"), "B"
    )

    assert arguments_of(told.line) == {
        "text": told.text, "published": told.published, "hidden": told.hidden,
        "sides": told.sides, "our_side": "B",
    }  # fmt: skip
    assert told.line.count(b"\n") == 1
