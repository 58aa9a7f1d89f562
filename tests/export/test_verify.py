"""A briefing is proved against its sources: whatever was changed is found and named by its line."""

import random
import re
from dataclasses import replace

import pytest

from briefing.export import Failure, render_markdown, verify_briefing
from briefing.model import HiddenRange
from tests.export.sample import briefing, by_sha, courier, with_asks
from tests.export.values import ask, within


@pytest.fixture
def source():
    return briefing()


@pytest.fixture
def text(source):
    return render_markdown(source)


def reasons(text, source):
    return [failure.reason for failure in verify_briefing(text, by_sha(source))]


def test_a_quotation_altered_by_hand_is_found(text, source):
    wrong = text.replace("“We ask for nothing but fair access", "“We ask for fair access", 1)
    line = wrong[: wrong.index("“We ask for fair")].count("\n") + 1

    assert verify_briefing(wrong, by_sha(source)) == (
        Failure(
            line,
            "“We ask for fair access to the ports” is not verbatim in the sentences cited there. "
            "The source has “We ask for nothing but fair access to the ports”.",
        ),
    )


def test_a_quotation_without_a_source_is_found(text, source):
    wrong = text.replace("## 11. Background\n", "## 11. Background\n\nThey say “we agree”.\n")

    assert reasons(wrong, source) == [
        "“we agree” is not verbatim in any source: none is cited there."
    ]


def test_a_source_that_is_not_in_the_library_is_named(text, source):
    found = verify_briefing(text, by_sha(replace(source, articles=source.articles[1:])))

    assert any("is not in the library" in failure.reason for failure in found)


def test_a_source_whose_words_changed_is_named(text, source):
    one = source.articles[0]
    changed = replace(one, text=one.text.replace("trawlers", "vessels!"))
    found = reasons(text, replace(source, articles=(changed, source.articles[1])))

    assert any("the words at that place of article-1.txt are others now" in r for r in found)


def test_a_footnote_that_is_cited_but_not_given_is_found(text, source):
    assert reasons(text.replace("Sund Courier[^4]", "Sund Courier[^77]"), source) == [
        "Footnote 77 is cited but not given."
    ]


def test_a_footnote_without_its_reference_is_found(text, source):
    line = next(line for line in text.split("\n") if line.startswith("[^11]:"))
    wrong = text.replace(line, line.split(" <!--")[0])

    assert reasons(wrong, source) == ["Footnote 11 has no reference that can be checked."]


def test_a_paragraph_number_made_stale_by_hiding_a_passage_is_found(text, source):
    one = source.articles[0]
    shown = replace(one, hidden=())
    found = reasons(text, replace(source, articles=(shown, source.articles[1])))

    assert "Footnote 1 says ¶ 1; the passage is ¶ 2." in found


def test_a_broken_fence_is_reported_with_its_line(text, source):
    wrong = text.replace("<!-- /user -->", "", 1)
    found = verify_briefing(wrong, by_sha(source))

    assert [failure.line for failure in found] == [18]
    assert "is not closed. Close it by <!--" in found[0].reason
    assert found[0].reason.startswith("The user section")


def test_words_of_the_users_own_that_misquote_are_found():
    spans = (within(courier(), "Norvia wants Esteria"),)
    source = with_asks(ask("a", "Norvia", "say “we surrender”", spans, status="edited"))

    assert any(
        "“we surrender” is not verbatim" in r for r in reasons(render_markdown(source), source)
    )


def test_quotation_marks_inside_an_ask_are_proved_by_the_sentence_that_holds_them():
    one = courier()
    spans = tuple(
        within(one, words)
        for words in (
            "SUND",
            "Norvia wants",
            "Two senior",
            "Foreign Minister",
            "We ask for nothing",
        )
    )
    source = with_asks(ask("a", "Norvia", "have “nothing but fair access”", spans))

    assert reasons(render_markdown(source), source) == []


def test_a_passage_hidden_since_is_cited_without_a_paragraph():
    one = courier()
    hidden = HiddenRange(one.text.index("SUND"), one.text.index("Norvia wants"), "user")
    source = with_asks(
        ask("a", "Norvia", "talk", (within(one, "SUND"),)),
        articles=(replace(one, hidden=(*one.hidden, hidden)),),
    )
    text = render_markdown(source)

    assert "in a passage hidden from the reader. <!-- source" in text
    assert reasons(text, source) == []


def test_line_ends_of_another_system_change_nothing(text, source):
    assert verify_briefing(text.replace("\n", "\r\n"), by_sha(source)) == ()


def test_a_source_cited_many_times_is_read_once(text, source):
    asked = []

    def by(sha):
        asked.append(sha)
        return by_sha(source)(sha)

    verify_briefing(text, by)

    assert len(asked) == len(set(asked)) == 2


def test_an_outlet_renamed_in_a_footnote_is_found(text, source):
    found = reasons(text.replace("[^1]: *Sund Courier*", "[^1]: *Sund Herald*"), source)

    assert found[0].startswith("Footnote 1 names its source otherwise than the library does: ")


def test_a_quotation_mark_that_was_deleted_is_found(text, source):
    wrong = text.replace("“We ask for nothing", "We ask for nothing", 1)

    assert "A quotation mark “ or ” has no partner." in reasons(wrong, source)


def test_a_quotation_cut_inside_a_word_is_found(text, source):
    wrong = text.replace("fair access to the ports”", "fair access to the por”", 1)

    assert "is not verbatim" in reasons(wrong, source)[0]


def test_a_briefing_in_french_is_proved_in_french(source):
    french = render_markdown(source, language="fr")

    assert verify_briefing(french, by_sha(source)) == ()
    assert verify_briefing(french.replace("1er mars 2031, ¶", "2 mars 2031, ¶"), by_sha(source))


LETTERS = "abcdefghijklmnopqrstuvwxyz"


def planted(rng: random.Random, text: str, places: list[tuple[int, int]]) -> str:
    """Return the text with one alteration inside one of these places."""
    start, end = rng.choice(places)
    at = rng.randrange(start, end)
    match rng.choice(("letter", "drop", "add", "words", "sentence")):
        case "letter":
            new = rng.choice([c for c in LETTERS if c != text[at].lower()])
            return text[:at] + new + text[at + 1 :]
        case "drop":
            return text[:at] + text[at + 1 :]
        case "add":
            return text[:at] + rng.choice(LETTERS) + text[at:]
        case "words":
            return f"{text[:at]} not in the least {text[at:]}"
        case _:
            return text[:start] + "They have agreed to nothing whatever of the kind" + text[end:]


def provable(text: str) -> list[tuple[int, int]]:
    """Return the places of quotations and of what footnotes say."""
    body = text.index("\n# ")
    quotations = [m.span(1) for m in re.finditer("“([^“”]+)”", text) if m.start() > body]
    notes = [m.span(1) for m in re.finditer(r"^\[\^\d+\]: (.*)$", text, re.MULTILINE)]
    return quotations + notes


def test_every_one_of_five_hundred_planted_alterations_is_found(text, source):
    rng = random.Random(1985)
    places = provable(text)
    wrong = [planted(rng, text, places) for _ in range(500)]
    missed = [each for each in wrong if each != text and not verify_briefing(each, by_sha(source))]

    assert missed == []
