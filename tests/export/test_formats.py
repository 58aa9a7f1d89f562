"""Every format holds the same facts, and the same content gives the same bytes."""

import csv
import io
import subprocess
import sys
from collections import Counter

import pytest

from briefing.errors import BadValue
from briefing.export import FORMATS, Style, make, profiles, read_stamp
from briefing.export.outlines.citation import citation
from briefing.export.outlines.outline import User, all_lines
from briefing.model import UserSection
from tests.export import reading
from tests.export.sample import briefing

MINE = (
    UserSection("objectives", "Open the *ports*.\n\n1. First\n2. **Second** thing\n\n| a | b |\n|---|---|\n| c | d |"),
    UserSection("if-raised-power", "We will look at it."),
)  # fmt: skip


@pytest.fixture(scope="module")
def made(qapp):
    return {
        profile: make(briefing(*MINE), FORMATS, Style(profile=profile)) for profile in profiles()
    }


def facts(content):
    """Return the words of every line, heading and footnote of an outline, the user's left out."""
    lines = [
        "".join("" if isinstance(run, User) else run.text for run in line)
        for line in all_lines(content)
        if not any(isinstance(run, User) for run in line)
    ]
    lines += [section.title for section in content.sections]
    lines += ["".join(run.text for run in citation(n, content.wording)) for n in content.notes]
    return [reading.words(line) for line in lines if line.strip()]


READERS = {
    ".md": reading.of_markdown,
    ".html": reading.of_html,
    ".json": reading.of_json,
    ".docx": reading.of_docx,
}


@pytest.mark.parametrize("end", READERS)
@pytest.mark.parametrize("profile", profiles())
def test_every_line_and_footnote_stands_in_every_format_word_for_word(made, profile, end):
    found = READERS[end](dict(made[profile].files)[end])

    assert [fact for fact in facts(made[profile].content) if fact not in found] == []


@pytest.mark.parametrize("profile", profiles())
def test_a_pdf_holds_every_word_as_often_as_the_page_does(made, profile):
    files = dict(made[profile].files)
    page, pdf = reading.of_html(files[".html"]), reading.of_pdf(files[".pdf"])

    assert Counter(page.split()) - Counter(pdf.split()) == Counter()


@pytest.mark.parametrize("end", [".md", ".html", ".docx", ".pdf", ".json"])
def test_what_the_user_wrote_stands_in_every_format(made, end):
    found = {**READERS, ".pdf": reading.of_pdf}[end](dict(made["leaders-meeting"].files)[end])

    assert " We will look at it " in found
    assert " thing " in found


def test_the_tables_hold_the_asks_people_and_issues_of_the_briefing(made):
    source = briefing()
    files = dict(made["leaders-meeting"].files)

    def column(name, key):
        text = files[f"-{name}.csv"].decode("utf-8-sig")
        return {row[key] for row in csv.DictReader(io.StringIO(text, newline=""))}

    assert column("people", "name") == {person.name for person in source.records.people}
    assert column("issues", "issue") == {issue.label for issue in source.records.issues}
    assert column("asks", "ask") == {
        ask.text for ask in source.records.asks if ask.band != "candidate"
    }


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_briefing_gives_the_same_bytes_in_every_format(made, name):
    again = make(briefing(*MINE), (name,), Style()).files

    assert set(again) <= set(made["leaders-meeting"].files)


def test_the_bytes_of_a_pdf_and_a_word_document_are_the_same_in_another_process(tmp_path, made):
    code = (
        "import sys; from briefing.export import Style, make; from tests.export.sample import briefing;"
        "files = make(briefing(), ('pdf', 'docx'), Style()).files;"
        "[open(sys.argv[1] + end, 'wb').write(data) for end, data in files]"
    )
    for name in ("one", "two"):
        subprocess.run([sys.executable, "-c", code, str(tmp_path / name)], check=True)

    for end in (".pdf", ".docx"):
        assert (tmp_path / f"one{end}").read_bytes() == (tmp_path / f"two{end}").read_bytes()


@pytest.mark.parametrize("end", [".md", ".html", ".json", ".pdf", ".docx"])
def test_a_file_says_which_library_it_is_of_and_when_it_was_prepared(made, end):
    found = read_stamp(dict(made["leaders-meeting"].files)[end], end)

    assert (found.library, found.prepared) == ("0b5c", "2031-03-02")


@pytest.mark.parametrize("end", [".md", ".html", ".json", ".pdf", ".docx"])
def test_any_other_file_has_no_stamp(end):
    assert read_stamp(b"Some words.", end).library == ""


def test_a_format_that_is_not_known_is_named():
    with pytest.raises(BadValue, match="“wordperfect”"):
        make(briefing(), ("wordperfect",), Style())


def test_markdown_is_made_without_loading_qt_or_the_word_library():
    code = (
        "import sys; from briefing.export import Style, make; from tests.export.sample import briefing;"
        "make(briefing(), ('md', 'html', 'json', 'csv'), Style());"
        "print([m for m in ('PySide6', 'docx', 'spacy') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"
