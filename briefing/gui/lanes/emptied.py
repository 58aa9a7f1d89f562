"""What the user emptied in a form, as the use cases take it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def cleared(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return fields as the use cases take them: those the user emptied are named in `clear`."""
    emptied = [name for name, value in fields.items() if value is None or value == ""]
    given: dict[str, Any] = {n: v for n, v in fields.items() if n not in emptied}
    return {**given, "clear": emptied} if emptied else given
