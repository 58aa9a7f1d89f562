"""A file to an article: decoding, metadata with reasons, web chrome as hidden ranges.

One module a format. Knows nothing of the library, of extraction or of Qt; never writes a file.
"""

from briefing.ingest.chrome import hide_chrome
from briefing.ingest.reading import SUFFIXES, files_in, read_file

__all__ = ["SUFFIXES", "files_in", "hide_chrome", "read_file"]
