"""What the doctor says of a library and of what it needs."""

import datetime as dt

from briefing.library import Library, places
from briefing.workspace import keeping
from briefing.workspace.health import looking
from tests.soak.desk import Invented, desk
from tests.workspace.keeping.damaged import no_backups


def diagnoses(folder, paths):
    with desk(folder) as workspace:
        workspace.checking.extraction = Invented()
        return {d.subject: d for d in workspace.doctor()}


def test_the_doctor_looks_at_fonts_log_backups_disk_and_the_last_end(folder, paths):
    found = diagnoses(folder, paths)

    for subject in ("fonts", "log", "backups", "disk", "last end", "library", "search index"):
        assert found[subject].well, found[subject]


def test_the_doctor_tells_of_a_bad_backup(folder, paths):
    (kept,) = keeping.backups(folder)
    kept.backup.path.write_bytes(b"nothing")

    found = diagnoses(folder, paths)["backups"]
    assert not found.well
    assert "briefing backup" in found.remedy


def test_the_doctor_tells_when_only_an_older_backup_is_good(folder, paths):
    with Library.open(folder) as library:
        with library.aside() as session:
            session.searches.add("timber")
        made = library.back_up_if_due(dt.datetime.now(dt.UTC) + dt.timedelta(hours=13))
    made.path.write_bytes(b"nothing")

    assert "Look at the disk" in diagnoses(folder, paths)["backups"].remedy


def test_the_doctor_tells_of_a_network_disk(folder, paths, monkeypatch, tmp_path):
    table = tmp_path / "mounts"
    table.write_text(f"server:/x {tmp_path} cifs rw 0 0\n")
    monkeypatch.setattr(places, "MOUNTS", table)

    found = diagnoses(folder, paths)["disk"]
    assert not found.well
    assert "cifs" in found.report


def test_fonts_that_are_missing_and_a_log_that_cannot_be_written_are_told(tmp_path, monkeypatch):
    monkeypatch.setattr(looking, "resources", lambda: tmp_path)
    assert not looking.fonts().well

    (tmp_path / "file").write_text("in the way")
    assert not looking.log_folder(tmp_path / "file" / "logs").well


def test_an_end_that_was_not_clean_is_told_and_needs_nothing(folder):
    (folder / ".briefing-open-1-abcd").touch()

    found = looking.of_folder(folder)[-1]
    assert (found.subject, found.well, found.report) == ("last end", True, "not clean")


def test_a_library_without_a_backup_yet_is_well(folder):
    no_backups(folder)

    assert "none yet" in looking.of_folder(folder)[0].report
