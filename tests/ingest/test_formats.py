"""Word and OpenDocument: what is read, found and refused."""

import pytest

from briefing.ingest.formats import archives
from tests.ingest import making

PROSE = (
    "The two ministers spent the morning aboard the ferry and spoke about herring, grain and the "
    "price of heating oil, an official said."
)


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
