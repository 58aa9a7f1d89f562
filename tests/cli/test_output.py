"""What is printed cannot steer a terminal and is valid in every locale."""

import io
import json

from hypothesis import given
from hypothesis import strategies as st

from briefing.cli.program import encode, one_line, print_json, table


@given(st.text())
def test_text_for_people_holds_no_control_characters_and_one_line(text):
    told = one_line(text)

    assert all(c.isprintable() for c in told)


def test_a_title_cannot_clear_the_screen():
    assert one_line("Talks\x1b[2J\x07 begin\u202e") == "Talks [2J begin"


@given(st.text(st.characters(categories=["L", "Cs", "S"]), max_size=20))
def test_json_is_valid_even_for_names_that_are_no_text(name):
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="latin-1")
    encode(stream, "utf-8")
    json.dump({"path": name}, stream, ensure_ascii=False)
    stream.flush()

    assert json.loads(raw.getvalue().decode("utf-8")) == {"path": name}


def test_json_keeps_letters_readable(capsys):
    print_json({"name": "Mélanie – “yes”"})

    assert "Mélanie – “yes”" in capsys.readouterr().out


def test_a_table_without_rows_has_no_lines():
    assert list(table([])) == []
