"""An article to findings: sentences, people, sides, meeting, issues, asks, pressure.

The only home of spaCy. Knows nothing of files, of the library or of what the user decided.
"""

from briefing.extract.pipeline import Extractor
from briefing.extract.tables.tables import Tables, load_tables

__all__ = ["Extractor", "Tables", "load_tables"]
