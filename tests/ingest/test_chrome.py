"""What is hidden as web chrome, and what is not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.ingest import hide_chrome
from briefing.ingest.known.chrome_rules import ChromeRule, chrome_rules
from tests.ingest.measure import chrome_left_and_good_removed

PROSE = (
    "The two ministers spent the morning aboard the ferry and spoke about herring, grain and the "
    "price of heating oil, an official said."
)
RULES = chrome_rules().rules
FRAGMENTS = st.sampled_from(
    [
        "\n", "\r\n", "\r", "  ", "* ", "+ ", PROSE, "Home", "News", "Share", "Advertisement", "x" * 50,
        "30m ago", "---\na: b\n---\n", "<p>", "</p>", "<!-- a -->", "(Reporting by A B)", "Most read",
        "Comments", "Site index", "By Rosalind Meak", "[ad_1]", "Photo: AFP", "©", "“", "é", "\0",
        "THE CANADIAN PRESS/Rosalind Meak", "Read more:", ".", "5", "\ufeff",
    ]
)  # fmt: skip


def hidden(text: str) -> list[str]:
    return [text[item.start : item.end] for item in hide_chrome(text)]


def page(line: str, rule: ChromeRule) -> str:
    if rule.where == "head":
        return f"{line}\n{PROSE}\n{PROSE}"
    if rule.where == "tail":
        return f"{PROSE}\n{PROSE}\n{line}"
    return "\n".join([PROSE] * 6 + [line] + [PROSE] * (rule.where == "body"))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_each_rule_hides_its_own_example_and_nothing_of_the_prose_around_it(rule):
    text = page(rule.hides, rule)

    assert hidden(text)
    assert not any(PROSE in stretch for stretch in hidden(text))
    assert rule.pattern.search(rule.hides)


@pytest.mark.parametrize("rule", [r for r in RULES if r.keeps], ids=lambda rule: rule.id)
def test_each_rule_leaves_alone_what_only_looks_like_its_example(rule):
    assert hidden(page(rule.keeps, rule)) == []


def test_plain_prose_is_not_touched():
    assert hide_chrome(f"{PROSE}\n\n{PROSE}\n") == ()


def test_a_credit_glued_to_a_caption_is_hidden_and_the_caption_is_not():
    caption = "Two envoys greet each other on the quay."
    text = f"{caption}ROSALIND MEAK/The Associated Press\n\n{PROSE}"

    assert hidden(text) == ["ROSALIND MEAK/The Associated Press"]


def test_a_credit_over_two_lines_of_hard_wrapped_text_is_hidden_whole():
    credit = (
        "(Additional reporting by Rosalind Meak in Oslo\nand Tom Orrel in Riga; Editing by Ann Ash)"
    )

    assert hidden(f"{PROSE}\n\n{credit}\n") == [credit]


def test_front_matter_is_hidden_and_a_ruled_line_further_down_is_not():
    fields = "---\ntitle: Herring talks\ndate: 2024-03-01\n---"

    assert hidden(f"{fields}\n\n{PROSE}\n\n---\n\n{PROSE}") == [fields]


def test_tags_are_hidden_and_the_words_between_them_are_not():
    assert hidden(f"<p>{PROSE}</p><br />{PROSE}") == ["<p>", "</p><br />"]


def test_the_menu_above_and_the_links_below_an_article_are_hidden_and_its_title_is_not():
    menu = "\n".join(
        f"    * {word}" for word in ("Home", "News", "Politics", "Sport", "Harbour", "Weather")
    )
    body = "\n\n".join([f"        {PROSE}"] * 5)
    links = "    Most read\n\n      * Lighthouse keeper retires\n\n      * Fog delays the mail boat"
    text = f"{menu}\n\n    Ministers meet aboard the ferry\n\n{body}\n\n{links}\n"

    shown = text
    for stretch in hidden(text):
        shown = shown.replace(stretch, "")

    assert shown.split() == f"Ministers meet aboard the ferry {' '.join([PROSE] * 5)}".split()


def test_an_outlets_name_alone_at_the_end_is_hidden_and_inside_the_text_it_is_not():
    text = f"{PROSE}\nThe Straits Times\n{PROSE}\nThe Straits Times\nBe the first to comment"

    assert hidden(text) == ["The Straits Times", "Be the first to comment"]


def test_a_bulleted_list_inside_an_article_stays():
    demands = "* lower duties on herring\n* a second ferry\n* mutual recognition of pilots"

    assert hide_chrome(f"{PROSE}\n{PROSE}\n{demands}\n{PROSE}") == ()


def test_a_list_of_those_present_stays():
    present = "\n".join(
        f"{name}, Harbour Office" for name in ("A. Ash", "B. Birch", "C. Cedar", "D. Elm") * 2
    )

    assert hide_chrome(f"{PROSE}\n\n{present}\n\n{PROSE}") == ()


def test_links_below_a_heading_end_where_prose_begins():
    text = f"{PROSE}\nRelated stories\nFog delays the mail boat\n{PROSE}"

    assert "".join(hidden(text)).startswith("Related stories")
    assert PROSE not in "".join(hidden(text))


def test_the_heading_of_a_page_foot_does_not_swallow_an_article_below_it():
    text = "\n".join([PROSE, "Site index", *[PROSE] * 6])

    assert hidden(text) == ["Site index"]


@given(st.lists(st.one_of(FRAGMENTS, st.text(max_size=30)), max_size=40).map("".join))
@settings(max_examples=300, deadline=None)
def test_ranges_are_ordered_apart_inside_the_text_and_hold_no_outer_white_space(text):
    found = hide_chrome(text)

    position = 0
    for item in found:
        assert position <= item.start < item.end <= len(text)
        assert text[item.start : item.end] == text[item.start : item.end].strip()
        assert item.rule
        position = item.end


@given(st.lists(FRAGMENTS, max_size=40).map("".join))
@settings(max_examples=100, deadline=None)
def test_the_same_text_always_gives_the_same_ranges(text):
    assert hide_chrome(text) == hide_chrome(text)


@pytest.mark.parametrize("corpus", ["seeds", "A", "B", "C", "D"])
def test_the_measured_texts_keep_their_words_and_lose_their_chrome(corpus):
    left, removed = chrome_left_and_good_removed(corpus)

    assert left <= 0.02
    assert removed <= (0.0005 if corpus != "B" else 0.001)
