"""Read the hostile set and say how each file fared: `python -m tests.hostile.reading FOLDER`.

Run it under `strace -f -e trace=%file,%network` or `unshare -rn` to see that nothing outside the
folder is touched and no connection is made.
"""

import sys
from dataclasses import dataclass
from pathlib import Path

from briefing.errors import UnreadableFile
from briefing.ingest import IsolatedReader, Refused, read_articles
from tests.hostile.making import make


@dataclass(frozen=True)
class Fared:
    """What became of one file: articles, the sentences of refusals, seconds of work, peak memory in
    MB."""

    path: Path
    articles: int
    reasons: tuple[str, ...]
    seconds: float
    megabytes: int


def read(path: Path, reader: IsolatedReader) -> Fared:
    """Read one file in the child and say how it fared."""
    began = _spent(reader)
    articles, reasons = 0, []
    memory = _peak(reader)
    try:
        for found in read_articles(path, reader.articles_of):
            memory = max(memory, _peak(reader))
            if isinstance(found, Refused):
                reasons.append(found.reason)
            else:
                articles += 1
    except UnreadableFile as error:
        reasons.append(str(error))
    return Fared(
        path, articles, tuple(reasons), max(_spent(reader) - began, 0), max(memory, _peak(reader))
    )


def _spent(reader: IsolatedReader) -> float:
    return reader._child.spent() if reader._child else 0.0


def _peak(reader: IsolatedReader) -> int:
    if reader._child is None:
        return 0
    try:
        told = Path(f"/proc/{reader._child._process.pid}/status").read_text()
    except OSError:
        return 0
    return int(told.partition("VmHWM:")[2].split()[0]) // 1024 if "VmHWM:" in told else 0


def main() -> None:
    """Make the set, read it, print a line a file and the worst of all."""
    paths = make(Path(sys.argv[1]))
    with IsolatedReader() as reader:
        list(reader.articles_of(b"A child that is ready.", "first", ".txt"))
        fared = [read(path, reader) for path in paths]
    for one in fared:
        said = f"{one.articles} articles" if one.articles else ""
        sys.stdout.write(
            f"{one.seconds:6.2f} s {one.megabytes:4} MB  {one.path.name!a:40} {said} {' | '.join(one.reasons)[:200]!a}\n"
        )
    slow = max(one.seconds for one in fared)
    large = max(one.megabytes for one in fared)
    sys.stdout.write(f"{len(fared)} files, slowest {slow:.2f} s, largest {large} MB\n")


if __name__ == "__main__":
    main()
