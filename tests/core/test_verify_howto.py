"""VERIFY.txt: its commands work as they stand there, and find what they say they find."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from test_verify import make_bag

from safeplan.handover.verify_howto import COMMANDS, WORDS, how_to_verify
from safeplan.handover.verify_words import LANGUAGES

TOOLS = {"linux": "sha256sum", "macos": "shasum", "windows": "pwsh"}


def run(system: str, bag: Path) -> subprocess.CompletedProcess[str]:
    tool = TOOLS[system]
    if shutil.which(tool) is None:
        pytest.skip(f"the line for {system} is tried with {tool}, which is missing here")
    shell = ["pwsh", "-NoProfile", "-Command"] if system == "windows" else ["sh", "-c"]
    return subprocess.run([*shell, COMMANDS[system]], cwd=bag, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("system", TOOLS)
def test_the_line_for_each_system_finds_what_was_changed_or_is_gone(tmp_path: Path, system: str) -> None:
    bag = make_bag(tmp_path / "bag")
    untouched = run(system, bag)
    assert untouched.returncode == 0
    assert untouched.stderr == ""
    lines = untouched.stdout.splitlines()
    assert lines == ["checked"] if system == "windows" else all(line.endswith("OK") for line in lines)
    assert system == "windows" or len(lines) == 8
    (bag / "data/0001.jpg").write_bytes(b"other")
    (bag / "VERIFY.txt").unlink()
    touched = run(system, bag).stdout
    assert "data/0001.jpg" in "".join(line for line in touched.splitlines() if not line.endswith("OK"))
    assert "VERIFY.txt" in "".join(line for line in touched.splitlines() if not line.endswith("OK"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_the_same_in_a_form_that_old_editors_show(language: str) -> None:
    content = how_to_verify(language)
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\r\n") == content.count(b"\n") == content.count(b"\r")
    text = content.decode("utf-8-sig")
    for command in COMMANDS.values():
        assert f"\r\n    {command}\r\n" in text
    assert len(WORDS[language]) == len(WORDS["en"])
    assert [line == "" for line in WORDS[language]] == [line == "" for line in WORDS["en"]]
    for name in (
        "verify.html",
        "manifest-sha256.txt",
        "data/names.tsv",
        "RFC 8493",
        "PowerShell",
        "Windows",
        "macOS",
    ):
        assert name in text
    assert "!" not in text
    assert not re.search(r"https?:", text)
