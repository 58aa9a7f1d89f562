"""The soak in short: each kind a few times, so that the long form (`make soak`) always runs."""

import random
import shutil
import sys

import pytest

from tests.soak import crowd, damage, hours, kills, readers

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
    figures = readers.Figures()
    readers._one(tmp_path / "md", ".md", 1, figures)

    assert figures.cases > 10
    assert figures.bad == 0, figures
