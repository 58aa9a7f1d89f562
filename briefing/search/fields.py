"""The names of the fields: those of the index, and those a query may name."""

from __future__ import annotations

SCHEMA_VERSION = 4  # grows with every change of the fields, or of the files of `engine`
# An index of another version is made anew.

TEXT_FIELDS = ("title", "body", "people", "issues", "ask")
VALUE_FIELDS = (
    "kind", "article_id", "ask_id", "meeting", "meeting_id", "source", "date",
    "side", "of", "person", "issue",
)  # fmt: skip

# How much a word counts by where it stands; the body is the measure.
BOOSTS = {"title": 4.0, "people": 2.0, "issues": 2.0, "ask": 1.5, "body": 1.0}

# What a query may name, beside `date`: words of a text, or whole values.
ASKED_TEXTS = ("title", "body", "ask")
ASKED_VALUES = ("person", "side", "of", "issue", "meeting", "source", "kind")
ASKED = (
    "title",
    "body",
    "ask",
    "person",
    "side",
    "of",
    "issue",
    "meeting",
    "source",
    "date",
    "kind",
    "sort",
)

FACETS = ("meeting", "side", "issue", "person", "source", "month", "kind")
