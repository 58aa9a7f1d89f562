"""Where source characters are shown, and back."""

from hypothesis import given
from hypothesis import strategies as st

from briefing.gui.article.article_text import LONGEST_WORD, ShownText
from briefing.gui.words import wording
from briefing.model import HiddenRange
from tests.helpers import invented

LETTERS = st.text(alphabet="ab é😀\n\r\t\u2028\x00“", max_size=80)


def article(text, hidden=()):
    ranges = tuple(HiddenRange(start, end, "menu") for start, end in hidden)
    return invented.article(text=text, title="", hidden=ranges, sentences=())


def as_shown(shown):
    return "\n".join(line.text for line in shown.lines)


def cut(shown, place):
    """Cut shown text in the units Qt counts in."""
    raw = as_shown(shown).encode("utf-16-le", "surrogatepass")
    return raw[2 * place[0] : 2 * place[1]].decode("utf-16-le")


@given(LETTERS)
def test_every_letter_shown_leads_back_to_itself(text):
    shown = ShownText(article(text), "meta")
    for offset, letter in enumerate(text):
        place = shown.range_of(offset, offset + 1)
        if letter.strip() and letter not in "\x00\u2028":
            assert cut(shown, place) == letter
            assert shown.source_of(place[0]) == offset


@given(LETTERS, st.integers(0, 80), st.integers(0, 80))
def test_hidden_text_is_neither_shown_nor_found(text, one, other):
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    shown = ShownText(article(text, [(start, end)] if end > start else []), "")
    for offset in range(start, end):
        if text[offset].strip() and text[offset] not in "\x00\u2028":
            assert shown.range_of(offset, offset + 1) is None


def test_hidden_text_is_shown_as_its_own_line_on_demand():
    known = invented.article()
    without = [line.text for line in ShownText(known, "").lines]
    with_it = [
        line.text for line in ShownText(known, "", with_hidden=True).lines if line.kind == "hidden"
    ]
    assert invented.MENU not in without
    assert with_it == [invented.MENU]


def test_a_title_that_is_the_first_paragraph_is_shown_once_and_keeps_its_place():
    shown = ShownText(invented.article(), "The Lake Courier")
    assert [line.kind for line in shown.lines[:3]] == ["title", "meta", "body"]
    assert as_shown(shown).count(invented.TITLE) == 1
    start = invented.TEXT.index("Sylvania")
    assert cut(shown, shown.range_of(start, start + 8)) == "Sylvania"


def test_a_very_long_word_is_given_places_to_break_and_offsets_stay_true():
    text = "x" * (3 * LONGEST_WORD) + " end"
    shown = ShownText(article(text), "")
    longest = max(len(word) for word in as_shown(shown).replace("\u200b", " ").split())
    assert longest == LONGEST_WORD
    assert cut(shown, shown.range_of(text.index("end"), len(text))) == "end"


def test_the_line_about_the_article_leads_to_no_source():
    shown = ShownText(invented.article(), "The Lake Courier")
    assert shown.source_of(shown.lines[1].start + 2) is None


def test_what_turns_words_round_or_has_no_width_is_named_where_it_stands():
    text = "The toll is \u202e05\u202c and no\u200bmore\U000e0041; caf\u00ade \U0001f468\u200d\U0001f469."
    shown = ShownText(article(text), "by \u2066x")
    (line,) = [line.text for line in shown.lines if line.kind == "body"]
    assert (
        line
        == "The toll is [RLO]05[PDF] and no[ZWSP]more[TAG 41]; caf\u00ade \U0001f468\u200d\U0001f469."
    )
    assert shown.lines[0].text == "by [LRI]x"
    start = text.index("more")
    assert cut(shown, shown.range_of(start, start + 4)) == "more"
    assert cut(shown, shown.range_of(12, 13)) == "[RLO]"


def test_a_long_word_full_of_what_is_not_seen_is_named_too():
    shown = ShownText(article(("x" * 1500 + "\u202e") * 3), "")
    assert "\u202e" not in as_shown(shown)


def test_the_address_of_an_article_stands_below_its_title():
    known = invented.article(address="https://www.example.org/2031/toll")
    assert wording.article_meta(known).endswith("· example.org/2031/toll")
    assert wording.article_meta(invented.article()).endswith("text")


def test_a_selection_that_takes_in_the_end_of_its_paragraph_still_has_a_place():
    view = ShownText(article("First paragraph.\n\nSecond one."), "meta")
    last = view.range_of(0, len("First paragraph."))
    assert last is not None
    assert view.source_range(last[0], last[1] + 1) == (0, len("First paragraph."))
