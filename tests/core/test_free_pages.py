"""A power cut may leave a page torn that holds nothing: what was removed left it free, and nothing reads it.

Lost without it: her record is whole, and yet no new key, no newer program and no backup works with it any more.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from builders import a_file, a_source, an_incident, ignore, never

from safeplan.paths import vault_files
from safeplan.records import attachments, incidents
from safeplan.vault import keyslots, rekey, restore
from safeplan.vault.backup import make_backup
from safeplan.vault.container import OpenVault, unlock_vault
from safeplan.vault.database import PAGE_SIZE, open_database

HERS = b"lamp river bread seven"

pytestmark = pytest.mark.usefixtures("remembered")


@pytest.fixture
def torn(vault: OpenVault, clock, tmp_path: Path) -> OpenVault:
    """A store with an entry, and with free pages of which one lies torn on the disk."""
    entry = an_incident(vault.database, clock, "kept")
    file = a_file(vault.database, clock, a_source(tmp_path, bytes(range(256)) * 1200), entry.id)
    an_incident(vault.database, clock, "kept later")
    attachments.remove_attachment(vault.database, clock, file.id)
    free = vault.database.value("PRAGMA freelist_count")
    assert free > 10
    vault.close()
    whole = vault.files.data.read_bytes()
    for number in range(len(whole) // PAGE_SIZE - 1, 0, -1):
        damaged = bytearray(whole)
        damaged[number * PAGE_SIZE : number * PAGE_SIZE + 512] = bytes(512)
        vault.files.data.write_bytes(damaged)
        opened = unlock_vault(vault.files, bytearray(HERS))
        if opened.database.reads_through("main", lambda _pages: None):
            assert opened.database.first_fault() is not None
            opened.close()
            return unlock_vault(vault.files, bytearray(HERS))
        opened.close()
    raise AssertionError("no free page was found")


def words(vault: OpenVault) -> list[str]:
    return [one.latest.form.text for one in incidents.list_incidents(vault.database)]


def test_she_reads_and_writes_as_before(torn, clock, tmp_path):
    assert words(torn) == ["kept later", "kept"]
    entry = an_incident(torn.database, clock, "and on")
    a_file(torn.database, clock, a_source(tmp_path, bytes(600_000)), entry.id)
    assert words(torn) == ["and on", "kept later", "kept"]
    torn.close()


def test_a_new_key_can_be_made(torn):
    again = rekey.rekey(torn, bytearray(HERS), ignore, never)
    assert words(again) == ["kept later", "kept"]
    assert again.database.first_fault() is None
    again.close()


def test_after_a_copy_as_before_an_upgrade_it_can_be_written(torn, clock, tmp_path):
    (tmp_path / "copy").touch()
    key = keyslots.database_key_text(keyslots.new_payload(1))
    torn.database.copy_to(tmp_path / "copy", bytearray(key))
    there = open_database(tmp_path / "copy", key)
    assert there.first_fault() is None
    there.close()
    # The upgrade comes next: a connection that met the torn page would refuse every writing.
    an_incident(torn.database, clock, "written afterwards")
    assert words(torn) == ["written afterwards", "kept later", "kept"]
    assert torn.database.first_fault() is None
    torn.close()


def test_a_backup_of_it_comes_back(torn, clock, tmp_path):
    make_backup(torn, clock, tmp_path / "b", ignore, never)
    torn.close()
    held = restore.open_backup(tmp_path / "b", bytearray(HERS))
    back = restore.restore_beside(held, vault_files(tmp_path / "back"), ignore, never)
    held.close()
    assert words(back) == ["kept later", "kept"]
    back.close()


def test_where_all_is_in_order_nothing_is_written_for_it(vault, clock, tmp_path):
    an_incident(vault.database, clock)
    assert vault.database.value("PRAGMA freelist_count") == 0
    before = vault.files.data.read_bytes()
    vault.database.renew_free_pages()
    assert vault.files.data.read_bytes() == before
