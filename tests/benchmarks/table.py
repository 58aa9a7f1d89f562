"""The figures as one table, and as JSON."""

from __future__ import annotations

from tests.benchmarks.figures import Figures, at
from tests.benchmarks.queries import KINDS


def as_table(figures: Figures) -> str:
    """Return the table in Markdown: a row for each figure, a column for each engine, and ratios."""
    names = list(figures.builds)
    others = [name for name in names if name != "ours"]
    head = ["p50 / p95", *names, *(f"ours : {name}" for name in others)]
    lines = [
        f"{figures.size:,} articles, {figures.text_mb:.0f} MB of text",
        "",
        _row(head),
        _row(["---"] * len(head)),
    ]
    for kind in KINDS:
        pairs = {n: (figures.query(kind, n, 0.5), figures.query(kind, n, 0.95)) for n in names}
        lines.append(_row([f"{kind}, ms", *map(_pair, pairs.values()), *_ratios(pairs)]))
    adds = {name: (at(t, 0.5), at(t, 0.95)) for name, t in figures.adds.items()}
    lines.append(_row(["add 1 + commit, ms", *map(_pair, adds.values()), *_ratios(adds)]))
    singles = {
        "open + first query, ms": {n: at(t, 0.5) for n, t in figures.opens.items()},
        "build, s of processor": {n: found["s"] for n, found in figures.builds.items()},
        "index, MB": {n: found["mb"] for n, found in figures.builds.items()},
        "index : text": {n: found["mb"] / figures.text_mb for n, found in figures.builds.items()},
        "build, peak MB": {n: found["rss_mb"] for n, found in figures.builds.items()},
        "queries, peak MB": figures.memory,
    }
    for title, values in singles.items():
        ratios = [f"{values['ours'] / values[name]:.2f}" for name in others]
        lines.append(_row([title, *(_number(values[name]) for name in names), *ratios]))
    return "\n".join(lines)


def as_json(figures: Figures) -> dict:
    """Return the figures for other programs; times of builds are seconds of the processor."""
    names = list(figures.builds)
    return {
        "size": figures.size,
        "text_mb": figures.text_mb,
        "queries": {
            kind: {n: [figures.query(kind, n, 0.5), figures.query(kind, n, 0.95)] for n in names}
            for kind in KINDS
        },
        "build_s": {n: figures.builds[n]["s"] for n in names},
        "index_mb": {n: figures.builds[n]["mb"] for n in names},
        "rss_mb": {n: figures.builds[n]["rss_mb"] for n in names},
        "add_one_ms": {n: [at(figures.adds[n], 0.5), at(figures.adds[n], 0.95)] for n in names},
    }


def _ratios(pairs: dict[str, tuple[float, float]]) -> list[str]:
    ours = pairs["ours"]
    return [
        f"{ours[0] / other[0]:.2f} / {ours[1] / other[1]:.2f}"
        for name, other in pairs.items()
        if name != "ours"
    ]


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _pair(values: tuple[float, float]) -> str:
    return f"{_number(values[0])} / {_number(values[1])}"


def _number(value: float) -> str:
    return f"{value:.2f}" if value < 10 else f"{value:.0f}"
