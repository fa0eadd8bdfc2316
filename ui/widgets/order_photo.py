"""The photo of an order's paper on its card: covered until Show, and every page of it in its entry.

May touch: its own widgets. Must never show a picture that was not asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from PySide6.QtWidgets import QWidget

from safeplan.content.order_words import PageWords
from safeplan.records.attachments import AttachmentInfo
from safeplan.records.orders import Order
from ui.widgets.buttons import QuietButton, SecondaryButton
from ui.widgets.flow import flow
from ui.widgets.labels import Body, Heading
from ui.widgets.stack import stack
from ui.widgets.thumbnail import Thumbnail


@dataclass(frozen=True)
class Paper:
    """The first page of an order's paper, and how many files its entry holds."""

    info: AttachmentInfo
    pages: int


class PhotoWays(Protocol):
    """What can be done with the paper; the page does it."""

    def add_photo(self, order: Order) -> None:
        """Choose photos and keep them."""

    def open_photo(self, order: Order) -> None:
        """To the file, or to the entry that holds all pages."""

    def not_this_photo(self, order: Order) -> None:
        """Take it away from the order; the file stays."""

    def small_picture(self, attachment_id: str, then: Callable[[bytes | None], None]) -> None:
        """Bring the small picture from the worker."""


def order_photo(
    order: Order, paper: Paper | None, say: PageWords, ways: PhotoWays, *, title: str, name: str
) -> QWidget:
    """`title`: the order's name, for screen readers."""
    if paper is None:
        add = SecondaryButton(
            say.photo_add,
            name=f"{name}-photo",
            icon="image",
            clicked=partial(ways.add_photo, order),
            accessible=f"{say.photo_add}: {title}",
        )
        return stack(Body(say.photo_why, "small"), flow(add), spacing=4)
    parts: list[QWidget] = [Heading(say.photo, 3)]
    if paper.info.has_thumbnail:
        load = partial(ways.small_picture, paper.info.id)
        parts.append(Thumbnail(load, accessible=f"{say.photo}: {title}", name=f"{name}-paper-show"))
    words = say.photo_pages if paper.pages > 1 else say.photo_open
    buttons = (
        (SecondaryButton, "paper-open", words, ways.open_photo),
        (QuietButton, "photo", say.photo_more, ways.add_photo),
        (QuietButton, "paper-not", say.photo_not, ways.not_this_photo),
    )
    row = [
        kind(said, name=f"{name}-{which}", clicked=partial(does, order), accessible=f"{said}: {title}")
        for kind, which, said, does in buttons
    ]
    return stack(*parts, flow(*row), spacing=6, name=f"{name}-paper")
