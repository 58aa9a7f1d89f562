"""The sections of a briefing, one module each: a desk in, blocks out; no blocks where nothing is known."""
