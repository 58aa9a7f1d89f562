"""A file's bytes as text: decoding, lines, fields and dates as they are written."""
