"""Values of a kind that nobody writes there: bytes choose a place in a document and what stands there."""

from __future__ import annotations

import copy
from typing import Any

# More changes at once than that only hide one another.
MOST = 8
VALUES: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 1, 2**31, 2**63, 10**40, 0.5, float("inf"), float("nan"), 1e308),
    *(
        "",
        " ",
        "x",
        "1",
        "-1",
        "null",
        "a" * 32,
        "b" * 64,
        "\ud800",
        "\0",
        "\u202e",
        "2026-03-01",
        "2026-02-30",
        "я" * 700,
    ),
    *(
        "2026-03-02T10:00:00Z",
        "2026-13-02T25:00:00Z",
        "+05:00",
        "vague",
        "range",
        "exact",
        "threat",
        "../../x",
        "CON",
    ),
    *([], [[]], [None], ["a", 1], {}, {"a": 1}, {"": None}, {"text": "x", "happened": {}}, [{}] * 3),
)


def reshaped(document: Any, data: bytes) -> Any:
    """`document` with a change for every two bytes: the first chooses the place, the second the value (255: gone)."""
    changed = copy.deepcopy(document)
    for where, what in zip(data[: 2 * MOST : 2], data[1 : 2 * MOST : 2], strict=False):
        places = list(_places(changed))
        if not places:
            break
        holder, key = places[where % len(places)]
        if what == 255:
            del holder[key]
        else:
            holder[key] = copy.deepcopy(VALUES[what % len(VALUES)])
    return changed


def _places(value: Any) -> Any:
    """(holder, key) of everything inside."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, held in inside:
        yield value, key
        yield from _places(held)
