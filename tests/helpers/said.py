"""Every sentence the window says, gathered from its code: what a translation must hold."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from briefing import gui
from briefing.gui import rescue
from briefing.gui.bars import header, status
from briefing.gui.deeds import commands
from briefing.gui.dialogs import manual, preferences
from briefing.gui.look import pills
from briefing.gui.pages import compare as compare_page
from briefing.gui.pages import counts_panel, hits, query_filters
from briefing.gui.pages import results as results_page
from briefing.gui.panels import detail_pane
from briefing.gui.panels import gaps as gaps_panel
from briefing.gui.records import verbs
from briefing.gui.words import kept_words, wording
from briefing.model.finding import ASK_KINDS, ATTRIBUTIONS, BANDS, PARTICIPATIONS, PERSON_KINDS
from briefing.workspace.briefs import comparing

GUI = Path(gui.__file__).parent
HARD = "\u00a0"


def from_tables() -> set[str]:
    """Return the words that stand in tables and are translated where they are shown."""
    found: set[str] = set()
    for title, entries in commands.MENUS:
        found |= set(title.split("/")) | {c.words.partition("\t")[0] for c in entries if c}
    for verb in verbs.VERBS:
        found |= {verb.words, verb.tip}
    for table in (
        wording.KINDS,
        wording.ATTRIBUTION,
        wording.ASK_KIND,
        wording.PARTICIPATION,
        wording.STATUS,
        compare_page._SAID,
        counts_panel.HEADINGS,
        counts_panel.KINDS,
        query_filters.FIELDS,
        detail_pane._NAMES,
        hits.KINDS,
        pills._UNSURE,
        preferences._THEMES,
        status.INDEX_WORDS,
    ):
        found |= set(table.values())
    found |= {
        *wording.MONTHS,
        *wording.SHORT_MONTHS,
        wording.NO_DATE,
        *header.VIEWS,
        *header._HINTS,
    }
    found |= {title for title, _ in manual.PAGES}
    found |= {words for _, words in query_filters._ORDERS}
    found |= {results_page.HELP, results_page.REVIEW_HELP, compare_page.ALONE, rescue.EXPLAINED}
    found |= set(comparing.STATUSES) | set(kept_words.words())
    kinds = (*ASK_KINDS, *ATTRIBUTIONS, *BANDS, *PARTICIPATIONS, *PERSON_KINDS)
    return found | {kind.replace("_", " ") for kind in kinds} | set(gaps_panel.SORTS.values())


def from_code(folder: Path = GUI) -> set[str]:
    """Return the words given to `tr`, `tr_count` and `counted` as they stand in the code."""
    found: set[str] = set()
    for file in sorted(folder.rglob("*.py")):
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call):
                found |= set(_said(call))
    return found


def _said(call: ast.Call) -> Iterator[str]:
    name = getattr(call.func, "attr", getattr(call.func, "id", ""))
    if name == "tr" and call.args:
        yield from literals(call.args[0])
    elif name == "tr_count":
        for argument in call.args[1:3]:
            yield from literals(argument)
    elif name == "counted" and len(call.args) > 1:
        for noun in literals(call.args[1]):
            yield f"{{count}}{HARD}{noun}"
            plural = list(literals(call.args[2])) if len(call.args) > 2 else [f"{noun}s"]
            yield from (f"{{count}}{HARD}{one}" for one in plural)


def literals(argument: ast.expr) -> Iterator[str]:
    """Return the texts an argument can be, as they stand in the code."""
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        yield argument.value
    elif isinstance(argument, ast.IfExp):
        yield from literals(argument.body)
        yield from literals(argument.orelse)
