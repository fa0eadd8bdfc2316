"""The settings of the everyday program: small, innocent, and never in the way, whatever happens to their file."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from safeplan.paths import VaultFiles, vault_files
from ui.disguises import preferences as everyday
from ui.disguises.preferences import Preferences

INNOCENT = {"language", "program", "window", "shopping", "budget"}
MILK = {"item": "Сүт", "amount": "2 l", "done": False}
RENT = {"month": "2026-03", "kind": "spent", "category": "home", "amount": "85000.00", "note": ""}


@pytest.fixture
def files(tmp_path: Path) -> VaultFiles:
    folder = tmp_path / "data"
    folder.mkdir()
    return vault_files(folder)


def _write(files: VaultFiles, content: bytes) -> None:
    files.preferences.write_bytes(content)


def test_what_was_kept_is_read_again(files: VaultFiles) -> None:
    everyday.change(files, language="kk", program="shopping", window=(400, 600), shopping=(MILK,), budget=(RENT,))
    assert everyday.load(files) == Preferences("kk", "shopping", (400, 600), (MILK,), (RENT,))


def test_the_file_holds_nothing_but_what_such_a_program_would_keep(files: VaultFiles) -> None:
    everyday.change(files, language="ru", shopping=(MILK,))
    assert set(json.loads(files.preferences.read_bytes())) == INNOCENT
    assert [path.name for path in files.folder.iterdir()] == ["settings.json"]


def test_a_stranger_in_the_file_is_not_carried_on(files: VaultFiles) -> None:
    _write(files, json.dumps({"language": "en", "colour": "red", "shopping": [MILK]}).encode())
    everyday.change(files, program="converter")
    assert set(json.loads(files.preferences.read_bytes())) == INNOCENT
    assert everyday.load(files).shopping == (MILK,)


@pytest.mark.parametrize(
    "broken",
    [
        b"",
        b"{",
        b"null",
        b"[1, 2]",
        b'"settings"',
        b"\xff\xfe\x00",
        b'{"language": 5, "program": ["x"], "window": "big", "shopping": {}, "budget": 3}',
        b'{"window": [true, true], "shopping": [[]], "budget": ["x"]}',
        b'{"window": [-4, 1e9], "program": "../../etc/passwd"}',
        b"[" * 100_000,
        b'{"window": ' + b"9" * 10_000 + b"}",
        b'{"shopping": [{"item": "\\ud800"}], "budget": [{"amount": 1.5}, {"amount": null}, {"a": {}}]}',
    ],
)
def test_a_broken_file_reads_as_a_new_one_and_is_mended_by_the_next_change(files: VaultFiles, broken: bytes) -> None:
    _write(files, broken)
    new = Preferences(language=everyday.system_language())
    assert everyday.load(files) == new
    everyday.change(files, language="kk")
    assert everyday.load(files) == Preferences(language="kk")


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
strange = st.dictionaries(st.sampled_from(sorted(INNOCENT)), values, max_size=5)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(strange)
def test_whatever_stands_in_the_file_it_can_be_read_changed_and_read_again(
    files: VaultFiles, content: dict[str, Any]
) -> None:
    _write(files, json.dumps(content).encode())
    changed = everyday.change(files, language="ru")
    assert everyday.load(files) == changed
    assert changed.language == "ru"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=300))
def test_whatever_bytes_the_file_holds_reading_never_fails(files: VaultFiles, content: bytes) -> None:
    _write(files, content)
    assert everyday.load(files).program.isidentifier()


def test_a_file_of_a_million_bytes_is_read_whole_and_kept_whole(files: VaultFiles) -> None:
    rows = tuple(dict(MILK, item=f"{number} " + "ш" * 90) for number in range(4500))
    everyday.change(files, shopping=rows)
    assert files.preferences.stat().st_size > 1_000_000
    everyday.change(files, language="kk")
    assert everyday.load(files).shopping == rows


def test_more_than_the_file_may_hold_leaves_the_file_as_it_was(files: VaultFiles) -> None:
    everyday.change(files, budget=(RENT,))
    everyday.change(files, shopping=tuple(dict(MILK, note="ш" * 190, item="ш" * 190) for _ in range(6000)))
    assert everyday.load(files).budget == (RENT,)
    assert everyday.load(files).shopping == ()


def test_a_shorter_text_leaves_no_end_of_the_longer_one(files: VaultFiles) -> None:
    everyday.change(files, shopping=(MILK,) * 50)
    everyday.change(files, shopping=())
    assert "Сүт" not in files.preferences.read_text("utf-8")
    assert everyday.load(files).shopping == ()


def test_where_there_is_no_folder_nothing_is_made_and_nothing_fails(tmp_path: Path) -> None:
    files = vault_files(tmp_path / "gone")
    assert everyday.load(files).program == "calculator"
    assert everyday.change(files, language="kk").language == "kk"
    assert not files.folder.exists()


@pytest.mark.skipif(os.name != "posix", reason="a folder in the place of the file is refused the same way only here")
def test_a_place_that_cannot_be_written_is_used_all_the_same(files: VaultFiles) -> None:
    files.preferences.mkdir()
    assert everyday.change(files, language="kk").language == "kk"
    assert everyday.load(files).language == everyday.system_language()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_on_a_full_disk_the_program_goes_on(files: VaultFiles) -> None:
    files.preferences.symlink_to("/dev/full")
    assert everyday.change(files, language="kk").language == "kk"


@pytest.mark.skipif(sys.platform != "linux", reason="file size limits are set the Linux way")
def test_a_disk_that_fills_up_keeps_the_old_settings_whole(files: VaultFiles) -> None:
    import resource
    import signal

    everyday.change(files, language="kk", shopping=(MILK,))
    before = files.preferences.read_bytes()
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    old = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (len(before) + 100, limits[1]))
        everyday.change(files, shopping=(MILK,) * 100)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, old)
    assert files.preferences.read_bytes() == before


def test_two_programs_that_write_in_turn_keep_each_others_values(files: VaultFiles) -> None:
    everyday.change(files, shopping=(MILK,))
    everyday.change(files, language="kk")
    everyday.change(files, window=(800, 600))
    everyday.change(files, budget=(RENT,))
    assert everyday.load(files) == Preferences("kk", "calculator", (800, 600), (MILK,), (RENT,))


@pytest.mark.skipif(os.name != "posix", reason="Windows holds a mutex instead of a lock on this file")
def test_a_lock_held_on_the_file_disturbs_neither_writing_nor_the_lock(files: VaultFiles) -> None:
    import fcntl

    held = os.open(files.preferences, os.O_RDWR | os.O_CREAT, 0o600)
    other = os.open(files.preferences, os.O_RDWR)
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        everyday.change(files, language="kk", shopping=(MILK,))
        assert everyday.load(files).language == "kk"
        # Still the same file, and still locked: a second start is still recognised.
        assert os.fstat(held).st_ino == files.preferences.stat().st_ino
        with pytest.raises(BlockingIOError):
            fcntl.flock(other, fcntl.LOCK_EX | fcntl.LOCK_NB)
    finally:
        os.close(held)
        os.close(other)


@pytest.mark.skipif(os.name != "posix", reason="Windows has other rights")
def test_only_this_user_can_read_it(files: VaultFiles) -> None:
    everyday.change(files, language="kk")
    assert files.preferences.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("value", "language"),
    [("kk_KZ.UTF-8", "kk"), ("ru_RU", "ru"), ("en_GB.UTF-8", "en"), ("C", "en"), ("C.UTF-8", "en"), ("POSIX", "en"),
     ("de_DE", "ru"), ("", "ru")],
)  # fmt: skip
def test_the_first_language_is_the_desktops(value: str, language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", value)
    assert everyday.system_language() == language
