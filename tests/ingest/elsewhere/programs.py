"""What other programs make of the articles: one function a program, each writes its files into a
folder.

A program that is not installed is passed over; nothing here is needed to run the tests.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import textwrap
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

from tests.ingest.elsewhere.articles import ARTICLES, DAYS, as_lines, as_page
from tests.ingest.elsewhere.snapshots import Browser

SECONDS = 200


def run(*command: object, to: Path | None = None, feed: bytes | None = None, **more) -> None:
    """Run a program; what it prints goes to `to`."""
    done = subprocess.run([str(c) for c in command], input=feed, capture_output=True, timeout=SECONDS, check=True, **more)  # fmt: skip
    if to is not None:
        to.write_bytes(done.stdout)


def sources(folder: Path) -> dict[str, Path]:
    """Write the articles as web pages and return where."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = {name: folder / f"{name}.html" for name in ARTICLES}
    for name, path in paths.items():
        path.write_text(as_page(name), encoding="utf-8")
    return paths


def libreoffice(folder: Path) -> None:
    """Word, OpenDocument, RTF, PDF, text and HTML by LibreOffice."""
    pages = [*sources(folder / "in").values()]
    for writer in ("docx", "odt", "rtf", "pdf", "txt:Text (encoded):UTF8", "html:HTML (StarWriter)"):  # fmt: skip
        run("soffice", f"-env:UserInstallation=file://{folder.absolute()}/profile", "--headless", "--writer", "--convert-to",
            writer, "--outdir", folder, *pages)  # fmt: skip


def pandoc(folder: Path) -> None:
    """Seven formats by pandoc; PDF by way of LaTeX."""
    for name, page in sources(folder / "in").items():
        for suffix, to in (("docx", "docx"), ("odt", "odt"), ("rtf", "rtf"), ("html", "html5"), ("md", "markdown"), ("txt", "plain")):  # fmt: skip
            run("pandoc", "-s", "-f", "html", "-t", to, page, "-o", folder / f"{name}.{suffix}")
        if shutil.which("pdflatex"):
            run("pandoc", "-f", "html", page, "-o", folder / f"{name}.pdf")


def chromium(folder: Path) -> None:
    """PDF as printed, and the page as its own tree of elements, by Chromium."""
    for name, page in sources(folder / "in").items():
        command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/profile"]  # fmt: skip
        run(*command, f"--print-to-pdf={folder}/{name}.pdf", page.absolute().as_uri())
        run(*command, "--dump-dom", page.absolute().as_uri(), to=folder / f"{name}.html")


def chromium_saved(folder: Path) -> None:
    """Pages saved as one file by Chromium."""
    browser = Browser(folder / "profile")
    try:
        for name, page in sources(folder / "in").items():
            (folder / f"{name}.mhtml").write_bytes(browser.snapshot(page.absolute().as_uri()))
    finally:
        browser.close()


def feedgenerator(folder: Path) -> None:
    """A feed in RSS and one in Atom by feedgenerator, the one that Django and Pelican write
    with."""
    entries = [(a[0], a[1], DAYS[n], "".join(f"<p>{p}</p>" for p in a[3]), n) for n, a in ARTICLES.items()]  # fmt: skip
    code = (
        "import sys, json, datetime, feedgenerator as f\n"
        "entries, folder = json.loads(sys.argv[1]), sys.argv[2]\n"
        "for kind, name in ((f.Rss201rev2Feed, 'all.rss'), (f.Atom1Feed, 'all.atom')):\n"
        "    feed = kind(title='The Bridge Post', link='https://example.org/', description='x', language='en')\n"
        "    for title, author, day, text, name_ in entries:\n"
        "        feed.add_item(title=title, link=f'https://example.org/{name_}', description=text, author_name=author or None,\n"
        "                      pubdate=datetime.datetime.fromisoformat(day))\n"
        "    feed.write(open(f'{folder}/{name}', 'w'), 'utf-8')\n"
    )
    run("/usr/bin/python3", "-c", code, json.dumps(entries), folder)


def wkhtmltopdf(folder: Path) -> None:
    """PDF by wkhtmltopdf, with header and footer."""
    for name, page in sources(folder / "in").items():
        run("wkhtmltopdf", "-q", "--footer-center", "[page] / [topage]", "--header-left", "The Bridge Post", page, folder / f"{name}.pdf")  # fmt: skip


def weasyprint(folder: Path) -> None:
    """PDF in two columns by WeasyPrint."""
    style = folder / "columns.css"
    style.write_text("body { columns: 2; hyphens: auto; text-align: justify } html { font-size: 11pt } @page { size: A5 }")  # fmt: skip
    for name, page in sources(folder / "in").items():
        run("weasyprint", "-s", style, page, folder / f"{name}.pdf")


def abiword(folder: Path) -> None:
    """Word, OpenDocument, RTF, HTML, text and PDF by AbiWord."""
    for name, page in sources(folder / "in").items():
        for suffix in ("docx", "odt", "rtf", "html", "txt", "pdf"):
            run("abiword", "--to", suffix, "-o", folder / f"{name}.{suffix}", page)


def calibre(folder: Path) -> None:
    """Word, RTF, PDF and text by calibre."""
    for name, page in sources(folder / "in").items():
        for suffix in ("docx", "rtf", "txt", "pdf"):
            run("ebook-convert", page, folder / f"{name}.{suffix}", env={**os.environ, "QTWEBENGINE_CHROMIUM_FLAGS": "--no-sandbox"})  # fmt: skip


def groff(folder: Path) -> None:
    """Text and PDF by groff, hyphenated and justified."""
    for name in ARTICLES:
        title, *rest = as_lines(name)
        source = f".TL\n{title}\n" + "".join(f".LP\n{line}\n" for line in rest)
        for device, suffix in (("utf8", "txt"), ("ps", "ps")):
            run("groff", "-k", "-ms", f"-T{device}", "-P-bcu" if device == "utf8" else "-Tps", feed=source.encode(), to=folder / f"{name}.{suffix}")  # fmt: skip
        run("ps2pdf", folder / f"{name}.ps", folder / f"{name}.pdf")
        (folder / f"{name}.ps").unlink()


def enscript(folder: Path) -> None:
    """PDF in two columns with a running head, by enscript and Ghostscript."""
    for name in ARTICLES:
        wrapped = "\n\n".join(textwrap.fill(line, 60) for line in as_lines(name))
        run("enscript", "-q", "-2", "-r", "-X", "latin1", "-p", folder / f"{name}.ps", feed=wrapped.encode("latin-1", "replace"))  # fmt: skip
        run("ps2pdf", folder / f"{name}.ps", folder / f"{name}.pdf")
        (folder / f"{name}.ps").unlink()


def latex(folder: Path) -> None:
    """PDF in two columns by LaTeX, with ligatures and hyphens."""
    for name in ARTICLES:
        title, byline, day, paragraphs = ARTICLES[name]
        body = "\n\n".join(paragraphs).replace("“", "``").replace("”", "''").replace("’", "'").replace("—", "---")  # fmt: skip
        source = (
            r"\documentclass[twocolumn]{article}\usepackage[utf8]{inputenc}\usepackage[T1]{fontenc}"
            rf"\title{{{title.replace('—', '---')}}}\author{{{byline}}}\date{{{day}}}\begin{{document}}\maketitle{{}} {body}\end{{document}}"
        )
        (folder / f"{name}.tex").write_text(source)
        run("pdflatex", "-interaction=batchmode", f"{name}.tex", cwd=folder)


def unrtf(folder: Path) -> None:
    """HTML out of RTF, by unrtf."""
    for name, page in sources(folder / "in").items():
        run("pandoc", "-s", "-f", "html", "-t", "rtf", page, "-o", folder / "in" / f"{name}.rtf")
        run("unrtf", "--html", folder / "in" / f"{name}.rtf", to=folder / f"{name}.html")


def lynx(folder: Path) -> None:
    """Text as Lynx, w3m and html2text print a page."""
    for name, page in sources(folder / "in").items():
        run("lynx", "-dump", "-display_charset=utf-8", "-assume_charset=utf-8", page, to=folder / f"{name}-lynx.txt")  # fmt: skip
        run("w3m", "-dump", "-I", "utf-8", "-O", "utf-8", page, to=folder / f"{name}-w3m.txt")
        run("html2text", "-utf8", page, to=folder / f"{name}-html2text.txt")


def _taking(folder: Path) -> Path:
    """A program that takes mail as sendmail does, and keeps it."""
    script = folder / "sendmail.sh"
    script.write_text(f'#!/bin/sh\ncat > "{folder}/$BRIEFING_NAME.eml"\n')
    script.chmod(0o755)
    return script


def mutt(folder: Path) -> None:
    """Messages by mutt, and a mailbox of them."""
    taking = _taking(folder)
    for name in ARTICLES:
        title, _, _, paragraphs = ARTICLES[name]
        run("mutt", "-n", "-F", "/dev/null", "-e", f"set sendmail={taking} from=desk@example.org realname='The Desk' use_from=yes "
            f"charset=utf-8 send_charset=utf-8 copy=yes record={folder}/all.mbox mbox_type=mbox my_hdr_x=no", "-s", title, "--", "reader@example.org",
            feed="\n\n".join(paragraphs).encode(), env=_env(name))  # fmt: skip


def s_nail(folder: Path) -> None:
    """Messages by s-nail, the mail program of POSIX."""
    taking = _taking(folder)
    for name in ARTICLES:
        title, _, _, paragraphs = ARTICLES[name]
        run("s-nail", "-n", "-S", f"mta={taking}", "-S", "from=The Desk <desk@example.org>", "-S", "ttycharset=utf-8", "-S", "sendcharsets=utf-8",
            "-s", title, "reader@example.org", feed="\n\n".join(paragraphs).encode(), env=_env(name))  # fmt: skip


def _env(name: str) -> dict[str, str]:
    return {**os.environ, "BRIEFING_NAME": name, "LC_ALL": "C.UTF-8", "MAILRC": "/dev/null", "HOME": "/tmp"}  # fmt: skip


def mhonarc(folder: Path) -> None:
    """A mailbox turned into web pages by MHonArc."""
    box = folder / "all.mbox"
    parts = []
    for name in ARTICLES:
        title, _, _, paragraphs = ARTICLES[name]
        at = format_datetime(datetime.fromisoformat(DAYS[name]).replace(tzinfo=UTC))
        body = "\n\n".join(paragraphs)
        parts.append(
            f"From desk@example.org Fri Mar 24 10:00:00 2023\nFrom: The Desk <desk@example.org>\nDate: {at}\nSubject: {title}\n"
            f"Message-ID: <{name}@example.org>\nContent-Type: text/plain; charset=utf-8\n\n{body}\n\n"
        )
    box.write_text("".join(parts), encoding="utf-8")
    (folder / "pages").mkdir()
    run("mhonarc", "-outdir", folder / "pages", box)
    for path, name in zip(sorted((folder / "pages").glob("msg*.html")), ARTICLES, strict=True):
        shutil.copy(path, folder / f"{name}.html")


def hugo(folder: Path) -> None:
    """A site's pages and its feed, by Hugo."""
    site = folder / "site"
    for name in ARTICLES:
        title, byline, _, paragraphs = ARTICLES[name]
        path = site / "content" / "posts" / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f'---\ntitle: "{title}"\nauthor: "{byline}"\ndate: {DAYS[name]}T08:00:00Z\n---\n\n' + "\n\n".join(paragraphs))  # fmt: skip
    layouts = site / "layouts" / "_default"
    layouts.mkdir(parents=True, exist_ok=True)
    (site / "config.toml").write_text('baseURL = "https://example.org/"\ntitle = "The Bridge Post"\nlanguageCode = "en"\nrssFullContent = true\n')  # fmt: skip
    (layouts / "single.html").write_text('<!doctype html><html lang="en"><head><title>{{ .Title }} | {{ .Site.Title }}</title>{{ template "_internal/opengraph.html" . }}{{ template "_internal/schema.html" . }}</head><body><nav><a href="/">Home</a></nav><main><h1>{{ .Title }}</h1><time>{{ .Date }}</time>{{ .Content }}</main></body></html>')  # fmt: skip
    (layouts / "list.html").write_text("<ul>{{ range .Pages }}<li>{{ .Title }}</li>{{ end }}</ul>")
    run("hugo", "--quiet", "-s", site.absolute())
    shutil.copy(site / "public" / "posts" / "index.xml", folder / "all.rss")
    for name in ARTICLES:
        shutil.copy(site / "public" / "posts" / name / "index.html", folder / f"{name}.html")


def zips(folder: Path) -> None:
    """Archives of the pages by Info-ZIP, 7-Zip and libarchive."""
    pages = [path.name for path in sources(folder / "in").values()]
    for command in (("zip", "-q", "info.zip"), ("7z", "a", "-bd", "seven.zip"), ("bsdtar", "-c", "--format", "zip", "-f", "tar.zip")):  # fmt: skip
        if shutil.which(command[0]):
            run(*command, *pages, cwd=folder / "in")
    for path in (folder / "in").glob("*.zip"):
        path.rename(folder / f"all-{path.name}")


PROGRAMS: dict[str, tuple[str, Callable[[Path], None]]] = {
    "LibreOffice": ("soffice", libreoffice), "pandoc": ("pandoc", pandoc), "Chromium": ("chromium", chromium),
    "Chromium, saved": ("chromium", chromium_saved), "feedgenerator": ("/usr/bin/python3", feedgenerator),
    "wkhtmltopdf": ("wkhtmltopdf", wkhtmltopdf), "WeasyPrint": ("weasyprint", weasyprint), "AbiWord": ("abiword", abiword),
    "calibre": ("ebook-convert", calibre), "groff": ("groff", groff), "enscript": ("enscript", enscript), "LaTeX": ("pdflatex", latex),
    "unrtf": ("unrtf", unrtf), "Lynx, w3m, html2text": ("lynx", lynx), "mutt": ("mutt", mutt), "s-nail": ("s-nail", s_nail),
    "MHonArc": ("mhonarc", mhonarc), "Hugo": ("hugo", hugo), "ZIP programs": ("zip", zips),
}  # fmt: skip
"""By name: the command that must be there, and what makes the files."""
