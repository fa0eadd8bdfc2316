"""A counsellor's desk with 200 clients: the list on the screen, and the way from one client's store to another's."""

from __future__ import annotations

import compileall
import os
import shutil
import statistics
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

from household import PASSPHRASE, SECRET, gone, make_store, wait_for_calculator
from screen import ROOT, Screen, children, missing_tools, virtual_screen, wait_until
from test_desk import RULES
from test_kiosk import SUM, kiosk

from safeplan.clock import SystemClock
from safeplan.paths import VaultFiles
from safeplan.records import clients, consents, sittings
from safeplan.records.consents import ConsentForm
from safeplan.vault import keyslots
from safeplan.vault.container import create_vault, unlock_vault
from tests.bench.figure import Figure

CLIENTS, UNTIL = 200, "2099-01-01"
# Places at 1024 x 600 with English words: "Open" of the first line, and two pages of the navigation.
FIRST_OPEN, NAV_CALL, NAV_LIST = (326, 495), (120, 76), (80, 32)
STILL_SECONDS = 1.2
# For the client's store only: derivations of one strength took 475 to 830 ms within a minute, whatever else used the
# memory, and what is taken off must be small beside what is measured. Less can be made ready meanwhile, too.
WEAKEST = 0


def measure(work: Path, quick: bool) -> list[Figure]:
    """The list as it comes back to the screen; a client opened from it, without the derivation."""
    lacking = missing_tools()
    if lacking:
        print("no figures of the desk: missing " + ", ".join(lacking))
        return []
    home = work / "desk"
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir()
    files = _two_hundred(home)
    shown: list[float] = []
    switched: list[float] = []
    derived: list[float] = []
    worked: list[float] = []
    with virtual_screen() as screen:
        _compiled()
        for _ in range(2 if quick else 7):
            with kiosk(screen, home, rules_text=RULES) as process:
                _at_the_list(screen)
                shown += _lists(screen)
                before, its_work = _derivation(files)
                took, work_done = _switch(screen, process)
                switched.append(took)
                worked.append(work_done - its_work)
                # The quicker of the two: what is left over is rather too much than too little.
                derived.append(min(before, _derivation(files)[0]))
            wait_until(lambda: not screen.windows(), 5, "an empty screen")
    shutil.rmtree(home)
    beyond = statistics.median(whole - derivation for whole, derivation in zip(switched, derived, strict=True))
    note = f"of {1000 * statistics.median(switched):.0f} ms, derivation {1000 * statistics.median(derived):.0f}"
    return [
        Figure("desk_list_ms", 1000 * statistics.median(shown), "ms", 100, note=f"{CLIENTS} clients"),
        Figure("desk_list_max_ms", 1000 * max(shown), "ms"),
        Figure("desk_switch_ms", 1000 * beyond, "ms", 1000, note=note),
        # What a quiet computer would need at least; it hardly depends on what else runs.
        Figure("desk_switch_cpu_ms", 1000 * statistics.median(worked), "ms", note="its process alone"),
    ]


def _compiled() -> None:
    """The program's processes start from compiled files, as installed ones do; they never write any themselves, and a
    file that was changed since would be compiled anew at each start."""
    for part in ("ui", "safeplan"):
        compileall.compile_dir(ROOT / part, quiet=2)


def _two_hundred(home: Path) -> VaultFiles:
    """A desk's store with two hundred lines; each has its folder, and the one that is opened its own store."""
    files = make_store(home)
    desk, clock = unlock_vault(files, bytearray(PASSPHRASE.encode())), SystemClock()
    for number in range(CLIENTS):
        one = clients.add_client(desk.database, clock, f"Name {number:03d}", UNTIL)
        files.client(one.number).folder.mkdir()
        if not number:
            hers = create_vault(files.client(one.number), bytearray(PASSPHRASE.encode()), profile=WEAKEST)
            what = (consents.ALIAS, consents.FOLDER)
            agreed = ConsentForm("The house", what, "to go on", UNTIL, "en", "Both stay.")
            sittings.begin_sitting(hers.database, clock)
            consents.give_consent(hers.database, clock, agreed)
            hers.close()
    desk.close()
    return files


def _at_the_list(screen: Screen) -> None:
    wait_for_calculator(screen)
    screen.type(SUM)
    screen.key("Return")
    wait_until(lambda: screen.shows(SECRET), 20, "the page for the passphrase")
    time.sleep(0.5)
    screen.type(PASSPHRASE)
    _last_change(screen, lambda: screen.key("Return"), 3)


def _lists(screen: Screen) -> list[float]:
    """Away from the list and back to it."""
    times = []
    for _ in range(3):
        _last_change(screen, lambda: screen.click(*NAV_CALL))
        times.append(_last_change(screen, lambda: screen.click(*NAV_LIST)))
    return times


def _derivation(files: VaultFiles) -> tuple[float, float]:
    """What the key of the client's store takes by itself, now: seconds, and seconds of the processor."""
    (header,) = [one.header for number in clients.folders(files) if (one := files.client(number)).header.exists()]
    salt = header.read_bytes()[:32]
    started, worked = time.perf_counter(), time.process_time()
    keyslots.wipe(keyslots.derive_root(bytearray(PASSPHRASE.encode()), salt))
    return time.perf_counter() - started, time.process_time() - worked


def _switch(screen: Screen, process: subprocess.Popen[bytes]) -> tuple[float, float]:
    """From the press on "Open" to the page for the passphrase, and from Enter there to the client's first page.

    Seconds, and seconds of the processor that the client's process had in these two spans: what it reads while she
    types makes nobody wait."""
    (desk,) = children(process.pid)
    started = time.perf_counter()
    screen.click(*FIRST_OPEN)
    while not (gone(desk) and len(children(process.pid)) == 1):
        assert time.perf_counter() - started < 20, "no page for the passphrase"
        time.sleep(0.002)
    until_asked = time.perf_counter() - started
    (hers,) = children(process.pid)
    worked = _worked(hers)
    time.sleep(2)
    screen.type(PASSPHRASE)
    time.sleep(0.3)
    before = _worked(hers)
    took = until_asked + _last_change(screen, lambda: screen.key("Return"), 3)
    return took, worked + _worked(hers) - before


def _worked(process: int) -> float:
    """Seconds of the processor that a process has had."""
    fields = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _last_change(screen: Screen, act: Callable[[], None], still: float = STILL_SECONDS) -> float:
    """Seconds from `act` until the last change of what stands on the screen, another page among them."""
    before = screen.look()
    started = time.perf_counter()
    act()
    changed, another_page = 0.0, False
    while (at := time.perf_counter() - started) < changed + still or not another_page:
        assert at < 20, "no other page, or something goes on moving on the screen"
        now = screen.look()
        if now != before:
            # A button that takes the press, or a caret, is no page.
            moved = sum(one != other for one, other in zip(now[::997], before[::997], strict=True))
            another_page = another_page or moved > len(now) // 997 // 20
            before, changed = now, at
        time.sleep(0.002)
    return changed
