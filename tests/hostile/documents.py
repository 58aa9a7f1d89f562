"""Hostile archives, office documents, PDF and RTF: names and bytes."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator

from tests.hostile.texts import LAUGHS, PAGE, WORDS, XXE
from tests.ingest.making import mail, open_document, paragraph, pdf, word, zipped

MEGABYTE = 1_000_000


def hostile_archives() -> Iterator[tuple[str, bytes]]:
    """Yield ZIP archives."""
    yield "bomb.zip", _bomb({"a.txt": 300})
    yield "bomb-many.zip", _bomb({f"{n}.txt": 9 for n in range(12)})
    yield "nested.zip", _packed({"in.zip": _packed({"in.zip": _packed({"a.txt": b"x" * 99})})})
    yield "traversal.zip", zipped({"../../../tmp/owned.txt": WORDS, "good.txt": WORDS})
    yield "absolute.zip", zipped({"/etc/owned.txt": WORDS, "C:\\owned.txt": WORDS})
    yield (
        "bidi.zip",
        zipped({"a\u202etxt.exe.txt": WORDS, "n\nl.txt": WORDS, "x" * 5000 + ".txt": WORDS}),
    )
    yield "link.zip", _link()
    yield "many.zip", zipped({f"{n}.txt": "x" for n in range(9000)})
    yield "sham-encrypted.zip", _patched(zipped({"a.txt": WORDS}), 6, b"\x01\x00", 8)
    yield "wrong-sum.zip", zipped({"a.txt": WORDS}).replace(b"towns", b"downs")
    yield "lying-size.zip", _lying()
    yield "twice.zip", _twice()
    yield "nothing.zip", zipped({})
    yield "odd-method.zip", _patched(zipped({"a.txt": WORDS}), 8, b"\x63\x00", 10)
    yield "text.zip", WORDS.encode()


def hostile_office() -> Iterator[tuple[str, bytes]]:
    """Yield Word and OpenDocument files, and RTF."""
    body = paragraph(WORDS)
    yield "bomb.docx", _bomb({"word/document.xml": 250})
    yield "big.docx", word(paragraph(WORDS) * 60_000)
    yield "laughs.docx", word(paragraph("&e9;"), head=LAUGHS)
    yield "xxe.docx", word(paragraph("&x;"), head=XXE)
    yield "deep.docx", word("<w:p>" * 3000 + "</w:p>" * 3000)
    yield "deep-200.docx", word("<w:sdt>" * 200 + body + "</w:sdt>" * 200)
    yield "no-document.docx", zipped({"x.xml": "x"})
    yield "encrypted.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(5000)
    yield (
        "template.docx",
        word(
            body, extra={"word/_rels/settings.xml.rels": '<r Target="http://198.51.100.7/x.dotm"/>'}
        ),
    )
    yield "page.docx", PAGE.encode()
    yield "laughs.odt", zipped({"content.xml": LAUGHS + "<x>&e9;</x>"})
    yield (
        "encrypted.odt",
        open_document("<text:p>x</text:p>", extra={"META-INF/manifest.xml": "<encryption-data/>"}),
    )
    yield "deep.odt", open_document("<text:span>" * 5000 + "</text:span>" * 5000)
    yield "bomb.odt", _bomb({"content.xml": 150})
    yield "braces.rtf", b"{\\rtf1 " + b"{" * 1_000_000
    yield "bin.rtf", b"{\\rtf1 \\bin999999999 " + b"x" * 5000 + b"}"
    yield "unicode.rtf", b"{\\rtf1 " + b"\\u-9999?\\u55296?\\u99999999?" * 30_000 + b"}"
    yield (
        "object.rtf",
        b"{\\rtf1{\\object\\objautlink{\\*\\objdata 0105}}{\\field{\\*\\fldinst INCLUDEPICTURE http://198.51.100.7/x}}"
        + WORDS.encode()
        + b"}",
    )
    yield "hex.rtf", b"{\\rtf1 " + b"\\'e9" * 1_000_000 + b"}"
    yield "page.rtf", b"{\\rtf1\\ansicpg99999 " + WORDS.encode() + b"}"


def hostile_pdf() -> Iterator[tuple[str, bytes]]:
    """Yield PDF documents."""
    good = pdf([[WORDS.strip()] * 30] * 3)
    yield "loop.pdf", _pdf("<< /Type /Pages /Kids [2 0 R] /Count 1 >>")
    yield "count.pdf", _pdf("<< /Type /Pages /Kids [] /Count 999999999 >>")
    yield "self.pdf", good.replace(b"/Parent 2 0 R", b"/Parent 4 0 R")
    yield "pages-5000.pdf", pdf([["x"]] * 5000)
    yield "stream-bomb.pdf", _stream(bytes(MEGABYTE), 200)
    yield "operators.pdf", _stream(b"q " * 3_000_000)
    yield "strings.pdf", _stream(b"BT /F1 9 Tf " + b"(x) Tj " * 500_000 + b"ET")
    yield "arrays.pdf", _stream(b"BT " + b"[" * 200_000 + b" TJ ET")
    yield "form-loop.pdf", _form_loop()
    yield "encrypted.pdf", _encrypted(good)
    yield "pictures.pdf", pdf([[]])
    yield (
        "action.pdf",
        good.replace(
            b"/Type /Catalog",
            b"/Type /Catalog /OpenAction << /S /URI /URI (http://198.51.100.7/) >>",
        ),
    )
    yield "header-only.pdf", b"%PDF-1.7\n"
    yield "trailer-loop.pdf", good.replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev 9")
    yield "deep-object.pdf", _pdf("[" * 50_000)


def samples() -> Iterator[tuple[str, bytes]]:
    """Yield one sound file of each kind, to be cut off at each tenth."""
    yield ".docx", word(paragraph(WORDS) * 20)
    yield ".odt", open_document(f"<text:p>{WORDS}</text:p>" * 20)
    yield ".pdf", pdf([[WORDS.strip()] * 20] * 2)
    yield ".rtf", b"{\\rtf1\\ansi " + WORDS.encode() * 20 + b"}"
    yield ".html", PAGE.encode()
    yield ".eml", mail(WORDS * 5, PAGE, Subject="x", From="a@example.org")
    yield ".zip", zipped({"a.txt": WORDS * 9, "b.html": PAGE})
    yield (
        ".rss",
        f"<rss><channel><item><title>x</title><description>{WORDS * 9}</description></item></channel></rss>".encode(),
    )


def _packed(members: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return target.getvalue()


def _bomb(megabytes: dict[str, int]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, size in megabytes.items():
            with archive.open(name, "w") as member:
                for _ in range(size):
                    member.write(bytes(MEGABYTE))
    return target.getvalue()


def _link() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        member = zipfile.ZipInfo("passwords.txt")
        member.external_attr = 0o120777 << 16
        archive.writestr(member, "/etc/passwd")
    return target.getvalue()


def _twice() -> bytes:
    import warnings

    target = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(target, "w") as archive:
        warnings.simplefilter("ignore")
        for n in range(3):
            archive.writestr("a.txt", f"{n} {WORDS}")
    return target.getvalue()


def _lying() -> bytes:
    """An archive whose directory declares ten bytes of a member of 50 MB."""
    data = bytearray(_bomb({"a.txt": 50}))
    place = data.rindex(b"PK\x01\x02")
    data[place + 24 : place + 28] = struct.pack("<I", 10)
    return bytes(data)


def _patched(data: bytes, local: int, value: bytes, central: int) -> bytes:
    out = bytearray(data)
    out[local : local + 2] = value
    place = out.rindex(b"PK\x01\x02")
    out[place + central : place + central + 2] = value
    return bytes(out)


_PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources %s >>"
_PAGES = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"


def _file(*objects: bytes) -> bytes:
    """A PDF of these objects behind its catalogue, with a sound table of where they stand."""
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate((b"<< /Type /Catalog /Pages 2 0 R >>", *objects), 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
    end = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    return out + head + table + end % (len(places) + 1, start)


def _pdf(pages: str) -> bytes:
    return _file(pages.encode())


def _stream(content: bytes, times: int = 1) -> bytes:
    squeezing = zlib.compressobj()
    packed = b"".join(squeezing.compress(content) for _ in range(times)) + squeezing.flush()
    head = b"<< /Length %d /Filter /FlateDecode >>\nstream\n" % len(packed)
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    own = b"<< /Font << /F1 5 0 R >> >>"
    return _file(_PAGES, _PAGE % own, head + packed + b"\nendstream", font)


def _form_loop() -> bytes:
    own = b"<< /Font << >> /XObject << /A 5 0 R >> >>"
    form = b"<< /Type /XObject /Subtype /Form /Length 5 /Resources %s >>\nstream\n/A Do\nendstream"
    plain = b"<< /Length 5 >>\nstream\n/A Do\nendstream"
    return _file(_PAGES, _PAGE % own, plain, form % own)


def _encrypted(data: bytes) -> bytes:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    writer.encrypt("secret", algorithm="RC4-128")
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()
