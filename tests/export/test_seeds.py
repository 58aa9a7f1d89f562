"""Briefings from the complete annotation of real articles: every one can be proved."""

import datetime as dt
import json
import re
from pathlib import Path

import pytest

from briefing.export import render_markdown, verify_briefing
from briefing.model import Article, Briefing, HiddenRange, Meeting, Records, Span
from tests.export.sample import by_sha
from tests.export.values import article, ask, issue, person

SHARED = Path(__file__).parents[2].parent / "shared"
GOLD = [
    *sorted((SHARED / "gold").glob("*.json")),
    *sorted((SHARED / "corpus").glob("*/gold/*.json")),
]
if not GOLD:
    pytest.skip("the annotated articles are not here", allow_module_level=True)


def text_of(gold: Path) -> str:
    folder = SHARED / "seeds" if gold.parent.parent == SHARED else gold.parent.parent / "texts"
    return (folder / f"{gold.stem}.txt").read_bytes().decode("utf-8")


def day(value: str | None) -> dt.date | None:
    return dt.date.fromisoformat(value) if value else None


def source_of(gold: Path) -> Briefing:
    """Return the briefing of one annotated article."""
    found = json.loads(gold.read_text(encoding="utf-8"))
    if found["meeting"] is None:
        found["meeting"] = {"title": "No meeting", "sides": [], "date": None}
    hidden = tuple(HiddenRange(*each, "gold") for each in found.get("boilerplate", []))
    text = text_of(gold)
    one = article(1, text, hidden=hidden, published=day(found["meeting"].get("published")))
    told = found["meeting"]
    sides = tuple(told["sides"])
    place = told.get("place") or ""
    return Briefing(
        meeting=Meeting(
            id=1,
            title=told["title"],
            sides=sides,
            leaders=tuple((told.get("leaders") or {}).items()),
            date=day(told["date"]),
            place=place,
            host=told.get("host"),
        ),
        our_side=sides[0] if sides else "",
        articles=(one,),
        records=records_of(found, one),
    )


def records_of(found: dict, one: Article) -> Records:
    people = [
        person(
            each["name"],
            each["side"],
            (each["roles"] or [""])[0],
            tuple(mentions(one, each["spelled"])),
            kind=each["kind"],
            participation=each["participation"],
        )
        for each in found["people"]
    ]
    issues = [
        issue(each["label"], tuple(place(one, *ends) for ends in each["sentences"]))
        for each in found["issues"]
    ]
    asks = [
        ask(
            str(number),
            each["side"],
            each["text"],
            (place(one, each["start"], each["end"]),),
            kind=each["kind"],
            issues=tuple(each.get("issues") or ()),
            voiced_by=each["voiced_by"],
            attribution=each["attribution"],
        )
        for number, each in enumerate(found["asks"])
    ]
    return Records(people=tuple(people), issues=tuple(issues), asks=tuple(asks))


def mentions(one: Article, forms: list[str]):
    for form in forms:
        for match in re.finditer(re.escape(form), one.text):
            yield place(one, *match.span())


def place(one: Article, start: int, end: int) -> Span:
    return Span(one.id, start, end, one.text[start:end])


@pytest.mark.parametrize("gold", GOLD, ids=lambda path: path.stem)
def test_the_briefing_of_a_real_article_can_be_proved(gold):
    source = source_of(gold)
    failures = verify_briefing(render_markdown(source), by_sha(source))

    # The annotators wrote some asks in words of their own, with quotation marks of their own.
    assert [each for each in failures if "is not verbatim" not in each.reason] == []
