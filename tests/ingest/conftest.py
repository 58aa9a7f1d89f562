"""A file read from its bytes, and the sentence it is refused with."""

import pytest

from briefing.errors import UnreadableFile
from briefing.ingest import read_file


@pytest.fixture
def read(tmp_path):
    def read(data: bytes, name: str):
        path = tmp_path / name
        path.write_bytes(data)
        return read_file(path)

    return read


@pytest.fixture
def reason(read):
    def reason(data: bytes, name: str) -> str:
        with pytest.raises(UnreadableFile) as caught:
            read(data, name)
        return str(caught.value)

    return reason
