"""An invented library: two meetings of made-up governments, with every kind of record."""

from __future__ import annotations

import datetime as dt

from briefing.model import (
    Article,
    Ask,
    HiddenRange,
    Issue,
    Meeting,
    Person,
    Pressure,
    Records,
    Sentence,
    Span,
)

FREEDONIA, SYLVANIA = "Freedonia", "Sylvania"
MENU = "Sign in Subscribe Our newsletters"
TITLE = "Freedonia to press Sylvania on bridge tolls"
SENTENCES = (
    "Freedonia goes into the talks with two wishes. ",
    "It wants the tolls on the river bridge lifted by the autumn, and it wants the ferry pact extended to the whole lake.",
    "Sylvania arrives with its own list. ",
    "The Chancellor is expected to ask for a larger share of the dredging bill.",
    "Ada Brook, the Minister of Transport, set out how the two ports could share their cranes, a week before her department publishes its review.",
    "“Our fishing grounds are not on the table,” Chancellor Otto Lang said on Tuesday.",
    "The mayors of the lake towns urge the Prime Minister to keep the night ferry.",
    "Officials warn that the agenda still moves, and that no answer on the customs shed should be expected this week.",
)


def _text() -> str:
    one, two, three, four, five, six, seven, eight = SENTENCES
    paragraphs = [MENU, TITLE, one + two, three + four, five, six, seven, eight]
    return "\n\n".join(paragraphs) + "\n"


TEXT = _text()


def span(quote: str, article: int = 1, text: str = TEXT) -> Span:
    """Return where a quote stands."""
    start = text.index(quote)
    return Span(article, start, start + len(quote), quote)


def article(number: int = 1, **fields: object) -> Article:
    """Return the invented article, or one like it."""
    sentences = tuple(
        Sentence(TEXT.index(s), TEXT.index(s) + len(s.strip()), n) for n, s in enumerate(SENTENCES)
    )
    known: dict[str, object] = {
        "id": number,
        "sha256": f"{number:064d}",
        "file_name": "tolls.txt",
        "kind": "text",
        "text": TEXT,
        "title": TITLE,
        "outlet": "The Lake Courier",
        "author": "",
        "published": dt.date(2031, 3, 21),
        "language": "en",
        "imported_at": "2031-03-22T09:00:00Z",
        "hidden": (HiddenRange(0, len(MENU), "menu"),),
        "sentences": sentences,
        "meetings": (1,),
        "extracted_by": "rules",
    }
    return Article(**{**known, **fields})  # type: ignore[arg-type]


def second_article() -> Article:
    """Return an article without meeting, outlet or date."""
    text = "The lake council meets again.\n\nNobody says when.\n"
    return article(
        2,
        text=text,
        title="The lake council meets again",
        outlet="",
        published=None,
        hidden=(),
        sentences=(),
        meetings=(),
    )


def meetings() -> tuple[Meeting, ...]:
    """Return two meetings, one of them without a date."""
    leaders = ((FREEDONIA, "Rufus Vale"), (SYLVANIA, "Otto Lang"))
    return (
        Meeting(
            id=1,
            title="Vale – Lang, Lakeport",
            sides=(FREEDONIA, SYLVANIA),
            leaders=leaders,
            date=dt.date(2031, 3, 23),
            end_date=dt.date(2031, 3, 24),
            place="Lakeport",
            host=FREEDONIA,
            articles=(1,),
            asks=4,
            date_basis="“Thursday” in ¶ 2",
        ),
        Meeting(
            id=2,
            title="Vale – Lang",
            sides=(FREEDONIA, SYLVANIA),
            leaders=leaders,
            asks=0,
        ),
    )


def ask(number: int, side: str, text: str, quote: str, **fields: object) -> Ask:
    """Return an ask that rests on a quote of the invented article."""
    of = SYLVANIA if side == FREEDONIA else FREEDONIA
    clause = str(fields.pop("clause", quote))
    known: dict[str, object] = {
        "id": number, "key": f"ask {number}", "meeting": 1, "side": side, "of": of,
        "kind": "ask", "text": text, "issues": ("Bridge tolls",), "voiced_by": None,
        "attribution": "reporter", "band": "high", "status": "proposed",
        "spans": (span(quote),), "clauses": (span(clause),),
        "outlets": ("The Lake Courier",), "why": "wants: subject Freedonia",
    }  # fmt: skip
    return Ask(**{**known, **fields})  # type: ignore[arg-type]


def asks() -> tuple[Ask, ...]:
    """Return asks of both sides: an ask, an accepted one, a red line, an offer, a candidate."""
    both = SENTENCES[1]
    tolls = "It wants the tolls on the river bridge lifted by the autumn"
    return (
        ask(1, FREEDONIA, "Tolls on the river bridge lifted by the autumn", both, clause=tolls),
        ask(
            2,
            FREEDONIA,
            "The ferry pact extended to the whole lake",
            both,
            clause="it wants the ferry pact extended to the whole lake",
            issues=("Ferries",),
            attribution="unnamed_official",
            status="accepted",
        ),
        ask(
            3,
            SYLVANIA,
            "A larger share of the dredging bill",
            SENTENCES[3],
            issues=("Dredging",),
            attribution="unnamed_official",
            starred=True,
            hedge="is expected to",
        ),
        ask(
            4,
            SYLVANIA,
            "Fishing grounds stay off the table",
            SENTENCES[5],
            kind="red_line",
            issues=("Fisheries",),
            attribution="named",
            voiced_by="Otto Lang",
        ),
        ask(
            5,
            FREEDONIA,
            "Share the cranes of the two ports",
            SENTENCES[4],
            clause="the two ports could share their cranes",
            band="candidate",
            issues=("Ports",),
            kind="offer",
        ),
    )


def person(number: int, name: str, quote: str, **fields: object) -> Person:
    """Return a person named by a quote of the invented article."""
    known: dict[str, object] = {
        "id": number, "key": f"person {number}", "meeting": 1, "name": name, "side": None,
        "roles": (), "kind": "minister", "participation": "attending", "status": "proposed",
        "spans": (span(quote),), "outlets": ("The Lake Courier",), "why": "title beside the name",
    }  # fmt: skip
    return Person(**{**known, **fields})  # type: ignore[arg-type]


def people() -> tuple[Person, ...]:
    """Return people of both sides and one of neither."""
    premier, chancellor = ("Prime Minister",), ("Chancellor",)
    return (
        person(1, "Rufus Vale", premier[0], side=FREEDONIA, roles=premier, kind="leader"),
        person(2, "Ada Brook", "Ada Brook", side=FREEDONIA, roles=("Minister of Transport",)),
        person(3, "Otto Lang", "Otto Lang", side=SYLVANIA, roles=chancellor, kind="leader"),
        person(4, "Mayors of the lake", "mayors", roles=("Mayors",), kind="stakeholder"),
    )


def issues() -> tuple[Issue, ...]:
    """Return issues with their weight by side."""
    return tuple(
        Issue(
            id=number, key=f"issue {number}", meeting=1, label=label, parent=None,
            status="proposed", spans=(span(SENTENCES[sentence]),),
            by_side=((FREEDONIA, ours), (SYLVANIA, theirs)),
        )
        for number, (label, sentence, ours, theirs) in enumerate(
            (
                ("Bridge tolls", 1, 4, 0), ("Ferries", 1, 3, 1), ("Dredging", 3, 1, 2),
                ("Fisheries", 5, 0, 2),
            ),
            start=1,
        )
    )  # fmt: skip


def pressure() -> tuple[Pressure, ...]:
    """Return a demand on one's own government."""
    return (
        Pressure(
            id=1,
            key="pressure 1",
            meeting=1,
            who="Mayors of the lake towns",
            on=FREEDONIA,
            text="Keep the night ferry",
            status="proposed",
            spans=(span(SENTENCES[6]),),
        ),
    )


def records() -> Records:
    """Return everything of the first meeting."""
    return Records(people=people(), issues=issues(), asks=asks(), pressure=pressure())
