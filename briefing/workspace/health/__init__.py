"""Whether installation, library and index are sound."""
