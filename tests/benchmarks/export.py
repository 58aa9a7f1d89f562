"""How long a briefing of 50 articles and 300 asks takes in each format.

QT_QPA_PLATFORM=offscreen python -m tests.benchmarks.export
"""

import datetime as dt
import sys
import time

from briefing.export import Style, make
from briefing.model import Briefing, Records
from tests.export.sample import meeting
from tests.export.values import article, ask, issue, person, within

FORMATS = ("md", "html", "json", "csv", "pdf", "docx")
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


def seconds(source: Briefing, name: str) -> float:
    """Return how long one format takes."""
    begun = time.perf_counter()
    make(source, (name,), Style())
    return time.perf_counter() - begun


def main() -> None:
    """Print one line a format: the better of two, beside Markdown's."""
    source = large()
    least = {name: min(seconds(source, name) for _ in range(2)) for name in FORMATS}
    for name, taken in least.items():
        sys.stdout.write(f"{name:5} {taken:6.2f} s  {taken / least['md']:6.1f} x md\n")


if __name__ == "__main__":
    main()
