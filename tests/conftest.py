"""For all tests: no display is needed, and nothing of the desktop leaks in."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
