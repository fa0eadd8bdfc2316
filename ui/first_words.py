"""The beginning of a text in one line, for lists where the whole of it has no room.

May touch: the text it is given. Must never cut inside a word where there is a space to cut at.
"""

from __future__ import annotations

SHORT = 90


def first_words(text: str, most: int = SHORT) -> str:
    """At most about `most` characters of it, line breaks as spaces; an ellipsis says that there is more."""
    line = " ".join(text[: 4 * most].split())
    return line if len(line) <= most else line[:most].rsplit(" ", 1)[0] + " …"
