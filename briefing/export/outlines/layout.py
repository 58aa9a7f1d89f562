"""The layout of a briefing in Markdown: a Jinja2 template over parts that are rendered already.

Nothing is escaped here: the parts come escaped, and the template can only place them. It runs in
Jinja2's sandbox and reads no file but templates.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING, Any

from briefing.errors import BadResource
from briefing.export.markup.fences import without_users
from briefing.export.outlines.outline import Outline, users
from briefing.phrase import phrase

if TYPE_CHECKING:
    from jinja2.sandbox import SandboxedEnvironment

_CITED = re.compile(r"\[\^(\d+)\](?!:)")
_GIVEN = re.compile(r"^\[\^(\d+)\]:", re.MULTILINE)

Source = Callable[[str], tuple[str, str] | None]


class Layout:
    """One template file.

    Args:
        name: of the file. source: gives the text of a template file and what errors call it.
    """

    def __init__(self, name: str, source: Source) -> None:
        self._name = name
        self._source = source
        self._where: dict[str, str] = {}

    def render(self, parts: dict[str, Any]) -> str:
        """Return the Markdown. Raises BadResource, which names file and line."""
        from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

        environment = self._environment()
        try:
            return environment.get_template(self._name).render(parts)
        except TemplateSyntaxError as error:
            where = self._where.get(error.name or "", error.name or self._name)
            raise BadResource(
                phrase(
                    "{file}, line {line}: {problem}.",
                    file=where,
                    line=error.lineno,
                    problem=error.message or "",
                )
            ) from error
        except TemplateNotFound as error:
            raise BadResource(
                phrase(
                    "{where}: there is no template {name}.",
                    where=self._at(error),
                    name=repr(error.name),
                )
            ) from error
        except (TemplateError, TypeError, ValueError, ArithmeticError, LookupError) as error:
            problem = str(error).rstrip(".")
            raise BadResource(
                phrase("{where}: {problem}.", where=self._at(error), problem=problem)
            ) from error

    def refuse_losses(self, text: str, content: Outline) -> None:
        """Raise BadResource if a rendered text lacks words of the user, or a note that it cites."""
        where = self._where.get(self._name, self._name)
        for user in users(content):
            if user.text.strip() and user.text not in text:
                raise BadResource(
                    phrase(
                        "{file} leaves out the section {name}, which holds words of yours.",
                        file=where,
                        name=repr(user.name),
                    ),
                    "Place it, or move the words elsewhere.",
                )
        given = set(_GIVEN.findall(text))
        for number in _CITED.findall(without_users(text)):
            if number not in given:
                raise BadResource(
                    phrase(
                        "{file} cites note {number} but does not give it.",
                        file=where,
                        number=number,
                    ),
                    "Place {{ notes }}.",
                )

    def _environment(self) -> SandboxedEnvironment:
        from jinja2 import FunctionLoader, StrictUndefined
        from jinja2.sandbox import SandboxedEnvironment

        return SandboxedEnvironment(
            loader=FunctionLoader(self._load),
            undefined=StrictUndefined,
            autoescape=False,  # Markdown, whose parts are escaped before
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )

    def _load(self, name: str) -> tuple[str, str, Callable[[], bool]] | None:
        found = self._source(name)
        if found is None:
            return None
        text, self._where[name] = found
        return text, self._where[name], lambda: True

    def _at(self, error: BaseException) -> str:
        """Return file and line of the innermost template that was running."""
        file, line = self._where.get(self._name, self._name), 0
        trace: TracebackType | None = error.__traceback__
        while trace is not None:
            if trace.tb_frame.f_code.co_filename in self._where.values():
                file, line = trace.tb_frame.f_code.co_filename, trace.tb_lineno
            trace = trace.tb_next
        return phrase("{file}, line {line}", file=file, line=line) if line else file
