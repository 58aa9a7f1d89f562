import datetime as dt

import pytest

from briefing.errors import BadResource
from briefing.extract import Extractor, load_tables


@pytest.fixture
def read(tmp_path):
    def found(text, **files):
        for name, content in files.items():
            path = tmp_path / name.replace("_", ".")
            path.write_text(content, encoding="utf-8")
        extractor = Extractor(load_tables(tmp_path))
        return extractor.extract(text, published=dt.date(2023, 3, 20))

    return found


def test_a_country_of_the_users_own_is_a_side(read):
    findings = read(
        "Ruritanian President Ada Tussock met Norwegian Prime Minister Arvid Stonebridge in Strelsau on Friday.",
        countries_csv="name,aliases,demonyms,capital\nRuritania,,Ruritanian;Ruritanians,Strelsau\n",
    )
    [meeting] = findings.meetings
    assert set(meeting.sides) == {"Norway", "Ruritania"}
    assert (meeting.place, meeting.host) == ("Strelsau", "Ruritania")


def test_an_office_holder_of_the_users_own_tells_a_side(read):
    findings = read(
        "Ada Tussock spoke in Oslo about fish. Norway and Peru listened.",
        officeholders_csv=(
            "name,side,office,portfolio,start,end,known,source\n"
            "Ada Tussock,Peru,Minister of Fisheries,other,2022,,term,own\n"
        ),
    )
    [person] = findings.people
    assert (person.side, person.roles) == ("Peru", ("Minister of Fisheries",))


def test_a_list_of_the_users_own_replaces_ours(read):
    findings = read(
        "Norwegian Hetman Ada Tussock spoke of fish in Oslo.",
        titles_yaml="leader: [hetman]\n",
    )
    [person] = findings.people
    assert (person.side, person.kind) == ("Norway", "leader")


def test_another_layer_changes_the_fingerprint(tmp_path):
    (tmp_path / "meetings.yaml").write_text("trilateral: [three-cornered]\n", encoding="utf-8")
    tables = load_tables(tmp_path)
    assert tables.meetings.trilateral == {"three-cornered"}
    assert tables.fingerprint != load_tables().fingerprint


def test_a_mistake_in_the_users_layer_names_file_and_line(tmp_path):
    (tmp_path / "meetings.yaml").write_text("# mine\nweak: [talks, 3]\n", encoding="utf-8")
    with pytest.raises(BadResource, match=r"meetings\.yaml, line 2"):
        load_tables(tmp_path)
