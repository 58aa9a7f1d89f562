"""The side fields of forms: what is mistyped is asked about, what is known is taken as it is called."""

import pytest

from briefing.gui.dialogs.forms import for_record
from briefing.workspace.records.countries import SideNames, known_countries
from tests.helpers import invented
from tests.helpers.part_pages import FormPage

COUNTRIES = {name: name for name in ("Freedonia", "Osterlich", "Sylvania")} | {"Sylv.": "Sylvania"}


@pytest.fixture
def person_form(window):
    def make(sides=("Freedonia", "Sylvania")):
        form = FormPage(for_record(invented.people()[1], sides, COUNTRIES, window.window))
        form.form.show()
        return form

    return make


def calls(workspace):
    return [call[2] for call in workspace.calls if call[0] == "set_meeting"]


def test_a_mistyped_side_of_a_meeting_is_asked_about(window, workspace):
    window.do("edit_meeting")
    form = window.form()
    form.write("sides", "Freedonia; Osterlihc")
    form.ok()
    assert form.problems() == ["No country is called “Osterlihc”; did you mean “Osterlich”?"]
    assert form.form.isVisible()
    assert calls(workspace) == []


def test_the_name_proposed_is_taken_with_one_click(window, workspace):
    window.do("edit_meeting")
    form = window.form()
    form.write("sides", "Freedonia; Osterlihc")
    form.ok()
    form.press("Take “Osterlich”")
    assert form.problems() == []
    form.ok()
    window.idle()
    assert calls(workspace) == [{"sides": ["Freedonia", "Osterlich"]}]


def test_a_name_that_is_really_meant_is_kept(window, workspace):
    window.do("edit_meeting")
    form = window.form()
    form.write("sides", "Freedonia; League of Lakes")
    form.ok()
    said = ["No country is called “League of Lakes”: choose one, or keep it."]
    assert form.problems() == said
    form.press("Keep “League of Lakes”")
    form.ok()
    window.idle()
    assert calls(workspace) == [{"sides": ["Freedonia", "League of Lakes"]}]


def test_a_side_is_taken_as_it_is_called_however_it_was_typed(window, workspace):
    window.do("edit_meeting")
    form = window.form()
    form.write("sides", "freedonia;  SYLV; osterlich")
    form.ok()
    window.idle()
    assert calls(workspace) == [{"sides": ["Freedonia", "Sylvania", "Osterlich"]}]


def test_a_new_meeting_asks_too(window, workspace):
    window.do("new_meeting")
    form = window.form()
    form.write("sides", "Fredonia; Sylvania")
    form.ok()
    assert form.problems() == ["No country is called “Fredonia”; did you mean “Freedonia”?"]


def test_the_side_of_a_person_is_asked_about(person_form, qtbot):
    form = person_form()
    form.write("side", "SylvaniaFreedonia")
    form.ok()
    assert form.form.isVisible()
    assert len(form.problems()) == 1
    form.write("side", "sylvania")
    assert form.problems() == []
    with qtbot.waitSignal(form.form.given) as told:
        form.ok()
    assert told.args == [{"side": "Sylvania"}]


def test_a_person_may_stand_on_no_side(person_form, qtbot):
    form = person_form()
    form.write("side", "")
    with qtbot.waitSignal(form.form.given) as told:
        form.ok()
    assert told.args == [{"side": ""}]


def test_the_sides_of_an_ask_are_asked_about(window, qtbot):
    ask = invented.asks()[0]
    form = FormPage(for_record(ask, ("Freedonia", "Sylvania"), COUNTRIES, window.window))
    form.form.show()
    form.write("side", "Freedomia")
    form.write("of", "Silvania")
    form.ok()
    assert len(form.problems()) == 2


def test_a_name_like_none_is_only_asked_about():
    names = SideNames(["Freedonia"], COUNTRIES)
    assert names.likest("Xyzzy") == ""
    assert names.known("Xyzzy") == ""


def test_the_countries_come_with_their_other_names_and_the_users_own(tmp_path):
    (tmp_path / "countries.csv").write_text("name,aliases\nFreedonia,Fredonia;Freed.\n")
    known = known_countries(tmp_path)
    assert known["USA"] == known["U.S."] == "United States"
    assert known["Freed."] == known["Freedonia"] == "Freedonia"


def test_a_country_table_of_another_make_is_passed_over(tmp_path):
    (tmp_path / "countries.csv").write_text("land;names\nFreedonia\n")
    assert known_countries(tmp_path)["France"] == "France"
