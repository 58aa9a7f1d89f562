"""Title, outlet, author and date: what is found, why, and what is left open."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.ingest import read_file
from briefing.ingest.text.dates import dates_in, iso_date
from tests.ingest.measure import annotated

PROSE = (
    "The two ministers spent the morning aboard the ferry and spoke about herring, grain, the pilots "
    "of the strait and the price of heating oil, an official said."
)


@pytest.fixture
def read(tmp_path):
    def read(text: str):
        path = tmp_path / "story.txt"
        path.write_bytes(text.encode())
        return read_file(path)

    return read


def value(stated):
    return stated.value if stated else None


def test_prose_alone_gives_nothing(read):
    found = read(f"{PROSE}\n\n{PROSE}\n")

    assert (found.title, found.outlet, found.author, found.published) == (None, None, None, None)


@pytest.mark.parametrize(
    "head",
    [
        "Ministers meet aboard the ferry\n\n",
        "Ministers meet aboard the ferry\nBy Rosalind Meak\n",
        "Ministers meet aboard the ferry\nOSLO — ",
    ],
)
def test_a_line_that_stands_apart_above_the_text_is_the_title(read, head):
    assert value(read(f"{head}{PROSE}\n{PROSE}").title) == "Ministers meet aboard the ferry"


@pytest.mark.parametrize(
    "first",
    [
        "The ministers met aboard the ferry.",
        "OSLO (Reuters) - The ministers met",
        "Three words follow here:",
        "March 3, 2024 at noon",
        "Ferry",
    ],
)
def test_a_sentence_a_dateline_a_date_or_a_word_is_no_title(read, first):
    assert read(f"{first}\n\n{PROSE}\n").title is None


def test_a_title_may_end_with_an_abbreviation(read):
    assert (
        value(read(f"Ministers meet in Washington, D.C.\n\n{PROSE}").title)
        == "Ministers meet in Washington, D.C."
    )


def test_the_outlet_is_taken_off_the_end_of_a_title(read):
    found = read(f"Ministers meet aboard the ferry - The Straits Times\n\n{PROSE}")

    assert value(found.title) == "Ministers meet aboard the ferry"
    assert (found.outlet.value, found.outlet.reason) == (
        "The Straits Times",
        "the end of the title",
    )


def test_labelled_lines_at_the_top_are_taken_at_their_word(read):
    found = read(
        f"Title: Ferry talks\nSource: Harbour Gazette\nAuthor: Rosalind Meak\nDate: 3 March 2024\n\n{PROSE}"
    )

    assert value(found.title) == "Ferry talks"
    assert value(found.outlet) == "Harbour Gazette"
    assert value(found.author) == "Rosalind Meak"
    assert value(found.published) == "2024-03-03"
    assert found.published.reason == "the field “Date” at the top"


def test_of_two_lines_with_the_same_label_the_first_is_taken_however_it_is_written(read):
    found = read("Title: Ferries sail again\n\nThe towns agreed.\n\ntitle: a note\n")

    assert value(found.title) == "Ferries sail again"


def test_front_matter_gives_title_date_and_the_outlet_of_its_address(read):
    found = read(
        f"---\ntitle: Ferry talks\ndate: 2024-03-03\nurl: https://www.dawn.com/x\n---\n\n{PROSE}"
    )

    assert (value(found.title), value(found.published)) == ("Ferry talks", "2024-03-03")
    assert value(found.outlet) == "Dawn"


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Rosalind Meak", "Rosalind Meak"),
        ("By Rosalind Meak and Tom Orrel", "Rosalind Meak and Tom Orrel"),
        ("By Rosalind Meak, Tom Orrel and Ann Ash", "Rosalind Meak, Tom Orrel and Ann Ash"),
        ("By Rosalind Meak | Harbour Gazette", "Rosalind Meak"),
        ("Par Rosalind Meak", "Rosalind Meak"),
    ],
)
def test_a_byline_names_the_author(read, line, author):
    found = read(f"Ministers meet aboard the ferry\n{line}\n\n{PROSE}")

    assert value(found.author) == author
    assert line in found.author.reason


def test_a_sentence_that_starts_with_by_is_no_byline(read):
    assert read(f"By noon the ferry had left\n\n{PROSE}").author is None


def test_a_wire_credit_names_the_author_but_not_those_who_helped(read):
    found = read(
        f"{PROSE}\n(Reporting by Rosalind Meak in Oslo; Additional reporting by Tom Orrel)\n"
    )

    assert value(found.author) == "Rosalind Meak"


@pytest.mark.parametrize(
    "line",
    [
        "Published March 3, 2024",
        "Published on 3 March 2024 at 10:15 a.m. EST",
        "Sun 3 Mar 2024 12.50 GMT",
        "First published on Sun 3 March 2024",
        "March 3, 2024",
        "Publié le 3 mars 2024",
    ],
)
def test_a_date_line_above_the_text_is_the_date(read, line):
    assert (
        value(read(f"Ministers meet aboard the ferry\n\n{line}\n\n{PROSE}").published)
        == "2024-03-03"
    )


def test_the_footer_of_an_agency_gives_the_date(read):
    footer = "This report by The Canadian Press was first published March 3, 2024."

    assert value(read(f"{PROSE}\n\n{footer}\n").published) == "2024-03-03"


def test_a_date_inside_the_story_or_of_an_update_is_not_the_date_of_the_story(read):
    assert read(f"{PROSE}\n\nThe treaty was signed on March 3, 2024.\n").published is None
    assert (
        read(f"Ministers meet aboard the ferry\n\nUpdated March 3, 2024\n\n{PROSE}").published
        is None
    )


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        (f"OSLO (Reuters) - {PROSE}", "Reuters"),
        (f"{PROSE}\nGlobal Times\nSign up for our newsletter today", "Global Times"),
        (f"{PROSE}\n© 2024 The Straits Times. All rights reserved.", "The Straits Times"),
        (f"{PROSE}\n“It is over,” the minister told CBC News.", "CBC News"),
    ],
    ids=["dateline", "foot", "copyright", "hearer"],
)
def test_clear_evidence_names_the_outlet(read, text, outlet):
    assert value(read(text).outlet) == outlet


@pytest.mark.parametrize(
    "text",
    [
        f"Envoys greet each other.Rosalind Meak/Reuters\n\n{PROSE}",
        f"{PROSE}\nHe told CBC News it was over, and told Sky News it was not.",
        f"{PROSE}\nHe told Le Monde that it was over.",
    ],
    ids=["a picture credit", "two outlets", "a newspaper once"],
)
def test_weak_evidence_names_no_outlet(read, text):
    assert read(text).outlet is None


def test_french_is_told_from_english(read):
    assert (
        read(
            "Les deux ministres ont passé la matinée sur le quai et ont parlé des quotas de pêche."
        ).language
        == "fr"
    )
    assert read(PROSE).language == "en"


@given(st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31)))
def test_every_way_to_write_a_date_is_read_as_the_same_day(day):
    forms = [f"{day:%B} {day.day}, {day.year}", f"{day.day} {day:%b} {day.year}", day.isoformat()]

    assert [iso_date(form) for form in forms] == [day] * 3


@pytest.mark.parametrize(
    "text", ["03/04/2023", "February 30, 2023", "March 2023", "on the 5th", "12.50.2023"]
)
def test_half_a_date_is_none(text):
    assert dates_in(text) == ()


def test_no_date_of_the_annotated_texts_is_contradicted(tmp_path):
    wrong = []
    for corpus in ("seeds", "A", "B", "C", "D"):
        for text, annotation in annotated(corpus):
            path = tmp_path / "story.txt"
            path.write_bytes(text.encode())
            found, stated = (
                read_file(path).published,
                (annotation["meeting"] or {}).get("published"),
            )
            if found and stated and found.value != stated:
                wrong.append((found, stated))

    assert wrong == []


@pytest.mark.parametrize(
    "line",
    [
        "Minister Jane Roe, left, and her visitor John Doe on the northern bridge",
        "Jane Roe shakes hands with John Doe on the northern bridge on Tuesday",
        "Jane Roe speaks to visitors at the bridge in Ferryport, Monday, March 3",
        "The northern bridge is seen in this file photo",
        "Visitors on the bridge (left) and the ferry (right)",
        "The northern bridge in winter / Getty Images",
        "Les deux ministres, de gauche à droite, sur le pont du nord",
        "FERRYPORT, Northland (Reuters) -",
        "Ferry Port, Northland",
        "FERRYPORT (AP)",
    ],
)
def test_a_caption_or_dateline_above_the_text_is_no_title(line, read):
    assert read(f"{line}\n\n{PROSE}").title is None


@pytest.mark.parametrize(
    "line",
    [
        "Minister speaks to visitors about the toll, and to the left",
        "Left out of the talks, towns look on with anger",
        "Roe arrives in Ferryport on Monday for talks on the toll of the bridge",
        "Toll, Treaty and Tea: Roe Meets Doe",
        "Roe speaks to Doe on Monday",
    ],
)
def test_a_headline_that_sounds_a_little_like_one_stays(line, read):
    assert read(f"{line}\n\n{PROSE}").title.value == line
