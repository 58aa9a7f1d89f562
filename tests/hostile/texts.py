"""Hostile texts, pages, Markdown and mails: names and bytes."""

import random
from collections.abc import Iterator

WORDS = "The ministers of both towns will look at the bridge again before the winter comes.\n"
PAGE = f"<!doctype html><html><body><article><h1>Bridge talks go on</h1><p>{WORDS * 8}</p></article></body></html>"
ENTITIES = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
LAUGHS = f'<!DOCTYPE r [<!ENTITY e0 "ha">{ENTITIES}]>'
XXE = '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
ANYWHERE = "http://198.51.100.7/x"


def hostile_texts() -> Iterator[tuple[str, bytes]]:
    """Yield plain texts."""
    word = WORDS.encode()
    yield "empty.txt", b""
    yield "blanks.txt", b" \t\r\n" * 5000
    yield "nuls.txt", b"\0" * 5000
    yield "late-nul.txt", word * 50 + b"\0" + word
    yield "line-10mb.txt", word.strip() * 130_000
    yield "lines-10mb.txt", word * 126_000
    yield "text-3mb.txt", word * 36_000
    yield "line-3mb.txt", word.strip() * 36_000
    yield "word-1mb.txt", b"a" * 1_000_000
    yield "word-200kb-then-text.txt", b"a" * 200_000 + b"\n\n" + word * 9
    yield "short-lines.txt", b"* x\n" * 100_000
    yield "blank-lines.txt", b"\n" * 1_000_000 + word
    yield "menus.txt", b"   * Home\n   * News\n   * Sport\n" * 15_000 + word * 5
    yield from _odd_signs()
    yield from hostile_markdown()
    yield from _exports()


def _odd_signs() -> Iterator[tuple[str, bytes]]:
    word = WORDS.encode()
    yield "bidi.txt", ("\u202eevil\u202c \u2066x\u2069 " + WORDS * 4).encode()
    yield "invisible.txt", ("\u200b\u2060\ufeff\u00ad" * 5000).encode()
    yield "combining.txt", ("a" + "\u0301" * 50_000 + WORDS).encode()
    yield "controls.txt", bytes(range(1, 32)) * 500
    yield "escapes.txt", b"\x1b]0;owned\x07\x1b[2J" + word * 300
    yield "wrong-utf8.txt", word + b"\xff\xfe\xfa" * 30
    yield "mixed.txt", ("« Été »" * 50).encode() + "« Été »".encode("cp1252") * 50
    yield "surrogates.txt", b"\xed\xa0\x80\xed\xb0\x80" * 100
    yield "overlong.txt", b"\xc0\xaf" * 300
    yield "utf16-odd.txt", b"\xff\xfe" + WORDS.encode("utf-16-le") + b"x"
    yield "utf32.txt", WORDS.encode("utf-32")
    yield "utf7.txt", b"+ADw-script+AD4-" * 30
    yield "shift-jis.txt", "会談は橋について行われた。".encode("shift-jis") * 30
    yield "koi8.txt", "Встреча о мосте прошла вчера. ".encode("koi8-r") * 30
    yield "separators.txt", ("a\u2028b\u2029c\x85d\x0be\x0cf" * 500 + WORDS).encode()


def hostile_markdown() -> Iterator[tuple[str, bytes]]:
    """Yield Markdown."""
    word = WORDS.encode()
    yield "brackets.md", b"[" * 100_000 + b"](" * 1000
    yield "quotes.md", b">" * 200_000 + word
    yield (
        "pictures.md",
        b"![x](file:///etc/passwd) [y](javascript:alert(1)) ![z](/dev/zero)\n\n" + word * 5,
    )
    yield (
        "laughs.md",
        b"---\na: &a [x,x]\n"
        + b"".join(b"%c: &%c [*%c,*%c,*%c,*%c]\n" % (c, c, *[c - 1] * 4) for c in range(98, 115))
        + b"---\n"
        + word,
    )
    yield "deep-front.md", b"---\n" + b"[" * 19_000 + b"\n---\n" + word
    yield "no-end-front.md", b"---\ntitle: x\n" * 20_000


def _exports() -> Iterator[tuple[str, bytes]]:
    yield (
        "factiva.txt",
        (b"812 words\n24 March 2023\nDocument GLOB000020230324ej3o0000b\n") * 50_000,
    )
    yield (
        "nexis.txt",
        b"1 of 9 DOCUMENTS\n\nX\n\nMarch 24, 2023\n\nLENGTH: 2 words\n\nx\n\n" * 5_000,
    )


def hostile_pages() -> Iterator[tuple[str, bytes]]:
    """Yield web pages."""
    yield "tables-40.html", (PAGE + "<table><tr><td>" * 40 + WORDS).encode()
    yield "divs-5000.html", ("<div>" * 5000 + WORDS + "</div>" * 5000).encode()
    yield "divs-200.html", ("<div>" * 200 + PAGE + "</div>" * 200).encode()
    yield "unclosed.html", ("<b><i><a href=x>" * 20_000 + WORDS).encode()
    yield "spans.html", ("<p>" + "<span>a</span> " * 150_000).encode()
    yield "links.html", ("<ul>" + "<li><a href=x>Home</a></li>" * 60_000 + "</ul>" + PAGE).encode()
    yield "attribute.html", f'<p title="{"x" * 5_000_000}">{WORDS}'.encode()
    yield (
        "attributes.html",
        ("<p " + " ".join(f"a{n}=1" for n in range(50_000)) + f">{WORDS}").encode(),
    )
    yield (
        "remote.html",
        PAGE.replace(
            "<article>",
            f'<base href="{ANYWHERE}"><meta http-equiv=refresh content="0;url={ANYWHERE}"><link rel=stylesheet href="{ANYWHERE}"><style>@import "{ANYWHERE}"</style><script src="{ANYWHERE}"></script><iframe src="{ANYWHERE}"></iframe><img src="{ANYWHERE}"><article>',
        ).encode(),
    )
    yield (
        "local.html",
        PAGE.replace(
            "<article>",
            '<img src="file:///etc/passwd"><img src=/dev/zero><object data="file:///etc/shadow"></object><article>',
        ).encode(),
    )
    yield (
        "data.html",
        PAGE.replace(
            "<article>", f'<img src="data:image/png;base64,{"A" * 4_000_000}"><article>'
        ).encode(),
    )
    yield "script.html", f"<html><script>{'x();' * 1_000_000}</script><body><p>{WORDS * 9}".encode()
    yield "comment.html", f"{PAGE}<!-- {'x' * 1_000_000}".encode()
    yield (
        "laughs.xhtml",
        f'<?xml version="1.0"?>{LAUGHS}<html><body><p>&e9;{WORDS * 9}</p></body></html>'.encode(),
    )
    yield (
        "xxe.xhtml",
        f'<?xml version="1.0"?>{XXE}<html><body><p>&x;{WORDS * 9}</p></body></html>'.encode(),
    )
    yield (
        "json-deep.html",
        PAGE.replace(
            "<body>", f'<body><script type="application/ld+json">{"[" * 100_000}</script>'
        ).encode(),
    )
    yield (
        "json-number.html",
        PAGE.replace(
            "<body>",
            f'<body><script type="application/ld+json">{{"@type":"Article","headline":{"9" * 50_000}}}</script>',
        ).encode(),
    )
    yield "charset-lies.html", b"<meta charset=utf-16>" + PAGE.encode()
    yield "charset-odd.html", b"<meta charset=rot13>" + PAGE.encode()
    yield "charset-idna.html", b"<meta charset=punycode>" + b"a-" * 50_000
    yield "nul.html", PAGE.encode().replace(b"bridge", b"br\0idge")
    yield "frames.html", b"<frameset>" * 3000
    yield "entities.html", b"<p>" + b"&amp;&#x202e;&#0;&#xd800;&#99999999;" * 20_000
    yield "metas.html", ("<meta name=author content=x>" * 50_000 + PAGE).encode()


def hostile_mails() -> Iterator[tuple[str, bytes]]:
    """Yield messages, mailboxes and feeds."""
    head = "From: a <a@example.org>\nSubject: Talks\nDate: Fri, 24 Mar 2023 10:00:00 -0400\nMIME-Version: 1.0\n"
    yield "header-1mb.eml", f"{head}To: {'x@example.org, ' * 70_000}\n\n{WORDS}".encode()
    yield "headers.eml", (head + "X-A: b\n" * 100_000 + "\n" + WORDS).encode()
    yield "encoded-words.eml", f"Subject: {'=?utf-8?b?4oCu?= ' * 20_000}\n{head}\n{WORDS}".encode()
    yield (
        "nested.eml",
        (
            head
            + "".join(
                f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(3000)
            )
            + "\n"
            + WORDS
        ).encode(),
    )
    yield (
        "forwarded.eml",
        (head + "Content-Type: message/rfc822\n\n" * 500 + head + "\n" + WORDS).encode(),
    )
    yield (
        "parts.eml",
        (
            head
            + 'Content-Type: multipart/mixed; boundary="b"\n\n'
            + f"--b\n\n{WORDS}" * 20_000
            + "--b--"
        ).encode(),
    )
    yield (
        "attached.eml",
        (
            head
            + 'Content-Type: multipart/mixed; boundary="b"\n\n'
            + '--b\nContent-Type: text/html\nContent-Disposition: attachment; filename="../../../etc/cron.d/x.html"\n\n'
            + PAGE
            + "\n--b--"
        ).encode(),
    )
    yield (
        "base64.eml",
        (head + "Content-Transfer-Encoding: base64\n\n" + "!!!!====" * 9000).encode(),
    )
    yield "charset.eml", (head + "Content-Type: text/plain; charset=klingon\n\n" + WORDS).encode()
    yield "codec.eml", (head + "Content-Type: text/plain; charset=zlib\n\n" + WORDS).encode()
    yield "date.eml", f"From: a\nSubject: x\nDate: {'1' * 100_000}\n\n{WORDS}".encode()
    yield (
        "archive.mhtml",
        (
            head
            + 'Content-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: text/html\nContent-Location: file:///etc/passwd\n\n'
            + PAGE
            + "\n--b--"
        ).encode(),
    )
    yield "many.mbox", (f"From a Fri Mar 24 10:00:00 2023\n{head}\n{WORDS}\n" * 12_000).encode()
    yield "froms.mbox", b"From a Fri Mar 24 10:00:00 2023\n\n" * 50_000
    yield (
        "laughs.rss",
        f"{LAUGHS}<rss><channel><item><title>&e9;</title><description>&e9;</description></item></channel></rss>".encode(),
    )
    yield (
        "xxe.atom",
        f"{XXE}<feed><entry><title>x</title><content>&x;</content></entry></feed>".encode(),
    )
    yield (
        "many.rss",
        (
            "<rss><channel>"
            + f"<item><title>x</title><description>{WORDS}</description></item>" * 11_000
            + "</channel></rss>"
        ).encode(),
    )
    yield "deep.rss", b"<rss>" * 50_000
    yield (
        "deep-entry.atom",
        b"<feed><entry><content>"
        + b"<a>" * 250
        + b"x"
        + b"</a>" * 250
        + b"</content></entry></feed>",
    )
    yield (
        "include.xml",
        b'<feed xmlns:xi="http://www.w3.org/2001/XInclude"><entry><title>x</title><content><xi:include href="file:///etc/passwd" parse="text"/></content></entry></feed>',
    )


def noise(size: int = 5000) -> bytes:
    """Return random bytes, the same each time."""
    return random.Random(7).randbytes(size)
