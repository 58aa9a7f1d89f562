"""Write the man page of the command line from its own help: `python packaging/man_page.py FILE`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from briefing import __version__
from briefing.cli.main import briefing


def roff(text: str) -> str:
    """Return text that troff prints as it stands."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-")
    return "\n".join(f"\\&{line}" if line[:1] in ".'" else line for line in escaped.splitlines())


def options(command: click.Command) -> list[str]:
    """Return the options of a command as tagged paragraphs."""
    lines: list[str] = []
    for parameter in command.params:
        if isinstance(parameter, click.Option) and parameter.help:
            names = ", ".join(parameter.opts)
            lines += [".TP", f".B {roff(names)}", roff(parameter.help)]
    return lines


def page() -> str:
    """Return the whole page."""
    lines = [
        f'.TH BRIEFING 1 "" "briefing {__version__}" "User Commands"',
        ".SH NAME",
        "briefing \\- read press articles for a meeting and export a briefing",
        ".SH SYNOPSIS",
        ".B briefing",
        "[\\fIOPTIONS\\fR] [\\fICOMMAND\\fR [\\fIARGS\\fR]...]",
        ".SH DESCRIPTION",
        roff(briefing.help or ""),
        ".SH OPTIONS",
        *options(briefing),
        ".SH COMMANDS",
    ]
    for name, command in sorted(briefing.commands.items()):
        lines += [f".SS {name}", roff(command.help or ""), *options(command)]
    lines += [
        ".SH EXIT STATUS",
        "0 done, 1 something failed and is said in one sentence on standard error, 2 wrong usage.",
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(page(), encoding="utf-8")
