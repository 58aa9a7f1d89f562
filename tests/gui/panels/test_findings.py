"""The panels of findings: filtered, narrowed, walked place by place, and in step with the text."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from briefing.gui.panels.section import letting_through
from briefing.gui.records import verbs
from briefing.gui.records.facets import Facet, facet_of
from briefing.gui.records.marks import records_in, sentence_around
from tests.helpers import invented
from tests.helpers.invented import FREEDONIA, SYLVANIA

TOLLS = "Tolls on the river bridge lifted by the autumn"
FERRY = "The ferry pact extended to the whole lake"
FISH = "Fishing grounds stay off the table"


@pytest.fixture
def panels(window):
    return window.window.columns.panels


@pytest.fixture
def detail(panels):
    return panels.detail


def names(section):
    return [one.id for shown in section.lists() for one in shown.records.records]


def test_the_filter_of_a_panel_lets_through_what_holds_every_word(window, panels):
    panels.asks.head.open_filter.click()
    panels.asks.head.field.setText("lake FERR")
    assert window.asks.texts(FREEDONIA) == [FERRY]
    assert window.asks.texts(SYLVANIA) == []
    assert panels.asks.head.count.text() == "1 of 4"


def test_who_takes_part_never_hides_behind_the_fold(window, panels, qtbot):
    def one(number, participation, **more):
        found = invented.person(number, f"Person {number}", "mayors", **more)
        return replace(found, participation=participation)

    ours = {"side": FREEDONIA, "kind": "minister", "roles": ("Minister",)}
    parts = ("mentioned", "mentioned", "attending", "expected", "attending", "host")
    people = [one(number, part, **ours) for number, part in enumerate(parts, 11)]
    people += [one(20, "mentioned", kind="expert"), one(21, "attending", kind="expert")]
    section = panels.people
    section.show_records(people, (FREEDONIA, SYLVANIA))
    assert sorted(names(section)) == [13, 14, 15, 16, 21]
    said = section.drawer.text().replace("\u00a0", " ")
    assert said == "▸ Only mentioned: 2 ministers and officials · 1 other person"
    lowest = section.body.indexOf(section.drawer)  # it heads nobody who takes part
    assert lowest > section.body.indexOf(section.others)
    section.drawer.click()
    assert sorted(names(section)) == [11, 12, 13, 14, 15, 16, 20, 21]


def test_a_side_of_which_nobody_takes_part_shows_its_first(window, panels):
    people = [
        replace(
            invented.person(number, f"Person {number}", "mayors", side=FREEDONIA, kind="minister"),
            participation="mentioned",
        )
        for number in range(11, 16)
    ]
    panels.people.show_records(people, (FREEDONIA, SYLVANIA))
    assert names(panels.people) == [11, 12]


def test_a_filter_looks_at_roles_sides_and_notes_too():
    people = invented.people()
    assert [p.name for p in letting_through(people, "transport freedonia")] == ["Ada Brook"]
    assert letting_through(people, "nobody") == ()


def test_esc_in_a_filter_shows_everything_again(window, panels, qtbot):
    panels.people.head.open_filter.click()
    panels.people.head.field.setText("transport")
    assert len(names(panels.people)) == 1
    qtbot.keyClick(panels.people.head.field, Qt.Key.Key_Escape)
    assert len(names(panels.people)) == len(invented.people())
    assert not panels.people.head.field.isVisible()


def test_a_panel_that_holds_none_of_the_words_says_so(panels):
    panels.issues.head.open_filter.click()
    panels.issues.head.field.setText("zebra")
    assert panels.issues._empty.text() == "No issue has these words."


def test_a_panel_can_be_folded_away(panels):
    panels.issues.head.fold.click()
    assert not panels.issues.list.isVisible()
    panels.issues.head.fold.click()
    assert panels.issues.list.isVisible()


def test_a_click_on_an_issue_narrows_the_asks_and_another_widens_them(window, panels):
    ferries = next(i for i in invented.issues() if i.label == "Ferries")
    panels.issues.list.sentence_requested.emit("issue", ferries)
    assert window.asks.texts(FREEDONIA) == [FERRY]
    assert panels.asks.facet.text() == "✕ about Ferries"
    panels.issues.list.sentence_requested.emit("issue", ferries)
    assert window.asks.texts(FREEDONIA) == [TOLLS, FERRY]


def test_the_sign_above_the_asks_takes_the_narrowing_away(window, panels):
    ferries = next(i for i in invented.issues() if i.label == "Ferries")
    panels.issues.list.sentence_requested.emit("issue", ferries)
    panels.asks.facet.click()
    assert len(window.asks.texts(FREEDONIA)) == 2


def test_a_person_stands_for_the_asks_they_voice():
    asks = invented.asks()
    lang = next(p for p in invented.people() if p.name == "Otto Lang")
    facet = facet_of("person", lang, asks)
    assert facet == Facet("person", "Otto Lang")
    assert [ask.text for ask in asks if facet.holds(ask)] == [FISH]


def test_a_person_who_voices_no_ask_narrows_nothing():
    brook = next(p for p in invented.people() if p.name == "Ada Brook")
    assert facet_of("person", brook, invented.asks()) is None


def test_a_click_shows_the_finding_with_its_source(window, detail):
    window.asks.click(FERRY)
    assert detail.isVisible()
    assert detail.text.text() == FERRY
    assert detail.place.text() == "The Lake Courier · 21 Mar 2031 · ¶\u00a02"
    assert not detail.after.isVisible()


def test_several_places_are_stepped_through_around_the_end(window, workspace, detail):
    first, second = invented.span(invented.SENTENCES[1]), invented.span(invented.SENTENCES[5])
    asks = (replace(invented.asks()[0], spans=(first, second)), *invented.asks()[1:])
    workspace.found[1] = replace(workspace.found[1], asks=asks)
    window.window.desk.refresh()
    window.asks.click(TOLLS)
    assert detail.place.text().startswith("1 of 2")
    window.do("next_place")
    assert detail.place.text().startswith("2 of 2")
    window.do("next_place")
    assert detail.place.text().startswith("1 of 2")


def test_the_reason_unfolds_on_demand(window, detail, qtbot):
    window.asks.click(TOLLS)
    assert not detail.why.isVisible()
    qtbot.mouseClick(detail.ask_why, Qt.MouseButton.LeftButton)
    assert detail.why.isVisible()
    assert detail.why.text() == "wants: subject Freedonia"


def test_sources_that_disagree_are_shown_without_asking(window, workspace, detail):
    asks = (replace(invented.asks()[0], conflicts=("Two outlets disagree.",)),)
    workspace.found[1] = replace(workspace.found[1], asks=asks)
    window.window.desk.refresh()
    window.asks.click(TOLLS)
    assert detail.why.isVisible()
    assert "Two outlets disagree." in detail.why.text()
    assert "sources disagree" in window.asks.chips(TOLLS)


def test_a_click_in_the_text_selects_people_and_issues_as_well(window, panels):
    window.reader.click("set out how")
    chosen = [one.name for shown in panels.people.lists() for one in shown.selected()]
    assert chosen == ["Ada Brook"]
    window.reader.click("by the autumn")
    assert {one.label for one in panels.issues.list.selected()} == {"Bridge tolls", "Ferries"}


def test_a_place_outside_every_sentence_holds_only_itself():
    article = invented.article()
    inside = article.text.index("by the autumn")
    start, end = sentence_around(article, inside)
    assert article.text[start:end].startswith("It wants the tolls")
    assert sentence_around(article, 0) == (0, 1)
    assert records_in(invented.records(), 1, (0, 1))["ask"] == frozenset()


def test_a_selection_dropped_on_a_panel_opens_the_form_of_its_kind(window, panels):
    window.reader.select("the customs shed")
    mime = QMimeData()
    mime.setText("the customs shed")
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPointF(5, 5).toPoint(), Qt.DropAction.CopyAction, mime, left, none)
    panels.issues.dragEnterEvent(enter)
    assert enter.isAccepted()
    assert panels.issues.property("dropping")
    panels.issues.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, mime, left, none))
    assert window.form().form.everything() == {"label": "the customs shed"}
    assert not panels.issues.property("dropping")


def test_what_a_person_is_shown_with_tells_in_how_many_articles(panels):
    person = replace(
        invented.people()[0], spans=(invented.span("Ada"), invented.span("Ada", article=2))
    )
    assert panels.people.card_of(person).detail.endswith("2\u00a0articles")


def test_only_what_has_several_places_can_be_split():
    ask = invented.asks()[0]
    assert verbs.SPLIT not in {verb.name for verb in verbs.of_kind("ask", ask)}
    twice = replace(ask, spans=(*ask.spans, invented.span(invented.SENTENCES[3])))
    assert verbs.SPLIT in {verb.name for verb in verbs.of_kind("ask", twice)}
