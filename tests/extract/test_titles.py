"""Titles before and behind names, in the forms of many systems."""

import pytest

from briefing.extract.text.backend import MISSING, load_backend

READ = [
    (
        "Deputy Prime Minister and Defence Minister Elmo Garrick spoke.",
        ("Deputy Prime Minister", "Minister of Defence"),
        "minister",
    ),
    (
        "Energy and Trade Minister Elmo Garrick spoke.",
        ("Minister of Energy and Trade",),
        "minister",
    ),
    (
        "He met the president and Foreign Minister Elmo Garrick there.",
        ("Minister of Foreign Affairs",),
        "minister",
    ),
    ("President and CEO Elmo Garrick spoke.", ("President and CEO",), "stakeholder"),
    ("Deputy President Elmo Garrick spoke.", ("Deputy President",), "minister"),
    (
        "Chief of Defence Forces Gen Elmo Garrick spoke.",
        ("Chief of Defence Forces",),
        "official",
    ),
    ("US Under Secretary of State Elmo Garrick spoke.", ("Under Secretary of State",), "official"),
    ("Acting Defense Secretary Elmo Garrick spoke.", ("Acting Secretary of Defense",), "minister"),
    ("Shadow foreign secretary Elmo Garrick spoke.", ("Shadow Foreign Secretary",), "opposition"),
    ("Incoming Maltese President Elmo Garrick spoke.", ("Incoming President",), "other"),
    ("Malta’s then-prime minister Elmo Garrick came.", ("Former Prime Minister",), "other"),
    ("U.N. Ambassador Elmo Garrick spoke.", ("Ambassador to the United Nations",), "official"),
    ("Lakeside Institute president Elmo Garrick spoke.", ("President of the Institute",), "expert"),
    (
        "Elmo Garrick, the White House's top Asia adviser, spoke.",
        ("Top Asia Adviser",),
        "official",
    ),
    (
        "“So be it,” said Elmo Garrick, who heads the fish programme at the Lakeside Institute.",
        ("Head of the fish programme at the Lakeside Institute",),
        "expert",
    ),
    (
        "Elmo Garrick, chairman of the Senate Fisheries Committee, spoke.",
        ("Chairman of the Senate Fisheries Committee",),
        "legislator",
    ),
    (
        "Elmo Garrick, president of the National Assembly, spoke.",
        ("President of the National Assembly",),
        "legislator",
    ),
    ("Elmo Garrick, 54, a soybean farmer from Iowa, spoke.", ("Soybean Farmer",), "stakeholder"),
    (
        "Elmo Garrick (pictured), the former finance minister, spoke.",
        ("Former Minister of Finance",),
        "other",
    ),
    (
        "Elmo Garrick, leader of the opposition Lakeside Party, spoke.",
        ("Leader of the Opposition",),
        "opposition",
    ),
]


@pytest.mark.parametrize(("words", "roles", "kind"), READ)
def test_titles_are_read_as_the_press_writes_them(extractor, words, roles, kind):
    (person,) = extractor.extract(words).people
    assert (person.name, person.roles, person.kind) == ("Elmo Garrick", roles, kind)


def test_a_representative_is_of_the_side_that_sends_him(extractor):
    text = "Malta's representative to the United States, Elmo Garrick, spoke."
    assert extractor.extract(text).people[0].side == "Malta"


def test_a_model_that_is_not_installed_is_named_in_the_backend():
    backend = load_backend("no_such_model")
    assert backend.name.endswith(f"no_such_model {MISSING}")
    assert MISSING not in load_backend().name
