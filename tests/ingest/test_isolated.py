"""Reading in a child process: what goes wrong in there stays in there."""

import os
import signal
import sys
import time

import pytest

from briefing import itself
from briefing.errors import UnreadableFile
from briefing.ingest import IsolatedReader, Limits, read_articles, read_file
from briefing.ingest.isolation import isolated
from briefing.ingest.isolation.frames import BadFrame, Frame, article_of, of_article, part_of
from briefing.ingest.reading import articles_of
from briefing.progress import Cancelled
from tests.ingest.making import zipped

WORDS = "The ministers of both towns will look at the bridge again before the winter comes.\n"


@pytest.fixture
def reader():
    with IsolatedReader() as reader:
        yield reader


def test_a_child_reads_what_the_process_itself_reads(reader, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(f"A bridge for two towns\n\n{WORDS * 9}", encoding="utf-8")
    assert read_file(path, reader.articles_of) == read_file(path)


def test_one_child_reads_many_files(reader):
    list(reader.articles_of(WORDS.encode(), "a.txt", ".txt"))
    first = reader._child._process.pid
    with pytest.raises(UnreadableFile, match="empty"):
        list(reader.articles_of(b"", "b.txt", ".txt"))
    list(reader.articles_of(WORDS.encode(), "c.txt", ".txt"))
    assert reader._child._process.pid == first


def test_an_archive_is_read_through_the_child(reader, tmp_path):
    path = tmp_path / "a.zip"
    path.write_bytes(zipped({"b/one.txt": WORDS, "two.txt": WORDS * 2, "x.png": "no"}))
    found = list(read_articles(path, reader.articles_of))
    assert [item.path.split(", ")[1] for item in found] == ["b/one.txt", "two.txt"]


def child_that(code, monkeypatch):
    """Put a child of these lines in the place of the real one."""
    start = "import sys, time; from briefing.ingest.isolation.frames import *; out = sys.stdout.buffer; write_frame(out, {'ready': True}); read_frame(sys.stdin.buffer, 10**6)\n"
    monkeypatch.setattr(isolated, "_command", lambda: [sys.executable, "-c", start + code])


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("time.sleep(60)", "took longer than"),
        ("while True: pass", "took longer than"),
        ("import os; os.abort()", "stopped in the middle"),
        ("sys.exit(0)", "stopped in the middle"),
        ("out.write(b'no frame at all'); out.flush(); time.sleep(60)", "stopped in the middle"),
        ("write_frame(out, {'article': {'text': 7}}); time.sleep(60)", "stopped in the middle"),
        ("write_frame(out, {'part': ['a', '.txt', '']}, bytes(3_000_000))", "stopped in the mid"),
        ("[write_frame(out, {'part': ['a', '.txt', '']}, bytes(900_000)) for _ in range(9)]", "more than an import"),
        ("[write_frame(out, {'part': ['a', '.txt', '']}) for _ in range(99)]", "more than 20 articles"),
        ("write_frame(out, {'memory': True})", "more memory"),
        ("write_frame(out, {'failed': 'KeyError: 3'})", "failed on what is in it"),
    ],
)  # fmt: skip
def test_a_child_gone_wrong_costs_one_file(code, reason, monkeypatch):
    limits = Limits(seconds=0.4, output=2_000_000, articles=20)
    with IsolatedReader(limits) as reader:
        with monkeypatch.context() as patch:
            child_that(code, patch)
            with pytest.raises(UnreadableFile, match=reason):
                list(reader.articles_of(b"x", "bad.txt", ".txt"))
        reader.limits = Limits()
        reader.close()
        assert len(list(reader.articles_of(WORDS.encode(), "good.txt", ".txt"))) == 1


def test_a_cancel_ends_a_hanging_child_within_a_second(monkeypatch):
    looked = []

    def check():
        looked.append(1)
        if len(looked) > 2:
            raise Cancelled

    with IsolatedReader(check=check) as reader:
        child_that("time.sleep(60)", monkeypatch)
        began = time.monotonic()
        with pytest.raises(Cancelled):
            list(reader.articles_of(b"x", "slow.txt", ".txt"))
        child = reader._child
        assert time.monotonic() - began < 5
        assert child is None


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal here")
def test_a_child_killed_from_outside_is_replaced(reader):
    list(reader.articles_of(WORDS.encode(), "a.txt", ".txt"))
    os.kill(reader._child._process.pid, signal.SIGKILL)
    with pytest.raises(UnreadableFile, match="stopped in the middle"):
        list(reader.articles_of(WORDS.encode(), "b.txt", ".txt"))
    assert len(list(reader.articles_of(WORDS.encode(), "c.txt", ".txt"))) == 1


def test_a_reader_that_fails_is_told_by_kind_and_line_and_the_next_file_is_read(monkeypatch):
    from io import BytesIO

    from briefing.ingest import reading
    from briefing.ingest.isolation import child
    from briefing.ingest.isolation.frames import read_frame

    def broken(data, name, suffix):
        raise KeyError("words of the article")

    monkeypatch.setattr(reading, "articles_of", broken)
    answers = BytesIO()
    assert child._answer(Frame({"name": "a", "suffix": ".txt"}, b"x"), answers)
    told = read_frame(BytesIO(answers.getvalue()), 10_000).head["failed"]
    assert told.startswith("KeyError in test_isolated.py, line")
    assert "words" not in told


def test_a_reader_out_of_memory_ends_its_process(monkeypatch):
    from io import BytesIO

    from briefing.ingest import reading
    from briefing.ingest.isolation import child

    def greedy(data, name, suffix):
        raise MemoryError

    monkeypatch.setattr(reading, "articles_of", greedy)
    assert not child._answer(Frame({"name": "a", "suffix": ".txt"}, b"x"), BytesIO())


CONFINED = """
import sys
from briefing.ingest.isolation.confining import confine
confine()
try:
    {code}
except OSError as error:
    sys.exit(7)
except MemoryError:
    sys.exit(8)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")
@pytest.mark.parametrize(
    ("code", "left"),
    [
        ("open('/etc/passwd').read()", 7),
        ("open('made-by-a-reader', 'w')", 7),
        ("import socket; socket.socket()", 7),
        ("import subprocess; subprocess.run(['true'])", 7),
        ("import os; os.system('true')", 7),
        ("import os; os.remove('anything')", 7),
        ("bytes(600 * 1024 * 1024)", 8),
        ("import email.mime.text, html.parser", 0),
    ],
)
def test_a_confined_process_can_only_read_the_program(code, left, tmp_path):
    import subprocess

    done = subprocess.run(
        [sys.executable, "-c", CONFINED.format(code=code)],
        cwd=tmp_path,
        env=itself.environment(),
        check=False,
    )
    assert done.returncode == left
    assert list(tmp_path.iterdir()) == []


def test_an_article_goes_through_a_frame_and_back():
    (article,) = articles_of(WORDS.encode(), "a.txt", ".txt")
    assert article_of(Frame(of_article(article)), article.original) == article


@pytest.mark.parametrize(
    "change",
    [
        {"hidden": [[0, 10_000, "x"]]}, {"hidden": [[5, 2, "x"]]}, {"hidden": [["0", 1, "x"]]}, {"hidden": None},
        {"title": ["a"]}, {"title": [1, 2]}, {"text": 3}, {"text": "\ud800"},
    ],
)  # fmt: skip
def test_an_article_with_a_wrong_value_is_not_believed(change):
    (article,) = articles_of(WORDS.encode(), "a.txt", ".txt")
    told = of_article(article)["article"] | change
    with pytest.raises(BadFrame):
        article_of(Frame({"article": told}), b"")


def test_a_part_without_a_name_is_not_believed():
    with pytest.raises(BadFrame):
        part_of(Frame({"part": ["a"]}))
