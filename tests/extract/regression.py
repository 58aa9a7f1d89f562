"""Logistic regression over names of evidence, where of several claims of one ask one is enough."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from briefing.extract.tables.weight_table import BIAS

LEAST_TEXTS = 3
LEAST_ROWS = 4
SMALLEST = 0.02
STEPS = 30


@dataclass(frozen=True)
class Row:
    """One claim: its text, what it would be the same ask as, its evidence, and whether it is right."""

    text: str
    unit: tuple[object, ...]
    evidence: frozenset[str]
    right: bool
    weight: float = 1.0


def trained(rows: list[Row], *, shrink: float, shrink_rare: float, rounds: int) -> dict[str, float]:
    """Return the weight of each name of evidence.

    Args:
        rows: what to learn from.
        shrink: strength of the penalty on squares; shrink_rare: that of frames, labels and the like.
        rounds: how often right claims are weighed anew by how likely they are beside the best of
            their unit (multiple-instance learning: Maron and Lozano-Pérez, NIPS 1998).
    """
    names = _names(rows)
    matrix = _matrix(rows, names)
    right = np.array([row.right for row in rows], float)
    base = np.array([row.weight for row in rows])
    rare = ("frame ", "issue ", "kind ")
    penalty = np.array([shrink_rare if n.startswith(rare) else shrink for n in names] + [0.0])
    found = _fitted(matrix, right, base, penalty)
    for _ in range(rounds):
        found = _fitted(matrix, right, base * _shares(rows, matrix @ found), penalty)
    weights = dict(zip(names, found[:-1], strict=True))
    return {BIAS: found[-1]} | {n: w for n, w in weights.items() if abs(w) >= SMALLEST}


def ranked(groups: list[tuple[list[frozenset[str]], int]], *, shrink: float) -> dict[str, float]:
    """Return the weight of each name where of each group's candidates one is right.

    Conditional logit (McFadden 1974), fitted by Newton's method.

    Args:
        groups: for each text the evidence of all candidates, and the index of the right one.
        shrink: strength of the penalty on squares.
    """
    told = Counter(name for candidates, _ in groups for name in set().union(*candidates))
    names = sorted(name for name, texts in told.items() if texts >= LEAST_ROWS)
    tables = [np.array([[n in c for n in names] for c in group], float) for group, _ in groups]
    found = np.zeros(len(names))
    for _ in range(STEPS):
        slope, bend = shrink * found, shrink * np.eye(len(names))
        for table, (_, right) in zip(tables, groups, strict=True):
            scores = np.exp(table @ found - (table @ found).max())
            likely = scores / scores.sum()
            mean = likely @ table
            slope += mean - table[right]
            bend += (table * likely[:, None]).T @ table - np.outer(mean, mean)
        step = np.linalg.solve(bend, slope)
        found -= step
        if np.abs(step).max() < 1e-4:
            break
    return {n: w for n, w in zip(names, found, strict=True) if abs(w) >= SMALLEST}


def write(weights: dict[str, float], path: Path) -> None:
    """Write a table of weights as `load_weights` reads it."""
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["evidence", "weight"])
        table.writerows([name, round(float(weight), 3)] for name, weight in weights.items())


def _names(rows: list[Row]) -> list[str]:
    seen: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        for name in row.evidence:
            seen[name].append(row.text)
    return sorted(
        name
        for name, texts in seen.items()
        if len(texts) >= LEAST_ROWS and len(set(texts)) >= LEAST_TEXTS
    )


def _matrix(rows: list[Row], names: list[str]) -> np.ndarray:
    place = {name: column for column, name in enumerate(names)}
    matrix = np.zeros((len(rows), len(names) + 1))
    matrix[:, -1] = 1
    for index, row in enumerate(rows):
        columns = [place[name] for name in row.evidence if name in place]
        matrix[index, columns] = 1
    return matrix


def _fitted(
    matrix: np.ndarray, right: np.ndarray, weight: np.ndarray, penalty: np.ndarray
) -> np.ndarray:
    """Newton's method; it converges in some ten steps."""
    found = np.zeros(matrix.shape[1])
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-matrix @ found))
        slope = matrix.T @ (weight * (likely - right)) + penalty * found
        bend = (matrix * (weight * likely * (1 - likely) + 1e-9)[:, None]).T @ matrix
        found -= np.linalg.solve(bend + np.diag(penalty + 1e-9), slope)
        if np.abs(slope).max() < 1e-4:
            break
    return found


def _shares(rows: list[Row], scores: np.ndarray) -> np.ndarray:
    best: dict[tuple[object, ...], float] = {}
    for row, score in zip(rows, scores, strict=True):
        best[row.unit] = max(best.get(row.unit, score), score)
    return np.array(
        [
            float(np.exp(2 * (score - best[row.unit]))) if row.right else 1.0
            for row, score in zip(rows, scores, strict=True)
        ]
    )
