"""The ids that a policy may hide, name, order or let go: parts of an entry and questions at the desk.

May touch: nothing. Must never import the words these ids stand for: the everyday program reads policies too. A test
compares both.
"""

from __future__ import annotations

ENTRY_PARTS = (
    *("text", "when", "how_long", "place", "people", "said", "kinds", "used", "injuries", "marks"),
    *("children_present", "child_words", "damage", "devices", "substances", "known", "seen_by", "police_calls"),
    *("care", "exam", "kept", "files", "afterwards", "later"),
)
# Without these an entry would be no entry.
NEEDED = ("text", "when")
FIELDS = ENTRY_PARTS
