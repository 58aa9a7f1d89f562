"""Exports of press databases: each article comes out with its own text and its own metadata."""

import pytest

from briefing.ingest import read_articles
from tests.ingest import exports, published
from tests.ingest.making import shown, word

FIRST, SECOND = "Bridge toll must fall, minister says", "Visitors answer on the bridge"


def articles(tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(read_articles(path))


def rtf(text):
    return "{\\rtf1\\ansi " + text.replace("\n", "\\par\n").replace("©", "\\'a9") + "}"


def page(text):
    lines = "".join(f"<p>{line}</p>" for line in text.splitlines() if line.strip())
    return f"<html><head><title>Export</title></head><body>{lines}</body></html>"


def docx(text):
    return word("".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in text.splitlines()))


FORMS = [exports.FACTIVA, exports.NEXIS_OLDER, exports.NEXIS_NEWER, exports.PROQUEST]


@pytest.mark.parametrize("wrap", [(str, ".txt"), (rtf, ".rtf"), (page, ".html"), (docx, ".docx")])
@pytest.mark.parametrize("export", FORMS)
def test_a_press_database_export_is_split_with_its_metadata(export, wrap, tmp_path):
    make, suffix = wrap
    first, second = articles(tmp_path, f"export{suffix}", make(export))
    assert (first.title.value, second.title.value) == (FIRST, SECOND)
    assert first.outlet.value == "The Globe and Mail"
    assert second.outlet.value in {"Reuters", "National Post"}
    assert (first.published.value, second.published.value) == ("2023-03-24", "2023-03-25")
    assert "jane roe" in first.author.value.lower()
    assert first.kind == "database"
    assert "the record of" in first.title.reason


@pytest.mark.parametrize("export", FORMS)
def test_only_headline_and_text_of_an_exported_article_are_shown(export, tmp_path):
    found = articles(tmp_path, "export.txt", export)
    assert len(found) == 2
    for article in found:
        words = " ".join(shown(article).split())
        assert "words" not in words
        assert "Document" not in words
        assert "opyright" not in words
        assert words.endswith("month that follows.")
        assert words.count("told her visitors") == 1


def test_factiva_with_labels_is_read(tmp_path):
    (article,) = articles(tmp_path, "export.txt", exports.FACTIVA_LABELLED)
    assert article.title.value == FIRST
    assert article.outlet.value == "The Globe and Mail"
    assert article.published.value == "2023-03-24"
    assert article.author.value == "Jane Roe"
    assert article.text.count("visitors") == exports.BODY.count("visitors")


def test_each_article_of_a_file_has_bytes_and_a_name_of_its_own(tmp_path):
    found = articles(tmp_path, "export.txt", exports.FACTIVA)
    assert len({article.sha256 for article in found}) == 2
    assert [article.path.rsplit(", ")[-1] for article in found] == ["article 1", "article 2"]
    assert all(article.original.decode() in exports.FACTIVA for article in found)


def test_an_article_that_quotes_a_database_is_no_export(tmp_path):
    text = f"{FIRST}\n\n{exports.BODY}\n\nThe file, Document 3 of 9, was read aloud.\n"
    (article,) = articles(tmp_path, "a.txt", text)
    assert article.kind == "text"


@pytest.mark.parametrize(
    ("name", "export", "expected"),
    [
        ("a.html", published.FACTIVA_PAGE, [
            ("Le péage du pont doit baisser avant le printemps", "Les Echos", "JEANNE ROÉ", "2010-01-07", "fr"),
            ("Visitors answer on the bridge and ask for time", "The Globe and Mail", "John Doe; Jane Roe", "2010-01-08", "en"),
        ]),
        *((name, export, [
            ("Bridge toll must fall; It is the minister's first answer.", "National Post", "Jane Roe", "2010-05-08", "en"),
            ("Visitors' answer on the bridge grates", "National Post", "Jane Roe", "2010-05-05", "en"),
        ]) for name, export in (("a.html", published.PROQUEST_FRAGMENT), ("a.eml", published.PROQUEST_MAIL))),
        ("a.TXT", published.NEXIS, [
            ("Bridge toll must fall before spring, says the minister of the north", "The Sun", "TREVOR Example", "2010-01-11", "en"),
            ("Visitors answer on the bridge", "National Post", "TREVOR Example", "2010-01-11", "en"),
        ]),
        ("a.html", published.EUREKA_PAGE, [
            ("Le péage du pont doit baisser", "Le Monde", "Jeanne Roé", "2020-10-03", "en"),
            ("Visitors answer on the bridge and ask for time", "The Globe and Mail", None, "2023-03-24", "en"),
        ]),
    ],
)  # fmt: skip
def test_an_export_in_the_build_of_published_samples_is_read(name, export, expected, tmp_path):
    found = articles(tmp_path, name, export)
    told = [
        (a.title.value, a.outlet.value, a.author and a.author.value, a.published.value, a.language)
        for a in found
    ]
    assert told == expected
    for article in found:
        words = " ".join(shown(article).split())
        assert words.endswith(published.LAST)
        assert words.removeprefix(article.title.value).strip().startswith(published.FIRST)


def test_a_headline_above_its_word_count_is_no_byline(tmp_path):
    text = exports.FACTIVA.replace("By Jane Roe\n", "").replace(
        "Bridge toll must fall, minister says", "Bridge Toll Falls"
    )
    first, _ = articles(tmp_path, "export.txt", text)
    assert (first.title.value, first.author) == ("Bridge Toll Falls", None)
