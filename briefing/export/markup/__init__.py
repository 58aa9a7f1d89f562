"""Marks of Markdown and HTML: a source's words made safe, the user's fences, the seal, the preview."""
