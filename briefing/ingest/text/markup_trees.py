"""Parsing XML of strangers: no entities, no document type, nothing loaded from anywhere."""

from __future__ import annotations

from typing import Any

from briefing.errors import UnreadableFile
from briefing.ingest.text.signatures import said
from briefing.phrase import phrase


def parse_xml(data: bytes, name: str) -> Any:
    """Return the root element of an XML document.

    Raises:
        UnreadableFile: it is no well-formed XML, nests too deep, or declares entities.
    """
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableFile(
            phrase("{name} is damaged: {error}.", name=name, error=said(error)),
            "Get an undamaged copy.",
        ) from error
    if root.getroottree().docinfo.doctype:
        raise UnreadableFile(phrase("{name} declares entities, which are never read.", name=name))
    return root
