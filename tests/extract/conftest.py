"""One extractor for all tests of the package: loading the model takes a second."""

from __future__ import annotations

import datetime as dt

import pytest

from briefing.extract import Extractor, Tables, load_tables
from briefing.extract.text.backend import Backend, load_backend

PUBLISHED = dt.date(2023, 3, 20)  # a Monday


@pytest.fixture(scope="session")
def tables() -> Tables:
    return load_tables()


@pytest.fixture(scope="session")
def backend() -> Backend:
    return load_backend()


@pytest.fixture(scope="session")
def extractor(tables: Tables) -> Extractor:
    return Extractor(tables)
