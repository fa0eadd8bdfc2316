"""An order in the store and the page that shows it, for the stories about orders."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

from safeplan.content.order_words import load_order_words
from safeplan.content.regions import load_region
from safeplan.records import orders
from safeplan.records.deadlines import local_day
from safeplan.records.orders import OrderForm
from tests.ui.page_window import OpenPages

SAY = load_order_words("en").page
KZ = load_region("kz", "en")
PICTURE = Path(__file__).resolve().parents[1] / "data" / "files" / "turned.jpg"


def shown(pages: OpenPages) -> Any:
    page = pages.go("orders")
    pages.qtbot.waitUntil(lambda: page.filling.over)
    pages.settle()
    return page


def kept(pages: OpenPages) -> Any:
    return orders.list_orders(pages.vault.database)


def an_order(pages: OpenPages, kind: str = "protective_order", days_ago: int = 1, **more: str) -> Any:
    day = (local_day(pages.context.clock) - timedelta(days=days_ago)).isoformat()
    return orders.add_order(
        pages.vault.database, pages.context.clock, OrderForm(kind=kind, handed_over=day, **more), KZ
    )


def typed(pages: OpenPages, days: int) -> str:
    day = local_day(pages.context.clock) + timedelta(days=days)
    return f"{day.day}.{day.month}.{day.year}"


def iso(pages: OpenPages, days: int) -> str:
    return (local_day(pages.context.clock) + timedelta(days=days)).isoformat()
