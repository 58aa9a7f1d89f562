"""Articles with the same text count once; an import is undone as one."""

import random

import pytest

from briefing.errors import NotFound
from briefing.model import Article, Findings
from briefing.workspace.gathering import Material

WORDS = ["toll", "bridge", "river", "envoy", "talks", "winter", "north", "sum", "paper", "minister", "visitor", "town", "road", "figure", "week", "month", "round", "answer", "letter", "office", "crossing", "vote", "budget"]  # fmt: skip


def body(seed=1, words=300):
    pick = random.Random(seed)
    return "\n\n".join(
        " ".join(pick.choice(WORDS) for _ in range(30)).capitalize() + "."
        for _ in range(words // 30)
    )


def page(outlet, title, text, date="2025-03-01"):
    return f"Title: {title}\nSource: {outlet}\nDate: {date}\n\n{text}\n"


@pytest.fixture
def three(workspace, write):
    paths = [
        write("a.txt", page("Reuters", "Toll falls at the bridge", body())),
        write("b.txt", page("National Post", "Lower toll at last, says town", body())),
        write("c.txt", page("CBC News", "Winter comes to the river", body(2))),
    ]
    return workspace.import_paths(paths).imported


def test_wire_copy_under_another_headline_is_grouped(workspace, three):
    first, copy, other = (one.article for one in three)
    (alike,) = workspace.duplicates_of(first)
    assert (alike.article, alike.relation) == (copy, "copy")
    assert alike.likeness > 80
    assert workspace.duplicates_of(other) == ()


def test_an_import_tells_which_articles_have_the_text_of_another(workspace, write):
    paths = [
        write(f"{o}.txt", page(o, f"As {o} has it on this day", body()))
        for o in ("Reuters", "CBC News")
    ]
    report = workspace.import_paths(paths)
    assert report.alike == (report.imported[1].article,)
    assert report.summary() == "2 imported (1 with the text of another)"


def test_a_later_form_by_the_same_outlet_is_a_version_with_what_changed(workspace, write, three):
    changed = body().split("\n\n")
    changed[3] = "The minister has now said yes to all of it."
    path = write(
        "d.txt", page("Reuters", "Toll falls at the bridge", "\n\n".join(changed), "2025-03-02")
    )
    new = workspace.import_paths([path]).imported[0].article
    alike = {one.article: one for one in workspace.duplicates_of(new)}
    assert alike[three[0].article].relation == "version"
    assert alike[three[0].article].earlier
    differences = workspace.differences(three[0].article, new)
    assert any("said yes to all" in one.after for one in differences)


def test_a_user_parts_what_does_not_belong_together(workspace, three):
    first, copy, _ = (one.article for one in three)
    workspace.count_alone(copy)
    assert workspace.duplicates_of(first) == ()
    workspace.undo()
    assert len(workspace.duplicates_of(first)) == 1


def test_an_article_on_its_own_cannot_be_parted(workspace, three):
    with pytest.raises(NotFound, match="no group"):
        workspace.count_alone(three[2].article)


def test_a_whole_import_is_undone_and_done_again_as_one(workspace, three):
    assert workspace.history() == ("Import 3 articles",)
    workspace.undo()
    assert workspace.overview().articles == ()
    workspace.redo()
    assert len(workspace.overview().articles) == 3
    assert len(workspace.duplicates_of(three[0].article)) == 1
    assert workspace.verify() == ()


def article(number, outlet):
    return Article(
        id=number,
        sha256=str(number),
        file_name=f"{number}.txt",
        kind="text",
        text="",
        title="",
        outlet=outlet,
        author="",
        published=None,
        language="en",
        imported_at="",
    )


def test_a_group_counts_as_the_source_it_began_with():
    articles = {n: article(n, outlet) for n, outlet in ((1, "Reuters"), (2, "CBC"), (3, ""))}
    material = Material(articles=articles, findings={}, groups={1: 1, 2: 1})
    assert [material.outlet(n) for n in (1, 2, 3)] == ["Reuters", "Reuters", "3.txt"]


def test_an_ask_in_two_prints_of_a_text_has_one_outlet(workspace, write, extraction):
    assert isinstance(extraction.find("", None, ()), Findings)
    report = workspace.import_paths(
        [
            write(f"{n}.txt", page(o, f"Headline number {n} of the day", body()))
            for n, o in enumerate(("Reuters", "CBC News"))
        ]
    )
    first, second = (one.article for one in report.imported)
    with workspace.library.reading() as session:
        assert set(session.twins.leaders([first, second]).values()) == {first}


def test_a_page_saved_again_is_a_version_of_the_one_before_whatever_it_says_now(workspace, write):
    head = "---\ntitle: {}\nurl: https://example.org/live/bridge-talks{}\n---\n\n"
    paths = [
        write("a.md", head.format("Talks begin", "?utm_source=mail") + body(5)),
        write("b.md", head.format("Talks end", "#end") + body(6)),
    ]
    first, second = (one.article for one in workspace.import_paths(paths).imported)
    (alike,) = workspace.duplicates_of(second)
    assert (alike.article, alike.relation, alike.earlier) == (first, "version", True)
    assert workspace.article(first).address == "https://example.org/live/bridge-talks"
