"""The tables of rules and outlets are checked on load, and mistakes are told with their line."""

import pytest

from briefing.errors import BadResource
from briefing.ingest.known.chrome_rules import parse_rules
from briefing.ingest.known.outlets import known_outlets, parse_outlets
from briefing.ingest.known.tables import parse_table

HEAD = "fragments: {who: '[A-Z]+'}\nmenu_words: home, news\nrules:\n"
RULE = "  - {id: a, kind: line, pattern: 'x{who}', hides: xAB}\n"


def rules(text: str):
    return parse_rules(parse_table("chrome.yaml", text))


def outlets(text: str):
    return parse_outlets(parse_table("outlets.yaml", text))


def test_a_rule_may_use_a_fragment():
    assert rules(HEAD + RULE).rules[0].pattern.fullmatch("xAB")


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("  - {id: b, kind: line, hides: x}\n", "“pattern” is missing"),
        ("  - {id: b, kind: lines, pattern: x, hides: x}\n", "“lines” is no kind"),
        ("  - {id: b, kind: line, pattern: '(', hides: x}\n", "no regular expression"),
        ("  - {id: b, kind: line, pattern: '{nobody}', hides: x}\n", "no fragment “nobody”"),
        ("  - {id: b, kind: line, pattern: x, hides: x, hide: y}\n", "“hide” is not known"),
        (
            "  - {id: b, kind: tail, pattern: x, hides: x, where: head}\n",
            "for rules of the kind line",
        ),
        ("  - {id: b, kind: line, pattern: x, hides: x, case: maybe}\n", "true or false"),
        ("  - {id: a, kind: line, pattern: x, hides: x}\n", "used twice"),
        ("  - just words\n", "fields with values are expected"),
        ("  - {id: b, kind: line, pattern: [x], hides: x}\n", "a text is expected"),
    ],
)
def test_a_mistake_in_a_rule_is_told_with_its_line(row, words):
    with pytest.raises(BadResource, match=f"chrome.yaml, line 5: .*{words}"):
        rules(HEAD + RULE + row)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("rules: []\nmenu_words: x\n", "line 1: the key “fragments” is missing"),
        ("fragments: {}\nmenu_words: x\nrules: none\n", "line 3: “rules” must be a list"),
        ("fragments: none\nmenu_words: x\nrules: []\n", "line 1: “fragments” must hold names"),
        ("a: [1\nb: 2\n", "this is not YAML"),
        ("- a\n- b\n", "line 1: names with values"),
        ("", "line 1: names with values"),
    ],
)
def test_a_mistake_in_the_build_of_a_table_is_told(text, words):
    with pytest.raises(BadResource, match=words):
        rules(text)


def test_two_outlets_may_not_share_a_name():
    with pytest.raises(BadResource, match="line 3: “gazette” is already Gazette’s"):
        outlets(
            "outlets:\n  - {name: Gazette, kind: site}\n  - {name: Other, kind: site, also: [The Gazette]}\n"
        )


def test_domains_must_be_a_list():
    with pytest.raises(BadResource, match="line 2: the field “domains” must be a list"):
        outlets("outlets:\n  - {name: Gazette, kind: site, domains: x.org}\n")


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://www.theglobeandmail.com/politics/article-x/", "The Globe and Mail"),
        ("news.bbc.co.uk", "BBC News"),
        ("https://bidenwhitehouse.archives.gov/x", "The White House"),
        ("https://example.org/nytimes.com", None),
    ],
)
def test_an_outlet_is_known_by_its_page(address, name):
    found = known_outlets().of_page(address)

    assert (found.name if found else None) == name


def test_names_of_ordinary_words_are_not_found_in_running_text():
    text = "It was Time to mint coins at Dawn, the Sun said, and the New York Times agreed."

    assert [outlet.name for outlet, _ in known_outlets().mentioned(text)] == ["The New York Times"]
