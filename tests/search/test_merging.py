"""Which segments are made one."""

import pytest

from briefing.search.engine import merging
from briefing.search.engine.codec import ArraySegment


def segment(entries, dead=0):
    made = ArraySegment("MAIN")
    made.set_doc_count(entries)
    for number in range(dead):
        made.delete_document(number)
    return made


@pytest.mark.parametrize(
    ("sizes", "joined"),
    [
        ([10] * 7, 0),
        ([10] * 8, 8),
        ([100_000] + [50] * 8, 8),
        ([40_000] * 8, 6),
        ([200_000] * 9, 0),  # two of them would be too many for one
        ([200_000] * 7 + [40_000] * 2, 2),
    ],
)
def test_eight_of_one_size_become_one_as_far_as_they_fit(sizes, joined):
    due = merging.due([segment(size) for size in sizes])

    assert len(due) == joined
    assert sum(each.doc_count() for each in due) <= merging.MOST


def test_a_segment_of_which_much_was_removed_is_written_anew():
    worn = segment(100, dead=26)

    assert merging.due([segment(100, dead=25), worn]) == [worn]
