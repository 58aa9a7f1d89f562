"""Whatever names, titles and labels hold, the document keeps its structure and its proof."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.export import render_markdown, to_html, user_sections, verify_briefing
from briefing.model import Briefing
from tests.export.sample import briefing, by_sha
from tests.export.test_escape import HOSTILE, Shape

COUNTED = ("h1", "h2", "table", "tr", "td", "th", "ul", "ol", "li", "strong", "em", "img", "code")


def named(text: str) -> Briefing:
    """Return the briefing with these words in every name, title and label."""
    full = briefing()
    meeting, records = full.meeting, full.records
    return replace(
        full,
        meeting=replace(meeting, place=f"{text} place", date_basis=f"basis {text}"),
        articles=tuple(
            replace(
                article,
                title=f"{text} title",
                outlet=f"{text} outlet {article.id}",
                author=f"{text} author",
                file_name=f"{text}.txt",
            )
            for article in full.articles
        ),
        records=replace(
            records,
            people=tuple(
                replace(each, roles=(f"{text} Minister",), note=f"note {text}", conflicts=())
                for each in records.people
            ),
            issues=tuple(replace(each, label=f"{text} {each.label}") for each in records.issues),
            asks=tuple(
                replace(
                    each,
                    issues=tuple(f"{text} {label}" for label in each.issues),
                    hedge=f"h {text}",
                    conflicts=(f"c {text}",),
                )
                for each in records.asks
            ),
            pressure=tuple(replace(each, who=f"{text} who") for each in records.pressure),
        ),
        library=text,
        version=text,
    )


def structure(text: str) -> dict[str, int]:
    tags = Shape(to_html(text)).tags
    return {tag: tags.count(tag) for tag in COUNTED}


PLAIN = structure(render_markdown(named("word")))


# Names of many words would take a line out of the glance, which holds so many words and no more.
FEW_WORDS = st.one_of(HOSTILE, st.text(alphabet="“”\"‘’'[]^*_ ab1.:;")).filter(
    lambda text: len(text.split()) < 3
)


@settings(deadline=None, max_examples=50)
@given(FEW_WORDS)
def test_no_name_title_or_label_changes_the_structure(text):
    assert structure(render_markdown(named(text))) == PLAIN


@settings(deadline=None, max_examples=50)
@given(st.one_of(HOSTILE, st.text(alphabet="“”\"‘’'[]^*_ ab1.:;")))
def test_no_name_title_or_label_spoils_the_proof(text):
    source = named(text)
    shown = render_markdown(source)

    assert verify_briefing(shown, by_sha(source)) == ()
    assert len(user_sections(shown)) == 6
