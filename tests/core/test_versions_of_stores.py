"""Stores of other versions, through the door that she uses: earlier ones come up, later ones stay as they are.

Lost without it: a stick from a newer computer that an older program "repairs".
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from safeplan import errors
from safeplan.paths import VaultFiles, vault_files
from safeplan.records import incidents, ledger
from safeplan.records.sittings import begin_sitting
from safeplan.vault import keyslots, migrations
from safeplan.vault.backup import make_backup
from safeplan.vault.container import OpenVault, unlock_vault
from safeplan.vault.migrations import STEPS, version
from safeplan.vault.restore import open_backup, read_backup, restore_beside
from tests.builders import an_incident, ignore, never
from tests.campaign.selecting import Tries

DATA = Path(__file__).parents[1] / "data"
HERS = b"lamp river bread seven"
VERSIONS = sorted(path.name for path in DATA.glob("vault_v*"))
NEWEST = "of today"

pytestmark = pytest.mark.usefixtures("remembered")


class Shelf:
    """Copies of a store of each version, opened by programs that know so many steps."""

    def __init__(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, today: OpenVault) -> None:
        today.close()
        self._place, self._patch, self._today, self._made = tmp_path, monkeypatch, today, 0

    def copy(self, name: str) -> VaultFiles:
        self._made += 1
        place = self._place / f"copy-{self._made}"
        shutil.copytree(self._today.files.folder if name == NEWEST else DATA / name, place)
        return vault_files(place)

    def opened_by(self, known: int, files: VaultFiles) -> OpenVault:
        """The program as it was when it knew the first `known` steps."""
        with self._patch.context() as patch:
            patch.setattr(migrations, "STEPS", STEPS[:known])
            return unlock_vault(files, bytearray(HERS))

    def lifted(self, name: str, to: int) -> VaultFiles:
        """A copy that a later program has had: it says so, and holds a table nobody here knows."""
        files = self.copy(name)
        known = len(STEPS) if name == NEWEST else int(name.removeprefix("vault_v"))
        vault = self.opened_by(known, files)
        vault.database.execute("CREATE TABLE later (text TEXT) STRICT")
        vault.database.execute(f"PRAGMA user_version = {to}")
        vault.close()
        return files


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, vault: OpenVault, clock: Any) -> Shelf:
    an_incident(vault.database, clock)
    return Shelf(tmp_path, monkeypatch, vault)


def everything(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Names, bytes and last changes of all files below `folder`."""
    paths = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    return {str(path.relative_to(folder)): (path.read_bytes(), path.stat().st_mtime_ns) for path in paths}


def refused_and_untouched(folder: Path, do: Callable[[], Any]) -> bool:
    """Whether `do` is refused as too new, and nothing in `folder` is another afterwards."""
    before = everything(folder)
    try:
        do().close()
    except errors.VaultTooNew:
        return everything(folder) == before
    return False


@pytest.mark.row("C-08")
@pytest.mark.parametrize("name", VERSIONS)
def test_a_store_of_every_version_comes_up_and_stays_up(shelf: Shelf, clock: Any, name: str) -> None:
    """Through every program there was in between, or at once: the same record."""
    number, heads = int(name.removeprefix("vault_v")), set()
    for stations in ((len(STEPS),), tuple(range(number, len(STEPS) + 1))):
        files = shelf.copy(name)
        for known in stations:
            vault = shelf.opened_by(known, files)
            assert version(vault.database) == known
            vault.close()
        vault = unlock_vault(files, bytearray(HERS))
        (kept,) = incidents.list_incidents(vault.database)
        assert kept.latest.form.text == "He knocked at the door. Ёлка. Есік."
        heads.add(ledger.head(vault.database).hex)
        begin_sitting(vault.database, clock)
        an_incident(vault.database, clock, "afterwards")
        begin_sitting(vault.database, clock)
        assert ledger.check(vault.database).ok
        assert vault.database.first_fault() is None
        vault.close()
        assert not files.upgrade_copy.exists()
    assert len(heads) == 1


@pytest.mark.row("C-08")
@pytest.mark.parametrize("name", [*VERSIONS, NEWEST])
def test_a_store_from_the_future_is_refused_and_stays_as_it_is(shelf: Shelf, name: str, tries: Tries) -> None:
    futures = [len(STEPS) + 1, len(STEPS) + 2, 999, (1 << 31) - 1]
    for to in futures[: tries.of(len(futures), daily=2)]:
        files = shelf.lifted(name, to)
        assert refused_and_untouched(files.folder, lambda files=files: unlock_vault(files, bytearray(HERS)))  # type: ignore[misc]


@pytest.mark.row("C-08")
def test_a_damaged_copy_of_the_key_slots_is_not_mended_in_a_store_from_the_future(shelf: Shelf) -> None:
    files = shelf.lifted(NEWEST, len(STEPS) + 1)
    content = bytearray(files.header.read_bytes())
    content[keyslots.COPY_SIZE + 20] ^= 1
    files.header.write_bytes(content)
    assert refused_and_untouched(files.folder, lambda: unlock_vault(files, bytearray(HERS)))


@pytest.mark.row("C-08")
def test_every_earlier_program_refuses_every_later_store(shelf: Shelf, tries: Tries) -> None:
    pairs = [
        (name, known)
        for name in (*VERSIONS, NEWEST)
        for known in range(1, len(STEPS) if name == NEWEST else int(name.removeprefix("vault_v")))
    ]
    tries.made(len(pairs))
    for name, known in pairs:
        files = shelf.copy(name)
        assert refused_and_untouched(
            files.folder,
            lambda files=files, known=known: shelf.opened_by(known, files),  # type: ignore[misc]
        ), (name, known)


@pytest.mark.row("C-08")
def test_slots_of_a_later_form_are_refused_and_stay(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    files = shelf.copy(NEWEST)
    content = files.header.read_bytes()
    copy = bytearray(content[: keyslots.COPY_SIZE])
    root = keyslots.derive_root(bytearray(HERS), keyslots.salt_of(copy))
    index, payload = keyslots.open_slots(root, copy) or pytest.fail("it opens")
    with monkeypatch.context() as patch:
        patch.setattr(keyslots, "PAYLOAD_VERSION", keyslots.PAYLOAD_VERSION + 1)
        copy[keyslots.slot_span(index)] = keyslots.seal_slot(root, keyslots.salt_of(copy), index, payload)
    files.header.write_bytes(copy * 2)
    assert refused_and_untouched(files.folder, lambda: unlock_vault(files, bytearray(HERS)))


@pytest.mark.row("C-08")
def test_a_backup_from_the_future_is_refused_and_neither_it_nor_the_store_here_changes(
    shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, clock: Any
) -> None:
    (tmp_path / "stick").mkdir()
    files = shelf.copy(NEWEST)
    with monkeypatch.context() as patch:
        patch.setattr(migrations, "STEPS", (*STEPS, ("CREATE TABLE later (text TEXT) STRICT",)))
        vault = unlock_vault(files, bytearray(HERS))
        make_backup(vault, clock, tmp_path / "stick" / "list.dat", ignore, never)
        vault.close()

    def read() -> Any:
        held = open_backup(tmp_path / "stick" / "list.dat", bytearray(HERS))
        try:
            return read_backup(held)
        finally:
            held.close()

    def bring_back() -> Any:
        (tmp_path / "stick" / "data").mkdir(exist_ok=True)
        held = open_backup(tmp_path / "stick" / "list.dat", bytearray(HERS))
        try:
            return restore_beside(held, vault_files(tmp_path / "stick" / "data"), ignore, never)
        finally:
            held.close()

    assert refused_and_untouched(tmp_path / "stick", read)
    assert refused_and_untouched(tmp_path / "stick", bring_back)


@pytest.mark.row("C-08", control=True)
def test_a_program_that_does_not_look_at_the_version_is_noticed(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch, clock: Any
) -> None:
    def without_looking(write: bool) -> Callable[[], OpenVault]:
        def do() -> OpenVault:
            vault = unlock_vault(files, bytearray(HERS))
            if write:
                begin_sitting(vault.database, clock)
                vault.close()
                raise errors.VaultTooNew
            return vault

        return do

    files = shelf.lifted(NEWEST, 999)
    monkeypatch.setattr(migrations, "version", lambda _db: len(STEPS))
    assert not refused_and_untouched(files.folder, without_looking(write=False)), "it opened"
    assert not refused_and_untouched(files.folder, without_looking(write=True)), "refused too late: it had written"
