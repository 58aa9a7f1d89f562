"""Train what tells issues on the table: `python -m tests.extract.train_issues SHARED [EXTRA ...]`.

SHARED and EXTRA are as for `train`, which goes first: bands of asks are evidence. The third of A that
asks are measured on is learnt from too. Two tables are written: how often the words of an issue were
on the table (`issue_priors.csv`), and the weights of the evidence (`issue_weights.csv`). The same texts
give the same tables. With `--check` nothing is written: each tenth of the texts is weighed by what
was learnt from the others, and scored with SHARED/tools/score.py.
"""

from __future__ import annotations

import csv
import importlib.util
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefing.extract import load_tables
from briefing.extract.asks.asks import find_asks
from briefing.extract.issues.issue_evidence import evidence_for
from briefing.extract.issues.issues import find_issues
from briefing.extract.issues.salience import LEAST
from briefing.extract.scenes.speaking import sentence_voices
from briefing.extract.scenes.surroundings import Surroundings
from briefing.extract.tables.issue_priors import (
    NAME,
    OTHER_LOOSE,
    OTHERS,
    Priors,
    plain,
    steps_below,
)
from briefing.extract.tables.tables import Tables
from briefing.extract.tables.weight_table import Weights
from briefing.extract.text.backend import load_backend
from briefing.model import IssueFound
from tests.extract.regression import Row, trained, write
from tests.extract.train import RESOURCES, Annotated, _read, held_out, of_folder, training

TENTHS, SEED = 10, 7
OF_SEEDS, SHRINK = 4.0, 30
OF_WORDS, OF_ISSUE = 4, 8  # how many counts the wider share weighs as much as
BARE = "prior over "

Told = tuple[str, str, str, bool]  # label, words, OTHERS or OTHER_LOOSE, right
Counted = Counter[Told]


@dataclass(frozen=True)
class Weighed:
    """An issue of a text: its evidence but for the words' share, whether it is right, what the words tell."""

    issue: IssueFound
    evidence: frozenset[str]
    right: bool | None
    told: tuple[Told, ...]


@dataclass(frozen=True)
class Text:
    """A text with all its issues, those in passing included."""

    name: str
    weight: float
    gold: list[dict[str, Any]]
    issues: tuple[Weighed, ...]


def scorer_of(shared: Path) -> Any:
    """Return the module of the scorer beside the annotated texts."""
    spec = importlib.util.spec_from_file_location("score", shared / "tools" / "score.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(shared / "tools" / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def paths(shared: Path, extra: list[Path]) -> list[Path]:
    """Return the annotations that issues may be learnt from."""
    known = [*training(shared), *(path for folder in extra for path in of_folder(folder))]
    return known + [path for path in sorted(held_out(shared)) if path.parent.parent.name == "A"]


def _text(text: Annotated, scorer: Any) -> Text:
    stage = text.stage
    voices = sentence_voices(stage)
    issues = find_issues(
        stage.document, stage.tables, meeting=stage.meeting, mentions=stage.mentions
    )
    around = Surroundings(issues, find_asks(stage, voices, issues), stage, voices)
    gold, loose = text.gold["issues"], stage.tables.issues.loose
    weighed = tuple(
        Weighed(
            issue,
            frozenset(e for e in evidence_for(issue, around) if not e.startswith(BARE)),
            _right(gold, {"label": issue.label, "aliases_in_text": list(issue.aliases)}, scorer),
            tuple(_told(issue, gold, loose[issue.label], scorer)),
        )
        for issue in issues
    )
    return Text(text.name, OF_SEEDS if text.weight > 1 else 1.0, gold, weighed)


def _right(gold: list[dict[str, Any]], found: dict[str, Any], scorer: Any) -> bool | None:
    hits = [issue for issue in gold if scorer.same_issue(issue, found)]
    if any(not issue.get("borderline") for issue in hits):
        return True
    return None if hits else False


def _told(
    issue: IssueFound, gold: list[dict[str, Any]], loose: frozenset[str], scorer: Any
) -> Iterator[Told]:
    """Yield for each way it is named whether those words alone are an issue of the gold."""
    seen: set[str] = set()
    for alias in issue.aliases:
        words = plain(alias)
        right = _right(gold, {"label": "", "aliases_in_text": [words]}, scorer)
        if words not in seen and right is not None:
            seen.add(words)
            rest = OTHER_LOOSE if alias.lower() in loose else OTHERS
            yield issue.label, words, rest, right


def _counted(text: Text) -> Counted:
    told = (issue.told for issue in text.issues)
    return Counter(one for each in told for one in each)


def _priors(counts: Counted) -> Priors:
    """Return the shares: of all by Laplace's rule, each issue's drawn to it, each word's to the issue's."""
    by_rest, by_issue = Counter[Any](), Counter[Any]()
    for (label, _, rest, right), number in counts.items():
        by_rest[rest, right] += number
        by_issue[label, rest, right] += number
    shares: dict[tuple[str, str], float] = {}
    for rest in (OTHERS, OTHER_LOOSE):
        yes, no = by_rest[rest, True], by_rest[rest, False]
        shares["", rest] = (yes + 1) / (yes + no + 3)
    for label, rest, _ in by_issue:
        wider = shares["", rest]
        shares[label, rest] = _drawn(by_issue, (label, rest), wider, OF_ISSUE)
    for label, words, rest, _ in counts:
        wider = shares[label, rest]
        shares[label, words] = _drawn(counts, (label, words, rest), wider, OF_WORDS)
    return Priors(shares)


def _drawn(counts: Counter[Any], key: tuple[str, ...], wider: float, as_much: int) -> float:
    yes, no = counts[*key, True], counts[*key, False]
    return (yes + as_much * wider) / (yes + no + as_much)


def _weights(texts: list[Text], counts: Counted, tables: Tables) -> dict[str, float]:
    """Return the weights, learnt with shares that a text's own words have no part in."""
    rows = []
    for text in texts:
        priors = _priors(counts - _counted(text))
        rows += [
            Row(text.name, (text.name, one.issue.label), evidence, one.right, text.weight)
            for one, evidence in _whole(text, priors, tables)
            if one.right is not None
        ]
    return trained(rows, shrink=SHRINK, shrink_rare=SHRINK, rounds=0)


def _whole(text: Text, priors: Priors, tables: Tables) -> Iterator[tuple[Weighed, frozenset[str]]]:
    for one in text.issues:
        loose = tables.issues.loose[one.issue.label]
        share = priors.best(one.issue.label, one.issue.aliases, loose)
        yield one, one.evidence | frozenset(steps_below(share))


def _write_priors(priors: Priors) -> None:
    with (RESOURCES / NAME).open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["issue", "words", "share"])
        table.writerows([*key, round(share, 2)] for key, share in sorted(priors.by_words.items()))


def check(texts: list[Text], scorer: Any, tables: Tables) -> None:
    """Print the figures that texts get by what was learnt from the others."""
    names = sorted(text.name for text in texts)
    random.Random(SEED).shuffle(names)
    totals: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for tenth in range(TENTHS):
        apart = set(names[tenth::TENTHS])
        rest = [text for text in texts if text.name not in apart]
        counts = sum(map(_counted, rest), Counter())
        weights, priors = Weights(_weights(rest, counts, tables)), _priors(counts)
        for text in (text for text in texts if text.name in apart):
            found = [
                {"label": one.issue.label, "aliases_in_text": list(one.issue.aliases)}
                for one, evidence in _whole(text, priors, tables)
                if weights.likelihood(evidence) >= LEAST
            ]
            for place, number in enumerate(_scored(text.gold, found, scorer)):
                totals[text.name[0]][place] += number
    for first, total in sorted(totals.items()):
        precision, recall, f1 = scorer.prf(*total)
        sys.stdout.write(f"{first}*: P {precision:.3f} R {recall:.3f} F1 {f1:.3f} {total}\n")


def _scored(
    gold: list[dict[str, Any]], found: list[dict[str, Any]], scorer: Any
) -> tuple[int, int, int]:
    """Count right, false and missed issues as the scorer does."""
    pairs = scorer.greedy(gold, found, scorer.same_issue)
    clear = [index for index, issue in enumerate(gold) if not issue.get("borderline")]
    known = sum(any(scorer.same_issue(issue, one) for issue in gold) for one in found)
    right = sum(index in pairs for index in clear)
    return right, len(found) - known, len(clear) - right


def main(arguments: list[str]) -> None:
    shared, *extra = (Path(one) for one in arguments if not one.startswith("--"))
    tables, backend = load_tables(), load_backend()
    scorer = scorer_of(shared)
    texts = [
        _text(_read(path, tables, backend, of_meeting=True), scorer)
        for path in paths(shared, extra)
    ]
    if "--check" in arguments:
        check(texts, scorer, tables)
        return
    counts = sum(map(_counted, texts), Counter())
    _write_priors(_priors(counts))
    weights = _weights(texts, counts, tables)
    write(weights, RESOURCES / "issue_weights.csv")
    sys.stdout.write(f"{len(texts)} texts, {len(weights)} weights of issues\n")


if __name__ == "__main__":
    main(sys.argv[1:])
