"""Every word of the window that is to be translated, read from the code."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from briefing import gui
from briefing.gui.deeds import commands
from briefing.gui.dialogs import preferences
from briefing.gui.records.verbs import VERBS

GUI = Path(gui.__file__).parent


def window_words() -> dict[str, str]:
    """Return each word with the place it stands: `sheet.py:12`."""
    found: dict[str, str] = {}
    for file in sorted(GUI.rglob("*.py")):
        for words, line in _in_file(ast.parse(file.read_text(encoding="utf-8"))):
            found.setdefault(words, f"{file.name}:{line}")
    for words in _in_tables():
        found.setdefault(words, "a table")
    return found


def _in_file(tree: ast.AST) -> Iterator[tuple[str, int]]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            continue
        given = {"tr": node.args[:1], "tr_count": node.args[1:3]}.get(node.func.id, [])
        for one in given:
            if isinstance(one, ast.Constant) and isinstance(one.value, str):
                yield one.value, node.lineno


def _in_tables() -> Iterator[str]:
    for title, entries in commands.MENUS:
        yield from title.split("/")
        yield from (one.words.partition("\t")[0] for one in entries if one is not None)
    for verb in VERBS:
        yield from (verb.words, verb.tip)
    yield from preferences._THEMES.values()
