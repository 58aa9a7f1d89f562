"""The engines that are compared, each with the same few methods.

`build(articles, folder)` makes an index; `open(folder, texts)` opens it beside the database of
texts; `ask(kind, query)` returns the ids of the first ten articles, or their snippets; `add(article,
folder)` adds one and commits it.
"""

from __future__ import annotations

from importlib import import_module

NAMES = ("ours", "tantivy", "fts5", "whoosh")


def engine(name: str):
    """Return an engine by name."""
    return import_module(f"tests.benchmarks.engines.with_{name}").Engine()
