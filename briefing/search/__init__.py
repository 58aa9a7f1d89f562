"""Full-text search over the library: index, query language, snippets, suggestions.

The only home of Whoosh. The index is derived and disposable; the library is the truth.
"""

from briefing.search.index import Index
from briefing.search.readers import NotReady
from briefing.search.searcher import Searcher

__all__ = ["Index", "NotReady", "Searcher"]
