"""All tables extraction works with, loaded once and handed to every stage."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from briefing.extract.tables.abbreviation_table import AbbreviationTable, load_abbreviations
from briefing.extract.tables.country_table import CountryTable, load_countries
from briefing.extract.tables.cue_table import AskCues, load_ask_cues
from briefing.extract.tables.frame_table import FrameTable, load_frames
from briefing.extract.tables.issue_table import IssueTable, load_issues
from briefing.extract.tables.meeting_table import MeetingTable, load_meeting_words
from briefing.extract.tables.officeholder_table import OfficeHolders, load_officeholders
from briefing.extract.tables.pressure_table import PressureCue, load_pressure
from briefing.extract.tables.resource import Source
from briefing.extract.tables.speech_table import SpeechTable, load_speech
from briefing.extract.tables.title_table import TitleTable, load_titles


@dataclass(frozen=True)
class Tables:
    """The tables in `resources/` with the user's own layer over them.

    Attributes:
        fingerprint: hash of all of them; another hash means that findings may differ.
    """

    countries: CountryTable
    abbreviations: AbbreviationTable
    issues: IssueTable
    frames: FrameTable
    ask_cues: AskCues
    pressure: tuple[PressureCue, ...]
    speech: SpeechTable
    titles: TitleTable
    meetings: MeetingTable
    officeholders: OfficeHolders
    fingerprint: str = ""


def load_tables(user_layer: Path | None = None) -> Tables:
    """Read all tables, the user's entries over the program's, key by key.

    Args:
        user_layer: folder with files named as in `resources/`; may be missing.

    Raises:
        BadResource: a table is malformed; the message names file and line.
    """
    source = Source(user_layer)
    return Tables(
        countries=load_countries(source),
        abbreviations=load_abbreviations(source),
        issues=load_issues(source),
        frames=load_frames(source),
        ask_cues=load_ask_cues(source),
        pressure=load_pressure(source),
        speech=load_speech(source),
        titles=load_titles(source),
        meetings=load_meeting_words(source),
        officeholders=load_officeholders(source),
        fingerprint=source.fingerprint,
    )
