"""Use cases that are built when they are first asked for anything: a window opens without them."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, TypeVar, cast

Made = TypeVar("Made")


class Later:
    """Stands for an object until it is first used, and hands everything on to it from then on.

    Its module need not be imported before: what reads files, finds things in texts and writes
    documents takes half a second to load, which nobody should wait for to read.

    Args:
        make: builds the object; called once, by whichever thread comes first.
    """

    def __init__(self, make: Callable[[], Any]) -> None:
        vars(self).update(_make=make, _one=threading.RLock(), _made=None)

    def __getattr__(self, name: str) -> Any:
        return getattr(_built(self), name)

    def __setattr__(self, name: str, value: object) -> None:
        setattr(_built(self), name, value)


def later(make: Callable[[], Made]) -> Made:
    """Return what stands for the object that `make` builds."""
    return cast("Made", Later(make))


def was_used(thing: object) -> bool:
    """Tell whether an object was built: one that stands for nothing yet was not."""
    return not isinstance(thing, Later) or vars(thing)["_made"] is not None


def _built(stand_in: Later) -> Any:
    own = vars(stand_in)
    with own["_one"]:
        if own["_made"] is None:
            own["_made"] = own["_make"]()
        return own["_made"]
