"""What no text may say in any language, and a walk over every string of a content file.

May touch: nothing. Must never be loosened to let a sentence through: mend the sentence.
"""

from __future__ import annotations

from collections.abc import Iterator

LANGUAGES = ("en", "ru", "kk")
MOST_WORDS = 30

NEVER_SAID = {
    "en": r"\bvictim|\bvault|\bdecoy|\bdisguise|\bproof|low risk|undetectable|\bmilitary|100 ?%|guarantee|\babuser"
    r"|you should|you must|forgive|provok|well done|\b(he|him|his|she|her)\b",
    "ru": r"жертв|скандал|дебошир|хранилищ|маскиров|ложн\w+ экран|гарантир|вы должны|прости(те|ть)|провоцир|молодец"
    r"|\bвы \w+ла\b|низкий риск|доверенн\w+ лиц",
    "kk": r"құрбан|ұрыс-керіс|куәгер|кепілд|кешіріңіз|жарайсыз|\b(ол|оны|оған|одан|онымен|оның)\b|\bсен\b|бүркеме",
}


def texts(value: object, where: str = "") -> Iterator[tuple[str, str]]:
    """Every string in a tree of plain values, with its place."""
    if isinstance(value, str):
        yield where, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from texts(inner, f"{where}.{key}")
    elif isinstance(value, list | tuple):
        for place, inner in enumerate(value):
            yield from texts(inner, f"{where}[{place}]")
