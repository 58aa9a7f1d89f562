"""The words of a briefing: headings, sentences, names and shortened wording, English and French."""
