"""The window's own words: English in the code, other languages in `resources/translations/`."""

from __future__ import annotations

import json

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QTranslator

from briefing.errors import BadResource
from briefing.paths import resources
from briefing.phrase import worded

LANGUAGES = {"en": "English", "fr": "Français"}
CONTEXT = "briefing"
_CODE = "@ the code of the language"
_PLURAL = "@ the least number that takes the plural"


def tr(english: str, /, **values: object) -> str:
    """Return words of the window in the language chosen.

    Args:
        english: the words as they stand in the code; `{name}` stands for a value.
        **values: what to put in; never read as a pattern themselves.
    """
    said = QCoreApplication.translate(CONTEXT, english)
    return said.format(**values) if values else said


def tr_phrase(words: str) -> str:
    """Return what was said below the window in its language.

    Args:
        words: a phrase, whose values stay as they are, or words without values.
    """
    return worded(words, tr)


def tr_count(number: int, one: str, many: str, /, **values: object) -> str:
    """Return the words for one or for several; `{count}` in them is the number.

    English takes the plural for 0, French from 2 on.
    """
    said = QCoreApplication.translate(CONTEXT, _PLURAL)
    singular = number == 1 if said == _PLURAL else number < int(said)
    return tr(one if singular else many, count=f"{number:,}", **values)


def language_spoken() -> str:
    """Return the code of the language the window speaks now."""
    said = QCoreApplication.translate(CONTEXT, _CODE)
    return "en" if said == _CODE else said


def language_of(choice: str) -> str:
    """Return the language for a preference: itself, or for "" that of the desktop if there is one."""
    system = QLocale.system().name().partition("_")[0]
    return next((name for name in (choice, system) if name in LANGUAGES), "en")


class Translation(QTranslator):
    """Says in one language what the code says in English; install it on the application.

    Words not in its tables stay English. Qt's own words (“Cancel”) are in the tables too.

    Args:
        language: one of LANGUAGES.

    Raises:
        BadResource: a table is malformed.
    """

    def __init__(self, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.table = table_of(language)

    def isEmpty(self) -> bool:
        return False

    def translate(
        self,
        context: str,  # noqa: ARG002 - Qt's signature
        sourceText: str,  # noqa: N803 - Qt's signature
        disambiguation: str | None = None,  # noqa: ARG002 - Qt's signature
        n: int = -1,  # noqa: ARG002 - Qt's signature
    ) -> str:
        return self.table.get(sourceText, None)  # type: ignore[return-value] # None: not known


class Tongue:
    """The language an application speaks.

    Args:
        application: it.
        choice: the user's preference; see `language_of`.
    """

    def __init__(self, application: QCoreApplication, choice: str) -> None:
        self._application = application
        self._translation: Translation | None = None
        self.language = "en"
        self.choose(choice)

    def choose(self, choice: str) -> bool:
        """Speak another language from now on; return whether it is another.

        What is shown already keeps its words: windows are made anew for it.
        """
        language = language_of(choice)
        if language == self.language:
            return False
        if self._translation is not None:
            self._application.removeTranslator(self._translation)
        self.language = language
        self._translation = Translation(language, self._application)
        self._application.installTranslator(self._translation)
        return True


def table_of(language: str) -> dict[str, str]:
    """Return English words and what stands for them; nothing for English itself.

    Raises:
        BadResource: a table is malformed.
    """
    found: dict[str, str] = {}
    folder = resources().joinpath("translations", language)
    if not folder.is_dir():
        return found
    for file in sorted(folder.iterdir(), key=lambda one: one.name):
        try:
            told = json.loads(file.read_text(encoding="utf-8"))
        except ValueError as error:
            raise BadResource(f"translations/{language}/{file.name}: {error}.") from error
        found |= told
    return found
