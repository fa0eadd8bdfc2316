"""An error inside an overridden Qt method is told, and does not end the process.

May touch: how classes that inherit from Qt are made, once, before the first of them is. Must never swallow an error
or change what an override returns.

With Python 3.11 an error raised in C ("int('x')", a deleted widget, a wrong argument) is not an object yet when it
leaves the function. PySide6 6.11.3 reads its arguments all the same, and the process ends by a segmentation fault:
work in hand would be gone. Passing once through a Python `except` makes the object. From Python 3.12 on it always is.
"""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable
from types import FunctionType
from typing import Any

from shiboken6 import Shiboken

_QT = ("PySide6", "Shiboken", "shiboken6")


def keep_errors_whole() -> None:
    """Call before any class that inherits from Qt is defined; calling again does nothing."""
    if sys.version_info < (3, 12):
        setattr(Shiboken.Object, "__init_subclass__", classmethod(_wrap_overrides))  # noqa: B010


def _wrap_overrides(cls: type, /) -> None:
    theirs = [base for base in cls.__mro__[1:] if base.__module__.startswith(_QT)]
    for name, mine in list(vars(cls).items()):
        if isinstance(mine, FunctionType) and not name.startswith("__") and _is_in_any(name, theirs):
            setattr(cls, name, _whole(mine))


def _is_in_any(name: str, classes: list[type]) -> bool:
    return any(name in vars(one) for one in classes)


def _whole(override: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(override)
    def passing(*arguments: Any, **named: Any) -> Any:
        try:
            return override(*arguments, **named)
        except BaseException:
            # Catching it is what makes it an object.
            raise

    return passing
