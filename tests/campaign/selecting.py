"""How a test says which row of the programme it shows, how often it tried, and how often it tries in the campaign.

May touch: pytest's options, marks and properties. Must never let a row pass whose control was not seen to bite.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest


class Tries:
    """What one test tells the campaign about itself."""

    def __init__(self, in_campaign: bool, tell: Callable[[str, object], None]) -> None:
        self._in_campaign = in_campaign
        self._tell = tell

    def of(self, campaign: int, daily: int) -> int:
        """How often to try: the full number in the campaign, a small part of it in each run of the tests."""
        number = campaign if self._in_campaign else daily
        self._tell("tries", number)
        return number

    def made(self, number: int) -> None:
        """For a test whose number of tries is only known when it is done."""
        self._tell("tries", number)

    def figure(self, name: str, value: float | str) -> None:
        """A measured figure for build/campaign.json; units stand in the name ("p99_ms")."""
        self._tell(f"figure:{name}", value)


@pytest.fixture
def tries(request: pytest.FixtureRequest) -> Tries:
    told: list[tuple[str, object]] = request.node.user_properties
    return Tries(request.config.getoption("--full"), lambda name, value: told.append((name, value)))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--row", help="only the tests that show this row of the programme, and its controls")
    parser.addoption("--exits", default=1000, help="how often to leave from each state in the campaign")
    parser.addoption("--full", action="store_true", help="as many tries as the campaign makes")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    wanted = config.getoption("--row")
    if not wanted:
        return
    chosen = [item for item in items if any(wanted in mark.args for mark in item.iter_markers("row"))]
    config.hook.pytest_deselected(items=[item for item in items if item not in chosen])
    items[:] = chosen
    for item in chosen:
        control = any(mark.kwargs.get("control") for mark in item.iter_markers("row") if wanted in mark.args)
        item.user_properties.append(("control", control))
