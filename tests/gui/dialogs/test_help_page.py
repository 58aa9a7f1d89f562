"""The manual shows the program's own pictures, and nothing a page names besides."""

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage, QPalette, QTextDocument

from briefing.gui.dialogs.help_page import WIDTH, HelpPage
from briefing.paths import resource_text, resources

IMAGE = QTextDocument.ResourceType.ImageResource.value
READ = QUrl("help:read")


@pytest.fixture
def manual(qtbot):
    page = HelpPage(resource_text("help/manual.md"))
    qtbot.addWidget(page)
    return page


def darkened(page):
    palette = page.palette()
    palette.setColor(QPalette.ColorRole.Base, "black")
    page.setPalette(palette)


def test_each_picture_the_manual_names_is_there_light_and_dark():
    text = resource_text("help/manual.md")
    named = {line.split("(")[1] for line in text.splitlines() if line.startswith("![")}
    there = {one.name for one in resources().joinpath("help", "pictures").iterdir()}

    assert len(named) >= 4
    light = {name.removeprefix("pictures/").removesuffix(")") for name in named}
    assert there == light | {name.replace("-light", "-dark") for name in light}


def test_a_picture_is_shown_as_wide_as_the_page(manual):
    image = manual.loadResource(IMAGE, READ)

    assert isinstance(image, QImage)
    assert image.width() == round(WIDTH * manual.devicePixelRatioF())
    assert manual.toHtml().count("<img") >= 4


def test_a_dark_page_has_the_dark_picture(manual):
    light = manual.loadResource(IMAGE, READ).pixelColor(5, 5).lightness()
    darkened(manual)

    assert manual.loadResource(IMAGE, READ).pixelColor(5, 5).lightness() < 80 < light


@pytest.mark.parametrize(
    "name",
    ["help:secret", "help:../manual", "file:///etc/hostname", "pictures/read-light.png", "read"],
)
def test_nothing_else_is_loaded(manual, name):
    assert manual.loadResource(IMAGE, QUrl(name)) is None


def test_only_a_picture_of_the_manual_in_a_line_of_its_own_is_one(qtbot):
    page = HelpPage("One ![x](pictures/read-light.png) here.\n\n![y](file:///etc/hostname)\n")
    qtbot.addWidget(page)

    assert "<img" not in page.toHtml()
