"""What a briefing takes out of the sources themselves: facts, figures, passages, expectations."""

from dataclasses import replace

import pytest

from briefing.export import render_markdown
from briefing.export.sections.figures import figures
from briefing.export.sections.quotations import quoted
from briefing.model import Records, Span
from tests.export.sample import briefing, courier, with_asks
from tests.export.values import article, ask, issue, span, within


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Duties of 25 per cent on steel will stay.", ["25 per cent on steel"]),
        ("It sold US$3.2-billion of fish, he said.", ["US$3.2-billion of fish"]),
        ("They seized 3,040 kilograms of powder there.", ["3,040 kilograms of powder"]),
        ("Some 40 per cent of them passed the strait.", []),
        ("It costs $5 and that is all.", []),
        ("They pay a duty of 25 per cent.", ["duty of 25 per cent"]),
        ("The line is 40 miles.", ["40 miles"]),
        ("A 15 per cent duty on every non-U.S. part of cars.", ["15 per cent duty"]),
        ("It fell by $2 billion in Norvia's favour.", ["$2 billion in Norvia's favour"]),
        ("It takes 1% of member states' gross national income.", ["1% of member"]),
        ("The U.S. pays 5% of U.S. trade.", ["5% of U.S. trade"]),
        ("They owe 3 million crowns of old debts now and more.", ["3 million crowns"]),
        ("Cut by 20 percent the duties.", []),
        ("On 6 May 2025 two leaders met in room 12.", []),
    ],
)
def test_figures_are_quoted_with_what_they_count(text, found):
    assert [words for words, _ in figures([Span(1, 0, len(text), text)])] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“We want all of it,” she said.", ["We want all of it"]),
        ("We want all of it,” she said.", ["We want all of it"]),
        ("She said: “We want all of it.", ["We want all of it."]),
        ('"We want all of it," she said.', ["We want all of it"]),
        ('We want all of it," she said.', ["We want all of it"]),
        ("A “fair deal” is near.", []),
        ("No quotation at all.", []),
    ],
)
def test_passages_in_quotation_marks_are_found(text, found):
    assert list(quoted(text)) == found


def test_an_abbreviation_is_written_out_once_where_it_is_met_first():
    spans = (within(courier(), "SUND"),)
    text = render_markdown(
        with_asks(
            ask("a", "Norvia", "keep NATO out of it", spans),
            ask("b", "Norvia", "leave the WTO (World Trade Organization) alone", spans),
            ask("c", "Esteria", "let NATO and the WTO in", spans),
        )
    )

    assert text.count("NATO (North Atlantic Treaty Organization)") == 1
    assert text.count("World Trade Organization") == text.count("WTO (World Trade Organization)")
    assert text.index("NATO (North") == text.index("NATO")


def test_an_abbreviation_inside_a_quotation_is_left_as_it_was_said():
    one = article(1, "The two met at NATO in 2029.", outlet="Sund Courier")
    text = render_markdown(briefing(articles=(one,), records=Records()))

    assert "“The two met at NATO in 2029”" in text


def test_a_fact_that_does_not_say_whom_it_is_about_is_left_out():
    one = article(1, "He was last in Este in 2029.", outlet="Sund Courier")

    assert "“He was" not in render_markdown(briefing(articles=(one,), records=Records()))


@pytest.mark.parametrize(
    "told",
    [
        "Little is known of what the two leaders want, but no breakthrough is expected.",
        "The leaders are expected to sign a ferry accord at the meeting.",
        "Officials on both sides played down expectations.",
    ],
)
def test_what_is_expected_of_the_meeting_stands_at_a_glance_as_it_was_said(told):
    one = article(1, f"The day was mild. {told} Nobody minded.", outlet="Sund Courier")
    text = render_markdown(briefing(articles=(one,), records=Records()))

    assert f"- **Outcome expected:** “{told.rstrip('.')}”.[^1]" in text


@pytest.mark.parametrize(
    "told",
    [
        "The bank is expected to announce its figures.",
        "They are expected to sign an accord at the meeting.",
        "The meeting is expected to be long.",
        "The leaders are expected to sign “an accord” at the meeting.",
    ],
)
def test_no_other_expectation_is_taken_for_an_outcome(told):
    one = article(1, told, outlet="Sund Courier")

    assert "Outcome" not in render_markdown(briefing(articles=(one,), records=Records()))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "The two last met on 4 May 2029 in Este.",
            "- 4 May 2029: “The two last met on 4 May 2029 in",
        ),
        (
            "The two last met on May 4, 2029 in Este.",
            "- 4 May 2029: “The two last met on May 4, 2029",
        ),
        ("The fees rose in February 2031 again.", "- February 2031: “The fees rose"),
        ("A treaty has held since 1998.", "- 1998: “A treaty has held since 1998”.[^"),
    ],
)
def test_background_holds_dated_facts(text, line):
    one = article(1, text, outlet="Sund Courier")

    assert line in render_markdown(briefing(articles=(one,), records=Records()))


@pytest.mark.parametrize(
    "text",
    [
        "They will meet on 3 March 2031 in Sund.",
        "In 2031 fees may fall.",
        "The 1998 treaty holds.",
        "“It was in 1998,” he said.",
        "Was it in 1998?",
    ],
)
def test_background_holds_nothing_else(text):
    one = article(1, text, outlet="Sund Courier")
    shown = render_markdown(briefing(articles=(one,), records=Records(), earlier=None))
    part = shown[shown.index("## 11.") : shown.index("## 12.")]

    assert part.count("- ") == 1


@pytest.mark.parametrize(
    ("voice", "strength"),
    [
        (None, "unnamed official"),
        ("a senior official", "unnamed official"),
        ("two senior officials", "unnamed officials"),
        ("a person close to the talks", "unnamed source"),
        ("people familiar with the talks", "unnamed sources"),
        ("insiders", "unnamed sources"),
    ],
)
def test_unnamed_sources_are_told_apart(voice, strength):
    spans = (within(courier(), "SUND"),)
    one = ask("a", "Norvia", "one", spans, voiced_by=voice, attribution="unnamed_official")

    assert f"| {strength} |" in render_markdown(with_asks(one))


def test_words_outside_any_sentence_are_cited_as_they_are():
    one = article(1, "Head\n\nNorvia asks.", outlet="Sund Courier")
    one = replace(one, sentences=one.sentences[1:])
    source = briefing(
        articles=(one,), records=Records(asks=(ask("a", "Norvia", "one", (span(one, "Head"),)),))
    )

    assert f"<!-- source {one.sha256[:12]} 0-4 " in render_markdown(source)


def test_words_over_two_sentences_are_cited_as_they_are():
    one = article(1, "Norvia asks. Esteria waits.", outlet="Sund Courier")
    wide = span(one, "asks. Esteria")
    source = briefing(articles=(one,), records=Records(asks=(ask("a", "Norvia", "one", (wide,)),)))

    assert f" {wide.start}-{wide.end} " in render_markdown(source)


def test_the_abbreviations_of_an_issue_are_explained_under_its_heading_alone():
    one = courier()
    spans = (within(one, "Norvia wants"),)
    found = Records(
        issues=(issue("NATO talks", spans),),
        asks=(ask("a", "Norvia", "keep the NATO’s ships out", spans, issues=("NATO talks",)),),
    )
    text = render_markdown(briefing(records=found))

    assert "- **Main issues:** NATO talks.[^" in text
    assert "**1. NATO talks.** (NATO: North Atlantic Treaty Organization) In 1 sentence." in text
    assert "NATO (North Atlantic Treaty Organization)’s" not in text
