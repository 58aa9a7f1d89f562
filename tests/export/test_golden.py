"""The briefings of the sample library are, byte for byte, those that were read and found good.

After a change that is meant, `make golden` writes them anew; read the difference before you keep
it.
"""

import difflib

import pytest

from briefing.export import verify_briefing
from tests.export.sample import by_sha
from tests.export.sample_library import EPOCH, EXPECTED, SAMPLE, briefings, made, wanted


@pytest.fixture(scope="module")
def sources():
    return briefings()


@pytest.mark.parametrize(
    "style", wanted(), ids=lambda w: f"{w.meeting + 1}-{w.profile}-{w.language}-{w.format}"
)
def test_a_briefing_of_the_sample_library_is_as_it_was_read(style, sources, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    for name, data in made(sources[style.meeting], style).items():
        expected = (EXPECTED / name).read_bytes()
        if data != expected:
            then, now = (text.decode().splitlines() for text in (expected, data))
            told = "\n".join(difflib.unified_diff(then, now, "expected", "now", lineterm="", n=1))
            pytest.fail(f"{name} differs; `make golden` writes it anew.\n{told}")


def test_no_golden_file_is_left_over(monkeypatch, sources):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    names = {name for style in wanted() for name in made(sources[style.meeting], style)}

    assert {path.name for path in EXPECTED.iterdir()} == names


def test_the_golden_briefings_hold_against_the_sample(sources):
    assert sources
    for number, source in enumerate(sources, 1):
        paths = list(EXPECTED.glob(f"{number}-*.md"))
        assert paths
        for path in paths:
            assert verify_briefing(path.read_text(encoding="utf-8"), by_sha(source)) == (), (
                path.name
            )


def test_the_content_is_of_the_sample_that_is_there(sources):
    used = {article.file_name for source in sources for article in source.articles}

    assert used == {path.name for path in SAMPLE.glob("*.txt")}
    for source in sources:
        for article in source.articles:
            for each in article.sentences:
                assert article.text[each.start : each.end].strip()
