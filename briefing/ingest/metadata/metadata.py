"""Title, author, published date and address as the text itself tells them, each with a reason.

Nothing is invented: a value is a stretch of the text (or of a field of the file), and where
nothing says it, it is None and the user is asked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from briefing.ingest.known.outlets import known_outlets
from briefing.ingest.metadata.addresses import canonical
from briefing.ingest.metadata.evidence import Evidence, Seen
from briefing.ingest.metadata.publisher import find_outlet
from briefing.ingest.text.dates import date_of_address, dates_in, iso_date
from briefing.ingest.text.fields import Fields
from briefing.model import Stated, is_caption

TITLE_WORDS = (3, 24)
"""Words of a headline, fewest and most."""

SCENE_WORDS = 9
"""Words from which a line that tells what is seen on a day is a caption."""

DATELINE = 300
"""Characters at the start of a line in which its dateline stands."""

_AGENCY_TAIL = re.compile(r"\s+[-–—|]\s*(?P<outlet>[^-–—|]{2,40})$")
_ABBREVIATION_END = re.compile(r"(?:\b[A-Z]\.){2,}$|\b(?:Inc|Corp|Ltd|Co|Jr|Sr|No)\.$")
_PLACED = re.compile(
    r"[^()]{2,60}\((?:AP|AFP|Reuters|CP|dpa|EFE|ANSA|PA|Xinhua|TASS|Kyodo|Bloomberg|CNN|Axios|UPI)\)\s*[-–—:]?"
    r"|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+)?, [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+)?"
)
"""A dateline alone on its line: a place with an agency, or a place and its country."""

_SCENE = re.compile(
    r"\b(?:shakes? hands|poses? for|looks? on|gestures?|listens?|speaks?|walks?|arrives?|attends?|waves?) (?:\S+ ){1,16}(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
    r"(?:, (?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)\w*\.? \d{1,2})?$",
    re.IGNORECASE,
)
"""What is seen happening on a day; in few words it is a headline all the same."""

_CLOCK = re.compile(r"\b\d{1,2}:\d\d:\d\d\b")
"""The time a page was printed; no headline has seconds."""

_FRAME = re.compile(r"(?P<frame>[*=#_~-]{2,})\s*(?P<title>\S.*\S)\s*(?P=frame)")
"""Marks by which programs that print pages as text set a headline apart."""

_DATELINE = re.compile(
    r"^(?:\([A-Z][\w ]+\)|[A-Z][A-Z./ ,-]{2,40}(?:\s?\([^()]{2,30}\))?)\s*[-–—:]\s"
)
_BYLINE = re.compile(
    r"(?:[*+•] )?(?:[Bb][Yy]|[Pp]ar)\s(?P<names>[^\d|,•·/()]{3,90}(?:, [^\d|,•·/()]{3,60}(?= and| et|,))*"
    r"(?:,? (?:and|et) [^\d|,•·/()]{3,60})?)(?:\s?[,|•·/–—-]\s?.{0,80})?"
)
_NAME = re.compile(r"(?:[A-Z][\w.'’-]*|de|da|del|der|van|von|bin|al|el|la|le|du)")
_REPORTERS = re.compile(
    r"\((?:Exclusive )?(?:Reporting|Writing)\s+by\s+(?P<names>[^();]{4,200})", re.IGNORECASE
)
_PUBLISHED = re.compile(
    r"(?:[*+•] )?(?:first published|originally published|published|posted|publié|date|issued)\b(?: on| le| at|:)*",
    re.IGNORECASE,
)
_FOOTER = re.compile(r"\bfirst published\b|^published\b", re.IGNORECASE)
_DATE_WORDS = re.compile(
    r"\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\b|\b\d{1,2}[:.]\d\d ?(?:[ap]\.?m\b\.?)?|\b[a-z]{2,4}\b"
    r"|\bpage ?\d+|\bpublished\b|\bposted\b|\W",
    re.IGNORECASE,
)
"""What may stand beside a date on its line: weekday, clock, time zone, page."""

_PLACE = re.compile(r"[A-Z][A-Z .'’/-]+(?:, [A-Z][\w.]+)?[,(] ?")
_DASH = re.compile(r"\)?\s*(?:\([\w ]+\)\s*)?[-–—]")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What was found; None where nothing says it. `published.value` is an ISO date."""

    title: Stated | None = None
    outlet: Stated | None = None
    author: Stated | None = None
    published: Stated | None = None
    address: Stated | None = None


def find_metadata(evidence: Evidence, fields: Fields) -> Metadata:
    """Return title, outlet, author and published date of a text and the fields it came with."""
    title, outlet_of_title = _title(evidence, fields)
    return Metadata(
        title=title,
        outlet=find_outlet(evidence, fields, outlet_of_title),
        author=_author(evidence, fields),
        published=_published(evidence, fields),
        address=_address(fields),
    )


def _address(fields: Fields) -> Stated | None:
    stated = fields.get("address")
    found = canonical(stated.value) if stated else ""
    return Stated(found, stated.reason) if stated and found else None


def _title(evidence: Evidence, fields: Fields) -> tuple[Stated | None, str]:
    if "title" in fields:
        stated = fields["title"]
        return _without_outlet(_plain(stated.value), stated.reason)
    shown = evidence.shown()
    for seen, below in pairwise(shown):
        if _headline_shaped(seen) and _separate(evidence, seen, below):
            framed = _FRAME.fullmatch(seen.line.text)
            title = framed["title"] if framed else seen.line.label
            return _without_outlet(title, f"{seen.where} stands apart as a headline does")
        if seen.line.prose:
            break
    return None, ""


def _plain(title: str) -> str:
    """A title without the backslashes and rows of hyphens by which Markdown writers put it."""
    plain = re.sub(r"\\([^\w\s])", r"\1", title.replace("\\_", " "))
    return plain.replace(" --- ", " — ").replace(" -- ", " – ")


def _without_outlet(title: str, reason: str) -> tuple[Stated, str]:
    tail = _AGENCY_TAIL.search(title)
    if tail and (outlet := known_outlets().named(tail["outlet"].strip())):
        return Stated(title[: tail.start()].strip(), reason), outlet.name
    return Stated(title, reason), ""


def _headline_shaped(seen: Seen) -> bool:
    line = seen.line
    fewest, most = TITLE_WORDS
    if not fewest <= line.words <= most or _DATELINE.match(line.text) or _is_byline(line.text):
        return False
    if dates_in(line.text) or line.text.endswith((":", ",", ";")) or _CLOCK.search(line.text):
        return False
    if _PLACED.fullmatch(line.text) or is_caption(line.text):
        return False
    if line.words >= SCENE_WORDS and _SCENE.search(line.text):
        return False
    return not line.text.endswith(".") or _ABBREVIATION_END.search(line.text) is not None


def _separate(evidence: Evidence, seen: Seen, below: Seen) -> bool:
    """Whether something other than a line break parts it from the text below."""
    between = evidence.text[seen.line.end : below.line.start]
    breaks = len(re.findall(r"\r\n|\r|\n", between))
    return (
        breaks > 1
        or bool(between.strip())
        or below.line.indent != seen.line.indent
        or below.line.words >= 25
        or _is_byline(below.line.text)
    )


def _is_byline(text: str) -> bool:
    match = _BYLINE.fullmatch(text)
    return match is not None and _names(match["names"]) != ""


def _author(evidence: Evidence, fields: Fields) -> Stated | None:
    if "author" in fields:
        value = re.sub(r"^(?:by|par)\s+", "", fields["author"].value, flags=re.IGNORECASE)
        return Stated(value, fields["author"].reason)
    for seen in evidence.head():
        match = _BYLINE.fullmatch(seen.line.text)
        if match and (names := _names(match["names"])):
            return Stated(names, f"the byline “{seen.line.label}”")
    match = _REPORTERS.search(evidence.text)
    if match and (
        names := _names(re.sub(r"\s+in\s+[A-Z][\w\s]+?(?=,|\sand\s|$)", "", match["names"]))
    ):
        return Stated(names, "the credit at the end, “Reporting by …”")
    return None


def _names(text: str) -> str:
    """The names of a byline, or "" where its words are no names."""
    names = [name for name in re.split(r",\s*(?:and\s+)?|\s+(?:and|et|&)\s+", text.strip()) if name]
    if not names or not all(_is_name(name) for name in names):
        return ""
    return " and ".join([", ".join(names[:-1])] * (len(names) > 1) + [names[-1]])


def _is_name(text: str) -> bool:
    words = text.split()
    return 2 <= len(words) <= 5 and all(_NAME.fullmatch(word) for word in words)


def _published(evidence: Evidence, fields: Fields) -> Stated | None:
    if "published" in fields and (day := iso_date(fields["published"].value)):
        return Stated(day.isoformat(), fields["published"].reason)
    if "address" in fields and (day := date_of_address(fields["address"].value)):
        return Stated(day.isoformat(), f"the address of the page, {fields['address'].reason}")
    head = list(evidence.head())
    for lines, sign in ((head, _PUBLISHED.match), ([*head, *evidence.foot()], _FOOTER.search)):
        for seen in lines:
            if (match := sign(seen.line.text)) and (found := _date_after(seen, match)):
                return found
    return next((found for seen in reversed(head) if (found := _date_alone(seen))), None)


def _date_after(seen: Seen, sign: re.Match[str]) -> Stated | None:
    near = seen.line.text[: sign.end() + DATELINE]
    found = [item for item in dates_in(near) if 0 <= item.start - sign.end() <= 25]
    if not found:
        return None
    words = seen.line.text[sign.start() : found[0].end]
    return Stated(found[0].day.isoformat(), f"the words “{words}”")


def _date_alone(seen: Seen) -> Stated | None:
    """A line above the article that is a date and nothing else, or a dateline that holds one."""
    line = seen.line
    found = dates_in(line.text[:DATELINE])  # what follows in a long line is the article's text
    if not found:
        return None
    first = found[0]
    before, after = line.text[: first.start], line.text[first.end :]
    if not _DATE_WORDS.sub("", before) and not _DATE_WORDS.sub("", after):
        return Stated(first.day.isoformat(), f"the line “{line.label}” above the article")
    if _PLACE.fullmatch(before) and _DASH.match(after):
        return Stated(first.day.isoformat(), f"the dateline “{line.text[: first.end]}”")
    return None
