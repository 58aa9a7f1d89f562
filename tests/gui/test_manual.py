from PySide6.QtWidgets import QTabWidget

from briefing.gui.manual import Manual
from briefing.gui.safe_browser import SafeBrowser


def pages(qtbot):
    manual = Manual()
    qtbot.addWidget(manual)
    tabs = manual.findChild(QTabWidget)
    return {tabs.tabText(n): tabs.widget(n) for n in range(tabs.count())}


def test_the_manual_tells_what_is_kept_where(qtbot):
    assert "originals/" in pages(qtbot)["Manual"].toPlainText()


def test_the_manual_is_laid_out_not_shown_as_source(qtbot):
    text = pages(qtbot)["Manual"].toPlainText()

    assert "## " not in text
    assert "| ask |" not in text


def test_what_is_new_stands_beside_it(qtbot):
    assert "0.1.0" in pages(qtbot)["What is new"].toPlainText()


def test_its_pages_load_nothing(qtbot):
    assert all(isinstance(page, SafeBrowser) for page in pages(qtbot).values())
