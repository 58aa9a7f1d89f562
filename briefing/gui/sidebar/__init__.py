"""The left column: meetings and their articles, smart lists, saved searches."""
