"""The issues of an article, and how much each matters in it."""
