from dataclasses import replace
from datetime import date

import pytest

from briefing.errors import BadValue, LibraryError, NotFound
from briefing.model import HiddenRange, Page, Stated
from tests.library.values import TEXT, findings, imported, meeting, numbered


def test_an_article_comes_back_as_it_was_imported(session):
    number = session.articles.add(imported(), "2031-03-05T09:00:00")

    article = session.articles.get(number)

    assert article.text == TEXT
    assert article.file_name == "timber.txt"
    assert article.title == "Envoys meet over timber"
    assert article.published == date(2031, 3, 4)
    assert article.reasons == (("title", "first line"), ("published", "date line"))
    assert article.imported_at == "2031-03-05T09:00:00"
    assert (article.outlet, article.author, article.extracted_by) == ("", "", "")
    assert article.meetings == ()


def test_pages_show_hits_and_leave_out_what_is_gone(session):
    number = session.articles.add(imported(), "2031-03-05T09:00:00")
    session.articles.set_hidden(number, [HiddenRange(0, 5, "user")])
    article = session.articles.get(number)

    assert session.articles.pages([number, number + 1]) == {number: Page.of(article)}
    session.findings.put(number, findings())
    page = session.articles.pages([number])[number]
    assert [tuple(s[:2]) for s in page.sentences] == [
        (s.start, s.end) for s in findings().sentences
    ]
    assert page.sentences


def test_line_ends_nul_characters_and_emoji_of_a_text_are_kept(session):
    text = "one\r\ntwo\rthree\x00four \U0001f332 e\u0301"

    number = session.articles.add(imported(text), "2031")

    assert session.articles.get(number).text == text


def test_a_text_is_found_by_the_hash_of_its_file(session):
    number = session.articles.add(imported(), "2031")

    assert session.articles.by_sha256(imported().sha256) == number
    assert session.articles.by_sha256("0" * 64) is None


def test_the_same_file_is_refused_a_second_time(session):
    session.articles.add(imported(), "2031")

    with pytest.raises(LibraryError, match="in the library already, as article 1"):
        session.articles.add(imported(path="/in/other.txt"), "2031")


def test_the_articles_of_a_meeting_come_oldest_first_and_undated_last(session):
    dates = ["2031-03-09", None, "2030-12-31"]
    numbers = [
        session.articles.add(numbered(n, published=Stated(d, "") if d else None), "2031")
        for n, d in enumerate(dates)
    ]
    held = session.meetings.add(meeting(articles=tuple(numbers)))

    found = session.articles.of_meeting(held)

    assert [a.id for a in found] == [numbers[2], numbers[0], numbers[1]]
    assert session.meetings.get(held).articles == (numbers[2], numbers[0], numbers[1])


def test_lines_show_headline_words_star_and_meetings(session):
    number = session.articles.add(imported(title=None), "2031")
    session.articles.set_starred(number, True)
    held = session.meetings.add(meeting(articles=(number,)))

    (line,) = session.articles.lines()

    assert line.headline == "Envoys meet over timber"
    assert line.words == len(TEXT.split())
    assert line.starred
    assert line.meetings == (held,)


def test_setting_one_field_leaves_the_others_and_tells_why(session):
    number = session.articles.add(imported(), "2031")

    session.articles.set(number, outlet=Stated("Arland Post", "set by the user"))

    article = session.articles.get(number)
    assert (article.title, article.outlet) == ("Envoys meet over timber", "Arland Post")
    assert dict(article.reasons)["outlet"] == "set by the user"
    assert [name for name, _ in article.reasons] == ["title", "outlet", "published"]


def test_an_empty_value_clears_a_field_and_keeps_the_reason(session):
    number = session.articles.add(imported(), "2031")

    session.articles.set(number, published=Stated("", "set by the user"))

    article = session.articles.get(number)
    assert article.published is None
    assert dict(article.reasons)["published"] == "set by the user"


def test_a_published_value_that_is_no_date_is_refused_with_a_sentence(session):
    number = session.articles.add(imported(), "2031")

    with pytest.raises(BadValue, match="“next week” is not a date"):
        session.articles.set(number, published=Stated("next week", ""))


def test_the_headline_follows_the_title_and_what_is_hidden(session):
    number = session.articles.add(imported(title=None), "2031")

    session.articles.set_hidden(number, (HiddenRange(0, TEXT.index("\n"), "user"),))
    assert session.articles.lines()[0].headline.startswith("The envoy of Arland")
    assert session.articles.get(number).hidden == (HiddenRange(0, 23, "user"),)

    session.articles.set(number, title=Stated("Timber", "set by the user"))
    assert session.articles.lines()[0].headline == "Timber"


def test_a_title_or_a_text_of_which_nothing_can_be_seen_gives_no_headline(session):
    first = session.articles.add(imported(), "2025-03-02")
    session.articles.set(first, title=Stated("\u200b\ufeff \u200b", "named at the top"))
    assert session.articles.lines()[0].headline == "Envoys meet over timber"

    unseen = replace(imported(), text="\u200b\u2060", sha256="0" * 64, title=None, hidden=())
    second = session.articles.add(unseen, "2025-03-02")
    assert session.articles.get(second).headline == session.articles.get(second).file_name


def test_the_sentences_and_the_model_come_with_the_article(session):
    number = session.articles.add(imported(), "2031")

    session.findings.put(number, findings())

    assert session.articles.get(number).sentences == findings().sentences
    assert session.articles.get(number).extracted_by == "rules"


def test_a_removed_article_is_gone_with_its_findings_and_places(session):
    number = session.articles.add(imported(), "2031")
    held = session.meetings.add(meeting(articles=(number,)))
    session.findings.put(number, findings())

    session.articles.remove(number)

    assert session.articles.lines() == ()
    assert session.findings.get(number) is None
    assert session.meetings.get(held).articles == ()


def test_the_id_of_a_removed_article_is_not_used_again(session):
    first = session.articles.add(imported(), "2031")
    session.articles.remove(first)

    assert session.articles.add(imported(), "2031") != first


@pytest.mark.parametrize(
    "call",
    [
        lambda articles: articles.get(7),
        lambda articles: articles.set(7, title=Stated("x", "")),
        lambda articles: articles.set_hidden(7, ()),
        lambda articles: articles.set_starred(7, True),
        lambda articles: articles.remove(7),
    ],
)
def test_an_article_that_is_not_there_is_named(session, call):
    with pytest.raises(NotFound, match="no article 7"):
        call(session.articles)
