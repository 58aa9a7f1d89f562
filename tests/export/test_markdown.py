"""The whole document, compared with the expected files, and what must hold of every one."""

from dataclasses import replace

import pytest

from briefing.errors import BadValue
from briefing.export import render_markdown, verify_briefing
from briefing.model import UserSection
from tests.export.sample import bare, briefing, by_sha, courier, meeting, with_asks
from tests.export.values import ask, within


def test_the_briefing_of_a_meeting_reads_as_expected(golden):
    golden("briefing.md", render_markdown(briefing()))


def test_what_the_user_wrote_stands_in_the_next_export(golden):
    mine = (
        UserSection("objectives", "Open the ports. *No cable.*\n\nNothing else | ever."),
        UserSection("if-raised-power", "We will look at it."),
        UserSection("if-raised-whaling", "Not this year."),
    )
    golden("briefing-with-user.md", render_markdown(briefing(*mine), language="fr"))


def test_a_meeting_of_which_nothing_is_known_says_so(golden):
    golden("briefing-bare.md", render_markdown(bare()))


def test_the_same_briefing_gives_the_same_bytes():
    assert render_markdown(briefing()) == render_markdown(briefing())


def test_every_footnote_and_quotation_can_be_proved():
    source = briefing()

    assert verify_briefing(render_markdown(source), by_sha(source)) == ()


def test_empty_sections_may_be_left_out():
    text = render_markdown(bare(), omit_empty=True)

    assert "Nothing in the sources." not in text
    assert "## 3. Our objectives" in text


def test_an_undated_meeting_has_no_date_in_title_or_text():
    text = render_markdown(briefing(meeting=meeting(date=None)))

    assert "# Briefing: Ada Holm – Bo Lind, Sund, date not known" in text
    assert "meeting: unknown" in text
    assert "The date of the meeting is not known" in text


def test_candidates_are_counted_and_not_shown():
    text = render_markdown(briefing())

    assert "lower its port fees" not in text
    assert "*1 candidate not shown, too uncertain.*" in text


def test_a_candidate_the_user_accepted_is_shown():
    one = courier()
    taken = ask(
        "x", "Norvia", "a thing", (within(one, "SUND"),), band="candidate", status="accepted"
    )

    assert "| A thing (reworded) |" in render_markdown(with_asks(taken))


def test_the_same_sentence_reuses_its_footnote():
    one = courier()
    spans = (within(one, "Norvia wants Esteria"),)
    text = render_markdown(
        with_asks(ask("x", "Norvia", "one thing", spans), ask("y", "Norvia", "other", spans))
    )
    start = f"{spans[0].start}-{spans[0].end}"

    assert text.count(f" {start} ") == 1


def test_the_weightiest_ask_comes_first():
    one = courier()
    spans = (within(one, "Two senior officials"),)
    weak = ask("a", "Norvia", "weak", spans, band="medium", outlets=("A", "B"))
    one_outlet = ask("b", "Norvia", "single", spans)
    early = ask("c", "Norvia", "early", (within(one, "SUND"),))
    many = ask("d", "Norvia", "many", spans, outlets=("A", "B"))
    starred = ask("e", "Norvia", "starred", spans, band="medium", starred=True)
    text = render_markdown(with_asks(weak, one_outlet, early, many, starred))
    table = text[text.index("What we ask") : text.index("What they ask")]
    order = [
        word for word in table.split() if word in ("Weak", "Single", "Early", "Many", "Starred")
    ]

    assert order == ["Starred", "Many", "Early", "Single", "Weak"]


def test_asks_beyond_the_table_stand_in_an_annex():
    spans = (within(courier(), "SUND"),)
    many = [ask(str(n), "Norvia", f"thing number {n}", spans) for n in range(9)]
    text = render_markdown(with_asks(*many))

    assert "*3 more in Annex A.*" in text
    assert "**Norvia:** Thing number 8 (reworded) (the reporter, reported)." in text


def test_a_third_side_is_named_in_the_table():
    spans = (within(courier(), "SUND"),)
    text = render_markdown(
        with_asks(
            ask("a", "Esteria", "one", spans),
            ask("b", "Ostria", "two", spans),
            meeting=meeting(sides=("Norvia", "Esteria", "Ostria")),
        )
    )

    assert "| Ostria | Two (reworded) |" in text


def test_a_glance_stays_within_ninety_words_and_five_bullets():
    spans = (within(courier(), "SUND"),)
    long = " ".join(["word"] * 60)
    kinds = ("ask", "offer", "red_line")
    asks = [ask(f"{s}{k}", s, long, spans, kind=k) for s in ("Norvia", "Esteria") for k in kinds]
    text = render_markdown(with_asks(*asks))
    glance = text[text.index("## 1.") : text.index("## 2.")].split("\n", 1)[1]

    assert glance.count("\n- ") <= 5
    assert len(glance.split()) <= 90 + 10  # bullets and footnotes are counted here too


def test_asks_of_a_source_that_is_gone_still_stand_without_a_footnote():
    spans = (within(courier(), "SUND"),)
    text = render_markdown(replace(with_asks(ask("a", "Norvia", "one", spans)), articles=()))

    assert "| One | – | the reporter | reported | – |" in text


def test_an_unknown_profile_is_named_with_those_there_are():
    with pytest.raises(BadValue, match="no briefing profile 'summit'"):
        render_markdown(briefing(), profile="summit")


def test_an_unknown_language_is_named_with_those_there_are():
    with pytest.raises(BadValue, match="in the language 'xx'"):
        render_markdown(briefing(), language="xx")
