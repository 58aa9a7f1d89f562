"""Word, mail, Markdown, PDF, RTF and OpenDocument: what is read, found and refused."""

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.errors import UnreadableFile
from briefing.ingest import SUFFIXES, archives, read_file
from briefing.ingest import pdf as pdf_format
from tests.ingest import making

PROSE = (
    "The two ministers spent the morning aboard the ferry and spoke about herring, grain and the "
    "price of heating oil, an official said."
)


@pytest.fixture
def read(tmp_path):
    def read(data: bytes, name: str):
        path = tmp_path / name
        path.write_bytes(data)
        return read_file(path)

    return read


@pytest.fixture
def reason(read):
    def reason(data: bytes, name: str) -> str:
        with pytest.raises(UnreadableFile) as caught:
            read(data, name)
        return str(caught.value)

    return reason


def shown(found) -> str:
    pieces, position = [], 0
    for item in found.hidden:
        pieces.append(found.text[position : item.start])
        position = item.end
    return "".join([*pieces, found.text[position:]])


# Word


def test_the_paragraphs_of_a_word_document_are_read_in_order(read):
    table = f"<w:tbl><w:tr><w:tc>{making.paragraph('Herring')}</w:tc></w:tr></w:tbl>"
    found = read(
        making.word(making.paragraph("Ferry talks begin") + table + making.paragraph(PROSE)),
        "a.docx",
    )

    assert (found.kind, found.text) == ("docx", f"Ferry talks begin\n\nHerring\n\n{PROSE}\n")


def test_tracked_deletions_are_left_out_and_insertions_kept(read):
    body = (
        "<w:p><w:r><w:t>Herring</w:t></w:r><w:del><w:r><w:delText> gone</w:delText></w:r></w:del>"
        f"<w:ins><w:r><w:tab/><w:t>quotas</w:t></w:r></w:ins></w:p>{making.paragraph(PROSE)}"
    )

    assert read(making.word(body), "a.docx").text.startswith("Herring\tquotas\n")


def test_footnotes_of_a_word_document_follow_its_text(read):
    note = f'<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{making.paragraph("A note.")}</w:footnotes>'
    found = read(making.word(making.paragraph(PROSE), extra={"word/footnotes.xml": note}), "a.docx")

    assert found.text == f"{PROSE}\n\nA note.\n"


@pytest.mark.parametrize(
    ("title", "expected"),
    [("Ferry talks begin", "Ferry talks begin"), ("Document1", None), ("", None)],
)
def test_the_title_of_a_word_document_is_that_of_its_properties(read, title, expected):
    found = read(making.word(making.paragraph(PROSE), title), "a.docx")

    assert (found.title.value if found.title else None) == expected


# Safety of archives


def test_an_archive_that_would_unpack_to_too_much_is_not_opened(reason):
    bomb = making.word(
        making.paragraph(PROSE), extra={"word/media/x": "\0" * (archives.UNPACKED_LIMIT + 1)}
    )

    assert len(bomb) < 1_000_000
    assert "would unpack to more than 100 MB" in reason(bomb, "a.docx")


def test_entities_are_refused_and_no_file_is_read_through_them(reason, tmp_path):
    (tmp_path / "secret").write_text("the secret herring")
    head = f'<!DOCTYPE x [<!ENTITY e SYSTEM "file://{tmp_path}/secret">]>'

    assert "declares entities" in reason(
        making.word(making.paragraph("&e;" + PROSE), head=head), "a.docx"
    )


def test_entities_that_grow_without_end_are_refused(reason):
    grown = "".join(f'<!ENTITY e{i + 1} "{f"&e{i};" * 10}">' for i in range(9))
    head = f'<!DOCTYPE x [<!ENTITY e0 "herring">{grown}]>'

    assert "a.docx" in reason(making.word(making.paragraph("&e9;"), head=head), "a.docx")


@pytest.mark.parametrize("name", ["a.docx", "a.odt"])
@pytest.mark.parametrize(
    ("data", "words"),
    [(b"herring", "damaged"), (b"PK\x03\x04 herring", "damaged"), (making.zipped({"x": "y"}), "is not a"),
     (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old binary format")],
    ids=["text", "cut", "other archive", "old Office"],
)  # fmt: skip
def test_what_is_no_office_document_is_refused(reason, name, data, words):
    assert words in reason(data, name)


def test_an_encrypted_archive_is_refused(reason):
    data = bytearray(making.word(making.paragraph(PROSE)))
    start = data.index(b"PK\x01\x02")
    data[start + 8] |= 1

    assert "is encrypted" in reason(bytes(data), "a.docx")


# OpenDocument


def test_the_paragraphs_of_an_open_document_are_read_in_order(read):
    body = (
        "<text:h>Ferry talks begin</text:h><text:list><text:list-item><text:p>Herring<text:tab/>and"
        "<text:span> grain</text:span> oil</text:p></text:list-item></text:list>"
        "<text:tracked-changes><text:p>gone</text:p></text:tracked-changes>"
        f"<text:p>{PROSE}<office:annotation><text:p>gone</text:p></office:annotation></text:p>"
    )
    found = read(making.open_document(body, "Ferry talks begin"), "a.odt")

    assert (found.kind, found.text) == (
        "odt",
        f"Ferry talks begin\n\nHerring\tand grain oil\n\n{PROSE}\n",
    )
    assert found.title.value == "Ferry talks begin"


def test_an_encrypted_open_document_is_refused(reason):
    manifest = {"META-INF/manifest.xml": "<m:encryption-data/>"}

    assert "is encrypted" in reason(
        making.open_document("<text:p>x</text:p>", extra=manifest), "a.odt"
    )


# Mail


def test_a_message_gives_its_plain_part_subject_sender_and_date(read):
    data = making.mail(
        PROSE, f"<p>other {PROSE}</p>", Subject="Ferry talks begin", From="Rosalind Meak <r@example.org>",
        Date="Sun, 03 Mar 2024 10:00:00 +0000",
    )  # fmt: skip
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


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "head",
    [b"From: " + b'"' * 100_000 + b"\nSubject: =?utf-8?q?" + b"=41" * 50_000 + b"?=\n", b"From: " + b"(" * 5_000 + b"\nTo: a\n",
     b"From: a\nSubject: =?x-none?b?!?=\n"],
    ids=["long", "deep", "unknown"],
)  # fmt: skip
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


# Any bytes


SOUND = {
    ".docx": making.word(making.paragraph(PROSE)),
    ".odt": making.open_document(f"<text:p>{PROSE}</text:p>"),
    ".eml": making.mail(PROSE, Subject="x", From="r@example.org"),
    ".pdf": making.pdf([LINES]),
    ".rtf": rb"{\rtf1\ansi The ferry \'e9 \u8217? left \par at noon.}",
    ".md": f"# Ferry\n\n[a](b) {PROSE}".encode(),
    ".html": f"<article><p>{PROSE}</p></article>".encode(),
}


@pytest.mark.parametrize("suffix", sorted(SUFFIXES))
@given(data=st.binary(max_size=200))
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_bytes_are_read_or_refused_whatever_the_suffix(read, suffix, data):
    try:
        assert read(data, f"a{suffix}").text.strip()
    except UnreadableFile as error:
        assert error.message  # noqa: PT017 - either outcome is right


@pytest.mark.parametrize("suffix", sorted(SOUND))
@given(seed=st.integers(0, 2**32))
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_a_damaged_file_is_read_or_refused(read, suffix, seed):
    chance = random.Random(seed)
    data = bytearray(SOUND[suffix])
    for _ in range(chance.randint(1, 8)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    cut = chance.choice([len(data), chance.randrange(1, len(data))])
    try:
        assert read(bytes(data[:cut]), f"a{suffix}").text.strip()
    except UnreadableFile as error:
        assert error.message  # noqa: PT017 - either outcome is right
