"""The rules of the house are checks; each is shown to bite by planting what it forbids.

A rule that nobody has seen fail is a wish.
"""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text())
BANNED = SETTINGS["tool"]["ruff"]["lint"]["flake8-tidy-imports"]["banned-api"]
SOURCES = [*sorted((ROOT / "safeplan").rglob("*.py")), *sorted((ROOT / "ui").rglob("*.py"))]
WINDOWS = [path for path in SOURCES if path.is_relative_to(ROOT / "ui")]
BIN = Path(sys.executable).parent

# The only files that may silence a ban, each the one door to its danger.
DOORS = {
    "sqlcipher3": {"safeplan/vault/database.py"},
    "subprocess": {"ui/processes.py"},
    # The last one starts none: window and worker take turns there.
    "threading": {"ui/background.py", "safeplan/beside.py", "safeplan/shaped.py"},
    "msgspec.convert": {"safeplan/shaped.py"},
    "concurrent.futures": {"ui/background.py"},
    "datetime.datetime.now": {"safeplan/clock.py"},
    "time.time": {"safeplan/clock.py"},
    "time.monotonic": {"safeplan/clock.py"},
    "PySide6.QtGui.QClipboard": {"ui/clipboard.py"},
    "PySide6.QtGui.QGuiApplication.clipboard": {"ui/clipboard.py"},
}


def _ruff(source: str, name: str) -> str:
    return subprocess.run(
        [BIN / "ruff", "check", "--no-cache", "--select", "TID251", "--stdin-filename", ROOT / name, "-"],
        input=source,
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    ).stdout


@pytest.mark.parametrize("banned", sorted(BANNED))
def test_every_banned_door_is_locked(banned: str) -> None:
    """A planted use is found, in the core and in the windows."""
    module, _, name = banned.rpartition(".")
    top = banned.split(".")[0]
    if top in {"datetime", "time"}:
        planted = f"import {top}\n{banned}()\n"
    elif module and name[0].isupper() and not banned.endswith("QtNetwork") and "WebEngine" not in name:
        planted = f"from {module} import {name}\nprint({name})\n"
    elif banned.endswith("setEchoMode"):
        planted = "from PySide6.QtWidgets import QLineEdit\nQLineEdit.setEchoMode(None)\n"
    else:
        planted = f"import {banned}\nprint({banned})\n"
    for place in ("safeplan/records/planted.py", "ui/pages/planted.py"):
        assert "TID251" in _ruff(planted, place), f"{banned} is not caught in {place}"


@pytest.mark.row("K-07")
def test_only_the_named_doors_silence_a_ban() -> None:
    silenced = {}
    for path in SOURCES:
        for line in path.read_text().splitlines():
            if "noqa: TID251" in line or "noqa:TID251" in line:
                silenced.setdefault(path.relative_to(ROOT).as_posix(), []).append(line.strip())
    allowed = set().union(*DOORS.values()) | {"safeplan/vault/database.py"}
    assert set(silenced) <= allowed, {k: v for k, v in silenced.items() if k not in allowed}


PLANTED_IMPORTS = [
    ("the core is Qt-free", "safeplan/records/drafts.py", "import PySide6.QtCore"),
    ("the core is Qt-free", "safeplan/handover/verify.py", "import ui.theme"),
    ("core rooms import one way", "safeplan/vault/database.py", "import safeplan.records.people"),
    ("core rooms import one way", "safeplan/errors.py", "import safeplan.clock"),
    ("core rooms import one way", "safeplan/records/people.py", "import safeplan.handover.bag"),
    ("the disguise knows nothing of the vault", "ui/disguises/calculator.py", "import safeplan.vault.container"),
    ("the disguise knows nothing of the vault", "ui/disguise_process.py", "import ui.vault_process"),
    ("pages never import each other", "ui/pages/today.py", "import ui.pages.people"),
    ("windows import one way", "ui/widgets/card.py", "import ui.pages.today"),
    ("windows import one way", "ui/theme.py", "import ui.widgets.card"),
]


@pytest.fixture(scope="module")
def copy_of_the_house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    copy = tmp_path_factory.mktemp("house")
    for part in ("safeplan", "ui"):
        shutil.copytree(ROOT / part, copy / part, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", copy)
    return copy


@pytest.mark.parametrize(("contract", "file", "line"), PLANTED_IMPORTS)
def test_every_import_contract_bites(copy_of_the_house: Path, contract: str, file: str, line: str) -> None:
    path = copy_of_the_house / file
    before = path.read_text()
    path.write_text(before + f"\n{line}\n")
    try:
        run = subprocess.run(
            [BIN / "lint-imports", "--no-cache"], cwd=copy_of_the_house, capture_output=True, text=True, check=False
        )
    finally:
        path.write_text(before)
    assert run.returncode != 0
    assert re.search(re.escape(contract) + r"\s+BROKEN", run.stdout), run.stdout[-2000:]


def test_every_file_says_what_it_does_and_stays_small() -> None:
    found = {path.relative_to(ROOT).as_posix(): list(_amiss(path)) for path in SOURCES}
    assert {name: amiss for name, amiss in found.items() if amiss} == {}


def _amiss(path: Path) -> Iterator[str]:
    text = path.read_text()
    lines = text.count("\n")
    if lines > 500:
        yield f"{lines} lines: look for the second job in it"
    if path.stem.startswith(("util", "helper", "manager", "common")):
        yield "name it after its job"
    if path.name == "__init__.py":
        return
    docstring = ast.get_docstring(ast.parse(text)) or ""
    if "May touch:" not in docstring:
        yield "say at the top what the file may touch"
    if not re.search(r"\b[Mm]ust\s+never\b", docstring):
        yield "say at the top what it must never do"


def test_sql_stands_in_the_core_only() -> None:
    """No window speaks SQL."""
    verbs = re.compile(r"\b(SELECT .* FROM|INSERT INTO|UPDATE \w+ SET|DELETE FROM|CREATE TABLE|PRAGMA )")
    for path in WINDOWS:
        assert not verbs.search(path.read_text()), path


@pytest.mark.row("K-07")
def test_no_key_ever_stands_in_sql_text() -> None:
    for path in SOURCES:
        assert not re.search(r"PRAGMA\s+(re)?key\s*=", path.read_text(), re.IGNORECASE), path


def test_words_of_the_trade_stay_off_the_screen() -> None:
    """Strings for the screen never say vault, gate, door, decoy, disguise or proof."""
    banned = re.compile(r"\b(vault|gate|door|decoy|disguise|proof)\b", re.IGNORECASE)
    for path in WINDOWS:
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and _is_translation(node):
                for argument in node.args:
                    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                        assert not banned.search(argument.value), (path, argument.value)


def test_no_layout_is_asked_for_its_items() -> None:
    """PySide6 remembers what `itemAt` gives by its place in memory, and a later widget there ends the process: ask
    ui.widgets.reading_order.in_order instead. Layouts of our own have to define it, for Qt."""
    asking = [str(path) for path in sorted((ROOT / "ui").rglob("*.py")) if re.search(r"\.itemAt\(", path.read_text())]
    assert not asking


def test_translated_text_is_a_literal() -> None:
    """An f-string in tr() is silently taken as a broken source text and never translated."""
    for path in WINDOWS:
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and _is_translation(node):
                last = node.args[-1] if getattr(node.func, "attr", "") == "translate" else node.args[0]
                is_name = isinstance(last, ast.Name | ast.Attribute | ast.Subscript)
                assert is_name or (isinstance(last, ast.Constant) and isinstance(last.value, str)), (
                    path,
                    node.lineno,
                )


def _is_translation(node: ast.Call) -> bool:
    if not isinstance(node.func, ast.Attribute):
        return False
    # str.translate takes one argument, Qt's two or more; a painter's takes numbers.
    by_name = node.func.attr == "translate" and getattr(node.func.value, "id", "") != "painter"
    return (node.func.attr == "tr" and bool(node.args)) or (by_name and len(node.args) >= 2)


def test_pins_are_the_same_everywhere() -> None:
    pinned = set(SETTINGS["project"]["dependencies"])
    listed = {
        line.strip()
        for line in (ROOT / ".ci/requirements.in").read_text().splitlines()
        if line.strip() and not line.startswith("#")
    }
    assert pinned == listed
    for lock in ("requirements.txt", "requirements-dev.txt"):
        text = (ROOT / ".ci" / lock).read_text()
        assert "--hash=sha256:" in text
        assert "://" not in text, "a lock file must not name a host"
        assert not re.search(r"^(-i|--index|--extra-index|--find-links)", text, re.MULTILINE)
