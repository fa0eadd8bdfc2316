"""What people do in the stories, in the words of the stories."""

from __future__ import annotations

import subprocess
import time
from pathlib import Path

from screen import Screen, children, wait_until

from safeplan.paths import NEUTRAL_NAME, VaultFiles, vault_files

# The exit control's colour: on every page behind the everyday program, and nowhere in front of it.
SECRET = "#141c1f"
PASSPHRASE = "lamp river bread seven"
WAY_IN = "7*7*7*7"


def files_in(home: Path) -> VaultFiles:
    return vault_files(home / ".local/share" / NEUTRAL_NAME)


def make_store(home: Path) -> VaultFiles:
    """A store that somebody made earlier, quick to open."""
    from safeplan.vault.container import create_vault

    files = files_in(home)
    create_vault(files, bytearray(PASSPHRASE.encode()), profile=0).close()
    files.preferences.write_text('{"language": "en"}')
    return files


def keep_an_entry(files: VaultFiles, words: str = "the lamp fell at night") -> None:
    """What she wrote at an earlier opening."""
    from safeplan.clock import SystemClock
    from safeplan.records.incidents import IncidentForm, add_incident
    from safeplan.vault.container import unlock_vault

    opened = unlock_vault(files, bytearray(PASSPHRASE.encode()))
    add_incident(opened.database, SystemClock(), IncidentForm(words))
    opened.close()


def hide_when_inactive(files: VaultFiles) -> None:
    """She ticked it in Settings: hide when another program comes in front."""
    from safeplan.clock import SystemClock
    from safeplan.records import settings
    from safeplan.vault.container import unlock_vault

    opened = unlock_vault(files, bytearray(PASSPHRASE.encode()))
    settings.set(opened.database, SystemClock(), "hide_when_inactive", value=True)
    opened.close()


def wait_for_calculator(screen: Screen) -> int:
    """The one window, in front. A killed program's window is listed for a moment longer: it has to have stayed."""
    listed: list[int] = []

    def one_stays() -> bool:
        listed[:] = screen.windows()
        if len(listed) != 1:
            return False
        screen.xdotool("windowactivate", "--sync", str(listed[0]))
        time.sleep(0.3)
        return list(screen.windows()) == listed

    wait_until(one_stays, 20, "the everyday program's window")
    return listed[0]


def come_in(screen: Screen, process: subprocess.Popen[bytes]) -> int:
    """Type the sum; returns the child's process id once its window stands."""
    screen.type(WAY_IN)
    screen.key("Return")
    wait_until(lambda: screen.shows(SECRET), 20, "the page behind the everyday program")
    # The parent hides its window when it hears that the other one stands.
    wait_until(lambda: len(screen.windows()) == 1, 5, "one window only")
    time.sleep(0.2)
    (child,) = children(process.pid)
    return child


def unlock(screen: Screen) -> None:
    screen.type(PASSPHRASE)
    screen.key("Return")


def gone(process: int) -> bool:
    """True once the process has ended and was collected."""
    return not Path(f"/proc/{process}").exists()
