"""A counsellor's passphrase opens a client's store only where she allowed it, and travels in no copy.

Lost without it: a desk that opens what nobody allowed, or a stick of hers that the desk can read.
"""

from __future__ import annotations

import pytest
from builders import an_incident, ignore, never
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from safeplan import errors
from safeplan.paths import vault_files
from safeplan.records import incidents
from safeplan.vault import container, restore
from safeplan.vault.backup import make_backup
from safeplan.vault.container import OpenVault, unlock_vault
from safeplan.vault.second_slot import add_second_slot, has_second_slot, remove_second_slot

pytestmark = pytest.mark.usefixtures("remembered")

HERS, DESKS = b"lamp river bread seven", b"desk cup window apple"


def words(vault: OpenVault) -> list[str]:
    return [one.revisions[-1].form.text for one in incidents.list_incidents(vault.database)]


def opens(vault: OpenVault, phrase: bytes) -> str:
    """Who it is that opens the store with this passphrase; "" for nobody."""
    vault.close()
    try:
        again = unlock_vault(vault.files, bytearray(phrase))
    except errors.WrongPassphrase:
        return ""
    again.close()
    return again.opened_by


def test_without_her_passphrase_nobody_gets_in(vault):
    with pytest.raises(errors.WrongPassphrase):
        add_second_slot(vault, bytearray(DESKS), bytearray(DESKS))
    assert not has_second_slot(vault)
    assert opens(vault, DESKS) == ""


def test_with_it_both_open_the_same_store_and_each_is_told_apart(vault, clock):
    an_incident(vault.database, clock, "one line")
    hers, desks = bytearray(HERS), bytearray(DESKS)
    add_second_slot(vault, hers, desks)
    assert not any(hers)
    assert not any(desks)
    assert has_second_slot(vault)
    assert opens(vault, HERS) == "passphrase"
    again = unlock_vault(vault.files, bytearray(DESKS))
    assert again.opened_by == "second"
    assert words(again) == ["one line"]
    # What is hers to change stays hers.
    for act in (
        lambda: container.change_passphrase(again, bytearray(DESKS), bytearray(b"mine from now on")),
        lambda: container.make_recovery_code(again, bytearray(DESKS)),
        lambda: add_second_slot(again, bytearray(DESKS), bytearray(b"a friend of the desk")),
    ):
        with pytest.raises(errors.WrongPassphrase):
            act()
    with pytest.raises(errors.Locked):
        container.set_passphrase(again, bytearray(b"mine from now on"))
    again.close()


def test_another_passphrase_of_the_counsellor_takes_the_place_of_the_earlier_one(vault):
    add_second_slot(vault, bytearray(HERS), bytearray(DESKS))
    add_second_slot(vault, bytearray(HERS), bytearray(DESKS))
    add_second_slot(vault, bytearray(HERS), bytearray(b"newer words of the desk"))
    assert opens(vault, DESKS) == ""
    assert opens(vault, b"newer words of the desk") == "second"
    assert opens(vault, HERS) == "passphrase"


def test_her_own_passphrase_or_none_cannot_be_the_second(vault):
    for phrase, named in ((HERS, errors.PassphraseInUse), (b"  ", errors.PassphraseTooWeak)):
        with pytest.raises(named):
            add_second_slot(vault, bytearray(HERS), bytearray(phrase))
    assert not has_second_slot(vault)
    assert opens(vault, HERS) == "passphrase"


def test_removed_it_opens_nothing_and_her_own_ways_stay(vault):
    code = container.make_recovery_code(vault, bytearray(HERS))
    add_second_slot(vault, bytearray(HERS), bytearray(DESKS))
    remove_second_slot(vault)
    remove_second_slot(vault)
    assert not has_second_slot(vault)
    assert opens(vault, DESKS) == ""
    assert opens(vault, HERS) == "passphrase"
    container.unlock_with_recovery(vault.files, code).close()


def test_changing_her_passphrase_leaves_the_second_slot_and_a_changed_one_of_hers_is_needed(vault):
    add_second_slot(vault, bytearray(HERS), bytearray(DESKS))
    container.change_passphrase(vault, bytearray(HERS), bytearray(b"new words of hers"))
    assert opens(vault, DESKS) == "second"
    assert opens(vault, b"new words of hers") == "passphrase"


def test_no_backup_opens_with_the_counsellors_passphrase(vault, clock, tmp_path):
    an_incident(vault.database, clock, "one line")
    add_second_slot(vault, bytearray(HERS), bytearray(DESKS))
    make_backup(vault, clock, tmp_path / "b", ignore, never)
    with pytest.raises(errors.WrongPassphrase):
        restore.open_backup(tmp_path / "b", bytearray(DESKS))
    held = restore.open_backup(tmp_path / "b", bytearray(HERS))
    back = restore.restore_beside(held, vault_files(tmp_path / "hers"), ignore, never)
    held.close()
    assert words(back) == ["one line"]
    assert not has_second_slot(back)
    assert opens(back, DESKS) == ""


def test_one_made_by_the_counsellor_alone_opens_for_her_alone(vault, clock, tmp_path):
    add_second_slot(vault, bytearray(HERS), bytearray(DESKS))
    vault.close()
    again = unlock_vault(vault.files, bytearray(DESKS))
    make_backup(again, clock, tmp_path / "b", ignore, never)
    again.close()
    with pytest.raises(errors.WrongPassphrase):
        restore.open_backup(tmp_path / "b", bytearray(DESKS))
    restore.open_backup(tmp_path / "b", bytearray(HERS)).close()


STEPS = st.lists(st.sampled_from(["add", "other", "remove", "change", "spare", "no_spare"]), max_size=5)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS, number=st.integers(0, 1 << 40))
def test_whatever_is_done_to_the_slots_hers_opens_and_the_second_only_when_it_was_left_there(tmp_path, steps, number):
    files = vault_files(tmp_path / str(number))
    vault = container.create_vault(files, bytearray(HERS), profile=0, over_lost_data=True)
    hers, desks, turn = HERS, b"", 0
    try:
        for step in steps:
            turn += 1
            if step in ("add", "other"):
                desks = DESKS if step == "add" else b"other words of the desk"
                add_second_slot(vault, bytearray(hers), bytearray(desks))
            elif step == "remove":
                remove_second_slot(vault)
                desks = b""
            elif step == "change":
                new = b"words number %d of hers" % turn
                container.change_passphrase(vault, bytearray(hers), bytearray(new))
                hers = new
            elif step == "spare":
                container.make_recovery_code(vault, bytearray(hers))
            else:
                container.remove_recovery_code(vault)
        assert has_second_slot(vault) == bool(desks)
        assert opens(vault, hers) == "passphrase"
        assert opens(vault, DESKS) == ("second" if desks == DESKS else "")
    finally:
        vault.close()
        container.destroy_vault(files)
