import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.extract.tables.tables import load_tables
from briefing.extract.text.backend import RulesBackend
from briefing.extract.text.document import read_document
from briefing.model import HiddenRange

TABLES = load_tables()


def sentences(text: str, hidden=()):
    document = read_document(text, hidden, TABLES, RulesBackend())
    return [document.quote(i) for i in range(len(document.sentences))]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Brandt met Sen. Okoro in the U.S. Senate.",
        "The U.S. President spoke with Dr. A. B. Lindgren at 5 p.m. sharp.",
        "Article No. 5 of the pact, signed on Jan. 3, still holds.",
        "“Will it last?” Ms. Okoro asked.",
        "They spoke of … well, of fish.",
    ],
)
def test_abbreviations_and_quoted_questions_end_no_sentence(text):
    assert sentences(text) == [text]


def test_a_stop_a_question_and_a_closing_quote_end_sentences():
    text = "The ministers met. Did they agree? “They did.” Nobody else spoke."
    assert len(sentences(text)) == 4


def test_an_abbreviation_before_a_word_that_opens_sentences_ends_one():
    assert len(sentences("They flew to the U.S. The talks begin today.")) == 2


def test_a_credit_glued_to_a_caption_is_cut_off():
    assert sentences("Two men shook hands.JOE DOE/Agency")[0] == "Two men shook hands."


def test_hidden_text_is_in_no_sentence():
    text = "Kept one. Share this! Kept two."
    cut = (HiddenRange(10, 22, "user"),)
    assert sentences(text, cut) == ["Kept one.", "Kept two."]


@pytest.mark.parametrize("text", ["ferry toll " * 200_000, "x" * 1_200_000, "é 1" * 2_000])
def test_what_goes_on_without_a_stop_is_cut_and_all_of_it_kept(text):
    pieces = sentences(text)

    assert max(map(len, pieces)) <= 5_000
    assert "".join("".join(pieces).split()) == "".join(text.split())


WORDS = st.sampled_from(
    ["Mr.", "U.S.", "the", "talks", "End.", "“Yes,”", "No?", "\n", "\n\n", "\r\n", "…", "Jan. 3", "A.", "he said.", " ", "é", "1.5"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=40), st.integers(0, 60), st.integers(0, 40))
def test_sentences_lie_in_paragraphs_in_order_and_cover_all_visible_words(parts, start, length):
    text = " ".join(parts)
    start = min(start, len(text))
    hidden = (HiddenRange(start, min(len(text), start + length), "user"),) if length else ()
    document = read_document(text, hidden, TABLES, RulesBackend())
    paragraphs = {p.number: p for p in document.paragraphs if p.number}
    position = 0
    for sentence in document.sentences:
        paragraph = paragraphs[sentence.paragraph]
        assert paragraph.start <= sentence.start < sentence.end <= paragraph.end
        assert sentence.start >= position
        position = sentence.end
    covered = {i for s in document.sentences for i in range(s.start, s.end)}
    out_of_sight = {i for h in hidden for i in range(h.start, h.end)}
    for index, letter in enumerate(text):
        if index in out_of_sight:
            assert index not in covered
        elif not letter.isspace():
            assert index in covered


def test_a_parse_stands_at_its_offset_in_the_text(backend):
    text = "Norway spoke first.\n\nThen Sweden’s minister\u00a0replied at length."
    document = read_document(text, (), TABLES, backend)
    if not document.parsed:
        pytest.skip("no language model here")
    assert len(document.sentences) == 2
    for index in range(len(document.sentences)):
        tokens = list(document.parse(index))
        assert tokens
        for token in tokens:
            start = token.idx + document.offset(index)
            assert text[start : start + len(token)].replace("\u00a0", " ") == token.text


def test_a_position_finds_its_sentence():
    document = read_document("One here. Two there.", (), TABLES, RulesBackend())
    assert document.sentence_at(0) == 0
    assert document.sentence_at(12) == 1
    assert document.sentence_at(9) is None


def test_typed_text_without_blank_lines_is_read_by_paragraphs_not_by_lines():
    text = (
        "NORWAY AND PERU OPEN FISH TALKS\n"
        "    LIMA, June 3 - Ministers of Norway and Peru sat down today to\n"
        "talk about the fishing of anchovies and about the tariffs that both\n"
        "of them keep.\n"
        "    Officials of the two countries had prepared a draft for a treaty\n"
        "in March. It was not signed."
    )
    assert sentences(text) == [
        "NORWAY AND PERU OPEN FISH TALKS",
        (
            "LIMA, June 3 - Ministers of Norway and Peru sat down today to\n"
            "talk about the fishing of anchovies and about the tariffs that both\nof them keep."
        ),
        "Officials of the two countries had prepared a draft for a treaty\nin March.",
        "It was not signed.",
    ]


def test_a_line_with_a_hard_space_alone_is_blank():
    wrapped = "The two ministers talked for an hour about the fishing of\nanchovies and parted as friends."
    assert sentences(f"{wrapped}\n\u00a0 \n{wrapped}") == [wrapped, wrapped]
