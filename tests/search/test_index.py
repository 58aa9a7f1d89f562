import errno
import stat
import sys
from pathlib import Path

import pytest
from whoosh.writing import SegmentWriter

from briefing.errors import BriefingError, LibraryError, StorageFull
from briefing.model import Page
from briefing.progress import Cancelled
from briefing.search import Index, Searcher
from briefing.search.installation import check_installation, installed
from briefing.search.readers import NotReady
from briefing.search.storing import Lock
from tests.search.making import IDENTITY, TEXTS, article, documents


def found(index, query, texts=TEXTS):
    articles = {n: article(n, text) for n, text in enumerate(texts, 1)}
    result = Searcher(index, lambda ids: {n: Page.of(articles[n]) for n in ids}).search(query)
    return sorted(hit.article for hit in result.hits)


def test_no_folder_is_a_missing_index_and_makes_none(index, tmp_path):
    assert index.state(1) == "missing"
    assert not (tmp_path / "index").exists()


def test_a_built_index_is_ready_for_its_generation_and_behind_a_later_one(index):
    index.rebuild(documents(*TEXTS), 5)

    assert [index.state(n) for n in (5, 6, 4)] == ["ready", "behind", "damaged"]


def test_an_index_without_articles_is_an_index(index):
    index.rebuild([], 0)

    assert index.state(0) == "ready"


def test_only_the_user_may_look_into_the_folder(index, tmp_path):
    index.rebuild(documents(*TEXTS), 1)

    for folder in [tmp_path / "index", *(p for p in (tmp_path / "index").iterdir() if p.is_dir())]:
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_an_update_replaces_adds_and_removes(index):
    index.rebuild(documents(*TEXTS), 1)
    index.update([*documents("Ports are shut."), *documents("Ferries race.", first=4)], [2], 2)

    assert index.state(2) == "ready"
    assert found(index, "ferries ", ("Ports are shut.", "", "", "Ferries race.")) == [4]
    assert found(index, "ports ", ("Ports are shut.", "", TEXTS[2])) == [1, 3]


def test_an_update_of_nothing_only_notes_the_generation(index):
    index.rebuild(documents(*TEXTS), 1)
    index.update([], [], 2)

    assert index.state(2) == "ready"
    assert found(index, "ferries ") == [1, 2]


def test_many_updates_keep_the_index_sound(index):
    index.rebuild([], 0)
    for n in range(1, 25):
        index.update(documents(f"Ferry number {n}.", first=n), [n - 5] if n > 5 else [], n)

    assert index.state(24) == "ready"
    assert len(found(index, "ferry ", ["Ferry."] * 24)) == 5


@pytest.mark.skipif(sys.platform != "linux", reason="counts what is mapped in /proc")
def test_who_only_writes_keeps_no_segment_open_that_is_gone(index, tmp_path):
    index.rebuild([], 0)
    for n in range(1, 40):
        index.update(documents(f"Ferry number {n}.", first=n % 3), [], n)

    maps = Path("/proc/self/maps").read_text("utf-8").splitlines()
    open_ = [line for line in maps if str(tmp_path) in line]
    assert len(open_) <= 3
    assert not [line for line in open_ if "(deleted)" in line]


def test_a_failed_update_changes_nothing_and_is_raised(index):
    index.rebuild(documents(*TEXTS), 1)

    def failing():
        yield from documents("Ferries sink.", first=9)
        raise RuntimeError("no more")

    with pytest.raises(RuntimeError):
        index.update(failing(), [1], 2)

    assert index.state(1) == "ready"
    assert found(index, "ferries ") == [1, 2]
    index.update([], [1], 2)
    assert found(index, "ferries ") == [2]


def test_an_update_of_a_missing_index_asks_for_a_rebuild(index):
    with pytest.raises(NotReady, match="rebuilt"):
        index.update(documents(*TEXTS), [], 1)


def test_a_cancelled_rebuild_leaves_the_former_index(index, tmp_path):
    index.rebuild(documents(*TEXTS), 1)

    class Stop:
        def step(self, done, total, what=""):
            if done == 1:
                raise Cancelled

    with pytest.raises(Cancelled):
        index.rebuild(documents("Other.", "Others."), 2, Stop())

    assert index.state(1) == "ready"
    assert found(index, "ferries ") == [1, 2]
    assert len([p for p in (tmp_path / "index").iterdir() if p.is_dir()]) == 1


def test_a_rebuild_reports_each_article(index):
    steps = []

    class Note:
        def step(self, done, total, what=""):
            steps.append((done, total, what))

    index.rebuild(documents(*TEXTS), 1, Note(), total=3)

    assert [step[:2] for step in steps] == [(0, 3), (1, 3), (2, 3)]
    assert steps[0][2] == "Ferries sail."


def test_what_a_killed_rebuild_left_is_swept(index, tmp_path):
    index.rebuild(documents(*TEXTS), 1)
    (tmp_path / "index" / "whoosh-left").mkdir()
    index.rebuild(documents(*TEXTS), 2)

    assert not (tmp_path / "index" / "whoosh-left").exists()


@pytest.mark.parametrize(
    "error", [OSError(errno.ENOSPC, "No space left"), OSError(errno.EFBIG, "File too large")]
)
def test_a_full_disk_is_named_and_the_index_still_answers(index, monkeypatch, error):
    index.rebuild(documents(*TEXTS), 1)

    def full(*args, **kwargs):
        raise error

    monkeypatch.setattr(SegmentWriter, "commit", full)
    with pytest.raises(StorageFull, match="disk is full"):
        index.update(documents("Ferries sink.", first=9), [], 2)

    assert found(index, "ferries ") == [1, 2]


def test_a_full_disk_that_breaks_the_cancel_too_is_told_as_the_first_error(
    index, monkeypatch, caplog
):
    index.rebuild(documents(*TEXTS), 1)

    def full(*args, **kwargs):
        raise OSError(errno.ENOSPC, "No space left")

    whole = SegmentWriter.cancel

    def half(writer):
        whole(writer)
        full()

    with monkeypatch.context() as broken:
        broken.setattr(SegmentWriter, "commit", full)
        broken.setattr(SegmentWriter, "cancel", half)
        with pytest.raises(StorageFull):
            index.update(documents("Ferries sink.", first=9), [], 2)
    assert "failed" in caplog.text


def test_another_error_of_the_disk_is_a_sentence(index, monkeypatch):
    def refuse(*args, **kwargs):
        raise OSError(errno.EACCES, "Permission denied")

    monkeypatch.setattr("briefing.search.manifest.write", refuse)
    with pytest.raises(LibraryError, match="cannot be written"):
        index.rebuild(documents(*TEXTS), 1)

    assert index.state(1) == "missing"


def test_a_lock_held_by_another_process_is_a_sentence(index, tmp_path, monkeypatch):
    index.rebuild(documents(*TEXTS), 1)
    monkeypatch.setattr("briefing.search.storing._PATIENCE", 0.0)
    with Lock(tmp_path / "index").acquired(), pytest.raises(BriefingError, match="Another window"):
        index.update([], [1], 2)

    index.update([], [1], 2)
    assert index.state(2) == "ready"


def test_an_index_changed_by_another_process_is_seen(index, tmp_path):
    index.rebuild(documents(*TEXTS), 1)
    assert found(index, "ferries ") == [1, 2]
    other = Index(tmp_path / "index", IDENTITY)
    other.update([], [1], 2)
    other.close()

    assert found(index, "ferries ") == [2]
    assert index.state(2) == "ready"


def test_a_closed_index_opens_again_when_asked(index):
    index.rebuild(documents(*TEXTS), 1)
    found(index, "ferries ")
    index.close()

    assert found(index, "ferries ") == [1, 2]


def test_one_whoosh_is_installed_here():
    assert len(installed()) == 1
    check_installation(installed())


def test_two_whoosh_over_each_other_are_refused_in_a_sentence():
    with pytest.raises(BriefingError, match=r"whoosh3 3\.54\.0 and Whoosh 2\.7\.4"):
        check_installation(("whoosh3 3.54.0", "Whoosh 2.7.4"))


def test_a_distribution_that_is_not_there_is_not_listed():
    assert installed(["no-such-distribution-of-whoosh"]) == ()
