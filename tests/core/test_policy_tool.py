"""`policy check FILE`: what a volunteer sees in the terminal before a file is put in its place."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from safeplan import policy
from safeplan.content import policy_tool

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "docs" / "samples" / "kiosk.toml"


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")


def test_a_file_in_order_is_told_so_and_where_it_takes_effect(capsys: pytest.CaptureFixture[str]) -> None:
    assert policy_tool.main(["check", str(SAMPLE)]) == 0
    said = capsys.readouterr().out.split("\n")
    assert said[0] == f"{SAMPLE}: in order. Mode: kiosk."
    assert str(policy.policy_path()) in said[1]


def test_every_fault_is_one_line_that_an_editor_understands(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("mine.toml").write_text('mode = "kiosk"\nful_screen = true\nsum = "1"\n')
    assert policy_tool.main(["check", "mine.toml"]) == 1
    said = capsys.readouterr().out.splitlines()
    assert said[0] == ("mine.toml:2: ful_screen: There is no setting of this name. Perhaps “full_screen” is meant.")
    assert said[1].startswith("mine.toml:3: sum: ")
    assert len(said) == 2


@pytest.mark.parametrize(
    ("language", "words"), [("kk_KZ.UTF-8", "Мұндай параметр жоқ."), ("ru_RU.UTF-8", "Настройки с таким именем нет.")]
)
def test_it_speaks_the_language_of_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, language: str, words: str
) -> None:
    monkeypatch.setenv("LC_ALL", language)
    (tmp_path / "mine.toml").write_text('mode = "home"\nx = 1\n')
    assert policy_tool.main(["check", str(tmp_path / "mine.toml")]) == 1
    assert words in capsys.readouterr().out


def test_who_may_write_it_counts_in_its_own_place_only(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "policy.toml"
    file.write_bytes(SAMPLE.read_bytes())
    file.chmod(0o666)
    assert policy_tool.main(["check", str(file)]) == 0
    capsys.readouterr()
    for module in (policy, policy_tool):
        monkeypatch.setattr(module, "policy_path", lambda: file)
    assert policy_tool.main(["check", str(file)]) == 1
    said = capsys.readouterr().out
    assert said.startswith(f"{file}: ")
    assert "As administrator, type: " in said


def test_a_file_that_is_not_there_and_a_word_too_many(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert policy_tool.main(["check", str(tmp_path / "none.toml")]) == 1
    assert "cannot be read" in capsys.readouterr().out
    for wrong in ([], ["check"], ["check", "a", "b"], ["chek", "a"]):
        assert policy_tool.main(wrong) == 2
    assert "policy check FILE" in capsys.readouterr().err


def test_a_terminal_of_another_alphabet_is_answered_too(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text("x = 1\n")
    run = subprocess.run(
        [sys.executable, "-m", "ui", "policy", "check", tmp_path / "mine.toml"],
        cwd=ROOT,
        env={"PATH": "/usr/bin:/bin", "LC_ALL": "kk_KZ", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    assert run.returncode == 1
    assert run.stdout.isascii()
    assert b":1: x: " in run.stdout
    assert run.stderr == b""


def test_the_command_starts_no_window_and_loads_none() -> None:
    program = (
        "import sys; from ui.__main__ import main; code = main();"
        "print(code, [m for m in sys.modules if m.startswith(('PySide6', 'shiboken6', 'sqlcipher3', 'nacl'))])"
    )
    run = subprocess.run(
        [sys.executable, "-c", program, "policy", "check", SAMPLE],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.splitlines()[-1] == "0 []"
