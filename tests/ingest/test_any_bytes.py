"""Whatever bytes a file has, it is read or refused in a sentence: 5,000 cases over all readers.

The long form is `make soak ONLY=readers`.
"""

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.ingest import exports, fuzz

FORMS = (
    exports.FACTIVA,
    exports.FACTIVA_LABELLED,
    exports.NEXIS_OLDER,
    exports.NEXIS_NEWER,
    exports.PROQUEST,
)
quietly = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
KINDS = sorted(fuzz.SOUND)


@pytest.mark.slow
@pytest.mark.parametrize("suffix", KINDS)
@settings(max_examples=160, **quietly)
@given(which=st.integers(0, 9), seed=st.integers(0, 2**32))
def test_a_damaged_file_is_read_or_refused(suffix, which, seed):
    sound = fuzz.SOUND[suffix]
    fuzz.check(fuzz.damaged(sound[which % len(sound)], random.Random(seed)), suffix)


@pytest.mark.slow
@settings(max_examples=1000, **quietly)
@given(suffix=st.sampled_from(KINDS), data=st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(suffix, data):
    fuzz.check(data, suffix)


@pytest.mark.slow
@settings(max_examples=800, **quietly)
@given(
    suffix=st.sampled_from([".txt", ".html", ".md", ".eml"]),
    lines=st.lists(
        st.sampled_from(sorted({line for form in FORMS for line in form.splitlines()})), max_size=60
    ),
)
def test_lines_of_exports_in_any_order_are_read_or_refused(suffix, lines):
    fuzz.check("\n".join(lines).encode(), suffix)
