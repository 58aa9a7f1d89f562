import datetime as dt

import pytest

from briefing.errors import BadValue, NotFound
from tests.helpers import findings as made

TEXT = "Ada Holm wants the salmon quota raised.\nBen Roy wants visas eased."
QUOTA = "Ada Holm wants the salmon quota raised."
VISAS = "Ben Roy wants visas eased."
DAY = made.DAY - dt.timedelta(days=3)


def found(text, published, sides):
    return made.findings(
        meetings=(made.meeting(date=published and made.DAY),),
        people=(made.person(text, "Ada Holm", "Norland"), made.person(text, "Ben Roy", "Sudland")),
        issues=(made.issue(text, "Fisheries", QUOTA),),
        asks=(made.ask(text, QUOTA, "Norland"), made.ask(text, VISAS, "Sudland")),
    )


@pytest.fixture
def article(workspace, extraction, write):
    extraction.find = found
    return workspace.import_paths([write("a.txt", TEXT)], published=DAY).imported[0].article


@pytest.fixture
def meeting(workspace, article):
    return workspace.article(article).meetings[0]


def asks(workspace, meeting):
    return {ask.side: ask for ask in workspace.records(meeting=meeting).asks}


def test_a_rejected_ask_does_not_come_back_with_extraction(workspace, article, meeting):
    workspace.reject("ask", [asks(workspace, meeting)["Sudland"].id])
    workspace.extract_again([article])

    assert set(asks(workspace, meeting)) == {"Norland"}


def test_an_edited_ask_keeps_its_words_and_its_id_when_extracted_again(workspace, article, meeting):
    before = asks(workspace, meeting)["Norland"]

    workspace.edit("ask", before.id, text="Raise the quota", issues=["Fisheries", "Trade"])
    workspace.extract_again([article])

    after = asks(workspace, meeting)["Norland"]
    assert (after.id, after.text, after.status) == (before.id, "Raise the quota", "edited")
    assert after.issues == ("Fisheries", "Trade")


def test_accepting_takes_an_ask_off_the_list_to_review(workspace, meeting):
    before = workspace.overview().to_review

    workspace.accept("ask", [asks(workspace, meeting)["Norland"].id])

    assert workspace.overview().to_review == before - 1


def test_every_decision_can_be_undone(workspace, meeting):
    before = workspace.records(meeting=meeting)

    workspace.reject("ask", [ask.id for ask in before.asks])
    workspace.undo()

    assert workspace.records(meeting=meeting) == before


def test_a_decision_holds_after_its_article_moves_to_another_meeting(workspace, article, meeting):
    workspace.reject("ask", [asks(workspace, meeting)["Sudland"].id])
    workspace.new_meeting(sides=["Norland", "Sudland"], date=dt.date(2032, 1, 1))
    other = next(m.id for m in workspace.overview().meetings if m.id != meeting)

    workspace.assign(article, other)

    assert set(asks(workspace, other)) == {"Norland"}


def test_a_person_rejected_everywhere_is_gone_from_other_meetings(
    workspace, extraction, write, meeting
):
    extraction.find = lambda text, *_: made.findings(
        meetings=(made.meeting(date=dt.date(2033, 1, 1)),),
        people=(made.person(text, "Ada Holm", "Norland"),),
    )
    workspace.import_paths([write("b.txt", "Ada Holm came.")])
    person = next(p for p in workspace.records(meeting=meeting).people if p.name == "Ada Holm")

    workspace.reject("person", [person.id], everywhere=True)

    shown = [p.name for m in workspace.overview().meetings for p in _people(workspace, m.id)]
    assert "Ada Holm" not in shown


def _people(workspace, meeting):
    return workspace.records(meeting=meeting).people


def test_an_ask_added_from_the_text_leads_to_its_sentence(workspace, article, meeting):
    start = TEXT.index(VISAS)

    workspace.add(
        "ask",
        article=article,
        start=start,
        end=start + len(VISAS),
        side="Norland",
        text="Keep visas",
        kind="red_line",
    )

    added = next(a for a in workspace.records(meeting=meeting).asks if a.status == "added")
    assert added.spans[0].quote == VISAS


@pytest.mark.parametrize(
    "fields",
    [
        {"side": "Norland"},
        {"side": "Norland", "text": "x", "kind": "wish"},
        {"side": "Norland", "text": "x", "colour": "red"},
    ],
    ids=["no text", "unknown kind", "unknown field"],
)
def test_an_addition_that_lacks_sense_is_refused_in_a_sentence(workspace, article, fields):
    with pytest.raises(BadValue):
        workspace.add("ask", article=article, start=0, end=5, **fields)


def test_notes_and_stars_stay(workspace, article, meeting):
    ask = asks(workspace, meeting)["Norland"]

    workspace.note("ask", ask.id, "Ask the fisheries desk")
    workspace.star("ask", ask.id, on=True)
    workspace.extract_again([article])

    after = asks(workspace, meeting)["Norland"]
    assert (after.note, after.starred) == ("Ask the fisheries desk", True)
    assert workspace.overview().starred == 1


def test_a_record_that_is_not_there_is_named(workspace):
    with pytest.raises(NotFound):
        workspace.accept("ask", [404])


def test_anything_can_have_a_star_that_stays_and_is_taken_away(workspace, article, meeting):
    ask = asks(workspace, meeting)["Norland"]
    workspace.star("ask", ask.id, on=True)
    workspace.star("article", article, on=True)
    workspace.star("meeting", meeting, on=True)
    assert workspace.overview().starred == 3
    assert not workspace.meeting(meeting).confirmed
    workspace.extract_again([article])
    assert workspace.meeting(meeting).starred
    workspace.star("meeting", meeting, on=False)
    assert workspace.overview().starred == 2
    workspace.undo()
    assert workspace.meeting(meeting).starred
