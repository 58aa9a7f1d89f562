"""Evidence: what speaks for a day told in a text as the day of the meeting.

The names are those of `resources/date_weights.csv`; tests/extract/train_meetings.py finds what they weigh.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from briefing.extract.meetings.meeting_dates import When, after_talks, bearing, dates_in
from briefing.extract.meetings.meeting_scenes import FAR, Scene
from briefing.extract.text.document import Document

LEAD = 12  # sentences in which the press tells what the article is about
_REACH = 45  # characters around a day that tell what it is the day of
_DEED = re.compile(
    r"\b(meet|met|meets|meeting|talks|visit|summit|arriv\w+|host\w*|travel\w*|held|hold|sign\w*|call|spoke|said|dinner"
    r"|conference|ceremony)\b",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"\b(?:said|says|told \w+|announced|statement|interview|confirmed|reported)\b[^,;]{0,15}$"
)
_BEGINS = re.compile(r"\b(?:from|beginning|starting|begins?|starts?) (?:on )?$")
_ENDS = re.compile(r"\b(?:until|ends?|ended|through|to) (?:on )?$")
_GOES = re.compile(r"\b(?:arriv\w+|landed|flew|lands|flies|left|leaves|depart\w+)\b")
_STEM = 6  # letters of a word for a deed
_PARTS = ((3, "first"), (10, "early"))  # sentences
_NEAR = ((-8, "long before"), (-3, "days before"), (-2, "two before"), (-1, "day before"), (0, "that day"),
         (1, "day after"), (7, "days after"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class DayTold:
    """A day that the text tells, the plainest words for it, and what speaks for it as the meeting's."""

    when: When
    evidence: frozenset[str]


@dataclass
class _Day:
    when: When
    rank: tuple[bool, ...] = ()
    told: Counter[str] = field(default_factory=Counter)


def days_told(
    document: Document, telling: list[Scene], published: dt.date | None
) -> tuple[DayTold, ...]:
    """Return all days told in the opening and in the sentences on the meeting, with their evidence.

    Args:
        document: the text as read.
        telling: the sentences that tell of the meeting.
        published: what days of the week are counted from; None where unknown.
    """
    found: dict[dt.date, _Day] = {}
    for index, scene, when in _told(document, telling, published):
        assert when.day is not None
        rank = (scene is not None and scene.between, not when.saying, when.told == "explicit")
        day = found.setdefault(when.day, _Day(when, rank))
        if rank > day.rank:
            day.when, day.rank = when, rank
        day.told.update(_of_words(document, index, when))
        day.told.update(_of_scene(scene, when, _part(index), document.text))
    return tuple(
        DayTold(
            day.when,
            frozenset([*day.told, *_of_day(date, day.told, published)]) - {"told"},
        )
        for date, day in found.items()
    )


def of_leaders(scene: Scene, when: When) -> bool:
    """Whether a sentence names the leaders of two sides who meet, close to the day."""
    leaders = {person.side for person in scene.people if person.kind == "leader"}
    return scene.told and len(leaders) > 1 and abs(when.start - scene.event) < 90


def _told(
    document: Document, telling: list[Scene], published: dt.date | None
) -> Iterator[tuple[int, Scene | None, When]]:
    """Yield the days told with their sentence, and the scene where it tells of the meeting."""
    scenes = {scene.index: scene for scene in telling}
    past = any(scene.past for scene in telling[:2])
    indices = {*range(min(LEAD, len(document.sentences))), *scenes}
    for index in sorted(indices):
        scene, sentence = scenes.get(index), document.sentences[index]
        dates = (
            scene.dates
            if scene is not None
            else dates_in(document.text, sentence.start, sentence.end, published, past=past)
        )
        for when in dates:
            far = when.day is None or (published and abs((when.day - published).days) > FAR)
            if not far:
                yield index, scene, when


def _of_words(document: Document, index: int, when: When) -> Iterator[str]:
    """What the words of a day and those around it tell."""
    sentence, text = document.sentences[index], document.text
    end = when.start + len(when.words)
    before = text[max(sentence.start, when.start - _REACH) : when.start]
    words = when.words.lower()
    counted = words.startswith(("this ", "later", "today", "tonight", "tomorrow", "yesterday"))
    how = "explicit" if when.told == "explicit" else "counted" if counted else "weekday"
    yield from ("told", how, f"{how} {_part(index)}")
    if when.saying:
        yield "said after talks" if after_talks(document.quote(index)) else "day of saying"
    deeds = _DEED.findall(before)
    if deeds:
        yield f"after {deeds[-1].lower()[:_STEM]}"
    if deed := _DEED.search(text, end, end + _REACH):
        yield f"before {deed.group().lower()[:_STEM]}"
    marks = {
        "range": when.last is not None,
        "weekend": "weekend" in words,
        "next": words.startswith("next"),
        "near said": _SAID.search(before) is not None,
        "begins": _BEGINS.search(before) is not None,
        "ends": _ENDS.search(before) is not None,
        "goes": _GOES.search(before) is not None,
    }
    yield from (name for name, holds in marks.items() if holds)


def _of_scene(scene: Scene | None, when: When, part: str, text: str) -> Iterator[str]:
    """What the sentence tells of the meeting."""
    if scene is None:
        yield f"no scene {part}"
        return
    yield f"scene {part}"
    if not scene.told:
        yield f"no event {part}"
        return
    bears = bearing(text, scene.event, when)
    yield f"bearing {_up_to(bears, (-0.5, -0.01, 0, 0.2))}"
    yield f"distance {_up_to(abs(when.start - scene.event), (20, 60, 120))}"
    yield f"credit {_up_to(scene.credit, (0.3, 0.7, 1))}"
    marks = {
        "between": scene.between,
        f"between {part}": scene.between,
        "of leaders": of_leaders(scene, when),
        "two sides": len(scene.sides) > 1,
        "past": scene.past,
        "called off": scene.off,
    }
    yield from (name for name, holds in marks.items() if holds)


def _of_day(day: dt.date, told: Counter[str], published: dt.date | None) -> Iterator[str]:
    yield from (f"{name} twice" for name in ("between", "weekday", "explicit") if told[name] > 1)
    yield f"told {_up_to(told['told'], (1, 2, 3))}"
    if published is not None:
        days = (day - published).days
        yield next((name for edge, name in _NEAR if days <= edge), "long after")


def _part(index: int) -> str:
    return next((name for limit, name in _PARTS if index < limit), "late")


def _up_to(number: float, edges: tuple[float, ...]) -> str:
    return next((f"up to {edge}" for edge in edges if number <= edge), "more")
