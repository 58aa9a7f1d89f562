"""How a laid-out document flows over the pages of a PDF: no heading alone, no row cut in two."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import (
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextTable,
    QTextTableCell,
)

DPI = 600
_KEPT_LINES = 5
_SCREEN_DPI = 96  # Qt counts paddings in dots of a screen


class Page(NamedTuple):
    """Sizes in dots of the device: the text area, its distance from the paper's edge, dots an inch."""

    width: float
    height: float
    left: float
    top: float
    dpi: float = DPI


def settle(document: QTextDocument, page: Page, word: str) -> int:
    """Keep headings with what they head, and rows whole; return the number of pages before annexes.

    Args:
        document: laid out.
        page: its size.
        word: which the headings of annexes begin with.
    """
    settled = -1
    block = document.begin()
    annex = _first_annex(document, word)
    while block.isValid():
        following = block.next()
        table = _table_of(block)
        if table is not None and table.firstPosition() != settled:
            settled = table.firstPosition()
            _keep_start(document, table, page)
            for row in range(2, table.rows()):
                _keep_row(document, table, row, page)
        elif block.position() == annex:
            _break_before(block)  # annexes are a part of their own
        elif table is None:
            _keep_together(document, block, page)
        block = following
    if annex < 0:
        return document.pageCount()
    return int(top_of(document, document.findBlock(annex)) // page.height)


def _keep_together(document: QTextDocument, block: QTextBlock, page: Page) -> None:
    """Move a heading to what it heads, and a short paragraph that is torn to the next page."""
    following = block.next()
    if following.isValid() and _is_heading(block, following):
        end = top_of(document, following) + _line_height(following)
        if int(top_of(document, block) // page.height) < int(end // page.height):
            _break_before(_headed_by(block))
    elif _is_torn(document, block, page):
        _break_before(_headed_by(block))


def _first_annex(document: QTextDocument, word: str) -> int:
    """Return the position of the heading of the first annex, -1 where there is none."""
    block = document.begin()
    while block.isValid():
        if block.blockFormat().headingLevel() and block.text().startswith(f"{word} A. "):
            return block.position()
        block = block.next()
    return -1


def _is_torn(document: QTextDocument, block: QTextBlock, page: Page) -> bool:
    """Return whether a short paragraph begins on one page and ends on the next."""
    if not 1 < block.layout().lineCount() <= _KEPT_LINES:
        return False
    bounds = document.documentLayout().blockBoundingRect(block)
    return int(bounds.top() // page.height) < int((bounds.bottom() - 1) // page.height)


def _headed_by(block: QTextBlock) -> QTextBlock:
    """Return the first of the headings right before a block, or the block itself without one."""
    before = block.previous()
    while before.isValid() and _is_heading(before, block):
        block, before = before, before.previous()
    return block


def _break_before(block: QTextBlock) -> None:
    form = block.blockFormat()
    form.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
    QTextCursor(block).setBlockFormat(form)


def _keep_start(document: QTextDocument, table: QTextTable, page: Page) -> None:
    """Move a table with its heading where its first row would be cut, or its head left alone."""
    first = min(1, table.rows() - 1)
    top, end = _bounds(document, table, first)
    start = _bounds(document, table, 0)[0]
    if int(start // page.height) == int((end - 1) // page.height) or end - top > page.height / 2:
        return
    block = table.cellAt(0, 0).firstCursorPosition().block()
    heading = _headed_by(block)
    if heading.position() != block.position():
        _break_before(heading)
        return
    form = table.format()
    form.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
    table.setFormat(form)


def _keep_row(document: QTextDocument, table: QTextTable, row: int, page: Page) -> None:
    """Let a row that fits on one page not be cut by its end, by stretching the row before it.

    Qt has no such setting, and a page break inside a cell moves that cell alone.
    """
    top, end = _bounds(document, table, row)
    left = page.height - top % page.height
    if end - top <= left or end - top > page.height / 2:
        return
    cells = _cells(table, row - 1)
    before = max(cells, key=lambda cell: _end_of(document, cell))  # it gives its row the height
    form = before.format().toTableCellFormat()
    # So much that no line of the row fits below; all that is left would push the cell's own lines off.
    line = _line_height(table.cellAt(row, 0).firstCursorPosition().block())
    spare = (left - 0.8 * line) * _SCREEN_DPI / page.dpi
    form.setBottomPadding(form.bottomPadding() + max(spare, 0))
    before.setFormat(form)


def _bounds(document: QTextDocument, table: QTextTable, row: int) -> tuple[float, float]:
    """Return where the words of a row begin and end."""
    cells = _cells(table, row)
    top = min(top_of(document, cell.firstCursorPosition().block()) for cell in cells)
    return top, max(_end_of(document, cell) for cell in cells)


def _cells(table: QTextTable, row: int) -> list[QTextTableCell]:
    return [table.cellAt(row, column) for column in range(table.columns())]


def _end_of(document: QTextDocument, cell: QTextTableCell) -> float:
    layout = document.documentLayout()
    return layout.blockBoundingRect(cell.lastCursorPosition().block()).bottom()


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


def top_of(document: QTextDocument, block: QTextBlock) -> float:
    """Return how far below the top of the first page a block begins."""
    return document.documentLayout().blockBoundingRect(block).top()
