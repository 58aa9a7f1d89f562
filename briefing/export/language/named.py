"""Angle marks in a French briefing that quote no source: titles, files, words behind a date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from briefing.export.language.languages import tongue
from briefing.export.language.wording import capitalised

_HOLE = "\x00"
_WORDS = ("date_from_words", "date_from_next", "date_from_last", "date_year", "begins")
_LINES = ("no_published", "by_rules", "partly_by_rules")
_COUNTED = ("published_found", "thin")


def without_named(line: str, language: str) -> str:
    """Return a line without the sentences of the program's own in which it names something.

    Args:
        line: as it is shown.
        language: of the briefing; English has other marks for names than for quotations.
    """
    return line if language == "en" else _own(language).sub("", line.replace("\u00a0", " "))


@cache
def _own(language: str) -> re.Pattern[str]:
    return re.compile("|".join(_sentences(language)))


def _sentences(language: str) -> Iterator[str]:
    speech = tongue(language)
    for title in speech.headings.sections.values():
        yield re.escape(speech.say("joint_told", title=title))
    for key in _WORDS:
        said = speech.say(key, words=_HOLE)
        yield from (_open(each, "[^«»]+") for each in (said, capitalised(said)))
    yield _open(f"{speech.headings.file} {speech.named(_HOLE)},", "[^«»]+")
    lines = [speech.say(key, article=_HOLE, names=_HOLE) for key in _LINES]
    lines += [speech.number_of(key, n, items=_HOLE, told=_HOLE) for key in _COUNTED for n in (1, 2)]
    yield from (f"{_open(line, '.+')}$" for line in lines)


def _open(sentence: str, hole: str) -> str:
    return re.escape(sentence).replace(re.escape(_HOLE), hole)
