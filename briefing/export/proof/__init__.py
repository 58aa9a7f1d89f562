"""Whether an exported briefing still says what its sources say."""
