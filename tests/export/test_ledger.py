"""What changed since the version before, and the same bytes where nothing did."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.export import (
    History,
    Ledger,
    history_of,
    render_markdown,
    user_sections,
    with_history,
)
from briefing.export.markup.fences import keep_sections
from briefing.model import UserSection
from tests.export.sample import briefing, courier, times, with_asks
from tests.export.values import ask, within

SPANS = (within(courier(), "SUND"),)


def ledger(*asks, **changes):
    return Ledger.of(with_asks(*asks, **changes))


def told(before, source):
    text = render_markdown(source, since=before)
    if "## Since" not in text:
        return []
    start = text.index("## Since")
    return text[start : text.index("## 1.")].strip().split("\n")


ONE = ask("one", "Norvia", "open the ports", SPANS, issues=("Ports",))
TWO = ask("two", "Esteria", "share the catch", SPANS, issues=("Fisheries",))


def test_a_first_version_says_nothing_of_changes():
    assert "## Since" not in render_markdown(briefing())


def test_asks_that_are_new_changed_and_gone_are_told_with_their_side():
    three = replace(TWO, key="three", text="pay for the cable")
    lines = told(ledger(ONE, TWO), with_asks(replace(ONE, text="open every port"), three))

    assert lines == [
        "## Since the version of 2 March 2031",
        "",
        "- **New:** 1 ask: Esteria, pay for the cable.",
        "- **Changed:** 1 ask: Norvia, open every port.",
        "- **No longer there:** 1 ask: Esteria, share the catch.",
    ]


def test_sources_added_and_withdrawn_are_named():
    before = ledger(ONE, articles=(courier(),))

    assert told(before, with_asks(ONE, articles=(times(),)))[2:] == [
        "- **Added:** 1 source: Este Times.",
        "- **Withdrawn:** 1 source: Sund Courier.",
    ]


def test_an_ask_under_another_key_is_no_change():
    assert told(ledger(ONE), with_asks(replace(ONE, key="other"))) == []


def test_a_candidate_is_new_once_the_user_accepts_it():
    candidate = replace(ONE, band="candidate")
    lines = told(ledger(candidate), with_asks(replace(candidate, status="accepted")))

    assert lines[2] == "- **New:** 1 ask: Norvia, open the ports."


def test_many_changes_are_counted_and_three_are_told():
    many = [ask(str(n), "Norvia", f"thing {n}", SPANS) for n in range(5)]

    assert told(ledger(), with_asks(*many))[2].endswith("Norvia, thing 2; and 2 more.")


def test_what_changed_is_told_in_french():
    text = render_markdown(with_asks(TWO), since=ledger(ONE), language="fr")

    assert "## Depuis la version du 2 mars 2031" in text


def test_an_answer_older_than_a_change_of_its_asks_is_marked_until_it_is_rewritten():
    mine = UserSection("if-raised-fisheries", "No.")
    before = ledger(ONE, TWO, user_sections=(mine,))
    changed = replace(TWO, text="share the whole catch")
    old = render_markdown(with_asks(ONE, changed, user_sections=(mine,)), since=before)
    rewritten = replace(mine, text="Perhaps.")
    new = render_markdown(with_asks(ONE, changed, user_sections=(rewritten,)), since=before)

    assert "<!-- /user --> *(written before the asks here changed)*" in old
    assert "written before" not in new


def test_the_same_content_exported_again_is_compared_as_before():
    first, second = ledger(ONE), ledger(ONE, TWO)
    history = History(first).then(second)

    assert history.since(second) == first
    assert history.then(second) == history
    assert history.since(ledger(TWO)) == second


@given(st.text(), st.text())
def test_a_history_is_read_back_as_it_was_kept(words, key):
    held = ledger(replace(ONE, text=words, key=key or "k"))
    kept = with_history("# A briefing\n", History(held, held))

    assert history_of(kept) == History(held, held)
    assert user_sections(kept) == ()


@pytest.mark.parametrize(
    "kept",
    [
        "# A briefing\n",
        "# A briefing\n\n<!-- ledger {} -->\n",
        '# A briefing\n\n<!-- ledger {"form": 1} -->\n',
        '# A briefing\n\n<!-- ledger {"form": 1, "last": {"asks": 3}, "before": null} -->\n',
        "# A briefing\n\n<!-- ledger {not json} -->\n",
        f"# A briefing\n\n<!-- ledger {json.dumps({'form': 99})} -->\n",
    ],
)
def test_a_history_of_another_form_is_none(kept):
    assert history_of(kept) is None


def test_words_that_a_version_does_not_show_are_kept_behind_it():
    sections = (UserSection("press", "We are\nglad."), UserSection("points", "Mine."))
    text = render_markdown(briefing(*sections), profile="one-pager")
    kept = keep_sections(text, sections)

    assert "We are" not in text
    assert UserSection("press", "We are\nglad.") in user_sections(kept)
    assert kept.count("Mine.") == 1


def test_a_change_that_ends_with_an_abbreviation_has_one_full_stop():

    now = with_asks(ask("new", "Norvia", "work with the U.S.", (within(courier(), "SUND"),)))
    text = render_markdown(now, since=Ledger(prepared="2031-02-01"))

    assert "**New:** 1 ask: Norvia, work with the U.S.\n" in text
