import datetime as dt

import pytest

from briefing.errors import NotFound
from briefing.progress import Cancelled
from tests.helpers import findings as made

MAY = dt.date(2031, 5, 1)
TEXT = "Ada Holm wants the salmon quota raised.\nBen Roy wants visas eased."
OTHER = "Ada Holm and Ben Roy meet again.\nTheir talks go on."


class CancelsAt:
    def __init__(self, number: int) -> None:
        self.number = number

    def step(self, done, total, what=""):
        if done == self.number:
            raise Cancelled


def test_an_imported_file_is_an_article_with_its_text_and_original(workspace, write):
    path = write("a.txt", TEXT)

    report = workspace.import_paths([path], published=MAY)

    article = workspace.article(report.imported[0].article)
    assert article.text == TEXT
    assert article.published == MAY
    assert workspace.library.original(article.sha256) == path.read_bytes()


def test_the_same_bytes_again_are_refused_with_a_pointer_to_the_article(workspace, write):
    first = workspace.import_paths([write("a.txt", TEXT)])

    again = workspace.import_paths([write("b.txt", TEXT)])

    assert again.imported == ()
    assert again.duplicates[0].article == first.imported[0].article


def test_one_bad_file_never_stops_the_rest(workspace, write):
    paths = [write("empty.txt", ""), write("a.txt", TEXT)]

    report = workspace.import_paths(paths)

    assert len(report.imported) == 1
    assert "empty.txt" in report.failed[0].reason


def test_a_file_that_is_not_there_is_reported_by_name(workspace, tmp_path):
    report = workspace.import_paths([tmp_path / "gone.txt"])

    assert "gone.txt" in report.failed[0].reason


def test_an_article_without_any_date_is_asked_about(workspace, write):
    report = workspace.import_paths([write("a.txt", TEXT)])

    assert report.needs_date == report.imported


def test_a_cancelled_import_keeps_the_articles_already_read(workspace, write):
    paths = [write("a.txt", TEXT), write("b.txt", OTHER)]

    report = workspace.import_paths(paths, progress=CancelsAt(1))

    assert report.cancelled
    assert [line.id for line in workspace.overview().articles] == [report.imported[0].article]


def test_two_articles_of_one_meeting_come_together(workspace, extraction, write):
    extraction.find = lambda *_: made.findings(meetings=(made.meeting(),))

    workspace.import_paths([write("a.txt", TEXT), write("b.txt", OTHER)], published=MAY)

    (meeting,) = workspace.overview().meetings
    assert len(meeting.articles) == 2
    assert meeting.title == "Holm – Roy"
    assert meeting.date == made.DAY


def test_an_article_imported_into_a_meeting_is_read_with_its_sides(workspace, extraction, write):
    workspace.new_meeting(sides=["Norland", "Westmark"])
    (meeting,) = workspace.overview().meetings

    report = workspace.import_paths([write("a.txt", TEXT)], meeting=meeting.id)

    assert extraction.asked_with == [("Norland", "Westmark")]
    assert workspace.article(report.imported[0].article).meetings == (meeting.id,)


def test_importing_into_a_meeting_that_is_not_there_is_refused(workspace, write):
    with pytest.raises(NotFound):
        workspace.import_paths([write("a.txt", TEXT)], meeting=99)


def test_an_import_can_be_undone_and_done_again(workspace, extraction, write):
    extraction.find = lambda *_: made.findings(meetings=(made.meeting(),))
    workspace.import_paths([write("a.txt", TEXT)], published=MAY)

    workspace.undo()
    after_undo = workspace.overview()
    workspace.redo()

    assert (after_undo.articles, after_undo.meetings) == ((), ())
    assert len(workspace.overview().articles) == 1
    assert len(workspace.overview().meetings) == 1


def test_what_was_imported_is_found_by_search_at_once(workspace, write):
    workspace.import_paths([write("a.txt", TEXT)])

    assert workspace.search("salmon").total == 1


def test_a_pasted_text_is_an_article(workspace):
    report = workspace.import_text(
        "The towns met at the bridge and talked of the toll.", title="Toll"
    )
    article = workspace.article(report.imported[0].article)
    assert (article.title, article.kind) == ("Toll", "text")


def test_a_pasted_blank_is_refused_in_a_sentence(workspace):
    report = workspace.import_text("  \n ")
    assert "no text" in report.failed[0].reason
    assert report.retry == ()


def test_a_pasted_web_page_is_read_as_a_page(workspace):
    words = "The towns met at the bridge and talked of the toll for a whole day. " * 6
    report = workspace.import_text(
        f"<!doctype html><html><body><article><h1>Toll talks begin at bridge</h1><p>{words}</p></article></body></html>"
    )
    assert report.imported[0].title == "Toll talks begin at bridge"


def test_a_bad_file_in_an_archive_is_told_and_the_rest_imported(workspace, tmp_path):
    import zipfile

    path = tmp_path / "week.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("good.txt", "The towns met at the bridge and talked of the toll.")
        archive.writestr("bad.pdf", "no such thing")
    report = workspace.import_paths([path])
    assert len(report.imported) == 1
    assert report.failed[0].path.endswith("week.zip, bad.pdf")
    assert report.retry == (path,)
