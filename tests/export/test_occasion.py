"""Which sentences tell of the meeting itself, and which of another day or place."""

from dataclasses import replace

import pytest

from briefing.export import render_markdown
from briefing.export.language.headings import headings
from briefing.export.outlines.outline import plain
from briefing.export.parts.content import Content
from briefing.export.parts.occasion import is_elsewhere, is_headline, nearness
from briefing.export.parts.template import Templates
from briefing.export.sections.glance import together
from briefing.export.sections.scenario import found
from briefing.model import Records, Span
from tests.export.sample import briefing, meeting
from tests.export.values import article, person


def content_of(text, *people):
    one = article(1, text)
    return Content(
        briefing(articles=(one,), records=Records(people=people)),
        headings("en"),
        Templates().plan("leaders-meeting"),
    )


def everywhere(name, text, role):
    surname = name.split()[-1]
    starts = [at for at in range(len(text)) if text.startswith(surname, at)]
    spans = tuple(Span(1, at, at + len(surname), surname) for at in starts)
    side = "Norvia" if surname == "Holm" else "Esteria"
    return person(name, side, role, spans, kind="leader")


@pytest.mark.parametrize(
    ("words", "near"),
    [
        ("They meet in Sund on Monday.", 2),
        ("They meet in Sund.", 1),
        ("They meet on March 3.", 1),
        ("They meet on 3 March 2031.", 1),
        ("They meet on March 4 or in Sundby.", 0),
        ("They met on 3 March 2029.", 0),
        ("The marathon of 12 runners and 31 Feb 0000 tell nothing.", 0),
    ],
)
def test_a_sentence_is_near_by_the_day_and_place_it_names(words, near):
    assert nearness(words, meeting()) == near


@pytest.mark.parametrize(
    ("words", "away"),
    [
        ("At a joint news conference on Jan. 10 in Mexico City they smiled.", True),
        ("At a joint news conference on Jan. 10 they smiled.", True),
        ("At a joint news conference last month they smiled.", True),
        ("At a joint news conference in 2028 they smiled.", True),
        ("They hold a joint news conference on 9 April.", True),
        ("They hold a joint news conference in Peru.", True),
        ("They hold a joint news conference in Sund after one in Peru.", False),
        ("Aides said on Feb. 20 that they will hold a joint news conference.", False),
        ("They hold a joint news conference on March 3.", False),
        ("They hold a joint news conference.", False),
    ],
)
def test_another_place_or_day_is_elsewhere(words, away):
    assert is_elsewhere(words, meeting()) is away


def test_where_neither_day_nor_place_is_known_nothing_is_elsewhere():
    unknown = meeting(date=None, place="", date_basis="")

    assert not is_elsewhere("They hold talks in Peru on 9 April.", unknown)


def test_headlines_end_without_a_mark():
    assert is_headline("Holm and Lind to meet")
    assert not is_headline("“They meet.”")


def test_a_news_conference_elsewhere_is_not_the_press_line():
    content = content_of(
        "Ms. Holm, left, and Mr. Lind at a press conference.\n"
        "They held a joint news conference on Jan. 10 in Mexico City.\n"
        "A joint news conference follows in Sund.\n"
    )

    assert plain(found(content, "press")).strip("“”") == "joint news conference"
    assert [note.quote for note in content.notes.all()] == [
        "A joint news conference follows in Sund."
    ]


def test_the_meeting_is_cited_by_the_sentence_with_its_day_and_place():
    text = (
        "Holm and Lind to meet\n"
        "Ada Holm and Bo Lind spoke of fish.\n"
        "Prime Minister Ada Holm and President Bo Lind spoke of ferries.\n"
        "Ada Holm receives Bo Lind in Sund on Monday.\n"
    )
    people = (
        everywhere("Ada Holm", text, "Prime Minister"),
        everywhere("Bo Lind", text, "President"),
    )
    names = ["Ada Holm", "Bo Lind"]
    without = text.rsplit("Ada Holm receives", 1)[0]
    fewer = [replace(p, spans=p.spans[:-1]) for p in people]

    assert [s.quote for s in together(content_of(text, *people), names)] == [
        "Ada Holm receives Bo Lind in Sund on Monday."
    ]
    assert [s.quote for s in together(content_of(without, *fewer), names)] == [
        "Prime Minister Ada Holm and President Bo Lind spoke of ferries."
    ]


def test_a_biography_is_cited_by_the_sentence_in_which_the_role_stands():
    text = "Dora Eik likes fish.\nTrade Minister Dora Eik will attend.\n"
    eik = person(
        "Dora Eik",
        "Norvia",
        "Minister of Trade",
        tuple(Span(1, at, at + 3, "Eik") for at in (5, text.rindex("Eik"))),
    )
    source = briefing(articles=(article(1, text),), records=Records(people=(eik,)))
    line = next(x for x in render_markdown(source).splitlines() if x.startswith("- **Dora Eik."))
    mark = line[line.index("[^") :]
    note = next(x for x in render_markdown(source).splitlines() if x.startswith(f"{mark}:"))

    assert f" {text.index('Trade')}-{len(text) - 1} " in note
