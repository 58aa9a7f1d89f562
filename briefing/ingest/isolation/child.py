"""The child process: reads one file after the other for its parent, confined, until told to end."""

from __future__ import annotations

import logging
import os
import signal
import sys
from importlib import import_module
from typing import BinaryIO

from briefing.errors import BriefingError
from briefing.ingest.files import CONTAINER_LIMIT
from briefing.ingest.isolation.confining import confine
from briefing.ingest.isolation.frames import Frame, of_article, read_frame, write_frame
from briefing.ingest.text.document import Part
from briefing.itself import where
from briefing.phrase import to_plain


def main() -> None:
    """Answer requests on standard input until it ends."""
    # Ctrl+C is for the parent, which then ends this process.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # By number: a program without a console has no sys.stdin, though its parent gave it pipes.
    incoming, answers = os.fdopen(0, "rb"), os.fdopen(1, "wb")
    sys.stdout = sys.stderr  # what a library prints must not get between the frames
    logging.disable(logging.CRITICAL)
    _load()
    confine()
    write_frame(answers, {"ready": True})
    while (request := read_frame(incoming, CONTAINER_LIMIT + 100_000)) is not None:
        if not _answer(request, answers):
            return


def _load() -> None:
    """Import what nearly every file needs before time is counted."""
    from briefing.ingest.known.chrome_rules import chrome_rules
    from briefing.ingest.known.outlets import known_outlets

    for module in ("lxml.html", "briefing.ingest.reading"):
        import_module(module)
    chrome_rules()
    known_outlets()


def _answer(request: Frame, answers: BinaryIO) -> bool:
    """Read one file; False where the process should end because its memory is spent."""
    from briefing.ingest.reading import articles_of

    name, suffix = str(request.head.get("name")), str(request.head.get("suffix"))
    try:
        for found in articles_of(request.payload, name, suffix):
            if isinstance(found, Part):
                write_frame(
                    answers,
                    {
                        "part": [found.place, found.suffix, to_plain(found.refusal)],
                        "attached": found.attached,
                    },
                    found.data,
                )
            else:
                whole = found.original is request.payload
                write_frame(answers, of_article(found), b"" if whole else found.original)
        write_frame(answers, {"done": True})
    except BriefingError as error:
        write_frame(answers, {"refused": [to_plain(error.message), to_plain(error.hint)]})
    except MemoryError:
        write_frame(answers, {"memory": True})
        return False
    # A reader that fails on a file must be told of as that, and the next file be read.
    except Exception as error:  # noqa: BLE001
        write_frame(answers, {"failed": where(error)})
    return True


if __name__ == "__main__":
    main()
