"""Every theme can be read: WCAG AA, and AAA in high contrast."""

import pytest

from briefing.gui.look.colours import CONTRAST, CONTRAST_DARK, DARK, LIGHT, contrast

THEMES = pytest.mark.parametrize(
    ("colours", "least"),
    [(LIGHT, 4.5), (DARK, 4.5), (CONTRAST, 7), (CONTRAST_DARK, 7)],
    ids=["light", "dark", "contrast", "contrast dark"],
)


@THEMES
@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("ink", "ground"), ("ink", "panel"), ("ink", "card"), ("ink", "accent_ground"),
        ("mute", "ground"), ("mute", "panel"), ("mute", "card"), ("mute", "accent_ground"),
        ("accent", "panel"), ("accent", "ground"), ("accent", "card"), ("accent", "accent_ground"),
        ("on_button", "button"), ("chip_ink", "track"), ("warning", "warning_ground"),
        ("on_found", "found"), ("error", "error_ground"),
    ],
)  # fmt: skip
def test_text_on_its_ground_can_be_read(colours, least, text, ground):
    assert contrast(getattr(colours, text), getattr(colours, ground)) >= least


@THEMES
def test_each_side_can_be_read_on_panel_page_card_and_mark(colours, least):
    assert colours.sides
    for ink, mark in colours.sides:
        for ground in (colours.panel, colours.card, colours.ground):
            assert contrast(ink, ground) >= least
        assert contrast(colours.ink, mark) >= least


def test_black_on_white_is_twenty_one_to_one():
    assert round(contrast("#000000", "#ffffff"), 2) == 21
