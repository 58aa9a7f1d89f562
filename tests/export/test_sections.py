"""Single sections: counterparts, figures, quotations, dates and what changed."""

from dataclasses import replace

import pytest

from briefing.export import outline, render_markdown
from briefing.export.outlines.outline import Table, plain
from briefing.export.sections.annexes import paragraphs
from briefing.export.sections.participants import post
from briefing.export.sections.raised import section_name
from briefing.model import Person, Records
from briefing.model.finding import PARTLY
from tests.export.sample import briefing, courier, meeting, records, times, with_asks
from tests.export.values import article, ask, issue, person, span, within


def table_of(source, key):
    found = next(section for section in outline(source).sections if section.key == key)
    table = next(block for block in found.blocks if isinstance(block, Table))
    return [[plain(cell) for cell in row] for row in table.rows]


def with_people(*people: Person):
    return briefing(records=Records(people=people))


def sit(name: str, side: str, role: str, **changes):
    return person(name, side, role, (span(courier(), "Ada Holm"),), **changes)


@pytest.mark.parametrize(
    ("role", "where"),
    [
        ("Minister of Foreign Affairs", "foreign"),
        ("Secretary of State", "foreign"),
        ("Secretary of State for Defence", "defence"),
        ("Secretary of State for Business and Trade", "trade"),
        ("Secretary of Commerce", "trade"),
        ("Minister of International Trade", "trade"),
        ("Secretary of the Treasury", "finance"),
        ("Chancellor of the Exchequer", "finance"),
        ("Minister of Public Safety", "safety"),
        ("Secretary of Homeland Security", "safety"),
        ("Home Secretary", "safety"),
        ("Attorney General", "justice"),
        ("Minister of Justice", "justice"),
        ("Minister of Natural Resources", "energy"),
        ("Minister of Agriculture", "agriculture"),
        ("Vice-President", "deputy"),
        ("Deputy Prime Minister and Minister of Finance", "deputy"),
        ("Chief of Staff", ""),
    ],
)
def test_an_office_finds_its_opposite(role, where):
    assert post(sit("A B", "Norvia", role)) == where


def test_counterparts_sit_on_one_row_and_others_below():
    source = with_people(
        sit("Uno", "Norvia", "Minister of Agriculture"),
        sit("Due", "Norvia", "Minister of Justice"),
        sit("Tre", "Esteria", "Attorney General"),
        sit("Lead", "Esteria", "President", kind="leader", participation="host"),
        sit("Aide", "Esteria", "Chief of Staff", kind="official", participation="expected"),
    )

    assert table_of(source, "participants") == [
        ["–", "Lead, President (host)"],
        ["Due, Minister of Justice", "Tre, Attorney General"],
        ["Uno, Minister of Agriculture", "–"],
        ["–", "Aide, Chief of Staff (expected)"],
    ]


def test_a_minister_only_mentioned_sits_opposite_a_counterpart_or_below_the_table():
    source = with_people(
        sit("Uno", "Norvia", "Minister of Finance"),
        sit("Due", "Esteria", "Secretary of the Treasury", participation="mentioned"),
        sit("Tre", "Esteria", "Secretary of Defense", participation="mentioned"),
    )

    assert table_of(source, "participants") == [
        ["Uno, Minister of Finance", "Due, Secretary of the Treasury (mentioned)"]
    ]
    assert "**Mentioned, not attending:** Tre, Secretary of Defense (Esteria)." in render_markdown(
        source
    )


def test_three_sides_have_three_columns():
    source = replace(
        with_people(
            sit("Uno", "Norvia", "Minister of Finance"),
            sit("Due", "Ostria", "Minister of Finance"),
        ),
        meeting=meeting(sides=("Norvia", "Esteria", "Ostria")),
    )

    assert table_of(source, "participants") == [
        ["Uno, Minister of Finance", "–", "Due, Minister of Finance"]
    ]


def test_runs_of_paragraphs_are_joined():
    assert paragraphs([9, 1, 2, 3, 3, 7]) == "1–3, 7, 9"


def test_answers_keep_their_names_over_exports_and_never_share_one():
    assert section_name("Steel & aluminium") == "if-raised-steel-aluminium"
    assert section_name("") == "if-raised-other"
    assert section_name("貿易") == section_name("貿易")
    assert section_name("Steel/aluminium", {"if-raised-steel-aluminium"}).startswith(
        "if-raised-steel-aluminium-"
    )


def test_without_an_earlier_meeting_background_says_so():
    text = render_markdown(briefing(earlier=None))

    assert "No earlier meeting of the same sides is in this library." in text


def test_a_meeting_on_neutral_ground_has_no_host():
    text = render_markdown(briefing(meeting=meeting(host=None)))

    assert (
        "Prime Minister Ada Holm and President Bo Lind meet in Sund on Monday 3 March 2031." in text
    )
    assert "| Host |" not in text


def test_without_leaders_the_sides_meet():
    text = render_markdown(briefing(meeting=meeting(leaders=(), sides=("United States", "Norvia"))))

    assert "- The United States and Norvia meet in Sund on Monday 3 March 2031." in text


def test_a_meeting_of_another_country_lends_no_scenario():
    text = "The premier of Ostria left a working lunch in Este early."
    one = article(1, text, outlet="Sund Courier")
    guest = person("Ostria", "Ostria", "", (span(one, "Ostria"),), kind="foreign_leader")

    text = render_markdown(briefing(articles=(one,), records=Records(people=(guest,))))

    assert "“working lunch”" not in text


def test_a_role_stands_at_the_first_use_of_a_name_only():
    one = courier()
    spans = (within(one, "SUND"),)
    source = with_asks(
        ask("a", "Norvia", "one", spans, voiced_by="Ivar Jern", attribution="named"),
        ask("b", "Norvia", "two", spans, voiced_by="Ivar Jern", attribution="named"),
    )

    assert render_markdown(source).count("Ivar Jern, Leader of the Centre Party") == 1


def test_two_speakers_of_one_ask_are_both_named():
    spans = (within(courier(), "SUND"),)
    source = with_asks(
        ask("a", "Norvia", "one", spans, voiced_by="Carl Berg; Dora Eik", attribution="named")
    )

    assert "| Carl Berg and Dora Eik | on record |" in render_markdown(source)


def test_shared_ground_needs_an_offer_of_both_sides():
    spans = (within(courier(), "SUND"),)
    pair = [
        ask(side, side, f"build {side} bridge", spans, kind="offer", issues=("Fisheries",))
        for side in ("Norvia", "Esteria")
    ]

    assert "both sides are reported to offer" in render_markdown(with_asks(*pair))
    assert "both sides are reported to offer" not in render_markdown(with_asks(pair[0]))


def test_rejected_items_are_nowhere():
    full = records(courier(), times())
    gone = replace(
        full,
        asks=tuple(replace(each, status="rejected") for each in full.asks),
        issues=tuple(replace(each, status="rejected") for each in full.issues),
        pressure=tuple(replace(each, status="rejected") for each in full.pressure),
    )
    text = render_markdown(briefing(records=gone))

    assert "trawlers" not in text
    assert "candidate" not in text
    assert "Ferries" not in text
    assert "Domestic pressure" not in text


@pytest.mark.parametrize("backend", ["rules", "rules; en_large was not found"])
def test_an_article_read_by_rules_alone_is_a_caveat(backend):
    by_rules = replace(courier(), extracted_by=backend)

    assert "Read by rules alone, without the language model: Sund Courier." in render_markdown(
        briefing(articles=(by_rules, times()))
    )


def test_an_article_read_in_part_by_rules_is_a_caveat_of_its_own():
    partly = replace(courier(), extracted_by=f"en_core_web_sm 3.8.0{PARTLY} 749,998")
    text = render_markdown(briefing(articles=(partly, times())))

    assert "So long that its later part was read by rules alone: Sund Courier." in text
    assert "without the language model" not in text


def test_a_reviewed_briefing_has_no_caveat_about_review():
    full = records(courier(), times())
    done = Records(
        people=tuple(replace(each, status="accepted") for each in full.people),
        issues=tuple(replace(each, status="accepted") for each in full.issues),
        asks=tuple(replace(each, status="accepted") for each in full.asks),
        pressure=tuple(replace(each, status="accepted") for each in full.pressure),
    )
    text = render_markdown(briefing(records=done))

    assert "Not yet reviewed" not in text
    assert 'reviewed: "17 of 17 findings"' in text


def test_what_both_sides_want_alike_is_shared_and_not_raised():
    spans = (within(courier(), "SUND"),)
    pair = [
        ask(side, side, "a lasting peace", spans, issues=("Fisheries",), voiced_by="both sides")
        for side in ("Norvia", "Esteria")
    ]
    text = render_markdown(with_asks(*pair))

    assert "- *Shared:* a lasting peace (reworded; both sides, reported).[^1]" in text
    assert "*Ours:*" not in text
    assert "if-raised" not in text


def test_an_issue_nobody_asks_about_is_told_by_its_most_telling_sentence():
    one = courier()
    both = (within(one, "Power exports"), within(one, "SUND"))
    power = issue("Power", both, by_side=(("Norvia", 2), ("Esteria", 1)))
    text = render_markdown(briefing(records=Records(issues=(power,))))

    assert "**1. Power.** In 2 sentences, all on Norvia and 1 on Esteria.[^1]" in text
    assert "- *As reported:* “Power exports to Esteria reached $3.2-billion in 2029" in text


def test_biographies_tell_of_former_offices_and_of_the_users_note():
    one = courier()
    known = person(
        "Dora Eik",
        "Norvia",
        "Minister of Trade",
        (span(one, "Dora Eik"),),
        roles=("Minister of Trade", "Minister of Ports", "Former Minister of Finance"),
        note="Speaks Esterian",
    )
    text = render_markdown(briefing(records=Records(people=(known,))))

    assert (
        "**Dora Eik.** Minister of Trade and Minister of Ports (Norvia). "
        "Former Minister of Finance. Note: Speaks Esterian.[^1]" in text
    )


def test_a_meeting_of_several_days_says_so():
    text = render_markdown(briefing(meeting=meeting(end_date=meeting().date.replace(day=5))))

    assert "receives President Bo Lind in Sund on 3–5 March 2031." in text
    assert "| When, where | 3–5 March 2031, Sund |" in text


def test_a_side_with_candidates_alone_has_a_note_and_no_table():
    spans = (within(courier(), "SUND"),)
    text = render_markdown(with_asks(ask("a", "Norvia", "one", spans, band="candidate")))

    assert "them\n\nNothing in the sources.\n\n*1 candidate not shown, too uncertain.*" in text


def test_an_ask_of_several_issues_stands_in_full_under_the_first_alone():
    spans = (within(courier(), "SUND"),)
    both = ask("a", "Norvia", "share the catch", spans, issues=("Fisheries", "Power"))
    text = render_markdown(with_asks(both))

    assert text.count("*Ours:* share the catch (reworded; reported).[^1]") == 1
    assert "*Ours:* as under 1." in text


def test_a_very_long_wording_is_cut_in_the_table_but_the_users_own_is_not():
    spans = (within(courier(), "SUND"),)
    long = " ".join(f"word{n}" for n in range(50))
    found = ask("a", "Norvia", long, spans)

    assert "word30 word31 … (reworded) |" in render_markdown(with_asks(found))
    assert "word49 (reworded) |" in render_markdown(with_asks(replace(found, status="edited")))
