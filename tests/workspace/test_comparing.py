"""A meeting against an earlier one: asks paired by side, issue and words; who came."""

from hypothesis import given
from hypothesis import strategies as st

from briefing.model import Ask, Issue, Person, Records
from briefing.workspace.briefs.comparing import CHANGED, CONTINUES, GONE, NEW, compare, stems

NORTH, SOUTH = "Norland", "Sudland"
BOTH = (NORTH, SOUTH)


def ask(number, text, *, side=NORTH, issue="Salmon", kind="ask", band="high", status="proposed"):
    return Ask(
        id=number,
        key=f"k{number}",
        meeting=1,
        side=side,
        of=None,
        kind=kind,
        text=text,
        issues=(issue,) if issue else (),
        voiced_by=None,
        attribution="named",
        band=band,
        status=status,
        spans=(),
    )


def person(name, role, *, side=NORTH, takes_part="attending", kind="minister"):
    return Person(
        id=0,
        key=name,
        meeting=1,
        name=name,
        side=side,
        roles=(role,),
        kind=kind,
        participation=takes_part,
        status="proposed",
        spans=(),
    )


def statuses(earlier, later):
    found = compare(Records(asks=tuple(earlier)), Records(asks=tuple(later)), BOTH)
    return {one.ask.text: one.status for one in found.all()}


def test_an_ask_said_again_in_nearly_the_same_words_continues():
    then = [ask(1, "wants the salmon quota raised by half")]
    now = [ask(2, "is asking that salmon quotas be raised by a half")]
    assert set(statuses(then, now).values()) == {CONTINUES}


def test_an_ask_nobody_made_before_is_new_and_one_made_no_more_is_not_repeated():
    then = [ask(1, "wants visas for students eased", issue="Visas")]
    now = [ask(2, "wants the bridge rebuilt", issue="Bridges")]
    assert statuses(then, now) == {
        "wants the bridge rebuilt": NEW,
        "wants visas for students eased": GONE,
    }


def test_other_words_on_the_same_issue_mean_it_changed():
    then = [ask(1, "a timetable for the salmon talks before winter")]
    now = [ask(2, "a smaller salmon fleet and higher landing fees")]
    assert set(statuses(then, now).values()) == {CHANGED}


def test_an_ask_that_became_a_red_line_changed():
    then = [ask(1, "the herring grounds kept closed")]
    now = [ask(2, "the herring grounds kept closed", kind="red_line")]
    assert set(statuses(then, now).values()) == {CHANGED}


def test_the_same_words_of_the_other_side_are_another_ask():
    then = [ask(1, "the salmon quota raised", side=SOUTH)]
    now = [ask(2, "the salmon quota raised")]
    found = compare(Records(asks=tuple(then)), Records(asks=tuple(now)), BOTH)
    assert (found.count(NEW), found.count(GONE)) == (1, 1)


def test_each_ask_has_one_partner_and_the_likest_gets_it():
    then = [ask(1, "raise the salmon quota by half")]
    now = [ask(2, "raise the salmon fees"), ask(3, "raise the salmon quota by half")]
    assert statuses(then, now) == {
        "raise the salmon fees": NEW,
        "raise the salmon quota by half": CONTINUES,
    }


def test_candidates_do_not_count_unless_the_user_accepted_them():
    now = [
        ask(1, "open the strait", band="candidate"),
        ask(2, "dredge the harbour", band="candidate", status="accepted"),
    ]
    assert statuses([], now) == {"dredge the harbour": NEW}


def test_rows_stand_by_issue_with_the_fullest_first_and_the_nameless_last():
    later = Records(
        asks=(
            ask(1, "one", issue=""),
            ask(2, "two", issue="Visas"),
            ask(3, "three", issue="Salmon"),
            ask(4, "four", issue="Salmon", side=SOUTH),
        )
    )
    rows = compare(Records(), later, BOTH).rows
    assert [row.issue for row in rows] == ["Salmon", "Visas", "Other matters"]
    assert [[one.ask.text for one in side] for side in rows[0].by_side] == [["three"], ["four"]]


def test_an_issue_stands_under_its_parent_where_that_is_an_issue_too():
    issues = tuple(
        Issue(id=n, key=label, meeting=1, label=label, parent=parent, status="proposed", spans=())
        for n, (label, parent) in enumerate(
            (("Fish", None), ("Salmon", "Fish"), ("Visas", "Rights"))
        )
    )
    later = Records(issues=issues, asks=(ask(1, "one"), ask(2, "two", issue="Visas")))
    assert {row.issue for row in compare(Records(), later, BOTH).rows} == {"Fish", "Visas"}


def test_attendees_who_came_who_stayed_away_and_who_changed_office():
    earlier = Records(people=(person("Ada Holm", "Minister of Ports"), person("Ben Roy", "Envoy")))
    later = Records(
        people=(
            person("Ada Holm", "Prime Minister", kind="leader"),
            person("Cy Dale", "Minister of Ports"),
            person("Dee Fox", "Minister of Roads", takes_part="mentioned"),
        )
    )
    found = compare(earlier, later, BOTH)
    assert [p.name for p in found.joined] == ["Cy Dale"]
    assert [p.name for p in found.left] == ["Ben Roy"]
    assert [(c.then.roles[0], c.now.roles[0]) for c in found.roles] == [
        ("Minister of Ports", "Prime Minister")
    ]


def test_endings_do_not_part_words():
    assert stems("raising quotas") == stems("raised the quota")


WORDS = st.lists(
    st.sampled_from(("salmon", "quota", "visa", "bridge", "ferry", "toll", "raise", "ease")),
    min_size=1,
)
ASKS = st.lists(
    st.builds(
        lambda words, side, issue: (" ".join(words), side, issue),
        WORDS,
        st.sampled_from(BOTH),
        st.sampled_from(["Salmon", "Visas", ""]),
    ),
    max_size=6,
)


@given(ASKS, ASKS)
def test_every_ask_of_both_meetings_is_told_of_once(then, now):
    earlier = tuple(ask(n, t, side=s, issue=i) for n, (t, s, i) in enumerate(then))
    later = tuple(ask(100 + n, t, side=s, issue=i) for n, (t, s, i) in enumerate(now))
    told = compare(Records(asks=earlier), Records(asks=later), BOTH).all()
    assert sorted(one.now.id for one in told if one.now) == [a.id for a in later]
    assert sorted(one.then.id for one in told if one.then) == [a.id for a in earlier]


@given(ASKS)
def test_a_meeting_against_itself_only_continues(asks):
    records = Records(asks=tuple(ask(n, t, side=s, issue=i) for n, (t, s, i) in enumerate(asks)))
    assert {one.status for one in compare(records, records, BOTH).all()} <= {CONTINUES}
