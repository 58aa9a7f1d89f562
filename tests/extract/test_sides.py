import pytest

from briefing.extract.text.backend import RulesBackend
from briefing.extract.text.document import read_document
from briefing.extract.text.sides import resolve_mentions, side_mentions
from briefing.model import Extent, MeetingFound, PersonFound


@pytest.fixture
def named(tables):
    def sides(text):
        document = read_document(text, (), tables, RulesBackend())
        found = side_mentions(document, tables)
        return [(text[m.start : m.end], m.side, m.how) for m in found]

    return sides


@pytest.mark.parametrize(
    ("text", "side", "how"),
    [
        ("Canada agreed.", "Canada", "name"),
        ("The Americans agreed.", "United States", "demonym"),
        ("The U.S. agreed.", "United States", "name"),
        ("Talks with the US went on.", "United States", "name"),
        ("Ottawa agreed.", "Canada", "capital"),
        ("They spoke in Ottawa.", "Canada", "place"),
        ("The Kremlin agreed.", "Russia", "seat"),
        ("Downing Street agreed.", "United Kingdom", "seat"),
        ("A man from Saskatchewan agreed.", "Canada", "region"),
        ("The EU agreed.", "European Union", "name"),
    ],
)
def test_a_government_is_known_by_its_many_names(named, text, side, how):
    assert [(s, h) for _, s, h in named(text)] == [(side, how)]


@pytest.mark.parametrize(
    "text",
    [
        "Tell us more.",
        "The North American market grew.",
        "He reads the Washington Post.",
        "It costs US$5.",
        "Ms. Jordan wrote a book.",
        "Fans in the Gulf of Mexico region.",
    ],
)
def test_words_that_only_look_like_a_country_name_none(named, text):
    assert named(text) == []


def test_an_ambiguous_name_counts_beside_another_term_of_its_country(named):
    assert [s for _, s, _ in named("Jordan agreed, and the Jordanian king too.")] == ["Jordan"] * 2


def test_two_names_joined_by_a_hyphen_are_two_mentions(named):
    assert [s for _, s, _ in named("the Canada-U.S. border")] == ["Canada", "United States"]


def test_persons_and_offices_stand_for_their_side(tables):
    text = "Nils Dahl spoke. The president listened. The prime minister left."
    document = read_document(text, (), tables, RulesBackend())
    dahl = PersonFound(
        name="Nils Dahl", side="Norway", roles=("Prime Minister",), kind="leader",
        participation="attending", spelled=("Nils Dahl",), mentions=(Extent.of(text, 0, 9),),
    )  # fmt: skip
    meeting = MeetingFound(title="t", sides=("Norway", "Sweden"))

    found = resolve_mentions(document, (dahl,), meeting, ())

    assert [(text[m.start : m.end], m.side, m.how) for m in found] == [
        ("Nils Dahl", "Norway", "person"),
        ("The prime minister", "Norway", "leader"),
    ]
