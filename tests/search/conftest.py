import pytest
from hypothesis import settings

from briefing.search import Index
from tests.search.making import IDENTITY, Library, article, searchable

settings.register_profile("patient", deadline=None)  # a busy machine is no fault of the search
settings.load_profile("patient")


@pytest.fixture
def library(tmp_path):
    """Return a function that makes a library of texts or of searchables, numbered from 1."""
    made = []

    def make(*contents):
        documents = [
            searchable(article(number, content)) if isinstance(content, str) else content
            for number, content in enumerate(contents, 1)
        ]
        made.append(Library(tmp_path / str(len(made)), documents))
        return made[-1]

    yield make
    for each in made:
        each.index.close()


@pytest.fixture
def index(tmp_path):
    made = Index(tmp_path / "index", IDENTITY)
    yield made
    made.close()
