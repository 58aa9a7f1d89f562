"""Files that hold several articles: each comes out with its own text and its own metadata."""

import pytest

from briefing.errors import UnreadableFile
from briefing.ingest import Offered, Refused, files_in, read_articles, read_file
from briefing.ingest import files as reading_files
from briefing.model import ImportedText
from tests.ingest import exports
from tests.ingest.making import mail, zipped

FIRST, SECOND = "Bridge toll must fall, minister says", "Visitors answer on the bridge"


def articles(tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(read_articles(path))


@pytest.mark.parametrize(
    ("name", "feed"), [("a.rss", exports.RSS), ("a.atom", exports.ATOM), ("a.xml", exports.ATOM)]
)
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
    return {
        "From": "The Desk <d@example.org>",
        "Date": "Fri, 24 Mar 2023 10:00:00 -0400",
        "Subject": "This week",
        **more,
    }


def test_a_newsletter_is_cut_at_its_headlines(tmp_path):
    letter = mail("See the web.", exports.LETTER, **headers(**{"List-Unsubscribe": "<mailto:x>"}))
    found = articles(tmp_path, "a.eml", letter)
    assert [article.title.value for article in found] == [
        FIRST,
        SECOND,
        "Third round of talks is set",
    ]
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
    message.add_attachment(
        exports.LETTER.encode(), maintype="text", subtype="html", filename="../../clip\u202e.html"
    )
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
    offered = list(read_articles(tmp_path / "a.eml", attachments=False))[1:]
    assert [type(one) for one in offered] == [Offered, Offered]
    assert offered[0].path.endswith("clip\ufffd.html")


def test_what_a_mail_without_a_text_carries_is_what_it_was_sent_for(tmp_path):
    from email.message import EmailMessage

    message = EmailMessage()
    for name, value in headers().items():
        message[name] = value
    message.set_content("\n")
    message.add_attachment(
        exports.LETTER.encode(), maintype="text", subtype="html", filename="clip.html"
    )
    (tmp_path / "a.eml").write_bytes(message.as_bytes())
    (found,) = read_articles(tmp_path / "a.eml", attachments=False)
    assert isinstance(found, ImportedText)


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
    [
        ("../../out.txt", "lead out"),
        ("/etc/out.txt", "lead out"),
        ("C:\\out.txt", "lead out"),
        ("in.zip", "inside an archive"),
    ],
)
def test_a_member_named_to_lead_out_is_refused(member, reason, tmp_path):
    found = articles(tmp_path, "a.zip", zipped({member: exports.BODY, "good.txt": exports.BODY}))
    told = next(one for one in found if isinstance(one, Refused))
    assert reason in told.reason
    assert len(found) == 2


def test_a_member_without_a_name_is_passed_over(tmp_path):
    data = zipped({"x": "y", "good.txt": exports.BODY})
    place = data.rindex(b"PK\x01\x02", 0, data.rindex(b"PK\x01\x02"))
    data = data[: place + 46] + b"\0" + data[place + 47 :]
    (found,) = articles(tmp_path, "a.zip", data)
    assert found.path.endswith("good.txt")


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
