"""One reader for each format of file: web pages, Word, PDF, mail and the others."""
