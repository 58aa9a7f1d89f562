"""An outline as a file: Markdown, HTML, JSON, CSV, PDF and Word."""
