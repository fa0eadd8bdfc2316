"""The exit under other window managers, with and without compositing; each also has to show that the eyes see there.

Lost without it: what openbox does in one frame takes three elsewhere, and a shadow or a fading page tells it all.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from exit_figures import Figures, State
from exit_log import ExitLog
from exit_rounds import Rounds, unlock
from exit_states import make_household
from screen import NEEDED_FOR, missing_tools, program, virtual_screen

from tests.campaign.selecting import Tries

pytestmark = [pytest.mark.screen, pytest.mark.alone, pytest.mark.campaign]

# Small enough to be there for every run; the large ones are tried where they are installed.
TRIED = ["openbox with picom", "xfwm4", "xfwm4 compositing"]
TRIED += [manager for manager, tool in (("mutter", "mutter"), ("kwin", "kwin_x11")) if shutil.which(tool)]
SCREEN = (1024, 700)
# Without a graphics card mutter needs three pictures for what others show in one: docs/decisions.md. Milliseconds:
# 99 of 100, all.
DRAWS_SLOWLY = {"mutter": (70.0, 100.0)}


def _rounds_under(
    manager: str,
    folder: Path,
    times: int,
    state: State,
    *starter: str,
    quiet: bool = False,
    log: ExitLog | None = None,
) -> Figures:
    missing = [*missing_tools(), *(tool for tool in NEEDED_FOR[manager] if shutil.which(tool) is None)]
    if missing:
        pytest.skip("this story needs a virtual screen; missing: " + ", ".join(missing))
    household = make_household(folder, busy=False)
    with (
        virtual_screen(*SCREEN, manager=manager) as screen,
        program(screen, household.home, starter=starter) as process,
    ):
        rounds = Rounds(screen, process, put_back=household.put_back)
        rounds.eyes.surroundings_fade = manager == "mutter"
        rounds.learn_twice(state)
        return rounds.many(state, times, quiet=quiet, log=log)


@pytest.mark.row("Q-01", "Q-02")
@pytest.mark.timeout(4 * 3600)
@pytest.mark.parametrize("manager", TRIED)
def test_leaving_shows_nothing_under_any_window_manager(
    manager: str,
    tmp_path_factory: pytest.TempPathFactory,
    tries: Tries,
    in_full: bool,
    thousand: int,
    exit_log: Callable[[str], ExitLog | None],
) -> None:
    """A fifth of the exits each: the state is one of those that are tried in full elsewhere."""
    state = State("notes", (unlock,), composed=manager != "xfwm4")
    name = manager.replace(" ", "_")
    times, log = tries.of(thousand // 5, daily=3), exit_log(f"under_{name}")
    figures = _rounds_under(
        manager, tmp_path_factory.mktemp("exits"), times, state, "-m", "ui", quiet=in_full, log=log
    )
    for figure, value in figures.told().items():
        tries.figure(f"{name}_{figure}", value)
    assert not _faults_under(manager, figures, strict=in_full)


def _faults_under(manager: str, figures: Figures, *, strict: bool) -> list[str]:
    """What is wrong; where the manager itself draws slowly, late is what is later than it."""
    found = figures.faults(strict=strict)
    if manager not in DRAWS_SLOWLY or not strict:
        return found
    p99, most = figures.milliseconds(0.99), figures.milliseconds(1.0)
    allowed, at_most = DRAWS_SLOWLY[manager]
    late = [f"late: {p99} ms in 99 of 100, {most} in all"] if p99 > allowed or most > at_most else []
    return [*late, *(fault for fault in found if not fault.startswith("late"))]


@pytest.mark.row("Q-01", "Q-02", control=True)
@pytest.mark.parametrize("manager", TRIED)
def test_the_eyes_see_a_planted_page_under_any_window_manager(
    manager: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Also where a compositing manager draws the screen: when all is over the page stands for 50 ms."""
    starter = (str(Path(__file__).with_name("exit_program.py")), "composed_flash")
    figures = _rounds_under(manager, tmp_path_factory.mktemp("exits"), 6, State("gate", composed=True), *starter)
    assert any(fault.startswith("back") for fault in figures.faults()), (figures.faults(), figures.told())
