"""All tables extraction works with, loaded once and handed to every stage."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from briefing.extract.abbreviation_table import AbbreviationTable, load_abbreviations
from briefing.extract.country_table import CountryTable, load_countries
from briefing.extract.issue_table import IssueTable, load_issues
from briefing.extract.resource import Source
from briefing.extract.speech_table import SpeechTable, load_speech


@dataclass(frozen=True)
class Tables:
    """The tables in `resources/` with the user's own layer over them.

    Attributes:
        fingerprint: hash of all of them; another hash means that findings may differ.
    """

    countries: CountryTable
    abbreviations: AbbreviationTable
    issues: IssueTable
    speech: SpeechTable
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
        speech=load_speech(source),
        fingerprint=source.fingerprint,
    )
