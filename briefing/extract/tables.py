"""All tables extraction works with, loaded once and handed to every stage."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from briefing.extract.abbreviation_table import AbbreviationTable, load_abbreviations
from briefing.extract.country_table import CountryTable, load_countries
from briefing.extract.cue_table import AskCues, load_ask_cues
from briefing.extract.frame_table import FrameTable, load_frames
from briefing.extract.issue_table import IssueTable, load_issues
from briefing.extract.meeting_table import MeetingTable, load_meeting_words
from briefing.extract.officeholder_table import OfficeHolders, load_officeholders
from briefing.extract.pressure_table import PressureCue, load_pressure
from briefing.extract.resource import Source
from briefing.extract.speech_table import SpeechTable, load_speech
from briefing.extract.title_table import TitleTable, load_titles


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
