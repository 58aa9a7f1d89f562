"""Files that hold several articles: each comes out with its own text and its own metadata."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.errors import UnreadableFile
from briefing.ingest import Refused, files_in, read_articles, read_file
from briefing.ingest import files as reading_files
from briefing.ingest.document import Part
from briefing.ingest.reading import SUFFIXES, articles_of
from briefing.model import ImportedText
from tests.ingest import exports
from tests.ingest.making import mail, word, zipped

FIRST, SECOND = "Bridge toll must fall, minister says", "Visitors answer on the bridge"


def articles(tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(read_articles(path))


def shown(article):
    text, position = "", 0
    for item in article.hidden:
        text, position = text + article.text[position : item.start], item.end
    return text + article.text[position:]


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
    for article in articles(tmp_path, "export.txt", export):
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


@pytest.mark.parametrize(("name", "feed"), [("a.rss", exports.RSS), ("a.atom", exports.ATOM), ("a.xml", exports.ATOM)])  # fmt: skip
def test_each_entry_of_a_feed_is_an_article(name, feed, tmp_path):
    first, second = articles(tmp_path, name, feed)
    assert first.title.value == FIRST
    assert (first.outlet.value, first.author.value) == ("National Post", "Jane Roe")
    assert (first.published.value, second.published.value) == ("2023-03-24", "2023-03-25")
    assert "alert" not in first.text
    assert second.text.count("southern bridge") == 1


def test_a_feed_entry_keeps_its_signs(tmp_path):
    _, second = articles(tmp_path, "a.rss", exports.RSS)
    assert second.title.value == "Visitors & their answer on the bridge"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("<rss><channel><item><title>x</title></item></channel></rss>", "without an entry"),
        ("<html><body/></html>", "not an RSS or Atom feed"),
        ("<rss><channel>", "damaged"),
        ('<!DOCTYPE r [<!ENTITY a "b">]><rss><channel><item><title>&a;</title></item></channel></rss>', "entities"),
    ],
)  # fmt: skip
def test_what_is_no_feed_is_refused(content, reason, tmp_path):
    with pytest.raises(UnreadableFile, match=reason):
        articles(tmp_path, "a.rss", content)


def test_each_message_of_a_mailbox_is_an_article(tmp_path):
    first, second = articles(tmp_path, "a.mbox", exports.MAILBOX)
    assert (first.title.value, second.title.value) == ("Bridge toll must fall", "Visitors answer")
    assert "\nFrom the bridge" in first.text
    assert first.path.endswith("a.mbox, message 1")


def test_a_mailbox_must_start_as_one(tmp_path):
    with pytest.raises(UnreadableFile, match="not a mailbox"):
        articles(tmp_path, "a.mbox", "Dear all,\n\nFrom here on 2023\nall is well.")


def headers(**more):
    return {"From": "The Desk <d@example.org>", "Date": "Fri, 24 Mar 2023 10:00:00 -0400", "Subject": "This week", **more}  # fmt: skip


def test_a_newsletter_is_cut_at_its_headlines(tmp_path):
    letter = mail("See the web.", exports.LETTER, **headers(**{"List-Unsubscribe": "<mailto:x>"}))
    found = articles(tmp_path, "a.eml", letter)
    assert [article.title.value for article in found] == [FIRST, SECOND, "Third round of talks is set"]  # fmt: skip
    assert {article.published.value for article in found} == {"2023-03-24"}
    assert "southern" in found[1].text
    assert "northern" not in found[1].text


def test_a_plain_newsletter_is_cut_at_its_rules(tmp_path):
    text = "".join(
        f"-----------\n{title}\n\n{exports.BODY}\n\n" for title in (FIRST, SECOND, "Third round")
    )
    found = articles(tmp_path, "a.eml", mail(f"Hello.\n\n{text}", **headers(**{"List-Id": "<x>"})))
    assert [article.title.value for article in found] == [FIRST, SECOND, "Third round"]


def test_a_mail_from_a_person_stays_whole(tmp_path):
    (article,) = articles(tmp_path, "a.eml", mail("", exports.LETTER, **headers()))
    assert article.title.value == "This week"


def test_what_is_attached_to_a_mail_is_read_too(tmp_path):
    from email.message import EmailMessage

    message = EmailMessage()
    for name, value in headers().items():
        message[name] = value
    message.set_content("The clipping you asked for, and the mail it came with.")
    message.add_attachment(exports.LETTER.encode(), maintype="text", subtype="html", filename="../../clip\u202e.html")  # fmt: skip
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="logo.png")
    inner = EmailMessage()
    for name, value in headers(Subject="The other mail").items():
        inner[name] = value
    inner.set_content(exports.BODY)
    message.add_attachment(inner)
    found = articles(tmp_path, "a.eml", message.as_bytes())
    assert len(found) == 3
    assert "clip\ufffd.html" in found[1].path
    assert found[2].title.value == "The other mail"


def test_a_zip_is_read_file_by_file_and_a_bad_one_is_told(tmp_path):
    found = articles(
        tmp_path,
        "a.zip",
        zipped({
            "news/b.txt": exports.BODY, "news/a.mbox": exports.MAILBOX, "bad.pdf": "no", "x.jpg": "x",
            ".hidden.txt": "x", "__MACOSX/a.txt": "x", "p_files/frame.html": "x",
        }),
    )  # fmt: skip
    assert [type(one) for one in found] == [Refused, ImportedText, ImportedText, ImportedText]
    assert "bad.pdf is not a PDF" in found[0].reason


@pytest.mark.parametrize(
    ("member", "reason"),
    [("../../out.txt", "lead out"), ("/etc/out.txt", "lead out"), ("C:\\out.txt", "lead out"), ("in.zip", "inside an archive")],
)  # fmt: skip
def test_a_member_named_to_lead_out_is_refused(member, reason, tmp_path):
    found = articles(tmp_path, "a.zip", zipped({member: exports.BODY, "good.txt": exports.BODY}))
    told = next(one for one in found if isinstance(one, Refused))
    assert reason in told.reason
    assert len(found) == 2


def test_a_link_in_a_zip_is_refused(tmp_path):
    import io
    import zipfile

    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        link = zipfile.ZipInfo("passwords.txt")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    (told,) = articles(tmp_path, "a.zip", target.getvalue())
    assert "is a link" in told.reason


def test_a_zip_without_articles_is_refused(tmp_path):
    with pytest.raises(UnreadableFile, match="no file that can be read"):
        articles(tmp_path, "a.zip", zipped({"x.png": "x"}))


def test_a_bundle_is_told_as_one(tmp_path):
    with pytest.raises(UnreadableFile, match="as a bundle"):
        articles(tmp_path, "a.zip", zipped({"bundle.json": "{}"}))


def test_a_mailbox_may_be_larger_than_an_article(tmp_path, monkeypatch):
    monkeypatch.setattr(reading_files, "SIZE_LIMIT", 100)
    assert len(articles(tmp_path, "a.mbox", exports.MAILBOX)) == 2


def test_several_articles_are_not_one(tmp_path):
    path = tmp_path / "a.mbox"
    path.write_text(exports.MAILBOX)
    with pytest.raises(UnreadableFile, match="several articles"):
        read_file(path)


def test_the_folder_of_a_page_saved_complete_is_passed_over(tmp_path):
    for name in ("Bridge.html", "Bridge_files/frame.html", "Notes_files/kept.html"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    assert [path.name for path in files_in(tmp_path)] == ["Bridge.html", "kept.html"]


KINDS = {
    ".mbox": exports.MAILBOX.encode(),
    ".rss": exports.RSS.encode(),
    ".atom": exports.ATOM.encode(),
    ".eml": mail("See the web.", exports.LETTER, **headers(**{"List-Id": "<x>"})),
    ".zip": zipped({"a.txt": exports.BODY, "b/c.html": exports.LETTER}),
    ".txt": exports.FACTIVA.encode(),
    ".text": exports.NEXIS_OLDER.encode(),
    "": exports.PROQUEST.encode(),
    ".rtf": rtf(exports.NEXIS_NEWER).encode("latin-1"),
}


@settings(max_examples=1500)
@given(
    suffix=st.sampled_from(sorted(KINDS)),
    cuts=st.lists(
        st.tuples(st.floats(0, 1), st.integers(0, 40), st.binary(max_size=6)), max_size=6
    ),
)
def test_a_damaged_file_of_several_articles_is_read_or_refused(suffix, cuts):
    data = KINDS[suffix]
    for place, length, put in cuts:
        start = int(place * len(data))
        data = data[:start] + put + data[start + length :]
    sound(data, suffix)


@settings(max_examples=1500)
@given(suffix=st.sampled_from(sorted(SUFFIXES)), data=st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(suffix, data):
    sound(data, suffix)


@settings(max_examples=800)
@given(
    suffix=st.sampled_from([".txt", ".html", ".md"]),
    lines=st.lists(
        st.sampled_from(sorted({line for form in FORMS for line in form.splitlines()})), max_size=60
    ),
)
def test_lines_of_exports_in_any_order_are_read_or_refused(suffix, lines):
    sound("\n".join(lines).encode(), suffix)


def sound(data, suffix):
    try:
        found = [one for one in articles_of(data, "any", suffix) if not isinstance(one, Part)]
    except UnreadableFile as error:
        found = []
        reason = str(error)
    else:
        reason = "It is read."
    assert reason.endswith(".")
    for article in found:
        position = 0
        for item in article.hidden:
            assert position <= item.start <= item.end <= len(article.text)
            position = item.end
        article.text.encode()
