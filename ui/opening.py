"""What the worker does to open, make and destroy the store: from a typed phrase to the first frozen view.

May touch: the worker's session. Must never run in the interface thread, and never return anything that could open
the store again.
"""

from __future__ import annotations

from dataclasses import dataclass

from safeplan.errors import PassphraseTooWeak
from safeplan.records import settings as her_settings
from safeplan.records import sittings
from safeplan.records.settings import Settings
from safeplan.records.sittings import Sitting
from safeplan.vault import ballast, container, passphrase
from safeplan.vault import session as passing
from safeplan.vault.container import DestroyReport, OpenVault
from safeplan.vault.exchange import settle
from ui.background import Job, Session


@dataclass(frozen=True)
class Opened:
    """The first thing the windows learn after opening."""

    settings: Settings
    sitting: Sitting
    opened_by: str
    read_only: bool
    is_new: bool = False


def open_with_typed(session: Session, job: Job, typed: bytearray) -> Opened:
    """Open with a passphrase or a spare key as typed; `typed` is wiped. Raises as container.unlock_with_typed."""
    del job
    settle(session.files)
    return begin(session, container.unlock_with_typed(session.files, typed))


def make_store(
    session: Session, job: Job, chosen: bytearray, *, generated: bool, least_words: int = 0, least_mib: int = 0
) -> Opened:
    """Make the store with her passphrase (wiped). A generated one is not judged again. Raises PassphraseTooWeak.

    `least_words` and `least_mib`: what the policy of this computer asks for.
    """
    del job
    if not generated:
        strength = passphrase.estimate(chosen.decode("utf-8", "replace"), least_words=least_words)
        if not strength.enough:
            chosen[:] = bytes(len(chosen))
            raise PassphraseTooWeak(reason=strength.reason)
    settle(session.files)
    vault = container.create_vault(session.files, chosen, clock=session.clock, least_mib=least_mib)
    opened = begin(session, vault)
    her_settings.set(vault.database, session.clock, "hiding_rehearsed", True)
    return Opened(opened.settings, opened.sitting, opened.opened_by, opened.read_only, is_new=True)


def begin_kiosk_session(session: Session, job: Job) -> Opened:
    """Open an empty store that ends with this process. Raises as safeplan.vault.session.begin_session."""
    del job
    opened = begin(session, passing.begin_session(session.files, session.clock))
    settings = opened.settings
    # There is no sum to choose and no key to keep: nothing offers them.
    for name in ("hiding_rehearsed", "sum_offered", "spare_key_offered"):
        settings = her_settings.set(session.database, session.clock, name, value=True)
    return Opened(settings, opened.sitting, opened.opened_by, opened.read_only, is_new=True)


def end_kiosk_session(session: Session, job: Job) -> bool:
    """Close it and remove its files; whether nothing is left."""
    del job
    vault, session.vault = session.vault, None
    return vault is None or passing.end_session(vault)


def begin(session: Session, vault: OpenVault) -> Opened:
    """The worker owns `vault` from here on; what the windows learn first."""
    session.vault = vault
    database = vault.database
    sitting = sittings.last_sitting(database) if vault.read_only else sittings.begin_sitting(database, session.clock)
    return Opened(her_settings.all_settings(database), sitting, vault.opened_by, vault.read_only)


def take_room_back(session: Session, job: Job) -> bool:
    """After an earlier full disk: the room kept aside for deleting is taken again, where there is plenty."""
    del job
    vault = session.vault
    lasting = vault is not None and not vault.read_only and vault.opened_by != passing.OPENED_BY
    return lasting and ballast.restore_ballast(session.files)


def destroy_everything(session: Session, job: Job) -> DestroyReport:
    """Close and destroy the store; what it could not promise stands in the report."""
    del job
    if session.vault is not None:
        session.vault.close()
        session.vault = None
    return container.destroy_vault(session.files)
