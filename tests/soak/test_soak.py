"""The soak in short: each kind a few times, so that the long form (`make soak`) always runs."""

import random
import shutil
import sys

import pytest

from briefing.search import Index
from tests.soak import crowd, damage, formats, hours, kills, searching

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="forks and kills by signal"),
    pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning"),
]


@pytest.mark.parametrize("kind", kills.KINDS)
def test_what_was_acknowledged_outlives_a_kill_at_any_moment(kind, tmp_path):
    figures = kills.run(kind, tmp_path, 4, random.Random(kind))

    assert figures.kills == 4
    assert figures.bad == 0, figures


def test_a_damaged_library_is_noticed_and_made_whole(tmp_path):
    figures = damage.libraries(tmp_path, 5, random.Random(2))

    assert figures.noticed >= 3
    assert figures.bad == 0, figures


def test_a_damaged_index_is_noticed_and_answers_as_a_new_one(tmp_path):
    figures = damage.indexes(tmp_path, 10, random.Random(3))

    assert figures.noticed >= 8
    assert figures.bad == 0, figures


def test_two_processes_import_at_once_and_lose_nothing(tmp_path):
    figures = crowd.two_processes(tmp_path, 8, random.Random(4))

    assert figures.bad == 0, figures


def test_a_disk_full_at_any_size_loses_nothing_and_is_named(tmp_path):
    figures = crowd.full_disk(tmp_path, 5, random.Random(5))

    assert figures.bad == 0, figures


@pytest.mark.skipif(not shutil.which("unshare"), reason="needs a file system of its own")
def test_a_full_file_system_is_read_on_and_after_making_room_written_on(tmp_path):
    figures = crowd.small_disk(tmp_path, 1, random.Random(6))

    assert figures.bad == 0, figures


def test_an_hour_in_a_second_does_not_grow(tmp_path):
    figures = hours.memory(tmp_path, 0.05, random.Random(7))

    assert "turns" in str(figures)


def test_damaged_files_are_given_to_a_reader_until_time_is_up(tmp_path):
    figures = formats.Figures()
    formats._one(tmp_path / "md", ".md", 1, figures)

    assert figures.cases > 10
    assert figures.bad == 0, figures


@pytest.mark.parametrize("kind", [searching.threads, searching.processes])
def test_readers_beside_a_writer_see_one_commit_each(kind, tmp_path):
    figures = kind(tmp_path, 0.04, random.Random(8), articles=150)

    assert figures.searches > 10
    assert figures.commits > 3
    assert figures.bad == 0, figures


def test_readers_notice_an_article_that_should_be_gone(tmp_path, monkeypatch):
    update = Index.update
    monkeypatch.setattr(Index, "update", lambda self, some, gone, at: update(self, some, [], at))

    assert searching.threads(tmp_path, 0.03, random.Random(9), articles=150).bad > 0
