"""The store from the first passphrase to the last byte."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from safeplan import errors
from safeplan.paths import vault_files
from safeplan.vault import ballast, destroy, keyslots, migrations, recovery
from safeplan.vault.container import (
    OpenVault,
    change_passphrase,
    create_vault,
    delay_after,
    destroy_vault,
    make_recovery_code,
    unlock_vault,
    unlock_with_recovery,
)

ROOT = Path(__file__).parents[2]


def _phrase() -> bytearray:
    return bytearray(b"lamp river bread seven")


def _keep(vault: OpenVault, text: str = "kept") -> None:
    vault.database.execute("CREATE TABLE IF NOT EXISTS note (text TEXT) STRICT")
    vault.database.execute("INSERT INTO note VALUES (?)", (text,))


def _kept(vault: OpenVault) -> list[str]:
    return [text for (text,) in vault.database.rows("SELECT text FROM note ORDER BY rowid")]


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Counts derivations: the only slow step."""
    calls: list[int] = []
    derive = keyslots.derive_root

    def counting(secret: bytearray, salt: bytes) -> bytearray:
        calls.append(1)
        return derive(secret, salt)

    monkeypatch.setattr(keyslots, "derive_root", counting)
    return calls


# ── Make ────────────────────────────────────────────────────────────────────────────────────────────────────────
def test_a_new_store_is_three_private_files_that_look_random(vault: OpenVault) -> None:
    _keep(vault, "моя запись")
    vault.close()
    made = {path.name: path for path in vault.files.folder.iterdir()}
    assert sorted(made) == ["d0.bin", "r0.bin", "s0.bin"]
    assert made["s0.bin"].stat().st_size == 8192
    assert made["r0.bin"].stat().st_size == 16 << 20
    if os.name == "posix":
        assert {path.stat().st_mode & 0o777 for path in made.values()} == {0o600}
        assert vault.files.folder.stat().st_mode & 0o777 == 0o700
    for path in made.values():
        content = path.read_bytes()
        assert b"SQLite" not in content
        assert "запись".encode() not in content


def test_a_store_is_never_written_over(vault: OpenVault) -> None:
    vault.close()
    before = {path.name: path.read_bytes() for path in vault.files.folder.iterdir()}
    with pytest.raises(errors.VaultExists):
        create_vault(vault.files, bytearray(b"someone else entirely"), profile=0)
    assert before == {path.name: path.read_bytes() for path in vault.files.folder.iterdir()}


def test_data_whose_key_file_is_lost_is_not_replaced_without_asking(vault: OpenVault) -> None:
    """The key file may come back from a copy."""
    _keep(vault)
    vault.close()
    key_file = vault.files.header.read_bytes()
    vault.files.header.unlink()
    with pytest.raises(errors.HeaderDamaged):
        unlock_vault(vault.files, _phrase())
    with pytest.raises(errors.VaultExists) as refused:
        create_vault(vault.files, _phrase(), profile=0)
    assert refused.value.facts == {"without_header": 1}
    vault.files.header.write_bytes(key_file)
    again = unlock_vault(vault.files, _phrase())
    assert _kept(again) == ["kept"]
    again.close()
    vault.files.header.unlink()
    create_vault(vault.files, _phrase(), profile=0, over_lost_data=True).close()
    unlock_vault(vault.files, _phrase()).close()


def test_an_empty_passphrase_makes_no_store(tmp_path: Path) -> None:
    files = vault_files(tmp_path / "data")
    with pytest.raises(errors.PassphraseTooWeak):
        create_vault(files, bytearray(b"   "), profile=0)
    assert not files.folder.exists()


def test_one_attempt_takes_the_memory_that_is_asked_for(tmp_path: Path) -> None:
    """Asked for by an organisation, whatever this computer would have chosen; it opens as always."""
    for least, took in ((0, 64), (128, 128)):
        files = vault_files(tmp_path / str(least))
        create_vault(files, _phrase(), profile=0, least_mib=least).close()
        made = unlock_vault(files, _phrase())
        assert keyslots.PROFILES[made.salt[0] & 7][1] == took
        made.close()


def test_a_store_that_was_killed_in_the_making_is_made_afresh_or_finished(vault: OpenVault) -> None:
    """Killed before the key file: nothing is there yet. Killed after it: unlocking finishes the renaming."""
    _keep(vault)
    vault.close()
    files = vault.files
    files.data.rename(files.upgrade_copy)
    again = unlock_vault(files, _phrase())
    assert _kept(again) == ["kept"]
    again.close()
    files.data.rename(files.upgrade_copy)
    files.header.unlink()
    with pytest.raises(errors.VaultMissing):
        unlock_vault(files, _phrase())
    create_vault(files, _phrase(), profile=0).close()
    assert not files.upgrade_copy.exists()


def test_what_she_typed_is_overwritten(vault: OpenVault) -> None:
    vault.close()
    right, wrong = _phrase(), bytearray(b"wrong phrase")
    opened = unlock_vault(vault.files, right)
    old, new = _phrase(), bytearray("Новая фраза".encode())
    change_passphrase(opened, old, new)
    opened.close()
    with pytest.raises(errors.WrongPassphrase):
        unlock_vault(vault.files, wrong)
    for typed in (right, wrong, old, new):
        assert typed == bytes(len(typed))


# ── Open ────────────────────────────────────────────────────────────────────────────────────────────────────────
def test_the_right_phrase_costs_one_derivation(vault: OpenVault, counted: list[int]) -> None:
    vault.close()
    unlock_vault(vault.files, _phrase()).close()
    assert len(counted) == 1


@pytest.mark.parametrize("typed", ["Lamp  River BREAD seven", "дфьз кшмук икуфв ыумут", " lamp river bread seven "])
def test_capitals_spaces_and_the_other_layout_open_too(vault: OpenVault, typed: str) -> None:
    vault.close()
    opened = unlock_vault(vault.files, bytearray(typed.encode()))
    assert opened.opened_by == "passphrase"
    opened.close()


def test_a_wrong_phrase_and_a_damaged_file_are_different(vault: OpenVault) -> None:
    vault.close()
    with pytest.raises(errors.WrongPassphrase):
        unlock_vault(vault.files, bytearray(b"lamp river bread eight"))
    vault.files.header.write_bytes(b"x" * 4000)
    with pytest.raises(errors.HeaderDamaged):
        unlock_vault(vault.files, _phrase())


def test_bytes_that_are_no_text_are_only_a_wrong_passphrase(vault: OpenVault) -> None:
    vault.close()
    with pytest.raises(errors.WrongPassphrase):
        unlock_vault(vault.files, bytearray(b"\xff\xfe\x00\xf0"))


def test_nothing_there_is_said_by_name(tmp_path: Path) -> None:
    with pytest.raises(errors.VaultMissing):
        unlock_vault(vault_files(tmp_path / "nothing"), _phrase())
    assert not (tmp_path / "nothing").exists()


def test_a_second_window_is_turned_away(vault: OpenVault) -> None:
    _keep(vault)
    with pytest.raises(errors.VaultInUse):
        unlock_vault(vault.files, _phrase())
    said = subprocess.run(
        [sys.executable, "-c",
         "import sys; from pathlib import Path; from safeplan import errors\n"
         "from safeplan.paths import vault_files; from safeplan.vault.container import unlock_vault\n"
         "try: unlock_vault(vault_files(Path(sys.argv[1])), bytearray(b'lamp river bread seven'))\n"
         "except errors.SafePlanError as error: print(error.id)", str(vault.files.folder)],
        capture_output=True, text=True, check=True, cwd=ROOT, timeout=60,
    )  # fmt: skip
    assert (said.stdout, said.stderr) == ("vault_in_use\n", "")
    assert _kept(vault) == ["kept"]


@pytest.mark.parametrize("damage", ["missing", "empty", "first page", "noise"])
def test_the_right_phrase_over_damaged_data_says_damaged_and_changes_nothing(vault: OpenVault, damage: str) -> None:
    _keep(vault)
    vault.close()
    content = vault.files.data.read_bytes()
    if damage == "missing":
        vault.files.data.unlink()
    else:
        damaged = {"empty": b"", "first page": content[:100] + b"x" + content[101:], "noise": os.urandom(65536)}
        vault.files.data.write_bytes(damaged[damage])
    before = {path.name: path.read_bytes() for path in vault.files.folder.iterdir()}
    with pytest.raises(errors.VaultDamaged):
        unlock_vault(vault.files, _phrase())
    assert before == {path.name: path.read_bytes() for path in vault.files.folder.iterdir()}


def test_a_store_of_a_later_program_is_refused_untouched(vault: OpenVault) -> None:
    vault.database.execute("PRAGMA user_version = 999")
    vault.close()
    before = {path.name: path.read_bytes() for path in vault.files.folder.iterdir()}
    with pytest.raises(errors.VaultTooNew):
        unlock_vault(vault.files, _phrase())
    assert before == {path.name: path.read_bytes() for path in vault.files.folder.iterdir()}


def test_an_upgrade_makes_an_encrypted_copy_first_and_removes_it_when_done(
    vault: OpenVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    _keep(vault)
    vault.close()
    steps = migrations.STEPS
    monkeypatch.setattr(migrations, "STEPS", (*steps, ("CREATE TABLE more (a TEXT) STRICT", "this is no SQL")))
    with pytest.raises(errors.Bug):
        unlock_vault(vault.files, _phrase())
    assert b"SQLite" not in vault.files.upgrade_copy.read_bytes()
    assert vault.files.upgrade_copy.stat().st_mode & 0o777 == 0o600

    monkeypatch.setattr(migrations, "STEPS", (*steps, ("CREATE TABLE more (a TEXT) STRICT",)))
    upgraded = unlock_vault(vault.files, _phrase())
    assert _kept(upgraded) == ["kept"]
    assert upgraded.database.rows("SELECT * FROM more") == []
    assert not vault.files.upgrade_copy.exists()
    upgraded.close()


# ── Change ──────────────────────────────────────────────────────────────────────────────────────────────────────
def test_a_new_passphrase_rewrites_one_slot_and_no_data(vault: OpenVault) -> None:
    _keep(vault)
    vault.database.execute("PRAGMA user_version")
    data, old_header = vault.files.data.read_bytes(), vault.files.header.read_bytes()
    change_passphrase(vault, _phrase(), bytearray(b"second phrase of mine"))
    assert vault.files.data.read_bytes() == data
    new_header = vault.files.header.read_bytes()
    changed = {i for i in range(8) if old_header[keyslots.slot_span(i)] != new_header[keyslots.slot_span(i)]}
    assert len(changed) == 1
    assert new_header[:4096] == new_header[4096:]
    assert old_header[:32] == new_header[:32]
    assert old_header[keyslots.TAIL_AT : 4096] == new_header[keyslots.TAIL_AT : 4096]
    vault.close()
    with pytest.raises(errors.WrongPassphrase):
        unlock_vault(vault.files, _phrase())
    again = unlock_vault(vault.files, bytearray(b"second phrase of mine"))
    assert _kept(again) == ["kept"]
    again.close()


def test_the_old_passphrase_is_asked_and_checked(vault: OpenVault) -> None:
    before = vault.files.header.read_bytes()
    with pytest.raises(errors.WrongPassphrase):
        change_passphrase(vault, bytearray(b"not mine"), bytearray(b"second phrase of mine"))
    with pytest.raises(errors.PassphraseTooWeak):
        change_passphrase(vault, _phrase(), bytearray(b""))
    assert vault.files.header.read_bytes() == before


def test_one_secret_never_stands_in_two_slots(vault: OpenVault) -> None:
    with pytest.raises(errors.PassphraseInUse):
        change_passphrase(vault, _phrase(), _phrase())
    make_recovery_code(vault, _phrase())
    with pytest.raises(errors.PassphraseInUse):
        change_passphrase(vault, _phrase(), bytearray(b"LAMP river bread seven"))


def test_a_store_writes_its_own_four_slots_only(vault: OpenVault) -> None:
    """The other four may one day belong to a second store that this one must not be able to destroy."""
    before = vault.files.header.read_bytes()
    foreign = set(range(8)) - set(vault.own_slots)
    phrase = b"lamp river bread seven"
    for number in range(4):
        make_recovery_code(vault, bytearray(phrase))
        new = f"phrase number {number}".encode()
        change_passphrase(vault, bytearray(phrase), bytearray(new))
        phrase = new
    after = vault.files.header.read_bytes()
    assert all(before[keyslots.slot_span(i)] == after[keyslots.slot_span(i)] for i in foreign)


@pytest.mark.parametrize(
    ("failures", "seconds"), [(0, 0), (2, 0), (3, 1), (4, 2), (5, 4), (7, 16), (8, 30), (999, 30)]
)
def test_waiting_grows_from_the_third_failure(failures: int, seconds: int) -> None:
    assert delay_after(failures) == seconds


# ── Room on the disk ────────────────────────────────────────────────────────────────────────────────────────────
def test_the_ballast_is_given_and_taken_back(vault: OpenVault) -> None:
    assert ballast.release_ballast(vault.files)
    assert not vault.files.ballast.exists()
    assert not ballast.release_ballast(vault.files)
    assert ballast.restore_ballast(vault.files)
    assert vault.files.ballast.stat().st_size == ballast.BALLAST_SIZE


# ── Destroy ─────────────────────────────────────────────────────────────────────────────────────────────────────
def test_destroying_leaves_the_everyday_program_and_nothing_else(vault: OpenVault) -> None:
    vault.files.preferences.write_text("{}")
    (vault.files.folder / "her own file.txt").write_text("not ours")
    code = make_recovery_code(vault, _phrase())
    vault.close()
    report = destroy_vault(vault.files)
    assert report.removed == ("s0.bin", "d0.bin", "r0.bin")
    assert report.left == ()
    assert report.unreadable
    assert {"ssd_old_blocks", "copies_elsewhere", "spare_key_with_copies"} <= set(report.cannot_promise)
    assert sorted(p.name for p in vault.files.folder.iterdir()) == ["her own file.txt", "settings.json"]
    with pytest.raises(errors.VaultMissing):
        unlock_vault(vault.files, _phrase())
    with pytest.raises(errors.VaultMissing):
        unlock_with_recovery(vault.files, code)


def test_destroying_stopped_halfway_has_already_made_the_rest_unreadable(
    vault: OpenVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault.close()
    before = vault.files.header.read_bytes()

    class Killed(BaseException):
        pass

    def killed(path: Path) -> bool:
        raise Killed

    monkeypatch.setattr(destroy, "_remove", killed)
    with pytest.raises(Killed):
        destroy_vault(vault.files)
    after = vault.files.header.read_bytes()
    assert len(after) == len(before)
    assert sum(a == b for a, b in zip(before, after, strict=True)) < 200
    # The random salt may name a profile of many seconds; the cheapest one serves to see that nothing opens.
    cheap = bytearray(after)
    cheap[0] &= 0xF8
    cheap[4096:] = cheap[:4096]
    vault.files.header.write_bytes(cheap)
    with pytest.raises(errors.WrongPassphrase):
        unlock_vault(vault.files, _phrase())


def test_destroying_nothing_is_no_error(tmp_path: Path) -> None:
    assert destroy_vault(vault_files(tmp_path / "nothing")).removed == ()


# ── Another user's folder ───────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.skipif(not hasattr(os, "fork"), reason="changes the user of a forked process")
def test_a_folder_of_somebody_else_is_named_and_left_alone(vault: OpenVault) -> None:
    vault.close()
    vault.files.folder.chmod(0o000 if os.geteuid() else 0o700)
    before = [path.name for path in vault.files.folder.iterdir()] if not os.geteuid() else []
    told, tell = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            if not os.geteuid():
                os.setuid(65534)
            for attempt in (lambda: unlock_vault(vault.files, _phrase()),
                            lambda: create_vault(vault.files, _phrase(), profile=0)):  # fmt: skip
                try:
                    attempt().close()
                except errors.SafePlanError as error:
                    os.write(tell, error.id.encode() + b" ")
            os.write(tell, b"left %d" % len(destroy_vault(vault.files).removed))
        finally:
            os._exit(0)
    os.waitpid(child, 0)
    os.close(tell)
    said = os.read(told, 4096)
    os.close(told)
    vault.files.folder.chmod(0o700)
    assert said == b"no_permission no_permission left 0"
    assert not before or before == [path.name for path in vault.files.folder.iterdir()]
    unlock_vault(vault.files, _phrase()).close()


# ── Memory ──────────────────────────────────────────────────────────────────────────────────────────────────────
_CHILD = """
import os, sys, time
from pathlib import Path
from safeplan.paths import vault_files
from safeplan.vault.container import unlock_vault
control = "MARKER-" + str(6 * 7)
typed = bytearray(int(sys.argv[2]))
os.readv(0, [typed])
vault = unlock_vault(vault_files(Path(sys.argv[1])), typed)
print("open", flush=True)
time.sleep(60)
"""


def _memory(process_id: int) -> bytes:
    parts = []
    with Path(f"/proc/{process_id}/maps").open() as maps, Path(f"/proc/{process_id}/mem").open("rb") as memory:
        for line in maps:
            span, rights = line.split()[:2]
            start, end = (int(edge, 16) for edge in span.split("-"))
            if rights.startswith("rw"):
                try:
                    memory.seek(start)
                    parts.append(memory.read(end - start))
                except (OSError, ValueError, OverflowError):
                    continue
    return b"\n".join(parts)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc/PID/mem")
def test_an_open_store_holds_neither_passphrase_nor_key(vault: OpenVault) -> None:
    vault.close()
    found = recovery.open_header([bytearray(vault.files.header.read_bytes()[:4096])], [_phrase()])
    assert found is not None
    payload = found[2]
    text = bytes(keyslots.database_key_text(payload))
    key_hex = text[2:66]
    secrets = {
        "passphrase": bytes(_phrase()),
        "passphrase, two bytes a letter": _phrase().decode().encode("utf-16-le"),
        "master key": bytes(payload.master),
        "database key": bytes.fromhex(key_hex.decode()),
        "database key in hex": key_hex,
    }
    child = subprocess.Popen(
        [sys.executable, "-c", _CHILD, str(vault.files.folder), str(len(_phrase()))],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT,
    )  # fmt: skip
    try:
        assert child.stdin is not None
        assert child.stdout is not None
        child.stdin.write(_phrase())
        child.stdin.flush()
        assert child.stdout.readline() == b"open\n"
        time.sleep(0.1)
        memory = _memory(child.pid)
    finally:
        child.kill()
        child.wait()
        child.stdin.close()  # type: ignore[union-attr]
        child.stdout.close()  # type: ignore[union-attr]
    assert b"MARKER-42" in memory, "the search itself does not work"
    assert {name: memory.count(secret) for name, secret in secrets.items()} == dict.fromkeys(secrets, 0)
