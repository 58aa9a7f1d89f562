"""Bundles: what one library exports another takes in; what is no bundle is refused whole."""

import datetime as dt
import json
import zipfile

import pytest

from briefing.errors import BriefingError, NotFound
from briefing.library import Library
from briefing.model import Decision
from briefing.workspace.importing.bundles import Bundles
from tests.workspace.test_duplicates import body, page


@pytest.fixture
def bundle(workspace, write, tmp_path):
    paths = [
        write("a.txt", page("Reuters", "Toll falls at the bridge", body(1))),
        write("b.txt", page("CBC News", "Winter comes to the river", body(2))),
    ]
    articles = [one.article for one in workspace.import_paths(paths).imported]
    workspace.new_meeting(
        sides=["Canada", "France"], date=dt.date(2025, 3, 2), place="Ottawa", articles=articles
    )
    meeting = workspace.overview().meetings[0].id
    with workspace.library.operation("Decide") as session:
        session.decisions.add(
            Decision(
                action="reject", kind="person", key="ida vane", meeting=meeting, at="2025-03-03"
            )
        )
    target = tmp_path / "talks.zip"
    workspace.export_bundle([meeting], target)
    return target


@pytest.fixture
def other(tmp_path):
    with Library.open(tmp_path / "other") as library:
        yield library


def state(library):
    with library.reading() as session:
        return (
            [(line.headline, line.outlet, line.published) for line in session.articles.lines()],
            [(m.title, m.sides, m.date, m.place, len(m.articles)) for m in session.meetings.all()],
            [(d.action, d.kind, d.key) for d in session.decisions.all() if d.kind == "person"],
        )


def test_another_library_gets_all_of_it_and_a_second_time_nothing(workspace, bundle, other):
    merged = Bundles(other).merge(bundle)
    assert (merged.articles, merged.meetings, merged.known) == (2, 1, 0)
    assert state(other) == state(workspace.library)
    assert other.check() == ()
    again = Bundles(other).merge(bundle)
    assert (again.articles, again.meetings, again.decisions, again.known) == (0, 0, 0, 2)
    assert again.conflicts == ()
    assert state(other) == state(workspace.library)


def test_a_merged_bundle_is_undone_as_one(bundle, other):
    Bundles(other).merge(bundle)
    assert other.undo().title == "Import bundle “talks.zip”"
    assert state(other) == ([], [], [])


def test_where_both_differ_ours_stays_and_it_is_told(workspace, bundle):
    article = workspace.overview().articles[0].id
    workspace.set_article(article, title="My own title")
    meeting = workspace.overview().meetings[0].id
    workspace.set_meeting(meeting, place="Toronto")
    merged = workspace.import_bundle(bundle)
    assert workspace.article(article).title == "My own title"
    told = " ".join(merged.conflicts)
    assert "title is “My own title” here and “Toll falls at the bridge” in the bundle" in told
    assert "place is “Toronto” here" in told
    assert "2 conflicts" in merged.summary()


def rewritten(bundle, change):
    with zipfile.ZipFile(bundle) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    change(members)
    with zipfile.ZipFile(bundle, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)


def with_content(change):
    def rewrite(members):
        content = json.loads(members["bundle.json"])
        change(content)
        members["bundle.json"] = json.dumps(content).encode()

    return rewrite


def original(members):
    return next(name for name in members if name.startswith("originals/"))


@pytest.mark.parametrize(
    "change",
    [
        lambda m: m.update({"../outside.txt": b"x"}),
        lambda m: m.update({"/etc/outside": b"x"}),
        lambda m: m.update({"C:\\outside": b"x"}),
        lambda m: m.update({"originals/../../x": b"x"}),
        lambda m: m.update({"index/TOC": b"x"}),
        lambda m: m.pop(original(m)),
        lambda m: m.update({original(m): b"another file"}),
        lambda m: m.update({"bundle.json": b"{"}),
        lambda m: m.update({"bundle.json": b"[" * 100_000}),
        lambda m: m.update({"bundle.json": b"[]"}),
        lambda m: m.pop("bundle.json"),
        with_content(lambda c: c.update(version=99)),
        with_content(lambda c: c.update(articles="none")),
        with_content(lambda c: c["articles"][0].update(text=7)),
        with_content(lambda c: c["articles"][0].update(published="soon")),
        with_content(lambda c: c["articles"][0].update(hidden=[[0, 10**9, "x"]])),
        with_content(lambda c: c["articles"][0].update(findings={"backend": "x"})),
        with_content(lambda c: c["articles"][0].pop("title")),
        with_content(lambda c: c["meetings"][0].update(articles=["nobody"])),
        with_content(lambda c: c["meetings"][0].update(date="soon")),
        with_content(lambda c: c["decisions"][0].update(action="run")),
        with_content(lambda c: c["decisions"][0].update(meeting=77)),
        with_content(lambda c: c["decisions"][0].update(spans=[["x", 1, 2, "y"]])),
    ],
)
def test_what_no_bundle_has_is_refused_and_nothing_kept(change, bundle, other, tmp_path):
    rewritten(bundle, change)
    before = sorted(tmp_path.iterdir())
    with pytest.raises(BriefingError):
        Bundles(other).merge(bundle)
    assert state(other) == ([], [], [])
    assert sorted(tmp_path.iterdir()) == before


def test_a_link_in_a_bundle_is_refused(bundle, other):
    with zipfile.ZipFile(bundle, "a") as archive:
        link = zipfile.ZipInfo("originals/" + "0" * 64)
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    with pytest.raises(BriefingError, match="link"):
        Bundles(other).merge(bundle)


def test_a_backup_is_told_from_a_bundle_and_a_missing_file_from_both(workspace, other, tmp_path):
    workspace.library.backup(tmp_path / "all.zip")
    with pytest.raises(BriefingError, match=r"all\.zip is no bundle of this program\. A backup is"):
        Bundles(other).merge(tmp_path / "all.zip")
    with pytest.raises(NotFound, match="There is no file"):
        Bundles(other).merge(tmp_path / "none.zip")


def test_a_fault_of_the_disk_while_a_bundle_is_merged_is_not_laid_on_the_bundle(
    bundle, other, monkeypatch
):
    def fail(*_):
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(other, "keep_original", fail)
    with pytest.raises(OSError, match="Input/output error"):
        Bundles(other).merge(bundle)


def test_a_bundle_whose_original_is_lost_leaves_nothing_half_written(workspace, bundle, tmp_path):
    bundle.unlink()
    for original in (workspace.library.folder / "originals").iterdir():
        original.unlink()
    with pytest.raises(NotFound, match="The original"):
        workspace.export_bundle([workspace.overview().meetings[0].id], bundle)
    assert not any(tmp_path.glob("*.zip*"))
    assert not any(tmp_path.glob(".*"))


@pytest.mark.parametrize("content", [b"", b"no archive", b"PK\x03\x04 cut off"])
def test_what_is_no_archive_is_refused(content, other, tmp_path):
    path = tmp_path / "x.zip"
    path.write_bytes(content)
    with pytest.raises(BriefingError, match="not a bundle"):
        Bundles(other).merge(path)


def test_a_bundle_that_cannot_be_written_says_so(workspace, bundle, tmp_path):
    meeting = workspace.overview().meetings[0].id
    with pytest.raises(BriefingError, match="cannot be written"):
        workspace.export_bundle([meeting], tmp_path / "none" / "x.zip")


def starred_now(meeting):
    meeting.update(starred=True)


def starred_among_confirmed(meeting):
    meeting.pop("starred")
    meeting["confirmed"].append("starred")


def without_a_word(meeting):
    meeting.pop("starred")


@pytest.mark.parametrize(
    ("told", "starred"),
    [(starred_now, True), (starred_among_confirmed, True), (without_a_word, False)],
)
def test_the_star_of_a_meeting_is_passed_on_by_bundles_of_today_and_before(
    told, starred, bundle, other
):
    rewritten(bundle, with_content(lambda c: told(c["meetings"][0])))
    Bundles(other).merge(bundle)
    with other.reading() as session:
        (found,) = session.meetings.all()
    assert (found.starred, found.confirmed) == (starred, {"sides", "date", "place"})
