"""What becomes of the bytes of a text file, and of those that are none."""

import hashlib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.errors import UnreadableFile
from briefing.ingest import SUFFIXES, read_file
from briefing.ingest.files import SIZE_LIMIT
from briefing.model import ImportedText

STORY = "The two ministers met at the café on the quay, “a fine place”, and spoke about herring quotas.\n"


@pytest.fixture
def written(tmp_path):
    def write(data: bytes, name: str = "story.txt"):
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return write


def reason(path) -> str:
    with pytest.raises(UnreadableFile) as caught:
        read_file(path)
    return str(caught.value)


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (STORY.encode(), "utf-8"),
        (b"\xef\xbb\xbf" + STORY.encode(), "utf-8"),
        (STORY.encode("utf-16"), "utf-16"),
        (b"\xfe\xff" + STORY.encode("utf-16-be"), "utf-16"),
        (STORY.encode("utf-16-le"), "utf-16"),
        (STORY.encode("utf-16-be"), "utf-16"),
        (STORY.encode("utf-32"), "utf-32"),
        (STORY.encode("cp1252"), "cp1252"),
    ],
    ids=["utf-8", "with a mark", "utf-16", "big end", "le no mark", "be no mark", "utf-32", "1252"],
)
def test_the_same_story_is_read_from_every_encoding(written, data, encoding):
    found = read_file(written(data))

    assert (found.text, found.encoding) == (STORY, encoding)


def test_western_text_without_the_marks_of_windows_is_latin_1(written):
    assert (
        read_file(written("Le café du château est fermé.".encode("latin-1"))).encoding == "latin-1"
    )


@pytest.mark.parametrize(
    "word", ["café", "Zoë’s", "20 £", "naïve – so", "São Paulo", "Ångström", "el Niño", "œuvre"]
)
def test_one_accent_is_enough_to_read_windows_text(written, word):
    text = f"They spoke of the {word} for an hour."

    assert read_file(written(text.encode("cp1252"))).text == text


@pytest.mark.parametrize(
    "data",
    [
        "Привет, министр рыболовства приехал.".encode("cp1251"),
        "漁業大臣が到着した。".encode("shift_jis"),
        "Ministr rybářství přijel do města včera večer, řekl mluvčí.".encode("cp1250"),
        "Le café « fermé » à l’été".encode("mac_roman"),
    ],
    ids=["Russian", "Japanese", "Czech", "old Macintosh"],
)
def test_an_encoding_that_cannot_be_told_is_refused_and_not_garbled(written, data):
    assert "Save it as UTF-8" in reason(written(data))


def test_damaged_utf_8_is_refused_with_the_place(written):
    data = ("é" * 40).encode() + b"\xff" + ("é" * 40).encode()

    assert "UTF-8 text, but it is damaged at byte 80" in reason(written(data))


def test_cut_utf_16_is_refused_with_the_place(written):
    assert "damaged at byte" in reason(written("Herring".encode("utf-16") + b"\x41"))


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_line_ends_stay_as_they_are(written, ends):
    text = f"One line.{ends}{ends}Another line.{ends}"

    assert read_file(written(text.encode())).text == text


def test_the_bytes_are_kept_and_named_by_their_hash(written):
    found = read_file(written(STORY.encode("utf-16")))

    assert found.original == STORY.encode("utf-16")
    assert found.sha256 == hashlib.sha256(found.original).hexdigest()
    assert found.kind == "text"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b" \n\t\r\n ", "holds no text"),
        (b"\xef\xbb\xbf", "holds no text"),
        ("\u200b\u00ad\n".encode(), "holds no text"),
        (b"%PDF-1.7\n...", "is a PDF document"),
        (b"PK\x03\x04rest", "is a ZIP archive or office document"),
        (b"\x89PNG\r\n\x1a\nrest", "is a PNG picture"),
        (b"\x7fELF\x02\x01", "is a program"),
        (bytes(range(256)) * 4, "is not text"),
        (b"word \x01\x02\x03\x04\x05 word", "is not text"),
        (b"A sentence about herring.\x00 Another. " + b"and so on " * 100, "holds a NUL character"),
        (b"Skip to main content\nAdvertisement\nShare\n", "holds no article"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_article_is_refused_in_one_clear_sentence(written, data, words):
    message = reason(written(data))

    assert words in message
    assert "story.txt" in message
    assert "Traceback" not in message


def test_a_file_above_the_limit_is_refused_without_being_read(tmp_path):
    path = tmp_path / "long.txt"
    with path.open("wb") as file:
        file.truncate(SIZE_LIMIT + 1)

    assert "larger than 20 MB" in reason(path)


def test_a_kind_that_is_not_read_names_those_that_are(written):
    assert ".txt" in reason(written(b"x", "story.xyz"))
    assert ".txt" in SUFFIXES


def test_capitals_of_a_suffix_do_not_matter(written):
    assert read_file(written(STORY.encode(), "STORY.TXT")).text == STORY


def test_a_name_that_is_no_utf_8_can_be_shown(tmp_path):
    path = tmp_path / "caf\udce9.txt"
    path.write_bytes(STORY.encode())

    assert read_file(path).path.endswith("caf\\xe9.txt")


@given(data=st.one_of(st.binary(max_size=400), st.text(max_size=200).map(str.encode)))
@settings(
    max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_bytes_give_an_imported_text_or_a_sentence(written, data):
    path = written(data)
    try:
        found = read_file(path)
    except UnreadableFile:
        return
    assert isinstance(found, ImportedText)
    assert found.text.strip()
    assert all(0 <= h.start < h.end <= len(found.text) for h in found.hidden)
