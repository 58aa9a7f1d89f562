from briefing.model import Decision, Span
from briefing.workspace.gathering import Material, gather
from briefing.workspace.gathering.asks import where_told
from briefing.workspace.gathering.keys import ask_key, person_key
from tests.helpers import findings as made

ONE = "Ada Holm wants the salmon quota raised. Ben Roy refuses. Quotas matter."
TWO = "Prime Minister Holm wants the salmon quota raised soon. Ben Roy wants visas eased."
QUOTA = "Ada Holm wants the salmon quota raised."
AGAIN = "Prime Minister Holm wants the salmon quota raised soon."
VISAS = "Ben Roy wants visas eased."


def gathered(*decisions, first=None, second=None):
    first = first or made.findings(
        people=(made.person(ONE, "Ada Holm", "Norland", kind="leader"),),
        issues=(made.issue(ONE, "Fisheries", QUOTA),),
        asks=(made.ask(ONE, QUOTA, "Norland", issues=("Fisheries",), text="raise salmon quota"),),
    )
    second = second or made.findings(
        people=(made.person(TWO, "Holm", "Norland", kind="leader", participation="host"),),
        issues=(made.issue(TWO, "Fisheries", AGAIN),),
        asks=(
            made.ask(
                TWO, AGAIN, "Norland", issues=("Fisheries",), text="raise salmon quota soon",
                band="medium",
            ),
            made.ask(TWO, VISAS, "Sudland", text="ease visas"),
        ),
    )  # fmt: skip
    material = Material(
        articles={1: made.article(1, ONE), 2: made.article(2, TWO)},
        findings={1: first, 2: second},
        decisions=[Decision(id=n, meeting=9, **d) for n, d in enumerate(decisions, 1)],
        meeting=9,
        sides=("Norland", "Sudland"),
    )
    return gather(material)


def texts(records):
    return [ask.text for ask in records.asks]


def test_a_person_named_in_two_articles_is_one_with_the_fullest_name():
    (holm,) = gathered().people

    assert holm.name == "Ada Holm"
    assert holm.outlets == ("Outlet 1", "Outlet 2")
    assert {span.article for span in holm.spans} == {1, 2}


def test_a_person_takes_the_firmest_participation_any_article_gives():
    assert gathered().people[0].participation == "host"


def test_people_of_one_surname_and_two_given_names_stay_two():
    first = made.findings(people=(made.person(ONE, "Ada Holm", "Norland"),))
    text = "Eva Holm spoke."
    second = made.findings(people=(made.person(text, "Eva Holm", "Norland"),))

    assert len(gathered(first=first, second=second).people) == 2


def test_sources_that_disagree_on_a_side_are_reported_not_settled_in_silence():
    first = made.findings(people=(made.person(ONE, "Ben Roy", "Sudland"),))
    second = made.findings(people=(made.person(TWO, "Ben Roy", "Westmark"),))

    (roy,) = gathered(first=first, second=second).people

    assert "Sudland in Outlet 1" in roy.conflicts[0]
    assert "Westmark in Outlet 2" in roy.conflicts[0]


def test_the_same_ask_in_two_articles_is_one_with_both_sentences():
    quota = gathered().asks[0]

    assert [span.quote for span in quota.spans] == [QUOTA, AGAIN]
    assert quota.outlets == ("Outlet 1", "Outlet 2")
    assert quota.band == "high"


def test_asks_of_different_matter_stay_apart():
    assert texts(gathered()) == ["raise salmon quota", "ease visas"]


def test_asks_of_a_country_that_is_no_side_are_left_out():
    second = made.findings(asks=(made.ask(TWO, VISAS, "Westmark"),))

    assert all(ask.side != "Westmark" for ask in gathered(second=second).asks)


def test_a_rejected_ask_stays_away():
    key = ask_key("Norland", "ask", AGAIN)

    assert texts(gathered({"action": "reject", "kind": "ask", "key": key})) == ["ease visas"]


def test_an_ask_accepted_after_its_rejection_is_back():
    key = ask_key("Norland", "ask", QUOTA)

    records = gathered(
        {"action": "reject", "kind": "ask", "key": key},
        {"action": "accept", "kind": "ask", "key": key},
    )

    assert records.asks[0].status == "accepted"


def test_an_edited_field_stays_as_the_user_set_it():
    key = ask_key("Sudland", "ask", VISAS)
    edit = {"action": "edit", "kind": "ask", "key": key, "fields": {"text": "Visas for all"}}

    edited = next(a for a in gathered(edit).asks if a.side == "Sudland")

    assert (edited.text, edited.status) == ("Visas for all", "edited")


def test_an_item_added_by_the_user_is_shown_with_its_sentence():
    span = Span(1, 40, 56, ONE[40:56])
    fields = {"side": "Sudland", "text": "Keep the quota", "kind": "red_line"}
    add = {"action": "add", "kind": "ask", "key": "k", "fields": fields, "spans": (span,)}

    mine = next(a for a in gathered(add).asks if a.status == "added")

    assert (mine.text, mine.kind, mine.spans) == ("Keep the quota", "red_line", (span,))


def test_people_the_user_merged_are_one_under_the_name_kept():
    first = made.findings(people=(made.person(ONE, "Ada Holm", "Norland"),))
    second = made.findings(people=(made.person(TWO, "Ben Roy", "Sudland"),))
    merge = {
        "action": "merge",
        "kind": "person",
        "key": person_key("Ben Roy"),
        "fields": {"into": person_key("Ada Holm")},
    }

    (one,) = gathered(merge, first=first, second=second).people

    assert one.name == "Ada Holm"
    assert len(one.spans) == 2


def test_issue_sentences_are_counted_for_the_side_whose_ask_they_hold():
    (fisheries,) = gathered().issues

    assert fisheries.by_side == (("Norland", 2),)


def test_the_place_of_an_ask_holds_the_words_of_what_is_asked():
    text = "Ada Holm said her aim at the talks with Ben Roy is to open the ferry line."
    ask = made.ask(
        text,
        text,
        "Norland",
        text="open the ferry line",
        clause=made.extent(text, "her aim at the talks with Ben Roy is"),
    )
    told = where_told(ask)
    assert told.quote == "her aim at the talks with Ben Roy is to open the ferry line"
    assert text[told.start : told.end] == told.quote


def test_the_place_of_an_ask_worded_otherwise_is_the_clause_that_was_found():
    ask = made.ask(
        QUOTA, QUOTA, "Norland", text="raise the quota", clause=made.extent(QUOTA, "wants")
    )
    assert where_told(ask).quote == "wants"
