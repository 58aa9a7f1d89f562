"""The codec: a Whoosh index whose postings are arrays in memory-mapped files.

Read in this order, an idea a file: `arrays` (a file of named arrays) · `packing` (small numbers in
few bits) · `terms` (sorted words) · `stems` (which of them have a stem) · `chunks` (a text as its
pieces, each analysed once) · `cutting` (all texts at once) · `inverting` (from texts to postings) · `postings`, `docs`, `beginnings`,
`categories` (what a field holds) · `segment` (a file with all of it) · `sources`, `joining` (many
into one) · `drafting` (a segment in the making) · `codec` (Whoosh around it) · `viewing` (Whoosh's
own way to read it) · `merging` (which segments to make one) · `memory` (of the C library). The
docstrings of `arrays`, `packing`, `terms`, `stems`, `postings`, `docs`, `beginnings`, `categories`
and `segment` together are the description of the file format; `fields.SCHEMA_VERSION` is its version.

It knows entries and words; it knows nothing of queries, of the library, and of what is shown.
"""
