"""Bundles and watched folders from the command line, with real libraries; French, so that nothing
is extracted."""

import json
import os
import time
from email.message import EmailMessage

import pytest

from briefing.cli.main import run
from briefing.cli.program import Start
from briefing.library import Library
from briefing.model import Meeting
from briefing.paths import Paths

TEXT = "La ministre du pont a dit que le péage doit baisser avant le printemps, et que les villes sont d’accord. "


@pytest.fixture
def briefing(tmp_path, capsys):
    def briefing(library, *arguments):
        start = Start(open_window=lambda *_: 0, paths=Paths.under(tmp_path / "own"))
        code = run(start, ["--library", str(tmp_path / library), *map(str, arguments)])
        return code, *capsys.readouterr()

    return briefing


def settled(path, text=TEXT):
    path.write_text(text)
    os.utime(path, (time.time() - 60, time.time() - 60))
    return path


def test_a_meeting_goes_from_one_library_to_another_as_a_file(briefing, tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    assert briefing("one", "import", tmp_path / "a.txt")[0] == 0
    with Library.open(tmp_path / "one") as library, library.operation("Meet") as session:
        session.meetings.assign(
            1, session.meetings.add(Meeting(id=0, title="Towns", sides=("A", "B")))
        )

    target = tmp_path / "towns.zip"
    code, out, _ = briefing("one", "bundle", "export", target)
    assert (code, out) == (0, f"1 meeting written to {target}\n")
    code, out, _ = briefing("two", "--json", "bundle", "import", target)

    assert code == 0
    assert json.loads(out) == {
        "articles": 1,
        "known": 0,
        "meetings": 1,
        "decisions": 0,
        "conflicts": [],
    }
    assert "La ministre du pont" in briefing("two", "articles")[1]
    again = briefing("two", "bundle", "import", target)[1]
    assert again.splitlines()[-1] == (
        "0 new articles, 0 new meetings, 0 new decisions, 1 known article, 1 conflict"
    )


def test_a_library_without_meetings_has_nothing_to_hand_over(briefing, tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    briefing("one", "import", tmp_path / "a.txt")

    code, _, told = briefing("one", "bundle", "export", tmp_path / "a.zip")

    assert code == 1
    assert "There is no meeting to hand over." in told
    assert not (tmp_path / "a.zip").exists()


def test_what_is_no_bundle_is_refused_in_a_sentence(briefing, tmp_path):
    (tmp_path / "a.zip").write_text("no such thing")

    code, out, told = briefing("one", "bundle", "import", tmp_path / "a.zip")

    assert (code, out) == (1, "")
    assert "a.zip is not a bundle" in told


def test_a_watched_folder_gives_each_new_file_once(briefing, tmp_path):
    folder = tmp_path / "clippings"
    folder.mkdir()
    settled(folder / "old.txt")
    assert briefing("one", "watch", "add", folder)[0] == 0
    assert briefing("one", "watch", "list")[1] == f"{folder}\n"
    settled(folder / "new.txt", TEXT * 2)

    assert "1 imported" in briefing("one", "watch", "run")[1]
    assert "0 imported" in briefing("one", "watch", "run")[1]
    assert briefing("one", "watch", "remove", folder)[0] == 0
    assert briefing("one", "watch", "list")[1] == ""
    code, _, told = briefing("one", "watch", "remove", folder)
    assert (code, told) == (1, f"{folder} was not watched.\n")


def test_what_is_attached_to_a_mail_comes_in_where_it_is_wanted(briefing, tmp_path):
    mail = EmailMessage()
    mail["From"], mail["Subject"], mail["Date"] = (
        "a@example.org",
        "Revue",
        "Fri, 24 Mar 2023 10:00:00 -0400",
    )
    mail.set_content(TEXT)
    mail.add_attachment(
        f"<p>{TEXT * 3}</p>".encode(), maintype="text", subtype="html", filename="clip.html"
    )
    path = tmp_path / "a.eml"
    path.write_bytes(mail.as_bytes())

    _, out, _ = briefing("one", "import", path)
    assert "a.eml, attached clip.html; --attachments imports it" in out
    assert "1 imported, 1 attachment left out" in out
    assert "1 imported, 1 duplicate" in briefing("one", "import", "--attachments", path)[1]
