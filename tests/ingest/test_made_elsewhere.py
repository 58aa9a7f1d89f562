"""Files as LibreOffice writes them: text, title and date come through in every format.

The articles are our own; the files are made on the spot, so the test needs LibreOffice.
"""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from briefing.ingest import read_file
from tests.ingest.elsewhere.articles import ARTICLES, DAYS, as_page

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice"),
]

FORMATS = {
    "docx": "docx", "odt": "odt", "rtf": "rtf", "pdf": "pdf", "txt": "txt:Text (encoded):UTF8",
    "html": "html:HTML (StarWriter)",
}  # fmt: skip


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Return the folder with each article in each format."""
    folder = tmp_path_factory.mktemp("made")
    sources = []
    for name in ARTICLES:
        source = folder / f"{name}.source.html"
        source.write_text(as_page(name))
        sources.append(source)
    for suffix, writer in FORMATS.items():
        _convert(sources, writer, folder / suffix, folder)
    return folder


def _convert(sources, writer, target, folder):
    command = [
        "soffice",
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--writer",
        "--convert-to",
        writer,
    ]
    subprocess.run(
        [*command, "--outdir", str(target), *map(str, sources)],
        check=True,
        capture_output=True,
        timeout=200,
        # It refuses to start without fonts; ours does not, and may be tested without.
        env={name: value for name, value in os.environ.items() if name != "FONTCONFIG_FILE"},
    )


@pytest.mark.parametrize("name", list(ARTICLES))
@pytest.mark.parametrize("suffix", list(FORMATS))
def test_an_article_made_by_libreoffice_comes_through(suffix, name, made):
    title, _, _, paragraphs = ARTICLES[name]
    found = read_file(Path(made, suffix, f"{name}.source.{suffix}"))
    words = " ".join(found.text.split())
    position = 0
    for paragraph in paragraphs:
        position = words.index(paragraph, position) + len(paragraph)
    assert found.title is not None
    assert found.title.value == title
    assert found.published is not None
    assert found.published.value == DAYS[name]
    assert found.language == ("fr" if name == "french" else "en")
    hidden = " ".join(found.text[item.start : item.end] for item in found.hidden)
    assert not any(paragraph[:40] in hidden for paragraph in paragraphs)
