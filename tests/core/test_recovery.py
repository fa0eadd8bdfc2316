"""The spare key: copied by hand, typed by tired people, checked before anything slow happens."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeplan import errors, sparekey
from safeplan.vault import keyslots
from safeplan.vault.container import (
    OpenVault,
    change_passphrase,
    has_recovery_code,
    make_recovery_code,
    remove_recovery_code,
    set_passphrase,
    unlock_vault,
    unlock_with_recovery,
    unlock_with_typed,
)

keys = st.binary(min_size=16, max_size=16).map(sparekey.write_spare_key)


def _phrase() -> bytearray:
    return bytearray(b"lamp river bread seven")


# ── The written form ────────────────────────────────────────────────────────────────────────────────────────────
@given(keys)
def test_a_key_is_seven_groups_of_four_without_confusable_signs(key: str) -> None:
    groups = key.split("-")
    assert [len(group) for group in groups] == [4] * 7
    assert not set("ILOU") & set(key)
    assert sparekey.read_spare_key(key) == key.replace("-", "")


@given(keys, st.sampled_from(["", " ", "  ", "-", " - ", "."]))
def test_capitals_spaces_and_dashes_do_not_matter(key: str, between: str) -> None:
    typed = between.join(key.lower().split("-"))
    assert sparekey.read_spare_key(typed) == key.replace("-", "")


@given(keys)
def test_signs_that_look_alike_are_the_same_sign(key: str) -> None:
    twins = key.translate(str.maketrans("01ABCEHKMPTXY3V", "OlАВСЕНКМРТХУЗU"))
    assert sparekey.read_spare_key(twins) == key.replace("-", "")


@given(keys)
def test_a_russian_layout_left_on_does_not_matter(key: str) -> None:
    russian = key.translate(str.maketrans("QWERTYPASDFGHJKZXCVBNM", "ЙЦУКЕНЗФЫВАПРОЛЯЧСМИТЬ"))
    assert sparekey.read_spare_key(russian.lower()) == key.replace("-", "")


@given(keys, st.integers(0, 27), st.sampled_from(sparekey.SIGNS))
def test_one_wrong_sign_is_always_found(key: str, place: int, sign: str) -> None:
    signs = key.replace("-", "")
    wrong = signs[:place] + sign + signs[place + 1 :]
    assert sparekey.looks_like_spare_key(wrong) == (wrong == signs)


@given(keys, st.integers(0, 26))
def test_two_neighbours_changing_places_are_always_found(key: str, place: int) -> None:
    signs = key.replace("-", "")
    swapped = signs[:place] + signs[place + 1] + signs[place] + signs[place + 2 :]
    assert sparekey.looks_like_spare_key(swapped) == (swapped == signs)


@given(st.text(max_size=60))
def test_ordinary_text_is_not_a_spare_key(text: str) -> None:
    if len([c for c in text if c.isalnum()]) < 20:
        assert not sparekey.looks_like_spare_key(text)


# ── Its life in a store ─────────────────────────────────────────────────────────────────────────────────────────
def test_a_forgotten_passphrase_is_replaced_by_means_of_the_spare_key(vault: OpenVault) -> None:
    assert not has_recovery_code(vault)
    vault.database.execute("CREATE TABLE note (text TEXT) STRICT")
    vault.database.execute("INSERT INTO note VALUES ('kept')")
    code = make_recovery_code(vault, _phrase())
    assert has_recovery_code(vault)
    vault.close()

    again = unlock_with_recovery(vault.files, code.lower())
    assert again.opened_by == "recovery"
    assert again.database.value("SELECT text FROM note") == "kept"
    set_passphrase(again, bytearray("новая тёплая фраза".encode()))
    with pytest.raises(errors.Locked):
        set_passphrase(again, bytearray(b"a second one"))
    again.close()

    with pytest.raises(errors.WrongPassphrase):
        unlock_vault(vault.files, _phrase())
    last = unlock_vault(vault.files, bytearray("Новая теплая  фраза".encode()))
    assert last.opened_by == "passphrase"
    assert has_recovery_code(last)
    last.close()
    unlock_with_recovery(vault.files, code).close()


def test_a_mistyped_key_costs_no_derivation(vault: OpenVault, monkeypatch: pytest.MonkeyPatch) -> None:
    code = make_recovery_code(vault, _phrase())
    vault.close()
    derived = []
    monkeypatch.setattr(keyslots, "derive_root", lambda *given: derived.append(given))
    wrong = code[:-1] + ("7" if code[-1] != "7" else "8")
    with pytest.raises(errors.RecoveryCodeMistyped):
        unlock_with_recovery(vault.files, wrong)
    assert derived == []


def test_a_new_spare_key_ends_the_old_one(vault: OpenVault) -> None:
    first = make_recovery_code(vault, _phrase())
    second = make_recovery_code(vault, _phrase())
    vault.close()
    with pytest.raises(errors.WrongRecoveryCode):
        unlock_with_recovery(vault.files, first)
    unlock_with_recovery(vault.files, second).close()


def test_a_removed_spare_key_opens_nothing(vault: OpenVault) -> None:
    code = make_recovery_code(vault, _phrase())
    remove_recovery_code(vault)
    assert not has_recovery_code(vault)
    vault.close()
    with pytest.raises(errors.WrongRecoveryCode):
        unlock_with_recovery(vault.files, code)
    unlock_vault(vault.files, _phrase()).close()


def test_only_who_knows_the_passphrase_makes_a_spare_key(vault: OpenVault) -> None:
    with pytest.raises(errors.WrongPassphrase):
        make_recovery_code(vault, bytearray(b"somebody else"))
    assert not has_recovery_code(vault)


def test_the_spare_key_survives_a_new_passphrase(vault: OpenVault) -> None:
    code = make_recovery_code(vault, _phrase())
    change_passphrase(vault, _phrase(), bytearray(b"second phrase of mine"))
    vault.close()
    unlock_with_recovery(vault.files, code).close()


def test_the_one_field_takes_either(vault: OpenVault) -> None:
    code = make_recovery_code(vault, _phrase())
    vault.close()
    for typed, by in ((code.encode(), "recovery"), (bytes(_phrase()), "passphrase")):
        opened = unlock_with_typed(vault.files, bytearray(typed))
        assert opened.opened_by == by
        opened.close()
    with pytest.raises(errors.WrongPassphrase):
        # 28 signs, but no spare key: it is tried as a passphrase.
        unlock_with_typed(vault.files, bytearray(b"abcdefghjkmnpqrstvwxyzabcdef"))


@pytest.mark.usefixtures("remembered")
@pytest.mark.parametrize(
    "between", ["\u2013", "\u2014", "\u2011", "\u2212", "\u00a0", "\u202f", ".", "_", " \u2013 ", "/"]
)
def test_the_one_field_takes_a_spare_key_however_its_groups_are_parted(vault: OpenVault, between: str) -> None:
    """A telephone, a text program and a hand each make another dash of it; the everyday program takes them all."""
    code = make_recovery_code(vault, _phrase())
    vault.close()
    twins = code.translate(str.maketrans("01ABCEHKMPTXY3V", "OlАВСЕНКМРТХУЗU"))
    for written in (code, code.lower(), twins):
        typed = bytearray(written.replace("-", between).encode())
        opened = unlock_with_typed(vault.files, typed)
        assert opened.opened_by == "recovery"
        assert not any(typed)
        opened.close()


def test_a_phrase_that_reads_as_a_spare_key_opens_all_the_same(vault: OpenVault) -> None:
    """One in some fifty thousand generated phrases does: its 28 letters fit the check by chance."""
    unlucky = "enlisted juniper squire engorge"
    assert sparekey.looks_like_spare_key(unlucky)
    change_passphrase(vault, _phrase(), bytearray(unlucky.encode()))
    vault.close()
    for typed in (unlucky, unlucky.upper()):
        opened = unlock_with_typed(vault.files, bytearray(typed.encode()))
        assert opened.opened_by == "passphrase"
        opened.close()
    with pytest.raises(errors.WrongRecoveryCode):
        unlock_with_typed(vault.files, bytearray(b"rework reopen lunchbag dinghies"))


def test_no_text_is_made_of_a_passphrase_that_cannot_be_a_spare_key(vault: OpenVault, monkeypatch) -> None:
    read: list[str] = []
    monkeypatch.setattr(sparekey, "read_spare_key", read.append)
    vault.close()
    for other in ("lamp river bread six", "лампа река хлеб семь", "a - b . c \u2013 d", "long " * 12):
        with pytest.raises(errors.WrongPassphrase):
            unlock_with_typed(vault.files, bytearray(other.encode()))
    unlock_with_typed(vault.files, _phrase()).close()
    assert read == []
