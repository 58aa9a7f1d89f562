import pytest
from PySide6.QtWidgets import QTabWidget

from briefing.gui.manual import Manual
from briefing.gui.safe_browser import SafeBrowser


@pytest.fixture
def pages(qtbot):
    manual = Manual()
    qtbot.addWidget(manual)
    tabs = manual.findChild(QTabWidget)
    yield {tabs.tabText(n): tabs.widget(n) for n in range(tabs.count())}
    manual.close()


def test_the_manual_tells_what_is_kept_where(pages):
    assert "originals/" in pages["Manual"].toPlainText()


def test_the_manual_is_laid_out_not_shown_as_source(pages):
    text = pages["Manual"].toPlainText()

    assert "## " not in text
    assert "| ask |" not in text


def test_what_is_new_stands_beside_it(pages):
    assert "0.1.0" in pages["What is new"].toPlainText()


def test_its_pages_load_nothing(pages):
    assert all(isinstance(page, SafeBrowser) for page in pages.values())
