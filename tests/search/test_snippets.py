from hypothesis import given
from hypothesis import strategies as st

from briefing.model import Page
from briefing.search.nodes import Form, Run
from briefing.search.passages import Chunks, ReadArticle
from briefing.search.snippets import passage
from tests.search.making import article, ask, searchable, span

FILLER = "Nothing much was said about it that day. "


def only(library, query):
    (hit,) = library.searcher.search(query).hits
    return hit


def marked(hit):
    return [hit.snippet[a:b] for a, b in hit.marks]


def test_a_snippet_is_the_sentence_with_its_words_marked(library):
    text = FILLER * 3 + "Two ferries and a tug left. " + FILLER
    hit = only(library(text), "ferry tug ")

    assert hit.snippet == "Two ferries and a tug left."
    assert marked(hit) == ["ferries", "tug"]
    assert text[hit.start : hit.end] == "Two ferries and a tug left."
    assert [text[a:b] for a, b in hit.spans] == ["ferries", "tug"]


def test_two_sentences_apart_are_joined_by_an_ellipsis(library):
    hit = only(library("A ferry left. " + FILLER + "The tug stayed. " + FILLER), "ferry tug ")

    assert hit.snippet == "A ferry left. … The tug stayed."
    assert marked(hit) == ["ferry", "tug"]


def test_the_sentence_that_answers_most_is_shown_first(library):
    text = "A ferry left. A ferry came. Ferry and tug met. A tug left."

    assert only(library(text), "ferry tug ").snippet.startswith(
        "A ferry left. … Ferry and tug met."
    )


def test_hits_far_down_a_long_text_are_marked(library):
    text = FILLER * 1500 + "At last a ferry left. " + FILLER
    hit = only(library(text), "ferry ")

    assert hit.spans[0][0] > 50_000
    assert text[slice(*hit.spans[0])] == "ferry"
    assert marked(hit) == ["ferry"]


def test_all_hits_of_the_text_are_in_the_spans(library):
    text = ("A ferry left. " + FILLER) * 40

    assert len(only(library(text), "ferry ").spans) == 40


def test_a_phrase_is_one_mark_and_its_words_elsewhere_are_none(library):
    text = "The grey ferry left. A grey tug met the ferry."
    hit = only(library(text), '"grey ferry"')

    assert [text[a:b] for a, b in hit.spans] == ["grey ferry"]


def test_near_marks_both_ends(library):
    text = "A ferry with a tug. " + FILLER + "A ferry."

    assert [text[a:b] for a, b in only(library(text), "tug NEAR/5 ferry ").spans] == [
        "ferry",
        "tug",
    ]


def test_words_under_not_and_filters_are_not_marked(library):
    text = "A ferry left on Monday."

    assert marked(only(library(text), "ferry -tug kind:article ")) == ["ferry"]


def test_the_country_is_marked_whole(library):
    assert marked(only(library("The United States agreed."), "us ")) == ["United States"]


def test_hidden_text_is_neither_marked_nor_shown(library):
    text = "Subscribe for ferry news. The ferry left."
    hit = only(library(searchable(article(1, text, hidden=((0, 25),)))), "ferry ")

    assert hit.snippet == "The ferry left."
    assert [a for a, _ in hit.spans] == [text.rindex("ferry")]


def test_line_breaks_in_a_sentence_become_blanks(library):
    assert only(library("A grey\nferry\tleft."), "ferry ").snippet == "A grey ferry left."


def test_a_very_long_sentence_is_cut_around_its_first_hit(library):
    text = "word " * 400 + "ferry " + "word " * 400
    hit = only(library(text), "ferry ")

    assert len(hit.snippet) < 310
    assert hit.snippet.startswith("…")
    assert hit.snippet.endswith("…")
    assert marked(hit) == ["ferry"]


def test_a_text_without_sentences_is_shown_by_paragraphs(library):
    plain = article(1, "A first paragraph.\n\nThe ferry left.")
    object.__setattr__(plain, "sentences", ())

    assert only(library(searchable(plain)), "ferry ").snippet == "The ferry left."


def test_a_hit_in_the_title_alone_shows_how_the_text_begins(library):
    hit = only(library(searchable(article(1, "It left. Then it rained.", title="Ferry"))), "ferry ")

    assert (hit.title, hit.snippet, hit.marks, hit.spans) == ("Ferry", "It left.", (), ())


def test_an_ask_shows_its_own_sentence_and_its_text_as_title(library):
    text = article(1, "A ferry left. They want a new ferry. Ferry again.")
    wish = ask(4, "a new ferry", span(text, "They want a new ferry."))
    hit = only(library(searchable(text, asks=[wish])), "ask:ferry ")

    assert (hit.kind, hit.ask, hit.title) == ("ask", 4, "a new ferry")
    assert hit.snippet == "They want a new ferry."
    assert text.text[hit.start : hit.end] == "They want a new ferry."


def test_the_hits_follow_a_change_of_what_is_hidden(library):
    seen = library("Ferry one. Ferry two.")
    assert len(only(seen, "ferry ").spans) == 2
    seen.documents[1] = searchable(article(1, "Ferry one. Ferry two.", hidden=((0, 10),)))

    assert len(only(seen, "ferry ").spans) == 1


@given(words=st.lists(st.sampled_from(["ferry", "tug.", "a", "U.S.", "\n\n", "no."]), max_size=60))
def test_marks_are_those_spans_that_lie_in_the_sentences_shown(words):
    text = " ".join(words)
    wanted = Run("", ((Form("ferry", "exact"),),))
    shown = passage(ReadArticle(Page.of(article(1, text)), Chunks()), [wanted])

    assert {text[a:b] for a, b in shown.spans} <= {"ferry"}
    assert len(shown.spans) == words.count("ferry")
    assert {shown.snippet[a:b] for a, b in shown.marks} <= {"ferry"}
    assert bool(shown.marks) == bool(shown.spans)


PIECES = st.sampled_from(["ferry", "Ferries,", "f.e.", "U.S.", "us", "férry", "x-ferry", "F-35", "\n", "\u2003", "1,000", "(ferry)", "É"])  # fmt: skip
STEPS = st.sampled_from([("ferry", "stem"), ("ferry", "exact"), ("f", "prefix"), ("fe", "prefix"), ("u.s.", "exact"), ("f35", "exact"), ("f*y", "glob"), ("fery", "fuzzy")])  # fmt: skip


@given(st.lists(PIECES, max_size=20), STEPS, st.integers(0, 40), st.integers(0, 9))
def test_a_word_alone_stands_where_it_stands_among_others(pieces, form, start, length):
    text = " ".join(pieces)
    hidden = ((start, start + length),) if length else ()
    page = Page.of(article(1, text, hidden=hidden))
    step = (Form(*form),)
    alone = {(a, b) for a, b, _ in ReadArticle(page, Chunks()).hits([Run("", (step,))])}
    stretches = {}
    ReadArticle(page, Chunks())._positions(stretches, step)

    assert alone == set(stretches.values())
