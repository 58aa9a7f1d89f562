"""Full-text search over the library: index, query language, snippets, suggestions.

The only home of Whoosh. The index is derived and disposable; the library is the truth.

The way of a query: `parsing` (text to nodes) · `querying` (nodes to Whoosh's tree) · `answering` (a
walk over it) with `lexicon` (which words are meant), `having` (who has them), `found` (what they
score), `settled`, `foremost` and `answer` (how many, and the first) · `asking` (hits, snippets,
counts). The way of an article: `entries` · `storing` and `engine` · `manifest` and `readers` · `snapshot`.
"""

from briefing.search.index import Index
from briefing.search.readers import NotReady
from briefing.search.searcher import Searcher

__all__ = ["Index", "NotReady", "Searcher"]
