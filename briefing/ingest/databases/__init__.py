"""Exports of press databases, each holding many articles."""
