"""Values of the model to JSON text and back, by their annotations."""

from __future__ import annotations

import datetime as dt
import json
import types
import typing
from collections.abc import Callable, Hashable, Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, TypeVar

from briefing.errors import LibraryDamaged
from briefing.model import Extent, HiddenRange, Sentence, Span
from briefing.phrase import phrase

T = TypeVar("T")
_FLAT = (Extent, Span, Sentence, HiddenRange)  # many of them: written as lists, without names


def encode(value: Any) -> str:
    """Return a value of the model, or a tuple of them, as compact JSON."""
    return compact(plain(value))


def compact(value: Any) -> str:
    """Return plain JSON values as JSON text."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def decode(kind: type[T], text: str) -> T:
    """Return the value that `encode` turned into `text`.

    Raises:
        LibraryDamaged: the text holds no such value.
    """
    value: T = from_plain(kind, parsed(text))
    return value


def parsed(text: str) -> Any:
    """Return the plain values of JSON text.

    Raises:
        LibraryDamaged: it is no JSON.
    """
    try:
        return json.loads(text)
    except (TypeError, ValueError) as error:
        raise LibraryDamaged("The library is damaged: a stored value is no JSON.") from error


def from_plain(kind: Any, value: Any) -> Any:
    """Return the value of type `kind` that `plain` took apart.

    Raises:
        LibraryDamaged: these plain values make no such value.
    """
    try:
        return _reader(kind)(value)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise LibraryDamaged(
            phrase(
                "The library is damaged: a stored {kind} cannot be read ({error}).",
                kind=kind,
                error=error,
            )
        ) from error


def plain(value: Any) -> Any:
    """Return a value as dicts, lists, strings and numbers; dates as ISO text."""
    kind: Any = type(value)
    if kind in _FLAT:
        return [getattr(value, name) for name in _names(kind)]
    if is_dataclass(value):
        return {name: plain(getattr(value, name)) for name in _names(kind)}
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    if isinstance(value, dt.date):
        return value.isoformat()
    return value


def found_in(kind: type[T], value: Any) -> Iterator[T]:
    """Yield every value of type `kind` inside a value of the model, at any depth."""
    of: Any = type(value)
    if isinstance(value, kind):
        yield value
    elif is_dataclass(value):
        for name in _names(of):
            yield from found_in(kind, getattr(value, name))
    elif isinstance(value, tuple | list):
        for item in value:
            yield from found_in(kind, item)


@cache
def _names(kind: Hashable) -> tuple[str, ...]:
    return tuple(field.name for field in fields(typing.cast(Any, kind)) if field.init)


@cache
def _reader(kind: Any) -> Callable[[Any], Any]:
    if is_dataclass(kind):
        return _reader_of_class(kind)
    if kind is dt.date:
        return dt.date.fromisoformat
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if origin is tuple:
        return _reader_of_tuple(inner)
    if origin in (types.UnionType, typing.Union):
        return _reader_or_none(inner)
    return _reader_of_scalar(kind)


def _reader_of_class(kind: Any) -> Callable[[Any], Any]:
    hints = typing.get_type_hints(kind)
    readers = [(name, _reader(hints[name])) for name in _names(kind)]
    if kind in _FLAT:
        return lambda row: kind(*(r(v) for (_, r), v in zip(readers, row, strict=True)))
    # A field the text does not have takes its default: it came with a later version.
    return lambda row: kind(**{name: read(row[name]) for name, read in readers if name in row})


def _reader_of_tuple(inner: tuple[Any, ...]) -> Callable[[Any], Any]:
    if inner[1:] == (Ellipsis,):
        read = _reader(inner[0])
        return lambda row: tuple(read(item) for item in _list(row))
    readers = [_reader(kind) for kind in inner]
    return lambda row: tuple(r(item) for r, item in zip(readers, _list(row), strict=True))


def _reader_or_none(inner: tuple[Any, ...]) -> Callable[[Any], Any]:
    (kind,) = (part for part in inner if part is not types.NoneType)
    read = _reader(kind)
    return lambda value: None if value is None else read(value)


def _reader_of_scalar(kind: Any) -> Callable[[Any], Any]:
    def read(value: Any) -> Any:
        if type(value) is not kind:
            raise TypeError(f"{type(value).__name__} where {kind.__name__} should be")
        return value

    return read


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise TypeError("no list")
    return value
