"""All pages by name; each is imported when it is first shown, so that the first window stands early.

May touch: ui/pages. Must never build a page before it is needed.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable

from ui.page import Page, PageContext

_NAMES = (
    "welcome",
    "gate",
    "first_key",
    "today",
    "plan",
    "section",
    "acute",
    "happened",
    "entry",
    "file",
    "people",
    "person",
    "help",
    "more",
    "settings",
    "hand_over",
)


def _factory(name: str) -> Callable[[PageContext], Page]:
    def build(context: PageContext) -> Page:
        module = importlib.import_module(f"ui.pages.{name}")
        kind = "".join(part.title() for part in name.split("_")) + "Page"
        page: Page = getattr(module, kind)(context)
        return page

    return build


FACTORIES: dict[str, Callable[[PageContext], Page]] = {name: _factory(name) for name in _NAMES}
