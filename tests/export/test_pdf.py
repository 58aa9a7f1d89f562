"""The PDF: text that can be searched, bookmarks, links, running heads; made with or without a
window."""

import io
import subprocess
import sys
from dataclasses import replace

import pytest
from pypdf import PdfReader

from briefing.export import Style, Templates, make
from briefing.model import UserSection
from tests.export.sample import briefing, courier, with_asks
from tests.export.values import ask, within

# Qt allows one application in a process; that of a window serves the tests of windows as well.
pytestmark = pytest.mark.usefixtures("qapp")


def read(source, **style):
    (file,) = make(source, ("pdf",), Style(**style)).files
    return PdfReader(io.BytesIO(file[1]))


@pytest.fixture(scope="module")
def pdf(qapp):
    return read(briefing(UserSection("marking", "**CONFIDENTIAL** – draft")))


def text_of(pdf):
    return "\n".join(page.extract_text() for page in pdf.pages)


def test_no_letters_are_joined_into_one_sign():
    spans = (within(courier(), "SUND"),)
    text = text_of(read(with_asks(ask("a", "Norvia", "fix the official traffic flow", spans))))

    assert "ix the official traffic flow" in text
    assert not set(text) & set("ﬀﬁﬂﬃﬄ")


def test_every_heading_is_a_bookmark_that_leads_to_its_page(pdf):
    (title, sections) = pdf.outline
    names = [item.title for item in sections]

    assert title.title == "Briefing: Ada Holm – Bo Lind, Sund, 3 March 2031"
    assert names[0] == "1. At a glance"
    assert names[-2:] == ["Annex D. Sources", "Notes"]
    for item in sections:
        page = pdf.pages[pdf.get_destination_page_number(item)]
        assert item.title in page.extract_text()


def test_every_page_has_the_marking_the_title_and_its_number(pdf):
    assert len(pdf.pages) > 1
    for number, page in enumerate(pdf.pages, 1):
        text = page.extract_text()
        assert "CONFIDENTIAL – draft" in text
        assert "Briefing: Ada Holm – Bo Lind, Sund, 3 March 2031" in text
        assert f"{number} / {len(pdf.pages)}" in text


def test_every_footnote_number_is_a_link_to_its_note(pdf):
    links = [note.get_object() for page in pdf.pages for note in page.get("/Annots", [])]
    places = pdf.named_destinations
    notes = {str(link["/Dest"]) for link in links}

    assert len(links) > 20
    assert {f"fn:{number}" for number in range(1, 13)} == notes
    assert notes <= set(places)
    assert pdf.get_destination_page_number(places["fn:12"]) == len(pdf.pages) - 1


def test_the_file_says_its_title_language_and_date(pdf):
    assert pdf.metadata.title == "Briefing: Ada Holm – Bo Lind, Sund, 3 March 2031"
    assert pdf.metadata.creation_date.date().isoformat() == "2031-03-02"
    assert pdf.trailer["/Root"]["/Lang"] == "en"


def test_the_fonts_are_inside_the_file(pdf):
    fonts = [
        font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
        for page in pdf.pages
        for font in page["/Resources"]["/Font"].values()
    ]

    assert fonts
    assert all("/FontFile2" in font and "+NotoSerif" in font["/FontName"] for font in fonts)


def test_a_heading_stands_on_the_page_of_what_it_heads():
    spans = (within(courier(), "SUND"),)
    many = [ask(f"{n}", "Norvia", f"thing number {n} " * 9, spans) for n in range(40)]
    pdf = read(with_asks(*many))

    assert len(pdf.pages) > 1
    for page in pdf.pages:
        lines = [line for line in page.extract_text().splitlines() if line.strip()]
        body = [line for line in lines if "/ " not in line and not line.startswith("Briefing:")]
        assert not body[-1].startswith(("Annex ", "12. Caveats", "9. If raised"))


def test_a_briefing_without_a_date_of_preparation_is_made_all_the_same():
    assert read(replace(briefing(), prepared="")).metadata.title


def test_no_window_system_is_needed():
    code = (
        "import os; os.environ.pop('QT_QPA_PLATFORM', None); os.environ.pop('DISPLAY', None);"
        "from briefing.export import Style, Templates, make; from tests.export.sample import briefing;"
        "print(len(make(briefing(), ('pdf',), Style()).files[0][1]) > 1000)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "True"


def test_a_window_that_is_open_goes_on(qapp):
    read(briefing())
    read(briefing())

    assert qapp.instance() is qapp


def test_a_row_of_a_table_is_not_cut_by_the_end_of_a_page():
    spans = (within(courier(), "SUND"),)
    long = "thing in all its length and breadth, " * 4
    many = [ask(f"{n}", "Norvia", f"start{n} {long} end{n}", spans) for n in range(30)]
    plan = Templates().plan("leaders-meeting")
    limits = {**plan.limits, "asks": 30}

    class Long(Templates):
        def plan(self, name):
            return replace(plan, limits=limits)

    (file,) = make(with_asks(*many), ("pdf",), Style(), templates=Long()).files
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(file[1])).pages]

    for n in range(30):
        assert any(f"tart{n} " in page and f"end{n}" in page for page in pages)
