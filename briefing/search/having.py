"""The entries of one segment that have words of a query in one field, and how often."""

from __future__ import annotations

import numpy as np

from briefing.search.engine.arrays import Array
from briefing.search.engine.packing import Plain
from briefing.search.engine.postings import Postings
from briefing.search.found import Having
from briefing.search.lexicon import ranges
from briefing.search.nodes import Step


def having(postings: Postings, step: Step) -> Having:
    """Return the entries that have a word a step means."""
    if not postings.total:  # no ask, say, in all of a segment: not worth a look for each word
        return _nobody(postings)
    wanted = ranges(step, postings.terms)
    if not wanted:
        return _nobody(postings)
    if len(wanted) == 1 and wanted[0][1] - wanted[0][0] == 1:
        word = wanted[0][0]
        low, high = postings.first[word : word + 2].tolist()
        return Having(postings.docs[low:high], postings.counts, low)
    for form in step:
        row = postings.beginning(form.text) if form.how in ("prefix", "typed") else None
        if row is not None:
            low, high = postings.terms.beginning(form.text)
            others = [(a, b) for a, b in wanted if b <= low or high <= a]  # of the stem, elsewhere
            return _with_row(row, *postings.any_of(others))
    docs, counts = postings.any_of(wanted)
    return Having(docs, Plain(counts), 0)


def _with_row(row: Array, docs: Array, counts: Array) -> Having:
    total = row.astype("u4")
    total[docs] += counts.astype("u4")
    found = np.flatnonzero(total)
    return Having(found, Plain(total[found]), 0)


def _nobody(postings: Postings) -> Having:
    return Having(postings.docs[:0], postings.counts, 0)
