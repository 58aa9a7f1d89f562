"""The sections of a briefing, one module each: content in, blocks out, none if nothing is known."""
