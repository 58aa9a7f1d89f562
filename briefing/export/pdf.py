"""A briefing as PDF, laid out by Qt: the one module outside `gui` that knows it.

Imported only when a PDF is asked for. Ligatures are off, since Qt writes them as one character and
a search for `official` would miss it. Qt writes the links between places itself; bookmarks are
added when it is done.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

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
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextTable,
)

from briefing.export.facts import Facts
from briefing.export.html import to_preview
from briefing.export.pdf_marks import Bookmark, with_marks
from briefing.paths import resources

_DPI = 600
_SCREEN_DPI = 96  # Qt counts paddings in dots of a screen
_MARGIN_MM = 20.0
_HEAD_MM = 9.0  # running head and foot stand this far above and below the text
_INK, _SOFT, _LINE, _FILL = "#1d2430", "#5b6472", "#b4bac4", "#eef1f5"
_FAMILY = "Noto Serif"
_STYLE = f"""
body, p, li, td, th {{ color: {_INK}; }}
p {{ margin-top: 4px; margin-bottom: 6px; }}
li {{ margin-bottom: 3px; }}
h1 {{ font-size: 15pt; margin-bottom: 6px; }}
h2 {{ font-size: 12.5pt; margin-top: 16px; margin-bottom: 5px; }}
th {{ background-color: {_FILL}; font-weight: bold; text-align: left; }}
td, th {{ font-size: 9pt; }}
a {{ color: {_INK}; text-decoration: none; }}
.footnote li, .footnote p {{ font-size: 8pt; color: {_SOFT}; }}
"""


class _Page(NamedTuple):
    """Sizes in dots of the device: the text area, and its distance from the paper's edge."""

    width: float
    height: float
    left: float
    top: float


def to_pdf(markdown: str, facts: Facts) -> bytes:
    """Return an exported briefing as PDF (A4), with bookmarks, running heads and page numbers.

    Footnotes stand at the end, each a link away; the same text gives the same bytes.

    Args:
        markdown: the briefing, as exported.
        facts: title, marking and date, for the running heads and the file's own properties.
    """
    _application()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = _writer(buffer, facts.title)
    page = _page(writer)
    document = _document(markdown, writer, page)
    _settle(document, page)
    _paint(document, writer, page, facts)
    buffer.close()
    return with_marks(bytes(data.data()), _bookmarks(document, page), facts)


@cache
def _application() -> QGuiApplication:
    """Return the application there is, or one without a screen, kept as long as the program runs."""
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


def _writer(buffer: QBuffer, title: str) -> QPdfWriter:
    writer = QPdfWriter(buffer)
    writer.setResolution(_DPI)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    writer.setPageMargins(margins, QPageLayout.Unit.Millimeter)
    writer.setTitle(title)
    writer.setCreator("briefing")
    return writer


def _page(writer: QPdfWriter) -> _Page:
    area = writer.pageLayout().paintRectPixels(_DPI)
    return _Page(area.width(), area.height(), area.left(), area.top())


def _document(markdown: str, writer: QPdfWriter, page: _Page) -> QTextDocument:
    document = QTextDocument()
    document.setDefaultFont(_font(10))
    document.setDefaultStyleSheet(_STYLE)
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


def _settle(document: QTextDocument, page: _Page) -> None:
    """Move headings to the page of what they head, and keep rows whole, from top to bottom."""
    settled = -1
    block = document.begin()
    while block.isValid():
        following = block.next()
        table = _table_of(block)
        if table is not None and table.firstPosition() != settled:
            settled = table.firstPosition()
            for row in range(2, table.rows()):
                _keep_row(document, table, row, page)
        elif following.isValid() and _is_heading(block, following):
            end = _top(document, following) + _line_height(following)
            if int(_top(document, block) // page.height) < int(end // page.height):
                _break_before(block)
        block = following


def _break_before(block: QTextBlock) -> None:
    form = block.blockFormat()
    form.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
    QTextCursor(block).setBlockFormat(form)


def _keep_row(document: QTextDocument, table: QTextTable, row: int, page: _Page) -> None:
    """Let a row that fits on one page not be cut by its end, by stretching the row before it.

    Qt has no such setting, and a page break inside a cell moves that cell alone.
    """
    cells = [table.cellAt(row, column) for column in range(table.columns())]
    layout = document.documentLayout()
    top = min(_top(document, cell.firstCursorPosition().block()) for cell in cells)
    ends = [layout.blockBoundingRect(cell.lastCursorPosition().block()).bottom() for cell in cells]
    left = page.height - top % page.height
    if max(ends) - top <= left or max(ends) - top > page.height / 2:
        return
    before = table.cellAt(row - 1, 0)
    form = before.format().toTableCellFormat()
    form.setBottomPadding((left + 1) * _SCREEN_DPI / _DPI)
    before.setFormat(form)


def _is_heading(block: QTextBlock, following: QTextBlock) -> bool:
    if block.blockFormat().headingLevel():
        return True
    fragments = block.begin()
    bold = not fragments.atEnd() and fragments.fragment().charFormat().fontWeight() > 500
    return bold and _is_member(following) and not _is_member(block)


def _is_member(block: QTextBlock) -> bool:
    """Return whether a block stands in a table or a list."""
    return _table_of(block) is not None or block.textList() is not None


def _table_of(block: QTextBlock) -> QTextTable | None:
    return QTextCursor(block).currentTable()


def _line_height(block: QTextBlock) -> float:
    layout = block.layout()
    return layout.lineAt(0).height() if layout.lineCount() else 0.0


def _top(document: QTextDocument, block: QTextBlock) -> float:
    return document.documentLayout().blockBoundingRect(block).top()


def _paint(document: QTextDocument, writer: QPdfWriter, page: _Page, facts: Facts) -> None:
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
        context.clip = clip
        context.palette.setColor(QPalette.ColorRole.Text, QColor(_INK))
        document.documentLayout().draw(painter, context)
        painter.restore()
    painter.end()


def _heads(painter: QPainter, page: _Page, facts: Facts, number: str) -> None:
    """Write the marking above the text, the title and the page number below it."""
    painter.save()
    painter.setFont(_font(8))
    painter.setPen(QColor(_SOFT))
    gap = _HEAD_MM * _DPI / 25.4
    height = 5 * _DPI / 25.4
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


def _bookmarks(document: QTextDocument, page: _Page) -> tuple[Bookmark, ...]:
    found: list[Bookmark] = []
    block = document.begin()
    while block.isValid():
        level = block.blockFormat().headingLevel()
        if level:
            at, height = divmod(_top(document, block), page.height)
            found.append(Bookmark(block.text(), level, int(at), _paper_y(page, height)))
        block = block.next()
    return tuple(found)


def _paper_y(page: _Page, height: float) -> float:
    """Return a height below the top of the text as points above the foot of the paper."""
    paper = QPageSize(QPageSize.PageSizeId.A4).sizePoints().height()
    return paper - (page.top + height) * 72 / _DPI
