"""The place one is at survives what became of its article and its meeting, as far as it can."""

from dataclasses import dataclass

import pytest

from briefing.gui.desk.places import left_of
from briefing.gui.sidebar.rows import Place


@dataclass
class Line:
    id: int
    meetings: tuple[int, ...]


@dataclass
class Meeting:
    id: int


@dataclass
class Overview:
    articles = (Line(1, (7,)), Line(2, ()), Line(3, (8, 7)))
    meetings = (Meeting(7), Meeting(8))


@pytest.mark.parametrize(
    ("place", "left"),
    [
        (Place(7, 1), Place(7, 1)),
        (Place(7, 3), Place(7, 3)),
        (Place(9, 1), Place(7, 1)),
        (Place(8, 1), Place(7, 1)),
        (Place(7, 2), Place(None, 2)),
        (Place(None, 2), Place(None, 2)),
        (Place(7, 4), Place(7, None)),
        (Place(9, 4), Place(None, None)),
        (Place(7, None), Place(7, None)),
        (Place(smart="starred"), Place(smart="starred")),
    ],
)
def test_what_is_gone_is_left_out_and_what_was_moved_is_followed(place, left):
    assert left_of(place, Overview()) == left
