"""The words of an exported file, read back from the file itself."""

import io
import json
import re
import zipfile
from html.parser import HTMLParser

from pypdf import PdfReader

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def words(text: str) -> str:
    """Return the words and numbers of a text, a space between them and at both ends."""
    found = re.findall(r"[^\W\d_]+|\d+", text)
    return f" {' '.join(found)} "


class Shown(HTMLParser):
    """Collects what a page shows: no style, no footnote numbers."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.text: list[str] = []
        self._silent = 0
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        if tag in ("style", "sup", "title"):
            self._silent += 1
        if tag in ("p", "li", "td", "th", "h1", "h2", "div"):
            self.text.append(" ")

    def handle_endtag(self, tag):
        if tag in ("style", "sup", "title"):
            self._silent -= 1

    def handle_data(self, data):
        if not self._silent:
            self.text.append(data)


def of_html(data: bytes) -> str:
    return words("".join(Shown(data.decode()).text))


def of_markdown(data: bytes) -> str:
    text = re.sub(r"\A---\n.*?\n---\n", "", data.decode(), flags=re.DOTALL)
    text = re.sub(r"<!--.*?-->|\[\^\d+\](?!:)", "", text, flags=re.DOTALL)
    return words(re.sub(r"^\[\^\d+\]:", "", text, flags=re.MULTILINE))


def of_json(data: bytes) -> str:
    found = json.loads(data)
    texts: list[str] = []
    _collect(found["marking"], texts)
    for section in found["sections"]:
        texts.append(f" {section['title']} ")
        _collect(section["blocks"], texts)
    texts += [note["citation"] for note in found["notes"]]
    return words("".join(texts))


def _collect(value, texts):
    if isinstance(value, list):
        for each in value:
            _collect(each, texts)
        texts.append(" ")
    elif isinstance(value, dict):
        texts.append(value.get("text") or value.get("prompt", ""))
        texts += [f" {head} " for head in value.get("header", ())]
        for key in ("line", "items", "rows"):
            _collect(value.get(key, []), texts)


def of_docx(data: bytes) -> str:
    from lxml import etree

    texts: list[str] = []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        noted = next(name for name in archive.namelist() if name.endswith("notes.xml"))
        for part in ("word/document.xml", noted):
            root = etree.fromstring(archive.read(part))
            for paragraph in root.iter(f"{W}p"):
                texts.append(" ")
                texts += [_run(run) for run in paragraph.iter(f"{W}r")]
    return words("".join(texts))


def _run(run) -> str:
    style = run.find(f"{W}rPr/{W}rStyle")
    if style is not None and style.get(f"{W}val") == "FootnoteReference":
        return ""
    return "".join(text.text or "" for text in run.iter(f"{W}t"))


def of_pdf(data: bytes) -> str:
    return words(
        " ".join(
            page.extract_text(extraction_mode="layout")
            for page in PdfReader(io.BytesIO(data)).pages
        )
    )
