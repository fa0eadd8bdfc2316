"""How large something is, as a person calls it.

May touch: nothing. Must never know what it is the size of: failures and lists both ask here.
"""

from __future__ import annotations

from PySide6.QtCore import QLocale

_LANGUAGES = {"kk": QLocale.Language.Kazakh, "ru": QLocale.Language.Russian, "en": QLocale.Language.English}
_KIB = 1024


def size_in_words(size: int, language: str) -> str:
    """ "2.1 MB", with her decimal sign."""
    locale = QLocale(_LANGUAGES.get(language, QLocale.Language.English))
    form = QLocale.DataSizeFormat.DataSizeTraditionalFormat
    if size < _KIB:
        # Qt's word for single bytes fits no number but some.
        unit = locale.formattedDataSize(_KIB, 0, form).split()[-1]
        return f"{locale.toString(size / _KIB, 'f', 1)} {unit}"
    return locale.formattedDataSize(size, 1, form)
