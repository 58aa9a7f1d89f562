"""From a pile of articles to a briefing that can be proved, by the command line alone."""

import re
import shutil
from pathlib import Path

import pytest

from tests.end2end.shell import SAMPLE, Shell, assert_one_sentence

TEXTS = {path.name: path.read_bytes().decode() for path in SAMPLE.iterdir()}


@pytest.fixture(scope="module")
def read_only(imported):
    """The sample library itself, for tests that change nothing."""
    return imported[0]


def text_of(shell, article):
    """The text of an article, known by its title line."""
    (title,) = [a["title"] for a in shell.json("articles") if a["id"] == article]
    (text,) = [t for t in TEXTS.values() if t.startswith(title)]
    return text


def test_all_five_are_imported_with_title_and_the_date_they_tell(imported):
    _, answer = imported

    assert (answer.code, answer.err) == (0, "")
    assert answer.json["duplicates"] == answer.json["failed"] == []
    for one in answer.json["imported"]:
        name = one["path"].rpartition("/")[2]
        assert one["published"] == name[:10]
        assert TEXTS[name].startswith(one["title"] + "\n")


def test_the_outlet_of_each_is_found(read_only):
    outlets = sorted(a["outlet"] for a in read_only.json("articles"))

    assert outlets == [
        "CBC News",
        "National Post",
        "The Globe and Mail",
        "The Globe and Mail",
        "Toronto Star",
    ]


def test_they_make_four_meetings_of_canada_and_the_united_states(read_only):
    meetings = read_only.json("meetings")

    assert {m["date"]: len(m["articles"]) for m in meetings} == {
        "2025-10-07": 1, "2025-05-06": 2, "2023-03-23": 1, "2017-02-13": 1,
    }  # fmt: skip
    assert all(set(m["sides"]) == {"Canada", "United States"} for m in meetings)
    assert {m["place"] for m in meetings} == {"Washington", "Ottawa"}


def test_each_meeting_has_asks_of_both_sides_people_of_both_and_issues(read_only):
    meetings = read_only.json("meetings")

    assert meetings
    for meeting in meetings:
        chosen = ("--meeting", meeting["id"])
        assert {a["side"] for a in read_only.json("asks", *chosen)} == set(meeting["sides"])
        assert {p["side"] for p in read_only.json("people", *chosen)} >= set(meeting["sides"])
        assert len(read_only.json("issues", *chosen)) >= 5


def test_every_quotation_is_what_the_article_says_there(read_only):
    texts = {a["id"]: text_of(read_only, a["id"]) for a in read_only.json("articles")}
    spans = [
        span
        for kind in ("people", "issues", "asks")
        for item in read_only.json(kind)
        for span in item["spans"]
    ]

    assert len(spans) > 100
    assert all(texts[s["article"]][s["start"] : s["end"]] == s["quote"] for s in spans)


def test_search_finds_the_words_in_their_article(read_only):
    result = read_only.json("search", '"softwood lumber"')

    hit = result["hits"][0]
    assert "softwood lumber" in text_of(read_only, hit["article"])[hit["start"] : hit["end"]]
    assert hit["outlet"] == "National Post"


def test_spellings_of_a_country_find_the_same(read_only):
    totals = {read_only.json("search", name)["total"] for name in ("U.S.", "US", '"United States"')}

    assert len(totals) == 1


def test_briefings_are_written_and_every_quotation_in_them_is_proved(read_only, tmp_path):
    written = read_only.json("export", "--all", "-o", tmp_path)["written"]

    assert len(written) == 4
    assert read_only("verify", *written).code == 0


def test_a_briefing_is_the_same_each_time(read_only, tmp_path):
    first = read_only.json("export", "--all", "-o", tmp_path / "a")["written"]
    second = read_only.json("export", "--all", "-o", tmp_path / "b")["written"]

    assert first
    for one, other in zip(first, second, strict=True):
        assert Path(one).read_bytes() == Path(other).read_bytes()


def test_a_footnote_that_was_tampered_with_is_found(shell, tmp_path):
    newest = shell.json("meetings")[0]["id"]
    (path,) = shell.json("export", "--meeting", newest, "-o", tmp_path)["written"]
    text = Path(path).read_text(encoding="utf-8")
    # The last footnote now points one character further than what was cited.
    *before, place = re.findall(r"<!-- source \w+ (\d+)-", text)
    Path(path).write_text(text.replace(f" {place}-", f" {int(place) + 1}-"))

    answer = shell("verify", path)

    assert_one_sentence(answer, Path(path).name, f"Footnote {len(before) + 1}")


def test_the_library_is_proved(read_only):
    assert read_only("verify").code == 0


def test_what_is_imported_again_is_pointed_at(shell):
    answer = shell("--json", "import", SAMPLE)

    assert answer.code == 0
    assert answer.json["imported"] == []
    known = {a["id"] for a in shell.json("articles")}
    assert {d["article"] for d in answer.json["duplicates"]} == known


def test_undo_takes_the_last_import_back_and_redo_brings_it_again(shell):
    everything = [shell.json(kind) for kind in ("articles", "meetings", "people", "asks")]

    assert shell("undo").code == 0
    assert shell.json("articles") == []
    assert shell("verify").code == 0
    assert shell("redo").code == 0

    assert [shell.json(kind) for kind in ("articles", "meetings", "people", "asks")] == everything


def test_what_was_undone_is_not_found_by_search(shell):
    shell("undo")
    after = {a["id"] for a in shell.json("articles")}

    assert {h["article"] for h in shell.json("search", "Canada")["hits"]} <= after


def test_the_users_word_on_a_meeting_stands(shell):
    number = shell.json("meetings")[0]["id"]

    shell.json("meeting", "set", number, "--date", "2025-10-08", "--place", "Halifax")

    (changed,) = shell.json("meetings", "--meeting", number)
    assert (changed["date"], changed["place"]) == ("2025-10-08", "Halifax")


def test_a_backup_restores_the_whole_library(shell, tmp_path):
    assert shell("backup", tmp_path / "saved.zip").code == 0
    assert shell("restore", tmp_path / "saved.zip", tmp_path / "restored").code == 0

    restored = Shell(tmp_path, tmp_path / "restored")
    for kind in ("articles", "meetings", "people", "issues", "asks"):
        assert restored.json(kind) == shell.json(kind)
    assert restored("verify").code == 0
    assert restored.json("search", "tariffs")["total"] == shell.json("search", "tariffs")["total"]


def test_an_index_that_was_lost_is_made_again(shell):
    before = shell.json("search", "tariffs")
    shutil.rmtree(shell.library / "index")

    assert shell.json("search", "tariffs") == before
    assert shell("rebuild").code == 0
    assert shell.json("search", "tariffs") == before
