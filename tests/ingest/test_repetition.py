"""Lines an outlet puts into every article, and what the user says of a line."""

from hypothesis import given
from hypothesis import strategies as st

from briefing.ingest import learnt, line_key, shown_lines
from briefing.model import HiddenRange

TEXT = "The toll falls\n\nThe minister said so on the bridge.\n\nGet our news in your pocket\n"
LINE = "Get our news in your pocket"


def hidden_words(text, ranges):
    return [text[item.start : item.end] for item in ranges]


def test_a_line_that_stands_in_two_other_articles_is_hidden():
    assert hidden_words(TEXT, learnt(TEXT, (), times={LINE: 2}, rules={})) == [LINE]
    assert learnt(TEXT, (), times={LINE: 1}, rules={}) == ()


def test_the_title_is_not_hidden_however_often_it_comes():
    title = "The toll falls"
    assert learnt(TEXT, (), times={title: 9}, rules={}, keep=(title,)) == ()


def test_a_line_the_user_hides_always_is_hidden_and_says_so():
    (item,) = learnt(TEXT, (), times={}, rules={LINE: True})
    assert item.rule == "outlet-line"


def test_a_line_the_user_wants_to_see_stays_against_every_rule():
    start = TEXT.index(LINE)
    hidden = (HiddenRange(start, start + len(LINE), "related-heading"),)
    assert learnt(TEXT, hidden, times={LINE: 5}, rules={LINE: False}) == ()


def test_what_was_hidden_stays_hidden():
    hidden = (HiddenRange(0, 14, "menu"),)
    assert learnt(TEXT, hidden, times={LINE: 3}, rules={})[0] == hidden[0]


@given(
    st.text(alphabet="ab \n\r", max_size=80),
    st.sets(st.text(alphabet="ab", min_size=1, max_size=4)),
)
def test_ranges_are_in_order_inside_the_text(text, lines):
    ranges = learnt(text, (), times=dict.fromkeys(lines, 5), rules={})
    position = 0
    for item in ranges:
        assert position <= item.start < item.end <= len(text)
        position = item.end
    assert {line_key(words) for words in hidden_words(text, ranges)} <= {
        line.words for line in shown_lines(text)
    } | {line_key(words) for words in hidden_words(text, ranges) if "\n" in words or "\r" in words}
