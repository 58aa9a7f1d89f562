import json
import os
import zlib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.search import Index
from briefing.search.readers import NotReady
from tests.search.making import TEXTS, Library, documents


def files(folder):
    return sorted(
        p for p in (folder / "index").rglob("*") if p.is_file() and "lock" not in p.name.lower()
    )


def test_an_index_of_another_library_is_not_opened(index, tmp_path):
    index.rebuild(documents(*TEXTS), 1)

    assert Index(tmp_path / "index", "another").state(1) == "damaged"


def test_an_index_of_another_version_is_missing(index, tmp_path):
    index.rebuild(documents(*TEXTS), 1)
    manifest = tmp_path / "index" / "manifest.json"
    manifest.write_text(
        json.dumps(json.loads(manifest.read_text()) | {"format": "schema 0, words 0"})
    )

    assert index.state(1) == "missing"


@pytest.mark.parametrize("content", ["", "[]", "{", '{"files": 3}', '{"format": null}'])
def test_a_broken_manifest_is_damage(index, tmp_path, content):
    index.rebuild(documents(*TEXTS), 1)
    (tmp_path / "index" / "manifest.json").write_text(content)

    assert index.state(1) == "damaged"


@pytest.mark.parametrize("name", ["../elsewhere", "/etc", "..", ""])
def test_a_manifest_may_not_point_outside_its_folder(index, tmp_path, name):
    index.rebuild(documents(*TEXTS), 1)
    manifest = tmp_path / "index" / "manifest.json"
    manifest.write_text(json.dumps(json.loads(manifest.read_text()) | {"folder": name}))

    assert index.state(1) == "damaged"


def test_a_table_of_contents_not_in_the_manifest_is_never_unpickled(index, tmp_path):
    index.rebuild(documents(*TEXTS), 1)
    (table,) = (tmp_path / "index").rglob("*.toc")
    strange = table.with_name("_MAIN_99.toc")
    strange.write_bytes(b"cos\nsystem\n(S'false'\ntR.")

    assert index.state(1) == "ready"
    index.update(documents("Ferries race.", first=4), [], 2)
    assert not strange.exists()
    assert index.state(2) == "ready"


def test_a_manifest_that_names_no_table_of_contents_is_damage(index, tmp_path):
    index.rebuild(documents(*TEXTS), 1)
    manifest = tmp_path / "index" / "manifest.json"
    manifest.write_text(json.dumps(json.loads(manifest.read_text()) | {"files": []}))

    assert index.state(1) == "damaged"


def test_a_change_that_leaves_size_and_time_is_found_by_a_thorough_check(index, tmp_path):
    index.rebuild(documents(*TEXTS), 1)
    index.close()
    (segment,) = (tmp_path / "index").rglob("*.arrays")
    kept = segment.stat()
    content = bytearray(segment.read_bytes())
    content[-1] ^= 1
    segment.write_bytes(content)
    os.utime(segment, ns=(kept.st_atime_ns, kept.st_mtime_ns))

    assert index.state(1) == "ready"
    with pytest.raises(NotReady, match="not as it was written"):
        index.check()


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60
)
@given(st.data())
def test_any_damage_to_any_file_is_seen_and_mended_by_a_rebuild(tmp_path_factory, data):
    folder = tmp_path_factory.mktemp("library")
    library = Library(folder, documents(*TEXTS))
    before = library.searcher.search("ferries ")
    if data.draw(st.booleans(), "closed"):
        library.index.close()
    path = data.draw(st.sampled_from(files(folder)), "file")
    content, written = path.read_bytes(), path.stat().st_mtime_ns
    at = data.draw(st.integers(0, len(content) - 1), "at")
    match data.draw(st.sampled_from(["cut", "flip", "zero", "delete"]), "how"):
        case "cut":
            path.write_bytes(content[:at])
        case "flip":
            path.write_bytes(content[:at] + bytes([content[at] ^ 0x55]) + content[at + 1 :])
        case "zero":
            path.write_bytes(bytes(len(content)))
        case "delete":
            path.unlink()
    if path.exists():  # a disk notes times by hundredths of a second; this test is quicker
        os.utime(path, ns=(written + 10**9, written + 10**9))

    if path.name == "manifest.json":
        assert library.index.state(1) in ("ready", "missing", "damaged", "behind")
    else:
        assert library.index.state(1) == "damaged"
        assert library.searcher.search("ferries ").total == 0
    library.index.rebuild(library.documents.values(), 1)

    assert library.index.state(1) == "ready"
    after = library.searcher.search("ferries ")
    assert (after.hits, after.counts) == (before.hits, before.counts)
    library.index.close()


def test_damage_that_shows_only_while_reading_comes_back_as_a_message(library, monkeypatch):
    ferries = library(*TEXTS)
    ferries.searcher.search("ferries ")

    def stumble(answering, query):
        (table,) = ferries.index._folder.rglob("*.toc")
        table.write_bytes(b"")
        raise zlib.error("incorrect header check")

    monkeypatch.setattr("briefing.search.answering.Answering.answer", stumble)

    assert ferries.searcher.search("trains ").message.startswith("The search index is damaged")
    assert ferries.index.state(1) == "damaged"


def test_a_bug_of_ours_is_not_taken_for_damage(library, monkeypatch):
    ferries = library(*TEXTS)
    monkeypatch.setattr("briefing.search.answering.Answering.answer", lambda *_: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        ferries.searcher.search("trains ")
    assert ferries.index.state(1) == "ready"


def test_a_commit_that_was_cut_short_did_not_happen(tmp_path):
    library = Library(tmp_path, documents(*TEXTS))
    library.index.update(documents("More ferries."), [], 2)
    manifest = tmp_path / "index" / "manifest.json"
    kept = manifest.read_bytes()
    assert kept.count(b"\n") == 2
    manifest.write_bytes(kept + kept.splitlines()[-1][:40])

    assert library.index.state(2) == "ready"
    library.index.update(documents("A tug."), [], 3)
    assert library.index.state(3) == "ready"
    assert manifest.read_bytes().count(b"\n") == 1
    library.index.close()
