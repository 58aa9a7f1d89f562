"""A file to articles: decoding, metadata with reasons, web chrome as hidden ranges.

One module a format; strangers' files are read in a child process. Knows nothing of the library, of
extraction or of Qt; never writes a file.
"""

from briefing.ingest.chrome.chrome import hide_chrome
from briefing.ingest.chrome.repetition import learnt, line_key, shown_lines
from briefing.ingest.duplicates import likeness, shingles, sketch
from briefing.ingest.isolation.isolated import IsolatedReader, Limits
from briefing.ingest.metadata.addresses import names_article
from briefing.ingest.reading import SUFFIXES
from briefing.ingest.walking import Known, Offered, Refused, files_in, read_articles, read_file

__all__ = [
    "SUFFIXES",
    "IsolatedReader",
    "Known",
    "Limits",
    "Offered",
    "Refused",
    "files_in",
    "hide_chrome",
    "learnt",
    "likeness",
    "line_key",
    "names_article",
    "read_articles",
    "read_file",
    "shingles",
    "shown_lines",
    "sketch",
]
