"""Salience: which issues of a text are on the table, and which are mentioned in passing.

The weights are trained: see tests/extract/train_issues.py.
"""

from __future__ import annotations

from dataclasses import replace

from briefing.extract.issues.issue_evidence import evidence_for
from briefing.extract.scenes.surroundings import Surroundings
from briefing.model import AskFound, IssueFound

LEAST = 0.6  # where cross-validation finds precision and recall nearest, old and new texts alike


def on_the_table(around: Surroundings) -> tuple[IssueFound, ...]:
    """Return the issues that are not merely mentioned in passing, in the order given."""
    weights = around.tables.issues.weights
    return tuple(
        issue for issue in around.issues if weights.likelihood(evidence_for(issue, around)) >= LEAST
    )


def without_passing(
    asks: tuple[AskFound, ...], issues: tuple[IssueFound, ...]
) -> tuple[AskFound, ...]:
    """Return the asks with those of their issues that are on the table."""
    known = {issue.label for issue in issues}
    return tuple(
        replace(ask, issues=tuple(label for label in ask.issues if label in known)) for ask in asks
    )
