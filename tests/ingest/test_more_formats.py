"""Mail, Markdown, PDF and RTF: what is read, found and refused."""

import pytest

from briefing.ingest.formats import pdf as pdf_format
from tests.ingest import making
from tests.ingest.making import shown

PROSE = (
    "The two ministers spent the morning aboard the ferry and spoke about herring, grain and the "
    "price of heating oil, an official said."
)


# Mail


def test_a_message_gives_its_plain_part_subject_sender_and_date(read):
    data = making.mail(
        PROSE,
        f"<p>other {PROSE}</p>",
        Subject="Ferry talks begin",
        From="Rosalind Meak <r@example.org>",
        Date="Sun, 03 Mar 2024 10:00:00 +0000",
    )
    found = read(data, "a.eml")

    assert (found.kind, found.text.strip()) == ("mail", PROSE)
    assert (found.title.value, found.author.value) == ("Ferry talks begin", "Rosalind Meak")
    assert (found.published.value, found.published.reason) == (
        "2024-03-03",
        "the field “Date” of the message",
    )


def test_a_message_in_html_alone_is_read_as_a_page(read):
    data = making.mail(
        html=f"<article><p>{PROSE * 3}</p></article>", Subject="Ferry talks", From="r@example.org"
    )

    assert PROSE in read(data, "a.eml").text


@pytest.mark.parametrize(
    ("data", "words"),
    [(b"herring and grain", "is not a mail message"), (b"From: a\nSubject: b\nContent-Type: image/png\n\nx", "no part with text"),
     (b"From: a\nSubject: b\nContent-Type: text/plain; charset=herring\n\n\xe9", "not known")],
    ids=["no headers", "a picture", "unknown encoding"],
)  # fmt: skip
def test_what_is_no_message_with_text_is_refused(reason, data, words):
    assert words in reason(data, "a.eml")


def test_an_encoding_whose_quote_never_closes_is_named_in_one_short_line(reason):
    data = (
        b'From: a\nSubject: b\nContent-Type: text/plain; charset="her\n ring '
        + b"x" * 500
        + b"\n\n\xe9"
    )

    told = reason(data, "a.eml")

    assert "not known" in told
    assert "\n" not in told
    assert len(told) < 200


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "head",
    [
        b"From: " + b'"' * 100_000 + b"\nSubject: =?utf-8?q?" + b"=41" * 50_000 + b"?=\n",
        b"From: " + b"(" * 5_000 + b"\nTo: a\n",
        b"From: a\nSubject: =?x-none?b?!?=\n",
    ],
    ids=["long", "deep", "unknown"],
)
def test_headers_made_to_stall_a_reader_do_not(read, head):
    assert read(head + b"\n" + PROSE.encode(), "a.eml").text == PROSE


def test_parts_nested_without_end_are_refused(reason):
    parts = b"".join(
        b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (i, i) for i in range(3_000)
    )

    assert "a.eml" in reason(b"From: a\nSubject: b\n" + parts, "a.eml")


def test_front_matter_nested_without_end_is_passed_over(read):
    found = read(
        b"---\ntitle: Ferry talks begin\na: " + b"[" * 5_000 + b"\n---\n" + PROSE.encode(), "a.md"
    )

    assert found.title.value == "Ferry talks begin"


# Markdown


def test_the_marks_of_markdown_are_hidden_and_its_words_are_not(read):
    found = read(
        f"# Ferry talks begin\n\n![quay](x.png)\n\n[The quay](http://x.org) {PROSE}\n".encode(),
        "a.md",
    )

    assert found.kind == "markdown"
    assert found.title.value == "Ferry talks begin"
    assert shown(found).split() == f"Ferry talks begin The quay {PROSE}".split()


def test_front_matter_of_markdown_gives_its_fields(read):
    found = read(
        f"---\ntitle: Ferry talks\ndate: 2024-03-03\nauthor: Rosalind Meak\n---\n\n# Other\n\n{PROSE}".encode(),
        "a.md",
    )

    assert (found.title.value, found.author.value) == ("Ferry talks", "Rosalind Meak")
    assert found.published.value == "2024-03-03"


# PDF

LINES = [
    "The two ministers spent the morning aboard the ferry and spoke about her-",
    "ring quotas, grain, the pilots of the strait and the price of heating oil",
    "as well as the lighthouse.",
    "The ferry left at noon and came back to the quay in the evening with both",
    "of them aboard, and neither of the two would say whether they had agreed.",
]


def test_the_lines_of_a_pdf_are_joined_to_paragraphs(read):
    found = read(making.pdf([LINES]), "a.pdf")

    assert found.kind == "pdf"
    assert found.text.split("\n\n")[0].startswith(
        "The two ministers spent the morning aboard the ferry and spoke about herring quotas, "
    )
    assert found.text.split("\n\n")[1].startswith("The ferry left at noon")


def test_the_title_of_a_pdf_counts_where_the_page_shows_it(read):
    lines = ["Ferry talks begin", "", *LINES]

    assert (
        read(making.pdf([lines], "Ferry talks begin"), "a.pdf").title.value == "Ferry talks begin"
    )
    assert read(making.pdf([LINES], "scan 0001 final"), "a.pdf").title is None


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (making.pdf([[]]), "pictures of text"),
        (b"herring", "is not a PDF"),
        (b"%PDF-1.4\nherring", "is damaged"),
    ],
    ids=["scan", "text", "cut"],
)
def test_a_pdf_without_text_is_refused_with_what_to_do(reason, data, words):
    assert words in reason(data, "a.pdf")


def test_a_pdf_of_too_many_pages_is_refused(reason, monkeypatch):
    monkeypatch.setattr(pdf_format, "PAGE_LIMIT", 1)

    assert "more than 1 pages" in reason(making.pdf([LINES, LINES]), "a.pdf")


def test_an_encrypted_pdf_is_refused(reason, tmp_path):
    from pypdf import PdfReader, PdfWriter

    source = tmp_path / "source.pdf"
    source.write_bytes(making.pdf([LINES]))
    writer = PdfWriter(clone_from=PdfReader(source))
    writer.encrypt("herring", algorithm="RC4-128")
    writer.write(tmp_path / "closed.pdf")

    assert "is encrypted" in reason((tmp_path / "closed.pdf").read_bytes(), "a.pdf")


# RTF


def test_the_words_of_rich_text_are_read(read):
    found = read(
        rb"{\rtf1\ansi\ansicpg1252 Ferry talks begin\par\par The minister\'92s caf\'e9 {\b was} full.\par}",
        "a.rtf",
    )

    assert (found.kind, found.text.strip()) == (
        "rtf",
        "Ferry talks begin\n\nThe minister’s café was full.",
    )


def test_what_is_no_rich_text_is_refused(reason):
    assert "is not an RTF document" in reason(b"herring", "a.rtf")
