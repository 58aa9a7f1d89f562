"""What is gathered of very long articles: quickly, and nothing else than before."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model import AskFound, Extent, Findings, IssueFound, PersonFound
from briefing.model.finding import PARTLY
from briefing.workspace.gathering.clusters import clusters
from briefing.workspace.gathering.gather import gather
from briefing.workspace.gathering.material import Material
from tests.helpers import invented
from tests.helpers.effort import steps

MOST = 2.4  # times the work for twice the article


def _compared(items, same):
    """Groups as `clusters` makes them, by comparing each item with every other."""
    groups = []
    for item in items:
        linked = [group for group in groups if any(same(item, other) for other in group)]
        if not linked:
            groups.append([item])
            continue
        first, *others = linked
        for other in others:
            first.extend(other)
            groups.remove(other)
        first.append(item)
    return groups


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), max_size=12))
def test_items_are_grouped_as_if_each_were_compared_with_every_other(items):
    def same(a, b):
        return a[0] == b[0] or a[1] == b[1]

    found = clusters(items, same, lambda item: (("left", item[0]), ("right", item[1])))
    assert found == _compared(items, same)


def _extent(number):
    return Extent(100 * number, 100 * number + 90, f"Sentence {number} of Norland.")


def _person(number):
    return PersonFound(
        name=f"Ada{number} Bell{number}",
        side=("Norland", "Sudland")[number % 2],
        roles=(),
        kind="other",
        participation="mentioned",
        spelled=(),
        mentions=(_extent(number),),
    )


def _material(count):
    asks = tuple(
        AskFound(
            side="Norland",
            of="Sudland",
            kind="ask",
            text=f"lower duty {number}",
            issues=(f"duty {number}",),
            voiced_by=None,
            attribution="reporter",
            band="high",
            sentence=_extent(number),
            clause=_extent(number),
        )
        for number in range(count)
    )
    issues = tuple(
        IssueFound(label=f"duty {number}", parent=None, aliases=(), sentences=(_extent(number),))
        for number in range(count)
    )
    people = tuple(map(_person, range(count)))
    found = Findings(
        backend="rules", resources="", sentences=(), people=people, issues=issues, asks=asks
    )
    return Material(articles={1: invented.article()}, findings={1: found}, meeting=1)


def test_twice_the_article_is_twice_the_work():
    gather(_material(5))
    less, more = (steps(lambda size=size: gather(_material(size))) for size in (60, 120))

    assert more < MOST * less


@pytest.mark.parametrize(("end", "told"), [("", ()), (f"{PARTLY} 749,998", ("A toll",))])
def test_an_import_tells_which_articles_the_model_read_only_in_part(
    workspace, extraction, write, *, end, told
):
    extraction.find = lambda *_: Findings(backend=f"m 1{end}", resources="", sentences=())
    report = workspace.import_paths([write("a.txt", "A toll\n\nIt was raised.\n")])

    assert report.partly == told
    assert ("1 read to its end by rules alone" in report.summary()) == bool(told)
