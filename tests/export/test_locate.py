"""Pasted words are found in the sources, or what the sources have instead, or nowhere."""

import pytest

from briefing.export import locate
from tests.export.sample import courier, times

ARTICLES = (courier(), times())


def found(words):
    return [(each.kind, each.span.article, each.span.quote) for each in locate(words, ARTICLES)]


@pytest.mark.parametrize(
    "words",
    [
        "fair access to the ports",
        "“fair access to the ports”",
        "fair  access\nto the ports",
        '"fair access to the ports"',
    ],
)
def test_words_as_they_stand_are_found_verbatim(words):
    assert found(words) == [("verbatim", 1, "fair access to the ports")]


def test_words_of_two_articles_are_found_in_both():
    assert [article for _, article, _ in found("President Bo Lind")] == [1, 2]


def test_altered_words_are_shown_beside_what_the_source_has():
    assert found("The two countries signed a forestry treaty in 1998") == [
        ("altered", 2, "The two countries signed a fisheries treaty in 1998")
    ]


@pytest.mark.parametrize("words", ["nobody ever wrote this anywhere", "", "“”", "treaties galore"])
def test_words_like_nothing_in_the_sources_are_found_nowhere(words):
    assert found(words) == []


def test_the_paragraph_is_the_one_a_reader_counts():
    (place,) = locate("Norvia wants Esteria to open its ports", ARTICLES)

    assert place.paragraph == 2
