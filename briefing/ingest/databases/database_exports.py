"""Exports of press databases, which hold many articles in one file: each with its own metadata.

The forms are told by marks no article has: accession numbers, counts of documents, record ids.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefing.ingest.databases import eureka, factiva, nexis, proquest
from briefing.ingest.databases.database_records import Record
from briefing.ingest.text.dates import dates_in
from briefing.ingest.text.document import Document
from briefing.ingest.text.fields import Fields
from briefing.model import HiddenRange, Stated

_FORMS = (
    (factiva.NAME, factiva.factiva_records),
    (nexis.NAME, nexis.nexis_records),
    (proquest.NAME, proquest.proquest_records),
    (eureka.NAME, eureka.eureka_records),
)


def exported_articles(document: Document) -> Iterator[Document]:
    """Yield the articles of an export, or the document itself where it is none."""
    for database, records_of in _FORMS:
        records = list(records_of(document.text))
        for number, record in enumerate(records, start=1):
            yield _document(document, record, number, database)
        if records:
            return
    yield document


def _document(export: Document, record: Record, number: int, database: str) -> Document:
    text = export.text[record.start : record.end]
    return Document(
        text=text + "\n",
        kind="database",
        encoding=export.encoding,
        fields=_fields(record, database),
        hidden=tuple(_around(record)),
        original=text.encode("utf-8", "replace"),
        place=f"article {number}",
    )


def _fields(record: Record, database: str) -> Fields:
    told = {name: value for name, value in record.fields.items() if value}
    if "published" in told and (found := dates_in(told["published"])):
        told["published"] = found[0].day.isoformat()
    return {name: Stated(value, f"the record of {database}") for name, value in told.items()}


def _around(record: Record) -> Iterator[HiddenRange]:
    """The head and foot of the record: all but its headline and its text."""
    position = record.start
    for start, end in sorted({record.title, record.body}):
        if start > position:
            yield HiddenRange(position - record.start, start - record.start, "database-field")
        position = max(position, end)
    if record.end > position:
        yield HiddenRange(position - record.start, record.end - record.start, "database-field")
