"""What is known beforehand: countries, offices, issues, frames and cues, checked on load."""
