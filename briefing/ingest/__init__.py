"""A file to an article: decoding, metadata with reasons, web chrome as hidden ranges.

One module a format. Knows nothing of the library, of extraction or of Qt; never writes a file.
"""

from briefing.ingest.chrome import hide_chrome

__all__ = ["hide_chrome"]
