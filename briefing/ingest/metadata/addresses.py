"""The canonical address of an article: what two copies of one page have in common.

Scheme and host count in small letters, `http` as `https`; fragments, and the parts of the query by
which senders count their readers, are left out (the names are those that the ClearURLs rules and
the WHATWG URL standard's users know: `utm_source`, `fbclid` …).
"""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

LENGTH = 2_000
"""Characters an address may have; what is longer carries data, not an article's name."""

_COUNTING = re.compile(
    r"utm_\w+|at_\w+|mc_[ce]id|fbclid|gclid|dclid|msclkid|igshid|cmpid|cmp|ref|ref_src|smid|ito|ocid|ncid|xtor|spm"
    r"|share|source|s|sr|partner|taid|guccounter|guce_referrer\w*|_hs(?:enc|mi)|mkt_tok|outputtype",
    re.IGNORECASE,
)
_HOST = re.compile(r"[\w.-]+\.[^\W\d_][\w-]+(?::\d{1,5})?")


def canonical(address: str) -> str:
    """Return the address as it is compared and shown, or "" where it is none of a web page."""
    if len(address) > LENGTH:
        return ""
    try:
        parts = urlsplit(address.strip())
        asked = parse_qsl(parts.query, keep_blank_values=True, max_num_fields=100)
    except ValueError:
        return ""
    host = parts.netloc.rpartition("@")[2].lower().removesuffix(":80").removesuffix(":443")
    if parts.scheme.lower() not in {"http", "https"} or not _HOST.fullmatch(host):
        return ""
    query = urlencode([(name, value) for name, value in asked if not _COUNTING.fullmatch(name)])
    path = quote(parts.path, safe="/%:@!$&'()*+,;=~-._", errors="replace") or "/"
    return urlunsplit(("https", host, path, query, ""))


def names_article(address: str) -> bool:
    """Tell whether a canonical address can be that of one article rather than of a whole site."""
    parts = urlsplit(address)
    return len(parts.path.strip("/")) >= 8 or bool(parts.query)
