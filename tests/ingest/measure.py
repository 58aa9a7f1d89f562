"""Measures against the annotated texts beside the checkout; skips where they are not there."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.ingest import hide_chrome

SHARED = Path(__file__).parents[2].parent / "shared"


def annotated(corpus: str) -> Iterator[tuple[str, dict]]:
    """Yield each text of a corpus with its annotation."""
    gold, texts = SHARED / "corpus" / corpus / "gold", SHARED / "corpus" / corpus / "texts"
    if corpus == "seeds":
        gold, texts = SHARED / "gold", SHARED / "seeds"
    if not gold.is_dir():
        pytest.skip("the annotated texts are not beside this checkout")
    for path in sorted(gold.glob("*.json")):
        text = (texts / f"{path.stem}.txt").read_bytes().decode("utf-8")
        yield text, json.loads(path.read_text(encoding="utf-8"))


def chrome_left_and_good_removed(corpus: str) -> tuple[float, float]:
    """Return the share of chrome left over and of good text hidden, white space not counted."""
    left = chrome = removed = good = 0
    for text, annotation in annotated(corpus):
        seen = {i for i, letter in enumerate(text) if not letter.isspace()}
        bad = seen & {i for start, end in annotation["boilerplate"] for i in range(start, end)}
        found = seen & {i for item in hide_chrome(text) for i in range(item.start, item.end)}
        left += len(bad - found)
        chrome += len(bad)
        removed += len(found - bad)
        good += len(seen - bad)
    return left / chrome, removed / good
