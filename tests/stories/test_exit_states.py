"""The exit in every state: what stands on the screen, look for look, 250 times a second, until all is innocent.

Lost without it: a menu, a hint or half a page that stands a moment longer than the rest, in a state nobody tried.
"""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from exit_figures import Figures, State
from exit_log import ExitLog
from exit_rounds import Rounds
from exit_states import SCREEN, WINDOW, Household, busy_states, make_household, quiet_states
from household import make_store
from screen import missing_tools, program, virtual_screen

from safeplan.errors import WrongPassphrase
from safeplan.records.incidents import list_incidents
from safeplan.vault.container import unlock_vault
from safeplan.vault.opened import OpenVault
from tests.campaign.selecting import Tries

pytestmark = [pytest.mark.screen, pytest.mark.alone]

# Tried in each run of the tests; the others, and all a thousand times, in the campaign.
DAILY = ("gate", "menu", "hint", "drag", "file_picker", "question")
QUIET = ("notes", *DAILY, "menu_moved_through", "writing", "composing")
BUSY = ("importing", "exporting", "searching", "playing", "decoding", "changing_passphrase", "hanging")
HARD = ("keys_rain", "memory_short")
CAMPAIGN = tuple(name for name in (*QUIET, *BUSY, *HARD) if name not in DAILY)
INTACT = ("importing", "changing_passphrase", "decoding", "hanging")


@pytest.fixture(scope="module")
def household(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Household:
    here = [item for item in request.session.items if item.path == request.path]
    busy = any(item.get_closest_marker("campaign") for item in here)
    return make_household(tmp_path_factory.mktemp("exits"), busy=busy)


@pytest.fixture(scope="module")
def rounds(household: Household) -> Iterator[Rounds]:
    """One screen and one program for all states: an everyday program that has come back from all the others too."""
    if missing := missing_tools():
        pytest.skip("this story needs a virtual screen; missing: " + ", ".join(missing))
    with virtual_screen(*SCREEN) as screen:
        # A keyboard with keys that wait for the next one, as every way of writing with accents has them.
        subprocess.run(["setxkbmap", "-layout", "us", "-variant", "intl"], env=screen.environment, check=True)
        with program(screen, household.home) as process:
            yield Rounds(screen, process, household.places, WINDOW, household.put_back)


def tell(tries: Tries, figures: Figures) -> None:
    for name, value in figures.told().items():
        tries.figure(f"{figures.state.name}_{name}", value)


def state_named(name: str, household: Household) -> State:
    (state,) = (one for one in (*quiet_states(household), *busy_states(household)) if one.name == name)
    return state


@pytest.mark.row("Q-01", "Q-02", "Q-04")
@pytest.mark.timeout(4 * 3600)
@pytest.mark.parametrize(
    "name",
    [*DAILY, *(pytest.param(one, marks=pytest.mark.campaign) for one in (*QUIET, *BUSY, *HARD) if one not in DAILY)],
)
def test_leaving_from_any_state_shows_nothing_but_the_everyday_program(
    rounds: Rounds,
    household: Household,
    name: str,
    tries: Tries,
    in_full: bool,
    thousand: int,
    exit_log: Callable[[str], ExitLog | None],
) -> None:
    times = tries.of(thousand, daily=1)
    figures = rounds.many(state_named(name, household), times, quiet=in_full, log=exit_log(name))
    tell(tries, figures)
    assert not figures.faults(strict=in_full)


@pytest.mark.row("Q-03")
@pytest.mark.campaign
@pytest.mark.timeout(4 * 3600)
@pytest.mark.parametrize("name", INTACT)
def test_leaving_in_the_middle_of_work_leaves_the_store_whole(
    rounds: Rounds, household: Household, name: str, tries: Tries, exit_log: Callable[[str], ExitLog | None]
) -> None:
    def open_and_look() -> None:
        opened = None
        for phrase in household.phrases:
            opened = opened or _opened(household, phrase)
        assert opened is not None, "neither the old passphrase nor the new one opens"
        assert opened.database.first_fault() is None
        assert len(list_incidents(opened.database)) >= household.entries
        opened.close()

    figures = rounds.many(
        state_named(name, household),
        tries.of(200, daily=2),
        open_and_look,
        quiet=False,
        log=exit_log(f"{name}_then_opened"),
    )
    tell(tries, figures)
    assert figures.milliseconds(1.0, "gone") <= 1200


def _opened(household: Household, phrase: str) -> OpenVault | None:
    try:
        return unlock_vault(household.files, bytearray(phrase.encode()))
    except WrongPassphrase:
        return None


# ── the same eyes, where something is wrong ─────────────────────────────────────────────────────────────────────
PLANTED = {"late": "late", "hole": "hole", "name": "name", "flash": "back", "stays": "stays"}


@pytest.mark.row("Q-01", "Q-02", "Q-03", "Q-04", control=True)
@pytest.mark.parametrize(
    "planted",
    [
        "flash",
        "late",
        *(pytest.param(one, marks=pytest.mark.campaign) for one in PLANTED if one not in ("flash", "late")),
    ],
)
def test_the_same_eyes_see_what_is_planted(own_home: Path, planted: str) -> None:
    """A cover that is 60 ms late; a hole, a name and a page that stand for 8 ms; a child that lives on."""
    make_store(own_home)
    if missing := missing_tools():
        pytest.skip("this story needs a virtual screen; missing: " + ", ".join(missing))
    starter = (str(Path(__file__).with_name("exit_program.py")), planted)
    with virtual_screen(*SCREEN) as screen, program(screen, own_home, starter=starter) as process:
        rounds = Rounds(screen, process)
        # What stands for 8 ms may fall between two looks of a busy computer once, hardly four times.
        figures = rounds.many(State("gate"), 4, quiet=False)
    assert any(fault.startswith(PLANTED[planted]) for fault in figures.faults()), (figures.faults(), figures.told())
