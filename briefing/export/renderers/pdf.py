"""A briefing as PDF, laid out by Qt: the one module outside `gui` that knows it.

Imported only when a PDF is asked for. Ligatures are off, since Qt writes them as one character and
a search for `official` would miss it. Qt writes the links between places itself; bookmarks are
added when it is done.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextTable,
)

from briefing.export.language.headings import headings
from briefing.export.markup.html import to_preview
from briefing.export.renderers.facts import Facts
from briefing.export.renderers.paper import Paper
from briefing.export.renderers.pdf_flow import DPI, Page, settle, top_of
from briefing.export.renderers.pdf_marks import Bookmark, with_marks
from briefing.paths import resources

_SIZES = {"a4": QPageSize.PageSizeId.A4, "letter": QPageSize.PageSizeId.Letter}
_MARGIN_MM = 20.0
_HEAD_MM = 9.0  # running head and foot stand this far above and below the text
_INK, _SOFT, _LINE, _FILL = "#1d2430", "#5b6472", "#b4bac4", "#eef1f5"
_FAMILY = "Noto Serif"
_SCALES = (
    1.0,
    0.94,
    0.88,
    0.82,
)  # of the letters, where the main sections are to fit on so many pages


def to_pdf(markdown: str, facts: Facts, sheet: Paper) -> bytes:
    """Return an exported briefing as PDF, with bookmarks, running heads and page numbers.

    Footnotes stand at the end, each a link away; the same text gives the same bytes.

    Args:
        markdown: the briefing, as exported.
        facts: title, marking and date, for the running heads and the file's own properties.
        sheet: the paper it is laid out for.
    """
    _application()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = _writer(buffer, facts.title, sheet)
    page = _page(writer)
    document = _fitted(markdown, writer, page, facts)
    _paint(document, writer, page, facts)
    buffer.close()
    return with_marks(bytes(data.data()), _bookmarks(document, page, sheet), facts)


@cache
def _application() -> QGuiApplication:
    """Return the application there is, or one without a screen, kept while the program runs."""
    running = QGuiApplication.instance()
    if isinstance(running, QGuiApplication):
        application = running
    else:
        application = QGuiApplication(["briefing", "-platform", "offscreen"])
    for item in sorted(resources().joinpath("fonts").iterdir(), key=lambda item: item.name):
        if item.name.startswith("NotoSerif"):
            QFontDatabase.addApplicationFontFromData(QByteArray(item.read_bytes()))
    return application


def _font(points: float) -> QFont:
    font = QFont(_FAMILY)
    font.setPointSizeF(points)
    for feature in ("liga", "clig", "dlig", "hlig"):
        font.setFeature(QFont.Tag(feature), 0)
    return font


def _writer(buffer: QBuffer, title: str, sheet: Paper) -> QPdfWriter:
    writer = QPdfWriter(buffer)
    writer.setResolution(DPI)
    writer.setPageSize(QPageSize(_SIZES[sheet.name]))
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    writer.setPageMargins(margins, QPageLayout.Unit.Millimeter)
    writer.setTitle(title)
    writer.setCreator("briefing")
    return writer


def _page(writer: QPdfWriter) -> Page:
    area = writer.pageLayout().paintRectPixels(DPI)
    return Page(area.width(), area.height(), area.left(), area.top())


def _fitted(markdown: str, writer: QPdfWriter, page: Page, facts: Facts) -> QTextDocument:
    """Return the document laid out; in smaller letters where it would have too many pages."""
    for scale in _SCALES:
        document = _document(markdown, writer, page, scale)
        pages = settle(document, page, headings(facts.language).annex)
        if not facts.fit or pages <= facts.fit:
            break
    return document


def _style(scale: float) -> str:
    """Return the style sheet, its letters and gaps at a scale."""
    return f"""
body, p, li, td, th {{ color: {_INK}; }}
p {{ margin-top: {round(4 * scale**3)}px; margin-bottom: {round(6 * scale**3)}px; }}
li {{ margin-bottom: {round(3 * scale**3)}px; }}
h1 {{ font-size: {15 * scale:.2f}pt; margin-bottom: 6px; }}
h2 {{ font-size: {12.5 * scale:.2f}pt; margin-top: {round(16 * scale**3)}px; margin-bottom: 5px; }}
th {{ background-color: {_FILL}; font-weight: bold; text-align: left; }}
td, th {{ font-size: {9 * scale:.2f}pt; }}
a {{ color: {_INK}; text-decoration: none; }}
.footnote li, .footnote p {{ font-size: 8pt; color: {_SOFT}; }}
"""


def _document(markdown: str, writer: QPdfWriter, page: Page, scale: float) -> QTextDocument:
    document = QTextDocument()
    document.setDefaultFont(_font(10 * scale))
    document.setDefaultStyleSheet(_style(scale))
    document.setDocumentMargin(0)
    document.setIndentWidth(22)
    document.setHtml(to_preview(markdown))
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _rule(frame)
    cursor.endEditBlock()
    # Only now: what is laid out before the document is whole keeps the size of a screen's dots.
    document.documentLayout().setPaintDevice(writer)
    document.setPageSize(QSizeF(page.width, page.height))
    document.pageCount()  # lays out to the end; a change before that leaves the rest out of place
    return document


def _rule(table: QTextTable) -> None:
    """Give a table thin lines; Qt's default is a raised border."""
    form = table.format()
    form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    form.setBorderBrush(QColor(_LINE))
    form.setBorderCollapse(True)
    form.setBorder(1)
    form.setBottomMargin(4)
    # No head row is repeated: where a table ends with its page, Qt draws it over the next lines.
    table.setFormat(form)


def _paint(document: QTextDocument, writer: QPdfWriter, page: Page, facts: Facts) -> None:
    painter = QPainter(writer)
    pages = document.pageCount()
    for number in range(pages):
        if number:
            writer.newPage()
        _heads(painter, page, facts, f"{number + 1} / {pages}")
        painter.save()
        painter.translate(0, -number * page.height)
        clip = QRectF(0, number * page.height, page.width, page.height)
        painter.setClipRect(clip)
        context = QAbstractTextDocumentLayout.PaintContext()
        # A line that only touches the edge belongs to the other page; drawn here it could not be
        # seen, but it would be copied twice.
        context.clip = clip.adjusted(0, 1, 0, -1)
        context.palette.setColor(QPalette.ColorRole.Text, QColor(_INK))
        document.documentLayout().draw(painter, context)
        painter.restore()
    painter.end()


def _heads(painter: QPainter, page: Page, facts: Facts, number: str) -> None:
    """Write the marking above the text, the title and the page number below it."""
    painter.save()
    painter.setFont(_font(8))
    painter.setPen(QColor(_SOFT))
    gap = _HEAD_MM * DPI / 25.4
    height = 5 * DPI / 25.4
    above = QRectF(0, -gap, page.width, height)
    below = QRectF(0, page.height + gap - height, page.width, height)
    middle, left, right = (
        Qt.AlignmentFlag.AlignHCenter,
        Qt.AlignmentFlag.AlignLeft,
        Qt.AlignmentFlag.AlignRight,
    )
    single = int(Qt.TextFlag.TextSingleLine)
    title = painter.fontMetrics().elidedText(
        facts.title, Qt.TextElideMode.ElideRight, int(page.width * 0.85)
    )
    painter.drawText(above, int(middle) | single, facts.marking)
    painter.drawText(below, int(left) | single, title)
    painter.drawText(below, int(right) | single, number)
    painter.restore()


def _bookmarks(document: QTextDocument, page: Page, sheet: Paper) -> tuple[Bookmark, ...]:
    found: list[Bookmark] = []
    block = document.begin()
    while block.isValid():
        level = block.blockFormat().headingLevel()
        if level:
            at, height = divmod(top_of(document, block), page.height)
            found.append(Bookmark(block.text(), level, int(at), _paper_y(page, height, sheet)))
        block = block.next()
    return tuple(found)


def _paper_y(page: Page, height: float, sheet: Paper) -> float:
    """Return a height below the top of the text as points above the foot of the paper."""
    return QPageSize(_SIZES[sheet.name]).sizePoints().height() - (page.top + height) * 72 / DPI
