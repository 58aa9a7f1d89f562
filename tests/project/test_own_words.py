"""What is written here is our own: no eight words in a row are those of a real article."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
LENGTH = 8
WORD = re.compile(r"[^\W_]+")
KINDS = {".py", ".yaml", ".md", ".txt", ".csv", ".json", ".toml"}
LISTS = {
    "resources/countries.csv",  # official names of countries
    "resources/chrome.yaml",  # what pages say around an article is looked for as it stands there
}

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not SHARED.is_dir(), reason="the real articles are not here"),
]


def rows_of(text):
    words = WORD.findall(text.casefold())
    return {tuple(words[at : at + LENGTH]) for at in range(len(words) - LENGTH + 1)}


def written():
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
    for name in listed.stdout.decode().split("\0"):
        file = ROOT / name
        if file.is_file() and file.suffix in KINDS and name not in LISTS:
            yield name, file.read_text(encoding="utf-8", errors="replace")


def test_no_file_has_eight_words_in_a_row_of_a_real_article():
    if not (ROOT / ".git").exists():
        pytest.skip("this is no git checkout")
    texts = [*SHARED.glob("seeds/*.txt"), *SHARED.glob("corpus/**/*.txt")]
    real = set().union(*(rows_of(text.read_text(encoding="utf-8")) for text in texts))
    taken = {name: [" ".join(row) for row in rows_of(text) & real] for name, text in written()}

    assert len(real) > 10_000
    assert len(taken) > 500
    assert {name: rows for name, rows in taken.items() if rows} == {}
