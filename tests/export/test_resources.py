"""A table of the program that is malformed is named, and what is missing in it."""

import pytest

from briefing.errors import BadResource
from briefing.export.language import headings as headings_module
from briefing.export.language import tables as tables_module


@pytest.fixture
def resource(monkeypatch):
    """Replace what is read from the resources, and forget what was read before."""

    def replaced(text):
        for module in (headings_module, tables_module):
            monkeypatch.setattr(module, "resource_text", lambda name: text)
        forget()

    yield replaced
    monkeypatch.undo()
    forget()


def forget():
    headings_module.all_headings.cache_clear()
    headings_module.prompts.cache_clear()
    tables_module.posts.cache_clear()


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("a: [", "headings.yaml cannot be read"),
        ("- a", "headings.yaml must hold one table for each language"),
        ("en: {title: x}", "headings.yaml: the language 'en' lacks 'index'"),
    ],
)
def test_malformed_headings_are_named(resource, text, sentence):
    resource(text)
    with pytest.raises(BadResource, match=sentence):
        headings_module.headings("en")


def test_a_malformed_table_is_named(resource):
    resource("a: [")
    with pytest.raises(BadResource, match=r"templates/counterparts\.yaml cannot be read"):
        tables_module.posts()
