"""Paper: A4 or Letter, as chosen, as set, or as usual where the program runs; one page where it
must be."""

import io
import zipfile

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QTextDocument

from briefing.errors import BadValue
from briefing.export import Style, make
from briefing.export.renderers.paper import paper, usual
from briefing.export.renderers.pdf_flow import Page, settle, top_of
from briefing.model import UserSection
from tests.export.sample import briefing, courier, with_asks
from tests.export.values import ask, within

SIZES = {"a4": (595, 842), "letter": (612, 792)}


def pdf_of(source, **style):
    (file,) = make(source, ("pdf",), Style(**style)).files
    return PdfReader(io.BytesIO(file[1]))


def crowded(number):
    """Return a briefing whose tables are full of long asks."""
    spans = (within(courier(), "SUND"),)
    words = "open every port of the northern coast to trawlers that hold a licence of the council "
    many = [
        ask(
            f"{side}{n}",
            side,
            f"{words * 2}in year {n}",
            spans,
            voiced_by="a person close to the talks",
        )
        for n in range(number)
        for side in ("Norvia", "Esteria")
    ]
    points = "\n".join(f"- Point {n}: say this, and no more than this." for n in range(6))
    return with_asks(*many, user_sections=(UserSection("points", points),))


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", SIZES)
def test_a_pdf_has_the_paper_of_its_style(name):
    box = pdf_of(briefing(), paper=name).pages[0].mediabox

    assert (round(box.width), round(box.height)) == SIZES[name]


@pytest.mark.parametrize(("name", "width"), [("a4", "11906"), ("letter", "12240")])
def test_a_word_document_has_the_paper_of_its_style(name, width):
    (file,) = make(briefing(), ("docx",), Style(paper=name)).files
    with zipfile.ZipFile(io.BytesIO(file[1])) as archive:
        assert f'w:w="{width}"' in archive.read("word/document.xml").decode()


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("en_CA.UTF-8", "letter"),
        ("fr_CA.UTF-8", "letter"),
        ("en_US", "letter"),
        ("en_GB.UTF-8", "a4"),
        ("de_DE", "a4"),
        ("C", "a4"),
    ],
)
def test_the_usual_paper_follows_the_region(monkeypatch, told, name):
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.setenv("LC_PAPER", told)

    assert usual() == name
    assert paper().name == name
    assert paper("a4").name == "a4"


def test_a_paper_there_is_not_is_refused():
    with pytest.raises(BadValue, match="no paper 'a5'"):
        paper("a5")


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", SIZES)
@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("number", [1, 3, 9])
def test_the_body_of_a_one_pager_stands_on_one_page(name, language, number):
    pdf = pdf_of(crowded(number), profile="one-pager", language=language, paper=name)
    annex = "Annex" if language == "en" else "Annexe"

    assert "Point 5" in pdf.pages[0].extract_text()
    assert f"{annex} A. Sources" in pdf.pages[1].extract_text()


@pytest.mark.usefixtures("qapp")
def test_annexes_begin_on_a_page_of_their_own():
    pdf = pdf_of(briefing())
    begun = next(p.extract_text() for p in pdf.pages if "Annex A. Biographies" in p.extract_text())

    assert "12. Caveats" not in begun


@pytest.mark.usefixtures("qapp")
def test_no_short_paragraph_is_torn_by_the_end_of_a_page():
    """Each long bullet ends with a word of its own; both ends stand on the same page."""
    spans = (within(courier(), "SUND"),)
    long = "trade in every kind of fish and oil and timber and machinery with all the coasts "
    many = [
        ask(f"a{n}", "Norvia", f"start{n} {long * 2}end{n}", spans, status="edited")
        for n in range(60)
    ]
    pages = [" ".join(p.extract_text().split()) for p in pdf_of(with_asks(*many)).pages]

    torn = [n for n in range(6, 60) if not any(f"end{n} " in p and f"tart{n} " in p for p in pages)]
    assert torn == []
    words = " ".join(pages).split()
    once = ["1998”.", "Este.", "findings."]  # of lines at the end of sections
    assert [word for word in once if words.count(word) != 1] == []
    told = [word for word in words if word.startswith("end")]
    assert sorted(told) == sorted(f"end{n}" for n in range(60))


def test_the_notes_of_a_one_pager_in_word_stand_at_its_end():
    (file,) = make(briefing(), ("docx",), Style(profile="one-pager")).files
    with zipfile.ZipFile(io.BytesIO(file[1])) as archive:
        names = archive.namelist()
        document = archive.read("word/document.xml").decode()

    assert "word/endnotes.xml" in names
    assert "word/footnotes.xml" not in names
    assert '<w:endnotePr><w:numFmt w:val="decimal"/></w:endnotePr>' in document
    assert "w:endnoteReference" in document


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("lines", range(7, 13))
def test_no_row_is_cut_and_no_head_of_a_table_stands_alone(lines):
    """Whatever stands above it, a table begins with its heading, its head and its first row."""
    spans = (within(courier(), "SUND"),)
    words = "open every port of the northern coast to trawlers that hold a licence "
    many = [
        ask(f"a{n}", "Norvia", f"start{n} {words * 2}end{n}", spans, status="edited")
        for n in range(6)
    ]
    own = UserSection("objectives", "\n\n".join(f"Line {n}." for n in range(lines)))
    pages = [
        " ".join(page.extract_text().split())
        for page in pdf_of(with_asks(*many, user_sections=(own,))).pages
    ]
    there = next(page for page in pages if "5. What we ask of them" in page)

    assert "tart0 " in there
    assert "end0" in there
    assert [
        n for n in range(6) if not any(f"tart{n} " in p and f"end{n}" in p for p in pages)
    ] == []


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("lines", range(1, 40))
def test_headings_one_after_another_stay_with_the_table_they_head(lines):
    """However far down the page they come, none of them is left at its foot."""
    document = QTextDocument()
    document.setPageSize(QSizeF(400, 500))
    above = "".join(f"<p>Line {n}.</p>" for n in range(lines))
    rows = "<tr><th>Ask</th></tr><tr><td>Open the northern ports.</td></tr>"
    document.setHtml(f"{above}<h2>4. Asks</h2><p><b>What we ask:</b></p><table>{rows}</table>")
    settle(document, Page(400, 500, 0, 0), "Annex")

    tops = [
        int(top_of(document, document.find(words).block()) // 500)
        for words in ("4. Asks", "What we ask", "Open the")
    ]
    assert len(set(tops)) == 1
