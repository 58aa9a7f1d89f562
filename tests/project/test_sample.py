"""The sample library: short, written for this project, and readable by the importer."""

import datetime as dt
import re
from pathlib import Path

import pytest

from briefing.paths import resources

SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds"
SAMPLES = sorted((p for p in resources().joinpath("sample").iterdir()), key=lambda p: p.name)


def sequences(text, length=8):
    words = re.findall(r"\w+", text.casefold())
    return {tuple(words[i : i + length]) for i in range(len(words) - length + 1)}


def test_there_are_five():
    assert len(SAMPLES) == 5


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda s: s.name)
def test_each_is_short_and_named_after_its_day_and_outlet(sample):
    text = sample.read_text(encoding="utf-8")
    day = dt.date.fromisoformat(sample.name[:10])

    assert 200 <= len(text.split()) <= 350
    assert f"Published {day:%B} {day.day}, {day.year}" in text
    assert (
        sample.name
        == f"{day}-{text.splitlines()[2].lower().removesuffix(' | politics').removeprefix('the ').replace(' ', '-')}.txt"
    )


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda s: s.name)
def test_each_says_that_it_is_a_summary(sample):
    assert "written for the sample library" in sample.read_text(encoding="utf-8")


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the real articles are not here")
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda s: s.name)
def test_no_eight_words_in_a_row_are_those_of_a_real_article(sample):
    real = set().union(*(sequences(p.read_text(encoding="utf-8")) for p in SEEDS.glob("*.txt")))

    assert real
    assert not sequences(sample.read_text(encoding="utf-8")) & real
