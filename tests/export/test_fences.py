"""What the user wrote is read back as it stands, and a broken fence is named by its line."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.errors import BriefingError
from briefing.export import render_markdown, user_sections, verify_briefing
from briefing.model import UserSection
from tests.export.sample import briefing, by_sha

OWN = st.text(
    alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\r"), max_size=60
).filter(lambda text: "<!--" not in text and text.strip())


def written(sections):
    """The sections that hold words of the user."""
    return {s.name: s.text for s in sections if "for you to write" not in s.text}


@settings(deadline=None)
@given(OWN, OWN, OWN)
def test_words_of_the_user_come_back_as_they_were(block, inline, gone):
    mine = (
        UserSection("objectives", block),
        UserSection("if-raised-power", inline),
        UserSection("if-raised-whaling", gone),
    )
    once = render_markdown(briefing(*mine))
    back = user_sections(once)
    found = written(back)

    assert [found[s.name] for s in mine] == [block, inline, gone]
    assert render_markdown(briefing(*back)) == once


def test_a_section_nobody_wrote_in_is_not_kept():
    first = render_markdown(briefing(), language="fr")
    again = render_markdown(briefing(*user_sections(first)))

    assert again == render_markdown(briefing())


def test_words_for_an_issue_that_is_gone_are_kept_at_the_end():
    text = render_markdown(briefing(UserSection("if-raised-whaling", "Not this year.")))

    assert "## Kept from before\n\n<!-- user:if-raised-whaling -->\nNot this year.\n" in text


def test_a_file_saved_with_other_line_ends_reads_the_same():
    text = render_markdown(briefing(UserSection("points", "One.\nTwo.")))

    assert user_sections(text.replace("\n", "\r\n")) == user_sections(text)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("a\n<!-- user:x -->\nb", "Line 2: the user section 'x' is not closed"),
        ("<!-- user:x -->\n<!-- user:y --><!-- /user -->", "Line 1: the user section 'x' is not"),
        ("a\n\n<!-- /user -->", "Line 3: a user section is closed that was never opened"),
        ("<!--user:x-->b<!-- /user -->", "Line 1: the fence '<!--user:x-->' is malformed"),
        ("<!-- user: -->b<!-- /user -->", "Line 1: the fence '<!-- user: -->' is malformed"),
        (
            "<!-- user:x -->a<!-- /user -->\n<!-- user:x -->b<!-- /user -->",
            "Line 2: the user section 'x' stands twice",
        ),
    ],
)
def test_a_broken_fence_is_named_by_its_line(text, sentence):
    with pytest.raises(BriefingError) as raised:
        user_sections(text)

    assert str(raised.value).startswith(sentence)


def test_a_fence_in_an_article_is_no_fence():
    from tests.export.sample import ask, courier, with_asks, within

    spans = (within(courier(), "SUND"),)
    text = render_markdown(with_asks(ask("a", "Norvia", "<!-- user:x -->", spans)))

    assert "x" not in {section.name for section in user_sections(text)}


def test_what_the_user_wrote_is_never_verified():
    mine = UserSection("objectives", "They said “we yield” [^99].\n[^98]: nothing")
    source = briefing(mine)

    assert verify_briefing(render_markdown(source), by_sha(source)) == ()
