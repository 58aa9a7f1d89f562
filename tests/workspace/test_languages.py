"""French articles are kept and shown; extraction says that it covers English."""

from briefing.ingest import read_file
from briefing.workspace.extraction.extracting import NOT_COVERED, Extraction

FRENCH = (
    "Le péage du pont doit baisser, dit la ministre\n\nPublié le 24 mars 2023\n\n"
    + "La ministre a dit aux visiteurs que le péage du pont doit baisser avant le printemps dans les deux villes. "
    * 4
)


def test_a_french_article_has_its_date_and_language_and_no_findings(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(FRENCH, encoding="utf-8")
    text = read_file(path)
    assert (text.language, text.published.value) == ("fr", "2023-03-24")
    assert Extraction().of_text(text, None) is NOT_COVERED
    assert "English only" in NOT_COVERED.backend
