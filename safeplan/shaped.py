"""Plain values into the shape they must have: the one door to msgspec's conversions.

May touch: nothing. Must never convert in two threads at once: msgspec learns a shape when it first meets it, and a
thread that meets a shape half learnt by another ends the process with a segmentation fault.
"""

from __future__ import annotations

import threading  # noqa: TID251 (starts none: the window and the worker take turns)
from typing import Any, TypeVar

import msgspec

Kind = TypeVar("Kind")

# Held for well under a millisecond. A conversion may call code of ours that converts in turn.
_one_at_a_time = threading.RLock()


def shaped(value: Any, kind: type[Kind]) -> Kind:
    """`value`, of what JSON and TOML can hold, as `kind`.

    Raises msgspec.ValidationError, which names the place.
    """
    with _one_at_a_time:
        return msgspec.convert(value, kind, strict=True)  # noqa: TID251 (here)


def shaped_json(text: str, kind: type[Kind]) -> Kind:
    """A JSON document as `kind`. Raises msgspec.MsgspecError."""
    with _one_at_a_time:
        return msgspec.json.decode(text, type=kind)
