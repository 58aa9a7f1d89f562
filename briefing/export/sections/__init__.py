"""The sections of a briefing, one module each: the content in, blocks out; no blocks where nothing is known."""
