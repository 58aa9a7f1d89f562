"""What an outlet puts into every article is learnt; the user says what holds for the outlet."""

import pytest

from briefing.errors import BadValue
from tests.workspace.test_duplicates import body, page

LINE = "Stay close to the river with our evening letter"


@pytest.fixture
def four(workspace, write):
    paths = [
        write(
            f"{n}.txt",
            page("National Post", f"Headline number {n} of the day", f"{body(n)}\n\n{LINE}"),
        )
        for n in range(4)
    ]
    return [one.article for one in workspace.import_paths(paths).imported]


def hides(workspace, number):
    article = workspace.article(number)
    return [
        article.text[h.start : h.end]
        for h in article.hidden
        if LINE in article.text[h.start : h.end]
    ]


def test_the_third_article_with_a_line_hides_it(workspace, four):
    assert [bool(hides(workspace, number)) for number in four] == [False, False, True, True]


def test_copies_of_one_text_do_not_make_a_line_furniture(workspace, write):
    paths = [
        write(
            f"{n}.txt",
            page(
                "National Post",
                f"Headline number {n} of the day",
                f"{body(1)}\n\n{LINE} {'now' * (n > 9)}",
            ),
        )
        for n in range(4)
    ]
    four = [one.article for one in workspace.import_paths(paths).imported]
    assert not any(hides(workspace, number) for number in four)


def test_a_line_hidden_always_goes_from_all_articles_of_the_outlet(workspace, four):
    text = workspace.article(four[0]).text
    changes = workspace.always_hide(four[0], text.index(LINE), text.index(LINE) + len(LINE))
    assert changes.articles >= {four[0], four[1]}
    assert all(hides(workspace, number) for number in four)
    workspace.undo()
    assert not hides(workspace, four[0])


def test_a_line_never_hidden_comes_back_and_stays(workspace, four, write):
    text = workspace.article(four[3]).text
    workspace.never_hide(four[3], text.index(LINE), text.index(LINE) + len(LINE))
    assert not any(hides(workspace, number) for number in four)
    new = write(
        "n.txt", page("National Post", "Headline number nine of the day", f"{body(9)}\n\n{LINE}")
    )
    assert not hides(workspace, workspace.import_paths([new]).imported[0].article)


def test_what_was_said_of_a_line_is_a_decision(workspace, four):
    text = workspace.article(four[0]).text
    workspace.always_hide(four[0], text.index(LINE), text.index(LINE) + len(LINE))
    with workspace.library.reading() as session:
        (decision,) = session.decisions.all()
    assert (decision.kind, decision.fields["line"]) == ("line", LINE)


def test_without_an_outlet_nothing_can_hold_for_it(workspace, write):
    path = write("x.txt", f"{body()}\n")
    number = workspace.import_paths([path]).imported[0].article
    with pytest.raises(BadValue, match="outlet"):
        workspace.always_hide(number, 0, 20)
