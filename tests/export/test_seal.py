"""Every line of a briefing is sealed: what is altered, added or left out is found, the user's words
are free."""

import random

import pytest

from briefing.export import Failure, render_markdown, verify_briefing
from briefing.export.markup.seal import broken, is_sealed, sealed, unsealed
from briefing.export.parts.template import profiles
from briefing.model import UserSection
from tests.export.sample import briefing, by_sha

STYLES = [(profile, language) for profile in profiles() for language in ("en", "fr")]


@pytest.mark.parametrize(("profile", "language"), STYLES)
def test_an_export_left_alone_raises_no_alarm(profile, language):
    source = briefing(UserSection("points", "“Our own words.”\n\n- one\n- two"))
    text = render_markdown(source, profile=profile, language=language)

    assert verify_briefing(text, by_sha(source)) == ()
    assert verify_briefing(text.replace("\n", "\r\n"), by_sha(source)) == ()
    assert verify_briefing(text.rstrip("\n"), by_sha(source)) == ()


def test_an_altered_cell_of_a_table_is_named_by_its_line():
    source = briefing()
    text = render_markdown(source)
    wrong = text.replace("| Pay for half of a second", "| Pay for all of a second", 1)
    line = wrong[: wrong.index("| Pay for all")].count("\n") + 1
    found = verify_briefing(wrong, by_sha(source))

    assert [(each.line, each.reason) for each in found] == [
        (line, "This ask is altered: “all” does not stand in the sentences cited there.")
    ]


def test_a_line_left_out_and_a_line_put_in_are_found():
    source = briefing()
    text = render_markdown(source)
    cell = next(line for line in text.split("\n") if line.startswith("| Dora Eik"))
    gone = verify_briefing(text.replace(cell + "\n", ""), by_sha(source))
    come = verify_briefing(text.replace(cell, f"{cell}\n{cell}"), by_sha(source))

    assert ["is missing" in each.reason for each in gone] == [True]
    assert ["was not exported" in each.reason for each in come] == [True]


def test_words_of_the_user_may_change_and_grow_over_lines():
    source = briefing()
    text = render_markdown(source)
    prompt = "*(for you to write)*"

    assert verify_briefing(text.replace(prompt, "we say\nno\n\nto that"), by_sha(source)) == ()


def test_a_damaged_seal_is_found():
    source = briefing()
    text = render_markdown(source)

    assert is_sealed(text)
    assert "missing or damaged" in verify_briefing(unsealed(text), by_sha(source))[0].reason
    assert verify_briefing(text.replace("<!-- lines\n", "<!-- lines\nz"), by_sha(source))


def test_a_text_that_was_never_exported_is_not_called_sound():
    source = briefing()
    bare = unsealed(render_markdown(source)).split("---\n", 2)[2]

    assert verify_briefing("# Notes\n\nSome words.\n", by_sha(source))[0].line == 1
    assert "no briefing as it was exported" in verify_briefing(bare, by_sha(source))[0].reason


def test_a_footnote_given_twice_is_proved_twice():
    source = briefing()
    text = render_markdown(source)
    line = next(line for line in text.split("\n") if line.startswith("[^1]:"))
    wrong = text.replace(line, f"{line.split(' <!--')[0]}\n{line}")
    place = wrong[: wrong.index("[^1]:")].count("\n") + 1

    assert Failure(place, "Footnote 1 has no reference that can be checked.") in verify_briefing(
        wrong, by_sha(source)
    )


def test_sealing_again_gives_the_same():
    text = "one\n\ntwo\n"

    assert sealed(unsealed(sealed(text))) == sealed(text)
    assert broken(sealed(text)) == ()
    assert [each.kind for each in broken(sealed(text).replace("two", "too"))] == ["altered"]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_five_hundred_alterations_anywhere_are_all_found(language):
    source = briefing()
    text = render_markdown(source, language=language)
    chance = random.Random(f"planted {language}")
    places = places_in(text)
    missed = []
    for _ in range(250):
        wrong = altered(text, chance.choice(places), chance)
        if not verify_briefing(wrong, by_sha(source)):
            missed.append(wrong)

    assert missed == []


def places_in(text: str) -> list[tuple[int, int]]:
    """Return start and end of every line that holds words, but for the places of the user."""
    found, at = [], 0
    for line in text.split("\n"):
        if line.strip() and "user" not in line and "*(" not in line:
            found.append((at, at + len(line)))
        at += len(line) + 1
    return found


def altered(text: str, place: tuple[int, int], chance: random.Random) -> str:
    """Return the text with one character up to a whole line changed, put in or taken out."""
    start, end = place
    size = chance.choice([1, 1, 3, 12, end - start])
    at = chance.randrange(start, max(start + 1, end - size + 1))
    kind = chance.choice(["change", "put in", "take out"])
    if kind == "take out":
        wrong = text[:at] + text[min(at + size, end) :]
    elif kind == "put in":
        wrong = text[:at] + "x" * size + text[at:]
    else:
        new = "".join(chr((ord(c) - 33 + 1) % 90 + 33) for c in text[at : min(at + size, end)])
        wrong = text[:at] + new + text[min(at + size, end) :]
    same = " ".join(wrong.split()) == " ".join(text.split())
    return altered(text, place, chance) if same else wrong
