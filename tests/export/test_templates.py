"""Plans and layouts: those of the program, and those the user copied and broke."""

import re
from dataclasses import replace

import pytest

from briefing.errors import BadResource, BadValue, BriefingError
from briefing.export import Templates, outline, profiles, render_markdown, verify_briefing
from briefing.model import UserSection
from tests.export.sample import briefing, by_sha, courier, with_asks
from tests.export.values import ask, within

OUTLINE = "{{ front }}\n\n# {{ title }}\n{% for s in sections %}\n\n## {{ s.heading }}\n\n{{ s.body }}\n{% endfor %}\n"


@pytest.fixture
def own(tmp_path):
    """Return a function that writes a file among the user's templates and returns those."""

    def write(name, text):
        (tmp_path / name).write_text(text, encoding="utf-8")
        return Templates(tmp_path)

    return write


def headings_of(text):
    return re.findall(r"^## (.*)$", text, re.MULTILINE)


def test_there_are_five_profiles():
    assert profiles() == ("bcl", "call", "issue-note", "leaders-meeting", "one-pager")


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("profile", profiles())
def test_every_profile_reads_as_expected_in_both_languages(golden, profile, language):
    name = f"briefing-{profile}-{language}.md"

    golden(name, render_markdown(briefing(), profile=profile, language=language))


@pytest.mark.parametrize("profile", profiles())
def test_every_profile_can_be_proved(profile):
    source = briefing()

    assert verify_briefing(render_markdown(source, profile=profile), by_sha(source)) == ()


def test_a_checklist_has_the_six_headings_of_its_kind():
    text = render_markdown(briefing(), profile="bcl")

    assert [head.split(". ")[1] for head in headings_of(text)[:6]] == [
        "Purpose",
        "Scenario",
        "Points",
        "Watch out for",
        "Participants",
        "Background",
    ]


def test_words_for_sections_of_another_profile_are_not_shown_in_this_one():
    text = render_markdown(briefing(UserSection("press", "We are glad.")), profile="one-pager")

    assert "We are glad." not in text


def test_a_plan_of_the_users_own_is_a_profile(own):
    templates = own("mine.yaml", "sections:\n  - glance\n  - points\nannexes: [sources]\n")
    text = render_markdown(briefing(), profile="mine", templates=templates)

    assert "mine" in templates.names()
    assert headings_of(text) == ["1. At a glance", "2. Points to make", "Annex A. Sources"]


def test_a_plan_of_the_users_own_goes_before_the_one_of_that_name(own):
    templates = own("bcl.yaml", "sections: [points]")

    assert headings_of(render_markdown(briefing(), profile="bcl", templates=templates)) == [
        "1. Points to make"
    ]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("sections:\n  - glance\n  - glanse\n", "line 3: there is no section 'glanse'"),
        ("sections:\n  - glance\nlimits:\n  asks: many\n", "line 4: asks is 'many', not a whole"),
        ("sections:\n  - glance\n  points: [\n", "line 3: "),
        ("# mine\nsection: [glance]\n", "line 2: 'section' means nothing here"),
        ("sections:\n  - glance\nlimits: {rows: 3}\n", "line 3: 'rows' means nothing here"),
        ("sections:\n  - why: [glance]\n", "line 2: the section 'why' has no title"),
        ("sections:\n  - why: [glance]\n    who: [press]\n", "line 2: a section of several parts"),
        ("sections: glance\n", "line 1: a list is expected here"),
        ("- glance\n", "line 1: a table of `key: value`"),
        ("sections:\n  - [glance]\n", "line 2: a single word is expected"),
        ("annexes: [sources]\n", "names no sections"),
        ("", "is empty"),
    ],
)
def test_a_broken_plan_is_named_by_file_and_line(own, tmp_path, text, sentence):
    templates = own("mine.yaml", text)

    with pytest.raises(BadResource, match=re.escape(sentence)) as error:
        outline(briefing(), profile="mine", templates=templates)
    assert error.value.message.startswith(str(tmp_path / "mine.yaml"))


def test_a_layout_of_the_users_own_places_the_parts(own):
    templates = own("briefing.md.j2", OUTLINE + "\n{{ notes }}\n")
    text = render_markdown(briefing(), templates=templates)

    assert "**Marking:**" not in text
    assert headings_of(text) == headings_of(render_markdown(briefing()))


def test_a_layout_may_be_for_one_profile_alone(own):
    templates = own("call.md.j2", "{{ title }}\n")

    text = render_markdown(briefing(), profile="call", templates=templates)
    assert text.index("\n\n<!-- lines") == text.index("\n")  # nothing but the title and its seal
    assert render_markdown(briefing(), templates=templates).startswith("---\n")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("{{ front }}\n\n{% for s in sections %}\n", "line 3: Unexpected end of template"),
        ("{{ front }}\n{{ heading }}\n", "line 2: 'heading' is undefined"),
        ("\n\n{{ section.glanse.body }}\n", "line 3: 'dict object' has no attribute 'glanse'"),
        ("{{ title }\n", "line 1: unexpected '}'"),
        ("a\n{{ 1 / 0 }}\n", "line 2: division by zero"),
        ("a\n{{ title.__class__.__mro__ }}\n", "line 2: access to attribute '__class__'"),
        ("a\n{% include '/etc/hostname' %}\n", "line 2: there is no template '/etc/hostname'"),
        ("a\n{{ title + 1 }}\n", "line 2: can only concatenate str"),
    ],
)
def test_a_broken_layout_is_named_by_file_and_line(own, tmp_path, text, sentence):
    templates = own("briefing.md.j2", text)

    with pytest.raises(BadResource, match=re.escape(sentence)) as error:
        render_markdown(briefing(), templates=templates)
    assert error.value.message.startswith(str(tmp_path / "briefing.md.j2"))


def test_a_layout_that_leaves_out_words_of_the_user_is_refused(own):
    templates = own("briefing.md.j2", "# {{ title }}\n")

    with pytest.raises(BadResource, match="leaves out the section 'points'"):
        render_markdown(briefing(UserSection("points", "Mine.")), templates=templates)


def test_a_layout_that_leaves_out_the_footnotes_is_refused(own):
    templates = own("briefing.md.j2", OUTLINE)

    with pytest.raises(BadResource, match="cites note 1 but does not give it"):
        render_markdown(briefing(), templates=templates)


def test_a_template_that_cannot_be_read_is_named(own, tmp_path):
    (tmp_path / "mine.yaml").write_bytes(b"sections: [\xff]")

    with pytest.raises(BadResource, match=r"mine.yaml cannot be read"):
        Templates(tmp_path).plan("mine")


def test_a_profile_is_copied_to_be_changed_and_a_changed_one_is_left_alone(tmp_path):
    templates = Templates(tmp_path / "new" / "templates")
    plan, layout = templates.copy("call")
    plan.write_text("sections: [points]\n")
    again = templates.copy("call")

    assert (plan.name, layout.name) == ("call.yaml", "briefing.md.j2")
    assert again == (plan, layout)
    assert plan.read_text() == "sections: [points]\n"


def test_a_copied_profile_gives_the_same_briefing(tmp_path):
    templates = Templates(tmp_path)
    templates.copy("leaders-meeting")

    assert render_markdown(briefing(), templates=templates) == render_markdown(briefing())


def test_a_profile_that_is_not_there_cannot_be_copied(tmp_path):
    with pytest.raises(BadValue, match="no briefing profile 'summit'"):
        Templates(tmp_path).copy("summit")


def test_without_a_folder_nothing_is_copied(tmp_path):
    with pytest.raises(BriefingError, match="no folder"):
        Templates().copy("call")
    (tmp_path / "file").write_text("")
    with pytest.raises(BriefingError, match="cannot be written"):
        Templates(tmp_path / "file" / "templates").copy("call")


def test_a_limit_of_pages_moves_what_weighs_least_to_the_annex():
    spans = (within(courier(), "SUND"),)
    many = [
        ask(f"{side}{n}", side, f"thing number {n} " + "and so on " * 6, spans)
        for n in range(12)
        for side in ("Norvia", "Esteria")
    ]
    source = with_asks(*many)
    free, tight = outline(source), outline(source, max_pages=1)

    assert tight.words < free.words
    assert any(section.key == "further" for section in tight.sections)
    everything = {each.text.strip() for each in many}
    shown = render_markdown(replace(source))
    assert all(f"hing number {n}" in shown for n in range(12)), everything


def test_the_length_meter_names_the_target_where_a_briefing_is_over_it():
    spans = (within(courier(), "SUND"),)
    long = [
        ask(f"{side}{n}", side, f"{side} " * 30, spans, voiced_by="word " * 60)
        for n in range(6)
        for side in ("Norvia", "Esteria")
    ]

    assert "(target: 2)" in render_markdown(with_asks(*long), profile="issue-note")
    assert "(target:" not in render_markdown(briefing(), profile="issue-note")
