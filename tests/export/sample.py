"""An invented meeting of invented countries, told by two invented newspapers."""

import datetime as dt
from dataclasses import replace
from typing import Any

from briefing.model import (
    Article,
    Ask,
    Briefing,
    HiddenRange,
    Meeting,
    Person,
    Pressure,
    Records,
    UserSection,
)
from tests.export.values import article, ask, issue, person, span, within

COURIER = """Subscribe to the Courier today.
SUND — Prime Minister Ada Holm of Norvia will receive President Bo Lind of Esteria in Sund on Monday to talk about fish, ferries and the price of power.
Norvia wants Esteria to open its ports to Norvian trawlers, Ms. Holm said. “We ask for nothing but fair access to the ports,” she told reporters on Friday.
Two senior officials said Norvia is expected to offer a new ferry line in return.
Foreign Minister Carl Berg and Trade Minister Dora Eik will join a working lunch, followed by a joint news conference.
Power exports to Esteria reached $3.2-billion in 2029, and 40 per cent of them passed through the old cable.
“Esteria will never give up its fishing grounds,” Mr. Lind said in a speech last week.
"""
TIMES = """President Bo Lind wants Norvia to pay for half of a second power cable, a person close to the talks said.
The President will be joined by Secretary of State Finn Gade and Commerce Secretary Greta Hav.
The opposition in Norvia demands that Ms. Holm keep the cable out of the talks. “She must not sell our power cheaply,” said Ivar Jern, leader of the Centre Party.
The two countries signed a fisheries treaty in 1998.
Norvia could lower its port fees, an analyst at the Sund Institute said.
"""
DAY = dt.date(2031, 3, 3)


def courier() -> Article:
    """Return the article of the Courier, with a line of web chrome hidden."""
    return article(
        1,
        COURIER,
        title="Holm and Lind to talk “fish and power”",
        outlet="Sund Courier",
        author="N. Aas",
        published=dt.date(2031, 3, 1),
        hidden=(HiddenRange(0, COURIER.index("SUND"), "subscribe"),),
        reasons=(("published", "date line in the file"),),
    )


def times() -> Article:
    """Return the article of the Times, of which neither title nor date is known."""
    return article(2, TIMES, outlet="Este Times")


def meeting(**changes: Any) -> Meeting:
    """Return the meeting of the two leaders in Sund."""
    values: dict[str, Any] = {
        "id": 7,
        "title": "Holm–Lind meeting, Sund",
        "sides": ("Norvia", "Esteria"),
        "leaders": (("Norvia", "Ada Holm"), ("Esteria", "Bo Lind")),
        "date": DAY,
        "date_basis": "‘on Monday’, read on Saturday 1 March 2031",
        "place": "Sund",
        "host": "Norvia",
        "articles": (1, 2),
    }
    return Meeting(**(values | changes))


def people(one: Article, two: Article) -> tuple[Person, ...]:
    """Return everybody the two articles name."""
    holm = (span(one, "Ada Holm"), span(one, "Ms. Holm"))
    lind = (span(one, "Bo Lind"), span(two, "Bo Lind"))
    leader: dict[str, Any] = {"kind": "leader"}
    return (
        person("Ada Holm", "Norvia", "Prime Minister", holm, participation="host", **leader),
        person(
            "Bo Lind",
            "Esteria",
            "President",
            lind,
            outlets=("Sund Courier", "Este Times"),
            **leader,
        ),
        person("Dora Eik", "Norvia", "Minister of Trade", (span(one, "Dora Eik"),)),
        person("Carl Berg", "Norvia", "Minister of Foreign Affairs", (span(one, "Carl Berg"),)),
        person("Greta Hav", "Esteria", "Secretary of Commerce", (span(two, "Greta Hav"),)),
        person("Finn Gade", "Esteria", "Secretary of State", (span(two, "Finn Gade"),)),
        person(
            "Ivar Jern",
            "Norvia",
            "Leader of the Centre Party",
            (span(two, "Ivar Jern"),),
            kind="opposition",
            participation="mentioned",
            conflicts=("The Courier calls Ivar Jern “chairman”, the Times leader.",),
        ),
    )


def asks(one: Article, two: Article) -> tuple[Ask, ...]:
    """Return what the two sides want, with one candidate on each side."""
    return (
        ask(
            "ports",
            "Norvia",
            "to open its ports to Norvian trawlers,",
            (within(one, "Norvia wants Esteria"), within(one, "We ask for nothing")),
            issues=("Fisheries", "Ports"),
            voiced_by="Ada Holm",
            attribution="named",
        ),
        ask(
            "ferry",
            "Norvia",
            "offer a new ferry line in return.",
            (within(one, "Two senior officials"),),
            kind="offer",
            issues=("Ferries",),
            voiced_by="two senior officials",
            attribution="unnamed_official",
            hedge="is expected to",
            band="medium",
        ),
        ask(
            "fees",
            "Norvia",
            "lower its port fees",
            (within(two, "lower its port"),),
            band="candidate",
        ),
        ask(
            "grounds",
            "Esteria",
            "never give up its fishing grounds,”",
            (within(one, "Esteria will never"),),
            kind="red_line",
            issues=("Fisheries",),
            voiced_by="Bo Lind",
            attribution="named",
        ),
        ask(
            "cable",
            "Esteria",
            "pay for half of a second power cable",
            (within(two, "President Bo Lind"),),
            issues=("Power",),
            voiced_by="a person close to the talks",
            attribution="unnamed_official",
            outlets=("Este Times",),
            status="accepted",
        ),
        ask("speech", "Esteria", "fish", (within(one, "Esteria will"),), band="candidate"),
    )


def records(one: Article, two: Article) -> Records:
    """Return everything found in the two articles."""
    fish = (within(one, "SUND"), within(one, "Norvia wants"), within(one, "Esteria will never"))
    power = (within(one, "Power exports"), within(two, "President Bo Lind"))
    return Records(
        people=people(one, two),
        issues=(
            issue("Power", power, outlets=("Sund Courier", "Este Times")),
            issue("Fisheries", (*fish, within(two, "fisheries treaty"))),
            issue("Ferries", (within(one, "Two senior officials"),)),
        ),
        asks=asks(one, two),
        pressure=(
            Pressure(
                id=1,
                key="jern",
                meeting=1,
                who="Ivar Jern",
                on="Norvia",
                text="keep the cable out of the talks",
                status="proposed",
                spans=(within(two, "The opposition"),),
            ),
        ),
    )


def earlier() -> tuple[Meeting, Records]:
    """Return the meeting of the year before, whose articles are not at hand."""
    before = meeting(id=3, date=dt.date(2030, 5, 30), end_date=dt.date(2030, 6, 1), place="Este")
    old = (
        ask("a", "Norvia", "open the ports", (), issues=("Fisheries",)),
        ask("b", "Norvia", "drop the visa fee", (), issues=("Visas",)),
    )
    return before, Records(asks=old)


def briefing(*sections: UserSection, **changes: Any) -> Briefing:
    """Return the briefing of the invented meeting, as Norvia would have it."""
    one, two = courier(), times()
    values: dict[str, Any] = {
        "meeting": meeting(),
        "our_side": "Norvia",
        "articles": (one, two),
        "records": records(one, two),
        "earlier": earlier(),
        "user_sections": sections,
        "library": "0b5c",
        "version": "0.1.0",
        "prepared": "2031-03-02",
    }
    return Briefing(**(values | changes))


def bare(**changes: Any) -> Briefing:
    """Return the briefing of a meeting of which nothing is known."""
    values: dict[str, Any] = {
        "meeting": Meeting(id=9, title="Unnamed meeting", sides=()),
        "our_side": "",
        "articles": (),
        "records": Records(),
    }
    return Briefing(**(values | changes))


def by_sha(source: Briefing):
    """Return the look-up `verify_briefing` asks for."""
    known = {each.sha256[:12]: each for each in source.articles}
    return known.get


def with_asks(*found: Ask, **changes: Any) -> Briefing:
    """Return the briefing with other asks."""
    full = briefing(**changes)
    return replace(full, records=replace(full.records, asks=found))
