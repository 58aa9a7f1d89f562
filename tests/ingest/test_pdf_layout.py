"""Pages of a PDF: columns in reading order, running heads left out, lines joined to paragraphs."""

from briefing.ingest.formats.pdf_layout import Piece, text_of

LEFT = [f"left line {n} has words enough to fill its own narrow place" for n in range(12)]
RIGHT = [f"right line {n} has words enough to fill its own narrow place" for n in range(12)]


def down(lines, x=50.0, top=700.0, size=8.0):
    return [Piece(line, x, top - 10 * n, size) for n, line in enumerate(lines)]


def test_columns_told_row_by_row_are_read_one_after_the_other():
    rows = [p for pair in zip(down(LEFT), down(RIGHT, x=310.0), strict=True) for p in pair]
    text = text_of([rows])
    assert text.index("left line 11") < text.index("right line 0")


def test_a_line_across_two_columns_parts_what_is_above_from_what_is_below():
    head = Piece(
        "A headline that runs across both of the columns of this page of news", 50, 590, 18
    )
    above = [p for pair in zip(down(LEFT[:6]), down(RIGHT[:6], x=310.0), strict=True) for p in pair]
    below = [
        p
        for pair in zip(down(LEFT[6:], top=560), down(RIGHT[6:], x=310.0, top=560), strict=True)
        for p in pair
    ]
    text = text_of([[*above, head, *below]])
    places = [
        text.index(w)
        for w in ("left line 5", "right line 5", "headline", "left line 6", "right line 11")
    ]
    assert places == sorted(places)


def test_columns_told_one_after_the_other_stay_so():
    text = text_of([[*down(LEFT), *down(RIGHT, x=310.0)]])
    assert text.index("left line 11") < text.index("right line 0")


def test_heads_feet_and_page_numbers_go_and_a_sentence_goes_on_over_the_page():
    pages = [
        [
            Piece(f"The Bridge Times, 24 March 2023 {n}", 50, 780, 8),
            *down([f"{word} and then the"] * 9),
            Piece(f"- {n} -", 300, 20, 8),
        ]
        for n, word in enumerate(("first", "second", "third"), 1)
    ]
    text = text_of(pages)
    assert "Times" not in text
    assert "- 2 -" not in text
    assert "\n" not in text


def test_a_hyphen_at_the_end_of_a_line_goes_and_one_before_a_name_stays():
    text = text_of([down(["the inter-", "national bridge of Saint-", "Jean"])])
    assert text == "the international bridge of Saint-Jean"


def test_a_wider_gap_a_set_in_line_and_a_short_last_line_begin_a_paragraph():
    wide = "a line that is about as wide as the place it has to stand in."
    lines = [
        *down([wide] * 3),
        *down([wide] * 3, top=655.0),
        Piece(wide, 65, 625, 8),
        *down([wide, "Short end.", wide], top=615.0),
    ]
    assert len(text_of([lines]).split("\n\n")) == 4


def test_no_pages_are_no_text():
    assert text_of([]) == ""
    assert text_of([[], []]) == ""
