"""Window and command line share the search index: one works at it, the other leaves it the
queue."""

import pytest

from briefing.errors import BriefingError
from briefing.search import storing
from tests.soak.desk import desk, file_of, filled


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "library"
    filled(folder, 3)
    return folder


@pytest.fixture(autouse=True)
def impatient(monkeypatch):
    monkeypatch.setattr(storing, "_PATIENCE", 0.0)


def test_an_import_beside_another_that_indexes_is_kept_and_left_to_that_one(folder):
    with desk(folder) as one, desk(folder) as other:
        with one.searching.index.turn() as mine:
            assert mine
            report = other.import_paths([file_of(folder.parent / "in", 9)])
            assert report.imported
            assert other.index_state() == "behind"

        one.catch_up_index()

        assert other.index_state() == "ready"
        assert other.search("9.txt OR timber").total >= 4


def test_a_rebuild_beside_another_that_indexes_is_refused_in_a_sentence(folder):
    with (
        desk(folder) as one,
        desk(folder) as other,
        one.searching.index.turn(),
        pytest.raises(BriefingError, match="Another window or command"),
    ):
        other.rebuild_index()


def test_who_waited_does_not_put_older_entries_in_place_of_newer(folder):
    with desk(folder) as one, desk(folder) as other:
        one.set_article(1, outlet="Old Herald")
        other.set_article(1, outlet="New Gazette")
        one.catch_up_index()

        assert one.search("source:Gazette").total >= 1
        assert one.index_state() == "ready"


def test_an_index_put_back_from_elsewhere_is_made_anew(folder, tmp_path):
    import shutil

    shutil.copytree(folder / "index", tmp_path / "older")
    with desk(folder) as workspace:
        workspace.set_article(1, outlet="New Gazette")
    shutil.rmtree(folder / "index")
    shutil.copytree(tmp_path / "older", folder / "index")

    with desk(folder) as workspace:
        assert workspace.index_state() == "behind"
        workspace.catch_up_index()
        assert workspace.index_state() == "ready"
        assert workspace.search("source:Gazette").total >= 1


def test_what_was_queued_and_never_indexed_is_caught_up_at_the_next_start(folder):
    with desk(folder) as workspace, workspace.library.aside() as session:
        generation = workspace.library.generation()
        session.queue.add([1])
    with desk(folder) as workspace:
        assert workspace.library.generation() > generation
        assert workspace.index_state() == "behind"
        workspace.catch_up_index()
        assert workspace.index_state() == "ready"


def test_many_small_changes_leave_few_segments(folder):
    with desk(folder) as workspace:
        for number in range(40):
            workspace.set_article(1, outlet=f"Outlet {number}")
        assert len(list((folder / "index").rglob("*"))) < 30
        assert workspace.index_state() == "ready"
    assert len(list((folder / "index").rglob("*"))) < 16


def test_an_index_that_cannot_be_tidied_is_closed_all_the_same(folder, monkeypatch, caplog):
    def full():
        raise BriefingError("The disk is full.")

    caplog.set_level("INFO", logger="briefing")
    with desk(folder) as workspace:
        monkeypatch.setattr(workspace.searching.index, "tidy", full)
        workspace.set_article(1, outlet="Gazette")

    assert "not tidied" in caplog.text
