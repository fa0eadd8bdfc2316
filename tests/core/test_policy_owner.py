"""A policy that its reader could have written is none, wherever on the way to it he could have reached in."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path
from typing import Any

import pytest

from safeplan import policy
from safeplan.errors import PolicyFault
from safeplan.policy_owner import LARGEST, file_bytes, trusted_bytes

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="modes and owners of POSIX")

# Somebody else, who owns none of the files below.
READER = 54_321
IS_ROOT = sys.platform != "win32" and os.geteuid() == 0


@pytest.fixture
def placed(tmp_path: Path) -> Path:
    """A policy as an administrator puts it there."""
    folder = tmp_path / "etc" / "tally"
    folder.mkdir(parents=True, mode=0o755)
    for one in (folder, folder.parent):
        one.chmod(0o755)
    file = folder / "policy.toml"
    file.write_text('mode = "kiosk"\n')
    file.chmod(0o644)
    return file


def refused(path: Path, reader: int | None = READER) -> dict[str, Any]:
    with pytest.raises(PolicyFault) as caught:
        trusted_bytes(path, reader)
    assert caught.value.facts["file"] == str(path)
    assert caught.value.facts["line"] == 0
    return caught.value.facts


def test_what_only_its_owner_may_write_is_read_by_everybody_else(placed: Path) -> None:
    assert trusted_bytes(placed, READER) == b'mode = "kiosk"\n'


@pytest.mark.parametrize("mode", [0o664, 0o646, 0o666, 0o662, 0o620])
def test_a_file_that_others_may_write_is_refused(placed: Path, mode: int) -> None:
    placed.chmod(mode)
    found = refused(placed)
    assert found["reason"] == "writable_file"
    assert found["command"] == f"chown root {placed} && chmod 644 {placed}" or sys.platform == "darwin"
    # For root too: whoever else may write it decides what the program may do.
    assert refused(placed, 0)["reason"] == "writable_file"


@pytest.mark.parametrize("above", [0, 1])
@pytest.mark.parametrize("mode", [0o775, 0o757, 0o777, 0o733])
def test_a_folder_above_that_others_may_change_is_refused(placed: Path, above: int, mode: int) -> None:
    folder = placed.parents[above]
    folder.chmod(mode)
    found = refused(placed)
    assert (found["reason"], found["folder"]) == ("writable_folder", str(folder))
    assert str(folder) in found["command"]


def test_in_a_folder_with_the_sticky_bit_nobody_moves_what_is_anothers(placed: Path) -> None:
    placed.parent.chmod(0o1777)
    assert trusted_bytes(placed, READER)


@pytest.mark.skipif(not IS_ROOT, reason="only root gives files away")
def test_a_file_or_folder_of_the_reader_is_refused(placed: Path) -> None:
    os.chown(placed, READER, -1)
    assert refused(placed)["reason"] == "own_file"
    placed.chmod(0o444)
    assert refused(placed)["reason"] == "own_file"
    # Root reads it: it is another's, and only that one's.
    assert trusted_bytes(placed, 0)
    os.chown(placed, 0, -1)
    os.chown(placed.parents[1], READER, -1)
    found = refused(placed)
    assert (found["reason"], found["folder"]) == ("own_folder", str(placed.parents[1]))


@pytest.mark.skipif(IS_ROOT, reason="root could have written everything")
def test_what_this_account_made_itself_is_refused(placed: Path) -> None:
    assert refused(placed, None)["reason"] in {"own_file", "own_folder"}


def test_a_link_is_refused_in_the_place_of_the_file_and_above_it(placed: Path, tmp_path: Path) -> None:
    link = placed.with_name("linked.toml")
    link.symlink_to(placed)
    assert refused(link)["reason"] == "link"
    folder = tmp_path / "linked"
    folder.symlink_to(placed.parent)
    found = refused(folder / "policy.toml")
    assert (found["reason"], found["folder"]) == ("link_above", str(folder))
    nowhere = placed.with_name("nowhere.toml")
    nowhere.symlink_to("missing")
    assert refused(nowhere)["reason"] == "link"


def test_a_link_to_nowhere_in_the_place_of_the_policy_is_no_home(
    placed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = placed.with_name("nowhere.toml")
    link.symlink_to("missing")
    monkeypatch.setattr(policy, "policy_path", lambda: link)
    with pytest.raises(PolicyFault):
        policy.policy_here()


def test_what_is_no_file_never_makes_the_program_wait(placed: Path) -> None:
    placed.unlink()
    assert refused(placed)["reason"] == "unreadable"
    os.mkfifo(placed, 0o644)
    assert refused(placed)["reason"] == "not_a_file"
    placed.unlink()
    placed.mkdir()
    assert refused(placed)["reason"] == "not_a_file"
    assert refused(placed / "deeper" / "policy.toml")["reason"] == "unreadable"


def test_a_file_as_large_as_allowed_is_read_and_one_byte_more_is_not(placed: Path) -> None:
    placed.write_bytes(b"#" * LARGEST)
    assert len(file_bytes(placed)) == LARGEST
    placed.write_bytes(b"#" * (LARGEST + 1))
    assert refused(placed)["reason"] == "large"


@pytest.mark.skipif(not IS_ROOT, reason="only root becomes somebody else")
def test_another_account_really_judges_as_is_told_here(placed: Path) -> None:
    """The rules above against what the system itself lets another account do, access lists included."""
    import subprocess

    program = (
        "import os, sys; os.setgid(54321); os.setuid(54321)\n"
        "from pathlib import Path; from safeplan.policy_owner import trusted_bytes\n"
        "from safeplan.errors import PolicyFault\n"
        "try: print(trusted_bytes(Path(sys.argv[1])).decode())\n"
        "except PolicyFault as fault: print(fault.facts['reason'])"
    )
    for one in placed.parents:
        if stat.S_IMODE(one.stat().st_mode) & 0o005 != 0o005 and str(one).startswith(str(Path("/tmp"))):
            one.chmod(0o755)

    def judged() -> str:
        # Imported before the account changes: it may not enter the home of this one.
        preload = "import safeplan.policy_owner, shlex\n"
        run = subprocess.run(
            [sys.executable, "-c", preload + program, placed],
            cwd=Path(__file__).resolve().parents[2],
            capture_output=True,
            text=True,
            check=True,
        )
        return run.stdout.strip()

    assert judged() == 'mode = "kiosk"'
    placed.parent.chmod(0o700)
    assert judged() == "unreadable"
    placed.parent.chmod(0o755)
    placed.chmod(0o646)
    assert judged() == "writable_file"
    placed.chmod(0o600)
    assert judged() == "unreadable"
