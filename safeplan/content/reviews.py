"""Whether a specialist has read the words: what a page shows about it, and what is still unread.

May touch: the names and heads of the words files. Must never call a text read that nobody with a name and a day
has read.
"""

from __future__ import annotations

from typing import Protocol

from safeplan.content.resources import list_resources
from safeplan.content.tables import LANGUAGES, read_table

# A mistake in these can cost a life, a child or a case: no public release while one of them is unread.
BEFORE_RELEASE = (
    *("guide", "guide/sections/law", "guide/sections/technology", "guide/sections/children"),
    *("signs", "techcheck", "say", "weigh", "orders", "record", "still", "cases", "pressure", "handing", "friend"),
    "traces",
)
LAW_OF_A_COUNTRY = "regions/"


class Block(Protocol):
    """Anything with its own review: Guide, Section, …"""

    @property
    def reviewed_by(self) -> str:
        """The specialist's name."""

    @property
    def reviewed_on(self) -> str:
        """The day, ISO."""


def reviewed(block: Block) -> str:
    """The words to show, "2026-03-01 · name"; "" when nobody has read it, for the page to say so."""
    return f"{block.reviewed_on} · {block.reviewed_by}" if block.reviewed_on and block.reviewed_by else ""


def words_files(language: str) -> tuple[str, ...]:
    """Every resource with sentences in this language, found by its name: a new one is covered by itself."""
    return tuple(name for name in list_resources() if name.endswith(f"/{language}.toml"))


def unread(language: str) -> tuple[str, ...]:
    """The words files in this language that no specialist has read."""
    return tuple(name for name in words_files(language) if not _has_review(name))


def keeps_from_release(languages: tuple[str, ...] = LANGUAGES) -> tuple[str, ...]:
    """The unread files without whose review nothing may be given to the public in these languages."""
    return tuple(name for language in languages for name in unread(language) if _must_be_read(name))


def _must_be_read(name: str) -> bool:
    return name.rpartition("/")[0] in BEFORE_RELEASE or name.startswith(LAW_OF_A_COUNTRY)


def _has_review(name: str) -> bool:
    words = read_table(name)
    # Older files state in words that nobody has read them: without a day there was no review.
    return all(isinstance(words.get(key), str) and words[key].strip() for key in ("reviewed_by", "reviewed_on"))
