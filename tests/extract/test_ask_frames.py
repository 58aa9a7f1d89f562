"""Every frame of the table finds its own example."""

from __future__ import annotations

import pytest

from briefing.extract.scenes.scene import set_stage
from briefing.extract.scenes.triggers import triggers_in
from briefing.extract.text.sides import side_mentions
from tests.extract.asking import asks_in, document, meeting_of, tables

FRAMES = sorted(tables().frames.frames.values(), key=lambda frame: frame.id)


def test_there_are_several_hundred_frames():
    assert len(FRAMES) >= 350


@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: frame.id)
def test_a_frame_finds_its_example(frame):
    read = document(frame.example)
    stage = set_stage(read, meeting_of(read), (), side_mentions(read, tables()), tables())
    found = {t.frame.id for i in range(len(read.sentences)) for t in triggers_in(i, stage)}

    assert frame.id in found


@pytest.mark.parametrize(
    "frame",
    [f for f in FRAMES if f.weight == 3 and f.asker in ("subject", "owner") and f.pos != "any"],
    ids=lambda frame: frame.id,
)
def test_the_side_named_first_in_an_example_asks(frame):
    read = document(frame.example)
    first = side_mentions(read, tables())[0].side

    assert first in {ask.side for ask in asks_in(frame.example)}
