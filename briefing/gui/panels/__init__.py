"""The panels beside the article: facts, people, issues, asks, pressure and gaps."""
