"""The models keep Qt's rules, and say the right words."""

import pytest
from PySide6.QtCore import Qt

from briefing.gui.pages.hits import HitsModel
from briefing.gui.panels.faces import ASKS, ISSUES, PEOPLE, PRESSURE
from briefing.gui.panels.people import columns_of
from briefing.gui.records.records_model import RecordsModel
from briefing.gui.sidebar.rows import Place, SidebarModel
from briefing.gui.sidebar.sidebar import detail_in
from briefing.gui.words.wording import kept_together
from tests.helpers import invented
from tests.helpers.invented import FREEDONIA, SYLVANIA


@pytest.mark.parametrize(
    ("face", "records"),
    [
        (ASKS, invented.asks()), (PEOPLE, invented.people()), (ISSUES, invented.issues()),
        (PRESSURE, invented.pressure()),
    ],
    ids=["asks", "people", "issues", "pressure"],
)  # fmt: skip
def test_a_model_of_records_keeps_the_rules_of_qt(face, records, qtmodeltester):
    model = RecordsModel(face)
    qtmodeltester.check(model)
    model.show(records)
    model.show(records[:1])
    assert model.rowCount() == 1


def test_the_left_column_keeps_the_rules_of_qt(workspace, qtmodeltester):
    model = SidebarModel()
    qtmodeltester.check(model)
    model.show(workspace.overview(), Place(1, 1))
    assert model.rowCount() > 5


def test_the_hits_keep_the_rules_of_qt(workspace, qtmodeltester):
    model = HitsModel()
    qtmodeltester.check(model)
    model.show(workspace.search("ferry").hits)
    assert model.rowCount() == 1


def test_an_ask_says_all_of_itself_aloud():
    model = RecordsModel(ASKS)
    model.show(invented.asks())
    aloud = model.index(3, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert aloud == (
        "Sylvania red line of Freedonia: Fishing grounds stay off the table. Otto Lang. to review"
    )


def test_markup_in_a_record_is_shown_as_text_in_its_tooltip():
    model = RecordsModel(ASKS)
    model.show(
        [invented.ask(1, FREEDONIA, "x", invented.SENTENCES[0], why="<img src='file:///x'>")]
    )
    tip = model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "<img" not in tip
    assert "&lt;img" in tip


def test_counterparts_stand_on_the_same_row():
    def one(number, side, role, kind="minister"):
        return invented.person(number, role, "mayors", side=side, roles=(role,), kind=kind)

    people = (
        one(1, FREEDONIA, "Prime Minister", "leader"),
        one(2, FREEDONIA, "Minister of Finance"),
        one(3, FREEDONIA, "Minister of Foreign Affairs"),
        one(4, SYLVANIA, "Secretary of State"),
        one(5, SYLVANIA, "Secretary of the Treasury"),
        one(6, SYLVANIA, "Chancellor", "leader"),
    )
    (_, ours), (_, theirs) = columns_of(people, (FREEDONIA, SYLVANIA))
    assert [(a.id, b.id) for a, b in zip(ours, theirs, strict=True)] == [(1, 6), (2, 5), (3, 4)]


def test_no_line_of_the_sidebar_begins_with_a_middle_dot():
    assert kept_together("Washington · 1 article · 12 asks").split(" ") == [
        "Washington\N{NO-BREAK SPACE}·",
        "1",
        "article\N{NO-BREAK SPACE}·",
        "12",
        "asks",
    ]


def test_a_date_that_has_no_room_is_broken_and_not_cut(theme):
    words = "Toronto Star · 1 May 2025"
    assert "\N{NO-BREAK SPACE}May" in detail_in(words, 200)
    assert detail_in(words, 40) == words


def test_no_date_of_the_sidebar_is_broken():
    parts = kept_together("Toronto Star · 1 May 2025 · 23–24 Mar 2023").split(" ")
    assert parts[2:] == [
        "1\N{NO-BREAK SPACE}May\N{NO-BREAK SPACE}2025\N{NO-BREAK SPACE}·",
        "23–24\N{NO-BREAK SPACE}Mar\N{NO-BREAK SPACE}2023",
    ]
