"""Draws the passphrase of a sealed hand-over: for writing down and telling apart from the file.

May touch: the system's random source and the word lists. Must never keep a passphrase: not with the file it opens,
not in the store; it is shown once.
"""

from __future__ import annotations

import secrets

from safeplan.vault.passphrase import generate

PDF, ZIP = "pdf", "zip"
FORMS = (PDF, ZIP)

# A PDF takes no more bytes of a passphrase than this; readers disagree about what lies beyond.
LONGEST_IN_PDF = 127
# ZIP stretches a passphrase a thousand times only, a store millions of times, so it needs more to guess: 77 bits.
ZIP_WORDS = 6
ZIP_GROUPS = 6
_GROUP = 10_000


def draw_sealing_phrase(form: str, language: str) -> str:
    """A passphrase for `form` ("pdf" | "zip") that a reader of `language` can type exactly as it is shown.

    A PDF has words of that language. A ZIP file does not say in which letters its passphrase is meant, and 7-Zip on
    Windows takes the computer's own set, where Kazakh letters are missing: so English words, or numbers (80 bits)
    for Russian and Kazakh, which every keyboard has and which can be said on the telephone.
    """
    if form not in FORMS:
        raise ValueError("no such sealed form")
    if form == ZIP:
        return generate("en", ZIP_WORDS) if language == "en" else _numbers()
    while len((phrase := generate(language)).encode("utf-8")) > LONGEST_IN_PDF:
        pass
    return phrase


def _numbers() -> str:
    return "-".join(f"{secrets.randbelow(_GROUP):04d}" for _ in range(ZIP_GROUPS))
