"""The Word document: real styles, tables, lists and footnotes, whatever the words are."""

import io
import re
import zipfile

import docx
import pytest
from hypothesis import given, settings
from lxml import etree

from briefing.export import Style, make, outline
from briefing.export.renderers.facts import Facts
from briefing.export.renderers.paper import paper
from briefing.export.renderers.word import to_docx
from briefing.model import UserSection
from tests.export.sample import briefing, courier, with_asks
from tests.export.test_escape import HOSTILE
from tests.export.values import ask, within

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def bytes_of(source):
    (file,) = make(source, ("docx",), Style()).files
    return file[1]


@pytest.fixture(scope="module")
def data():
    mine = "1. One\n2. Two\n\nThen\n\n1. Again"
    return bytes_of(briefing(UserSection("points", mine)))


@pytest.fixture(scope="module")
def document(data):
    return docx.Document(io.BytesIO(data))


def part(data, name):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def test_headings_have_the_styles_of_headings(document):
    by_style = {}
    for paragraph in document.paragraphs:
        by_style.setdefault(paragraph.style.name, []).append(paragraph.text)

    assert by_style["Title"] == ["Briefing: Ada Holm – Bo Lind, Sund, 3 March 2031"]
    assert by_style["Heading 1"][:2] == ["1. At a glance", "2. Meeting and scenario"]
    assert by_style["Heading 1"][-1] == "Annex D. Sources"
    assert len(by_style["List Bullet"]) > 20


def test_a_table_repeats_its_head_and_keeps_its_rows_whole(document):
    asks = document.tables[2]

    assert [cell.text for cell in asks.rows[0].cells][:3] == ["Ask", "Issue", "Who says so"]
    assert asks.rows[0]._tr.trPr.find(f"{W}tblHeader") is not None
    assert all(row._tr.trPr.find(f"{W}cantSplit") is not None for row in asks.rows)


def test_a_table_without_a_head_has_none(document):
    assert document.tables[0].rows[0].cells[0].text == "When, where"
    assert document.tables[0].rows[0]._tr.trPr.find(f"{W}tblHeader") is None


def test_every_note_of_the_outline_is_a_footnote_once_in_order(data):
    body, notes = part(data, "word/document.xml"), part(data, "word/footnotes.xml")
    placed = [int(mark.get(f"{W}id")) for mark in body.iter(f"{W}footnoteReference")]
    written = [int(note.get(f"{W}id")) for note in notes.iter(f"{W}footnote")]
    expected = [note.number for note in outline(briefing()).notes]

    assert placed == expected
    assert written == [-1, 0, *expected]


def test_later_uses_refer_to_the_footnote_by_its_bookmark(data):
    body = part(data, "word/document.xml")
    marks = {mark.get(f"{W}name") for mark in body.iter(f"{W}bookmarkStart")}
    fields = [text.text for text in body.iter(f"{W}instrText")]
    named = {found[1] for text in fields if (found := re.search(r"NOTEREF (\w+)", text))}

    assert named
    assert named <= marks


def test_a_numbered_list_starts_at_one_again(document):
    numbered = [p for p in document.paragraphs if p.style.name == "List Number"]
    ids = [p._p.pPr.numPr.numId.val for p in numbered]

    assert [p.text for p in numbered][:3] == ["One", "Two", "Again"]
    assert ids[0] == ids[1]
    assert len({ids[1], ids[2], ids[3]}) == 3


def test_every_page_has_the_marking_and_the_title(document):
    section = document.sections[0]

    assert section.header.paragraphs[0].text == "UNCLASSIFIED – from public sources"
    assert section.footer.paragraphs[0].text.startswith("Briefing: Ada Holm – Bo Lind")


def test_the_files_properties_say_what_it_is(document):
    assert document.core_properties.title.startswith("Briefing: Ada Holm")
    assert document.core_properties.created.date().isoformat() == "2031-03-02"


@settings(deadline=None, max_examples=30)
@given(HOSTILE)
def test_no_words_of_a_source_break_the_document(text):
    spans = (within(courier(), "SUND"),)
    source = with_asks(ask("a", "Norvia", f"do {text}", spans, voiced_by=f"v {text}"))
    content = outline(source)

    assert docx.Document(io.BytesIO(to_docx(content, Facts.of(content), paper("a4")))).tables


def test_the_properties_of_a_table_stand_in_the_order_word_wants(document):
    order = ["tblStyle", "tblW", "jc", "tblBorders", "tblLayout", "tblCellMar", "tblLook"]
    assert document.tables
    for table in document.tables:
        found = [child.tag.removeprefix(W) for child in table._tbl.tblPr]
        assert found == sorted(found, key=order.index)
