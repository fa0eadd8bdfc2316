"""The sum typed into the everyday program: it opens for her, stays silent for everybody else."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeplan import errors, sparekey
from safeplan.door import NEUTRAL_SUM, canonical, opens, refuse_reason, tail_for
from safeplan.paths import VaultFiles, vault_files
from safeplan.vault.container import OpenVault, create_vault, destroy_vault, set_door


@pytest.fixture
def files(tmp_path: Path) -> VaultFiles:
    return vault_files(tmp_path / "data")


def _made(files: VaultFiles, door: str | None = None) -> None:
    create_vault(files, bytearray(b"lamp river bread seven"), profile=0, door=door).close()


# ── Typing ──────────────────────────────────────────────────────────────────────────────────────────────────────
@given(st.text(max_size=300))
def test_one_way_to_write_a_sum_stays_as_it_is(typed: str) -> None:
    once = canonical(typed)
    assert canonical(once) == once
    assert once.isascii()
    assert len(once) <= 200


@given(
    st.lists(st.integers(0, 99999), min_size=2, max_size=5), st.lists(st.sampled_from("+-*/"), min_size=4, max_size=4)
)
def test_every_program_and_keyboard_writes_the_same_sum(numbers: list[int], signs: list[str]) -> None:
    plain = str(numbers[0]) + "".join(sign + str(n) for sign, n in zip(signs, numbers[1:], strict=False))
    shown = plain.translate(str.maketrans("*/-", "×÷−"))
    assert canonical(f" {shown} = ") == canonical(plain) == plain
    assert tail_for(shown, bytes(32)) == tail_for(plain, bytes(32))


def test_two_texts_never_become_one_sum_by_dropping_letters() -> None:
    assert canonical("7*7*7*7 яблок") != canonical("7*7*7*7")
    assert canonical("٧*7") == "7*7"
    assert canonical("3,5*2") == canonical("3.5x2") == "3.5*2"


# ── Opening ─────────────────────────────────────────────────────────────────────────────────────────────────────
def test_before_there_is_a_store_only_the_neutral_sum_leads_on(files: VaultFiles) -> None:
    assert opens(files, NEUTRAL_SUM)
    assert opens(files, "7 × 7 × 7 × 7 =")
    for other in ("", "7*7*7", "2401", "7*7*7*8"):
        assert not opens(files, other)
    assert not files.folder.exists()


def test_her_own_sum_replaces_the_neutral_one(files: VaultFiles) -> None:
    _made(files, "481.5*26+73")
    assert opens(files, "481,5 × 26 + 73 =")
    assert not opens(files, NEUTRAL_SUM)
    assert not opens(files, "481.5*26+74")


def test_without_a_choice_the_neutral_sum_stays(files: VaultFiles) -> None:
    _made(files)
    assert opens(files, NEUTRAL_SUM)


def test_she_changes_her_sum(vault: OpenVault) -> None:
    set_door(vault, "1734/56*78")
    assert opens(vault.files, "1734÷56×78")
    assert not opens(vault.files, NEUTRAL_SUM)
    with pytest.raises(errors.DoorSumRefused) as refused:
        set_door(vault, "12.05.1990")
    assert refused.value.facts == {"reason": "date"}
    assert opens(vault.files, "1734÷56×78")


def test_a_refused_sum_makes_no_store(files: VaultFiles) -> None:
    with pytest.raises(errors.DoorSumRefused):
        _made(files, "2+2")
    assert not files.folder.exists()


@pytest.mark.parametrize("place", [31, 4095])
def test_one_damaged_copy_does_not_lock_her_out(files: VaultFiles, place: int) -> None:
    """Byte 31 is salt, byte 4095 the tail; either spoils the first copy's answer."""
    _made(files, "481.5*26+73")
    whole = bytearray(files.header.read_bytes())
    for start in (0, 4096):
        damaged = bytearray(whole)
        damaged[start + place] ^= 4
        files.header.write_bytes(damaged)
        assert opens(files, "481.5*26+73")
        assert not opens(files, NEUTRAL_SUM)


def test_a_key_file_too_short_to_ask_leaves_the_neutral_sum(files: VaultFiles) -> None:
    _made(files, "481.5*26+73")
    files.header.write_bytes(files.header.read_bytes()[:4095])
    assert opens(files, NEUTRAL_SUM)
    files.header.unlink()
    files.header.mkdir()
    assert opens(files, NEUTRAL_SUM)
    assert not opens(files, "481.5*26+73")


def test_after_destroying_it_is_a_plain_calculator_with_the_neutral_sum(files: VaultFiles) -> None:
    _made(files, "481.5*26+73")
    destroy_vault(files)
    assert not opens(files, "481.5*26+73")
    assert opens(files, NEUTRAL_SUM)


@given(st.binary(min_size=16, max_size=16))
def test_a_spare_key_leads_on_when_the_sum_is_forgotten(random_bytes: bytes) -> None:
    nowhere = VaultFiles(Path("/nowhere"))
    assert opens(nowhere, sparekey.write_spare_key(random_bytes).lower())


def test_the_file_does_not_show_whether_a_sum_was_chosen(tmp_path: Path) -> None:
    tails = []
    for name, door in (("a", None), ("b", "481.5*26+73"), ("c", "481.5*26+73")):
        files = vault_files(tmp_path / name)
        _made(files, door)
        content = files.header.read_bytes()
        assert content[:4096] == content[4096:]
        tails.append(content[4064:4096])
    assert len(set(tails)) == 3


def test_the_everyday_program_does_not_load_the_store() -> None:
    """What a process never loaded cannot leak from it."""
    seen = subprocess.run(
        [sys.executable, "-c", "import sys, safeplan.door; print(*sorted(sys.modules))"],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    ).stdout.split()
    assert "safeplan.door" in seen
    assert not [name for name in seen if name.startswith(("safeplan.vault", "nacl", "sqlcipher3", "PySide6"))]


# ── What may be chosen ──────────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize(
    ("calculation", "reason"),
    [
        ("12.05.1990", "date"), ("12/05/1990", "date"), ("12-05-90", "date"), ("1990-05-12", "date"),
        ("12051990", "date"), ("19900512", "date"), ("120590", "date"), ("12+05+1990", "date"),
        ("12*5*1990", "date"), ("31.12.2024=", "date"),
        ("+77011234567", "phone"), ("8 701 123 45 67", "phone"), ("8-701-123-45-67", "phone"),
        ("+7 (701) 123-45-67", "phone"), ("87011234567", "phone"), ("7011234567", "phone"),
        ("", "not_a_sum"), ("hello", "not_a_sum"), ("1234567", "not_a_sum"), ("7*7*7*", "not_a_sum"),
        ("**", "not_a_sum"), ("1..2*345678", "not_a_sum"), ("12*34*56 яблок", "not_a_sum"), ("102", "not_a_sum"),
        ("100*2", "everyday"), ("2+2*2", "everyday"), ("2+2", "everyday"), ("15000*12%", "everyday"),
        ("50+50+20", "everyday"), ("111111*111111", "everyday"), ("1+2+3+4+5", "everyday"), ("7*7", "everyday"),
        ("1000-10%", "everyday"), ("12+34+56", "everyday"),
        ("12*34", "everyday"), ("17*46", "short"), ("3*14*5", "short"), ("2500*37", "short"), ("9.5*8+3", "short"),
        ("481.5*26+73", None), ("1234567*89", "everyday"),
        ("1837465*92", None), ("37*41+9", None), ("7*7*7*7", None), ("7×7×7×7=", None),
        ("7*7*7*8*1", None), ("98765/4321", None), ("-38*17+264", None),
    ],
)  # fmt: skip
def test_sums_that_open_by_accident_or_by_guess_are_refused(calculation: str, reason: str | None) -> None:
    assert refuse_reason(calculation) == reason


@given(st.text(max_size=60))
def test_any_text_gets_an_answer(text: str) -> None:
    assert refuse_reason(text) in {None, "short", "everyday", "date", "phone", "not_a_sum"}


@given(
    st.dates(),
    st.sampled_from(["{d:02}.{m:02}.{y}", "{d}.{m}.{y}", "{d}-{m}-{y}", "{y}-{m:02}-{d:02}", "{d:02}{m:02}{y}"]),
)
def test_no_birthday_is_accepted(day: object, shape: str) -> None:
    y, m, d = map(int, re.findall(r"\d+", str(day)))
    if 1900 <= y <= 2099:
        assert refuse_reason(shape.format(d=d, m=m, y=y)) == "date"
