"""The gaps of a meeting: what is thin, one-sided, inferred or not reviewed."""

from dataclasses import replace

from briefing.gui.records import gaps
from briefing.gui.records.gaps import gaps_of
from briefing.model import Records
from tests.helpers import invented
from tests.helpers.fake_shelf import line_of


def sorts(meeting, records, articles=()):
    return [(gap.sort, gap.about) for gap in gaps_of(meeting, records, articles)]


def meeting():
    found = invented.meetings()[0]
    return replace(found, confirmed=frozenset({"date"}))


def test_an_ask_on_one_unnamed_source_is_a_gap_until_somebody_accepts_it():
    ask = replace(
        invented.asks()[0], attribution="unnamed_official", outlets=("One",), status="proposed"
    )
    assert (gaps.ONE_SOURCE, ask.text) in sorts(meeting(), Records(asks=(ask,)))
    settled = replace(ask, status="accepted")
    assert sorts(meeting(), Records(asks=(settled,))) == []


def test_an_issue_one_side_alone_raises_is_a_gap():
    ask = replace(invented.asks()[0], status="accepted", attribution="named")
    issue = replace(invented.issues()[0], label=ask.issues[0])
    found = gaps_of(meeting(), Records(asks=(ask,), issues=(issue,)), ())
    assert [gap.sort for gap in found] == [gaps.ONE_SIDE]


def test_somebody_at_the_table_of_whom_nothing_is_known_is_a_gap():
    person = replace(invented.people()[0], roles=(), participation="expected", note="")
    assert (gaps.NO_OFFICE, person.name) in sorts(meeting(), Records(people=(person,)))


def test_a_date_that_was_inferred_is_a_gap():
    found = gaps_of(replace(meeting(), confirmed=frozenset()), Records(), ())
    assert [gap.kind for gap in found] == ["meeting"]


def test_an_ask_that_waits_for_a_decision_is_a_gap_until_it_is_taken():
    ask = replace(invented.asks()[0], attribution="named", status="proposed")
    assert (gaps.NOT_REVIEWED, ask.text) in sorts(meeting(), Records(asks=(ask,)))
    accepted = replace(ask, status="accepted")
    assert sorts(meeting(), Records(asks=(accepted,))) == []


def test_an_article_without_a_day_is_a_gap():
    line = line_of(replace(invented.article(), published=None))
    assert (gaps.ARTICLE_DATE, line.headline) in sorts(meeting(), Records(), (line,))


def test_a_gap_leads_to_its_finding(window):
    window.do("panel_gaps")
    window.do("panel_gaps")
    panel = window.window.columns.panels.gaps
    window.until(panel.isVisible)
    gap = next(gap for gap in panel.gaps if gap.kind == "ask")
    panel.chosen.emit(gap)
    assert window.window.columns.panels.detail.record == gap.record
