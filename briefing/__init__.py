"""Briefing: from a pile of press articles to a briefing for a meeting between governments."""

import os

__version__ = "0.1.0"

# Set before numpy is loaded: for matrices as small as ours its threads wait for each other and
# double the processor time.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
