"""Extraction of many articles: what is wanted, by one process or by several."""
