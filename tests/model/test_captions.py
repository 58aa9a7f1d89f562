"""Words under a picture, and words of an article that are like them."""

import pytest

from briefing.model import is_caption


@pytest.mark.parametrize(
    "words",
    [
        "Ada Holm and Bo Lind at a news conference. (AP)",
        "Ada Holm, left, and Bo Lind at a news conference.",
        "Ada Holm, second from right, at the harbour.",
        "Bo Lind (R) and Ada Holm (centre left) at the harbour",
        "Bo Lind is seen at a news conference.",
        "A news conference in a file photo.",
        "FILE - Ada Holm at the harbour in spring.",
        "The harbour in winter | Bo Maker | Getty Images",
        "Ada Holm looks on. Bo Maker/Reuters",
        "Ada Holm (not pictured) and Bo Lind at the harbour.",
        "Les deux ministres, de gauche à droite, au port",
    ],
)
def test_a_caption_is_known_by_its_credit_or_by_who_stands_where(words):
    assert is_caption(words)


@pytest.mark.parametrize(
    "words",
    [
        "Ms. Holm left the talks with Mr. Lind, her aides said.",
        "SUND (Reuters) - Norvia asked for more fish on Monday.",
        "SUND/PORT, May 19 (AP) - Norvia asked for more fish.",
        "The harbour is seen as vital to both.",
        "Ms. Holm (pictured) said the harbour stays open.",
        "File a claim by Monday, fishers were told.",
    ],
)
def test_what_an_article_says_is_no_caption(words):
    assert not is_caption(words)
