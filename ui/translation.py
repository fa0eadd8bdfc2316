"""Languages of the interface: Kazakh, Russian, English, switched while it runs.

May touch: resources/translations and the application's translators. Must never read a language from the system's
settings file or write one: the choice lives with her other settings.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale, QObject, QTranslator

from safeplan.content.resources import read_resource
from safeplan.errors import ContentBroken

# In the order shown; each language is named in itself.
LANGUAGES: Mapping[str, str] = {"kk": "Қазақша", "ru": "Русский", "en": "English"}
SHORT: Mapping[str, str] = {"kk": "ҚАЗ", "ru": "РУС", "en": "ENG"}
_TERRITORY = {
    "kk": QLocale(QLocale.Language.Kazakh, QLocale.Country.Kazakhstan),
    "ru": QLocale(QLocale.Language.Russian, QLocale.Country.Kazakhstan),
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}

# Qt's own words in the menus of text fields; it ships no Kazakh, and its catalogues stay out of the build.
QT_WORDS = (
    QT_TRANSLATE_NOOP("QWidgetTextControl", "&Undo"),
    QT_TRANSLATE_NOOP("QWidgetTextControl", "&Redo"),
    QT_TRANSLATE_NOOP("QWidgetTextControl", "Cu&t"),
    QT_TRANSLATE_NOOP("QWidgetTextControl", "&Copy"),
    QT_TRANSLATE_NOOP("QWidgetTextControl", "&Paste"),
    QT_TRANSLATE_NOOP("QWidgetTextControl", "Delete"),
    QT_TRANSLATE_NOOP("QWidgetTextControl", "Select All"),
    QT_TRANSLATE_NOOP("QLineEdit", "&Undo"),
    QT_TRANSLATE_NOOP("QLineEdit", "&Redo"),
    QT_TRANSLATE_NOOP("QLineEdit", "Cu&t"),
    QT_TRANSLATE_NOOP("QLineEdit", "&Copy"),
    QT_TRANSLATE_NOOP("QLineEdit", "&Paste"),
    QT_TRANSLATE_NOOP("QLineEdit", "Delete"),
    QT_TRANSLATE_NOOP("QLineEdit", "Select All"),
)


class Translation(QObject):
    """The one installed translator. Pages are built anew after use(): no page can forget a word."""

    def __init__(self, app: QCoreApplication) -> None:
        super().__init__(app)
        self._app = app
        self._translator: QTranslator | None = None
        # QTranslator reads from these bytes as long as it lives.
        self._catalogue = b""
        self.language = "en"

    def use(self, language: str) -> bool:
        """Switch to "kk", "ru" or "en"; False when there is no catalogue (the words then stay English)."""
        if self._translator is not None:
            self._app.removeTranslator(self._translator)
            self._translator = None
        self.language = language if language in LANGUAGES else "en"
        QLocale.setDefault(_TERRITORY[self.language])
        found = True
        try:
            self._catalogue = read_resource(f"translations/{self.language}.qm")
        except ContentBroken:
            # English words stand in the program itself; its catalogue only adds plural forms.
            found = self.language == "en"
        else:
            made = QTranslator(self)
            found = made.load(self._catalogue)
            if found:
                self._app.installTranslator(made)
                self._translator = made
        return found

    def use_marked(self) -> None:
        """Pseudo-language ⟦…⟧: whatever is seen without the marks was forgotten. Tests and reviews only."""
        self.use("en")
        self._translator = Marked(self)
        self._app.installTranslator(self._translator)


def said_in(language: str, context: str, english: str) -> str:
    """One sentence in a language that the window does not speak yet."""
    try:
        # Alive until the sentence is found: the translator reads from these bytes.
        catalogue = read_resource(f"translations/{language}.qm")
    except ContentBroken:
        return english
    translator = QTranslator()
    return (translator.load(catalogue) and translator.translate(context, english)) or english


class Marked(QTranslator):
    """Every word that goes through the translator comes back between ⟦ and ⟧."""

    def translate(self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1) -> str:
        """Called by Qt for each text."""
        return f"⟦{sourceText}⟧" if sourceText else ""

    def isEmpty(self) -> bool:
        """Never: Qt skips empty catalogues."""
        return False
