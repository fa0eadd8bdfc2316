"""The passphrase room's front: draw a phrase, bring a typed one into normal form, judge one of her own.

May touch: the word lists. Must never keep a phrase, log one, or let anything but the system's random source choose.
"""

from __future__ import annotations

import secrets

from safeplan.content.words import word_list
from safeplan.vault.spelling import candidates, normalise
from safeplan.vault.strength import Strength, estimate

__all__ = ["Strength", "candidates", "estimate", "generate", "normalise", "words_to_come_back"]

# 4 words are 51.7 bits: with one Argon2id guess per 0.4 s and machine, longer than any pursuit lasts.
FEWEST_WORDS = 4


def generate(language: str, words: int = FEWEST_WORDS) -> str:
    """A phrase of `words` words from the list of "en", "ru" or "kk", separated by single spaces."""
    if words < FEWEST_WORDS:
        raise ValueError("fewer words than a safe phrase needs")
    choices = word_list(language)
    return " ".join(secrets.choice(choices) for _ in range(words))


def words_to_come_back(language: str) -> str:
    """Two words for a session that waits some minutes: 26 bits, guessed by hand only, slowed after the third try."""
    choices = word_list(language)
    return f"{secrets.choice(choices)} {secrets.choice(choices)}"
