"""Both themes can be read: WCAG AA."""

import pytest

from briefing.gui.colours import DARK, LIGHT, contrast


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
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
def test_text_on_its_ground_reaches_four_and_a_half_to_one(colours, text, ground):
    assert contrast(getattr(colours, text), getattr(colours, ground)) >= 4.5


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_each_side_can_be_read_on_panel_page_card_and_mark(colours):
    for ink, mark in colours.sides:
        for ground in (colours.panel, colours.card, colours.ground):
            assert contrast(ink, ground) >= 4.5
        assert contrast(colours.ink, mark) >= 4.5


def test_black_on_white_is_twenty_one_to_one():
    assert round(contrast("#000000", "#ffffff"), 2) == 21
