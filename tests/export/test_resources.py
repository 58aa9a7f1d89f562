"""A table of the program that is malformed is named, and what is missing in it."""

import pytest

from briefing.errors import BadResource
from briefing.export import headings as headings_module
from briefing.export import template as template_module


@pytest.fixture
def resource(monkeypatch):
    """Replace what is read from the resources, and forget what was read before."""

    def replaced(text):
        for module in (headings_module, template_module):
            monkeypatch.setattr(module, "resource_text", lambda name: text)
        forget()

    yield replaced
    monkeypatch.undo()
    forget()


def forget():
    headings_module.all_headings.cache_clear()
    headings_module.prompts.cache_clear()
    template_module.template.cache_clear()
    template_module.posts.cache_clear()


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("a: [", "headings.yaml cannot be read"),
        ("- a", "headings.yaml must hold one table for each language"),
        ("en: {title: x}", "headings.yaml: the language 'en' lacks 'empty'"),
    ],
)
def test_malformed_headings_are_named(resource, text, sentence):
    resource(text)
    with pytest.raises(BadResource, match=sentence):
        headings_module.headings("en")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("a: [", "templates/leaders-meeting.yaml cannot be read"),
        ("sections: []", "templates/leaders-meeting.yaml lacks 'annexes'"),
    ],
)
def test_a_malformed_template_is_named(resource, text, sentence):
    resource(text)
    with pytest.raises(BadResource, match=sentence):
        template_module.template("leaders-meeting")
