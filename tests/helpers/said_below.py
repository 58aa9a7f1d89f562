"""Every sentence said below the window that it words in its language, gathered from the code."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from briefing import errors
from briefing.export.proof import verify
from briefing.ingest import files
from briefing.ingest.formats import open_document, word, zip_files
from briefing.ingest.text import signatures
from briefing.library import checking
from briefing.workspace import keeping, reports
from briefing.workspace.briefs import exporting
from briefing.workspace.changing import articles, meetings, reviewing
from briefing.workspace.importing import bundles, furniture
from tests.helpers.said import GUI, literals

ROOT = GUI.parent
ERRORS = {
    name
    for name, kind in vars(errors).items()
    if isinstance(kind, type) and issubclass(kind, errors.BriefingError)
} - {"BadQuery"}
SECOND = frozenset(
    {"_gave_up", "damaged", "unsound", "Failure"}
)  # functions that take the reason so
FIRST = frozenset({"phrase", "as_phrase", "remark", "BadQuery", "wrong", "operation", "batch"})


def from_below() -> set[str]:
    """Return the patterns and words that a translation must hold."""
    found = set(_tables())
    for file in sorted(ROOT.rglob("*.py")):
        if file.parent.name not in {"cli"}:
            for call in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(call, ast.Call):
                    found |= {words for one in _given(call) for words in literals(one)}
    return found - {""}


def _given(call: ast.Call) -> Iterator[ast.expr]:
    name = getattr(call.func, "attr", getattr(call.func, "id", ""))
    if name in ERRORS:
        yield from call.args[:2]
    elif name in FIRST:
        yield from call.args[:1]
    elif name == "_wrong":  # of a plan: problem and hint
        yield from call.args[1:3]
    elif name == "at_line":
        yield from call.args[2:3]
    elif name in SECOND:
        yield from call.args[1:2]
    elif name == "Diagnosis":
        yield from (*call.args, *(k.value for k in call.keywords if k.arg in {"report", "remedy"}))


def _tables() -> Iterator[str]:
    yield from (kind for _, _, kind in signatures._SIGNATURES)
    yield from (kind for _, kind in files._SPECIAL)
    yield from (open_document.KIND, word.KIND, zip_files.KIND)
    yield from checking._WHERE.values()
    yield keeping._READ_AGAIN
    yield from reviewing.REQUIRED
    yield from (name for names in reviewing.REQUIRED.values() for name in names)
    yield from (*articles._DETAILS, *meetings._EMPTY, *bundles._DETAILS, *bundles._FACTS)
    yield from ("{part0} and {part1}", "ready", "behind", "missing", "damaged")
    yield from reviewing.titles()
    yield from (*reports.CAME, *furniture.ALWAYS)
    yield from (words for said in (*reports.SORTS, *bundles.SORTS) for words in said)
    yield from (*verify._BROKEN.values(), *exporting._KINDS.values())
