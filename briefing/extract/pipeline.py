"""Extraction from end to end: one text in, all findings out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from briefing.extract.asks.asks import find_asks
from briefing.extract.asks.pressure import find_pressure
from briefing.extract.issues.issues import find_issues
from briefing.extract.issues.salience import on_the_table, without_passing
from briefing.extract.meetings.meetings import find_meetings
from briefing.extract.people.participation import take_part
from briefing.extract.people.people import find_people
from briefing.extract.scenes.scene import set_stage
from briefing.extract.scenes.speaking import sentence_voices
from briefing.extract.scenes.surroundings import Surroundings
from briefing.extract.tables.tables import Tables
from briefing.extract.text.backend import Backend, load_backend
from briefing.extract.text.document import Document, read_document
from briefing.extract.text.sides import resolve_mentions, side_mentions
from briefing.model import Findings, HiddenRange, MeetingFound


class Extractor:
    """Reads articles; cheap to make, the model is loaded with the first article.

    Args:
        tables: the tables to work with.
        model: name or path of a spaCy model to try first; "" for the small English one.
    """

    def __init__(self, tables: Tables, model: str = "") -> None:
        self._tables = tables
        self._model = model
        self._loaded: Backend | None = None

    @property
    def backend(self) -> str:
        """What does the work: `en_core_web_sm 3.8.0`, or `rules` where no model is installed."""
        return self._backend().name

    def extract(
        self,
        text: str,
        *,
        published: dt.date | None = None,
        hidden: Sequence[HiddenRange] = (),
        sides: Sequence[str] = (),
        our_side: str = "",
    ) -> Findings:
        """Return all that a text tells: meeting, people, issues, asks and pressure.

        Args:
            text: the source text as it stands.
            published: what words like `Tuesday` and offices held are counted from.
            hidden: ranges that are no content; nothing is found in them.
            sides: the meeting's sides where the user confirmed them.
            our_side: the user's own side, which comes first among the sides of a meeting.
        """
        document = read_document(text, hidden, self._tables, self._backend())
        return self._findings(document, published, tuple(sides), our_side)

    def _findings(
        self, document: Document, published: dt.date | None, sides: tuple[str, ...], our_side: str
    ) -> Findings:
        tables = self._tables
        mentions = side_mentions(document, tables)
        people = find_people(document, tables, published=published, sides=sides, mentions=mentions)
        meetings = find_meetings(
            document, people, tables, published=published, sides=sides, mentions=mentions
        )
        meetings = tuple(_ours_first(meeting, our_side) for meeting in meetings)
        meeting = meetings[0] if meetings else None
        people = take_part(document, people, meetings, tables)
        mentions = resolve_mentions(document, people, meeting, mentions)
        stage = set_stage(document, meeting, people, mentions, tables)
        voices = sentence_voices(stage)
        issues = find_issues(document, tables, meeting=meeting, mentions=mentions)
        asks = find_asks(stage, voices, issues)
        issues = on_the_table(Surroundings(issues, asks, stage, voices))
        asks = without_passing(asks, issues)
        pressure = find_pressure(stage, voices, asks)
        return Findings(
            backend=document.reader,
            resources=tables.fingerprint,
            sentences=document.sentences,
            hidden=document.hidden,
            meetings=meetings,
            people=people,
            issues=issues,
            asks=asks,
            pressure=pressure,
        )

    def _backend(self) -> Backend:
        if self._loaded is None:
            self._loaded = load_backend(self._model)
        return self._loaded


def _ours_first(meeting: MeetingFound, our_side: str) -> MeetingFound:
    if our_side not in meeting.sides:
        return meeting
    others = tuple(side for side in meeting.sides if side != our_side)
    return replace(meeting, sides=(our_side, *others))
