"""How long a briefing of 50 articles and 300 asks takes in each format."""

import datetime as dt
import time

import pytest

from briefing.export import Style, make
from briefing.model import Briefing, Records
from tests.export.sample import article, ask, issue, meeting, person, within

ARTICLES, ASKS_EACH = 50, 6
SUBJECTS = (
    "ferries",
    "salmon",
    "power",
    "visas",
    "timber",
    "wool",
    "steel",
    "rail",
    "wind",
    "dairy",
)
SIDES = ("Norvia", "Esteria")

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("qapp")]


def written(number: int) -> str:
    """Return an article of sixty sentences in which each of six asks is told once."""
    rows = [
        f"Prime Minister Ada Holm will receive President Bo Lind in Sund, report {number} says."
    ]
    for at in range(ASKS_EACH):
        subject = SUBJECTS[(number + at) % len(SUBJECTS)]
        rows.append(
            f"Minister Carl Berg {number} wants the other side to lower the fee on {subject} "
            f"by {number + at} per cent, and “not a day too late”, he told reporters in Sund."
        )
        rows += [
            f"In {2000 + at} the trade in {subject} came to ${number}.{at} billion, paper {n} said."
            for n in range(8)
        ]
    return "\n".join(rows) + "\n"


@pytest.fixture(scope="module")
def large() -> Briefing:
    articles = tuple(
        article(
            n,
            written(n),
            title=f"Report {n} on the talks",
            outlet=f"Paper {n % 12}",
            published=dt.date(2031, 2, 1 + n % 28),
        )
        for n in range(1, ARTICLES + 1)
    )
    asks = tuple(
        ask(
            f"ask-{one.id}-{at}",
            SIDES[at % 2],
            f"lower the fee on {SUBJECTS[(one.id + at) % 10]} by {one.id + at} per cent",
            (within(one, f"by {one.id + at} per cent"),),
            issues=(SUBJECTS[(one.id + at) % 10],),
            voiced_by=f"Carl Berg {one.id}",
            attribution="named",
        )
        for one in articles
        for at in range(ASKS_EACH)
    )
    people = tuple(
        person(f"Carl Berg {one.id}", "Norvia", "Minister", (within(one, "Carl Berg"),))
        for one in articles
    )
    issues = tuple(
        issue(subject, tuple(within(one, subject) for one in articles if subject in one.text))
        for subject in SUBJECTS
    )
    records = Records(people=people, issues=issues, asks=asks)
    return Briefing(
        meeting=meeting(), our_side="Norvia", articles=articles, records=records, library="0b5c"
    )


@pytest.mark.parametrize(
    ("name", "limit"), [("md", 1.5), ("pdf", 4.0), ("docx", 8.0), ("html", 3.0), ("json", 1.5)]
)
def test_a_briefing_of_fifty_articles_and_three_hundred_asks_is_made_in_time(large, name, limit):
    make(large, (name,), Style())  # loads what a format needs

    # The better of two: other programs on the machine are not this program's fault.
    assert len(large.records.asks) == 300
    assert min(seconds(large, name) for _ in range(2)) < limit


def seconds(source: Briefing, name: str) -> float:
    """Return how long one format takes."""
    begun = time.perf_counter()
    make(source, (name,), Style())
    return time.perf_counter() - begun
