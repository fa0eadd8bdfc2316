"""No way to a key, a passphrase field or a network stands in the code but the ones that were thought through.

Read by syntax tree in every file of the program, and once while a store is opened: which statement came before which.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from safeplan.vault import database
from tests.builders import open_data
from tests.campaign.selecting import Tries

ROOT = Path(__file__).resolve().parents[2]
SOURCES = [*sorted((ROOT / "safeplan").rglob("*.py")), *sorted((ROOT / "ui").rglob("*.py"))]
DATABASE = "safeplan/vault/database.py"

# A key in SQL text stays in the driver's memory, in traces, and in a log of statements.
KEY_IN_SQL = re.compile(r"PRAGMA\s+(\w+\.)?(hex)?(re)?key\b|ATTACH\b.*\bKEY\b", re.IGNORECASE | re.DOTALL)
# Changed after the key, a cipher setting has made files that nobody could open again.
# (A default is not one: it holds for files opened later, and is how a written backup is read back.)
CIPHER = re.compile(r"PRAGMA\s+(\w+\.)?cipher_(?!integrity_check|default_page_size)", re.IGNORECASE)
# Qt's own field keeps what was typed in its undo history; Qt's own dialogs and settings write where they like.
NAMES = {
    "setEchoMode", "EchoMode", "QFileDialog", "QSettings", "QInputDialog", "QWebEngineView", "QNetworkAccessManager",
    "QTcpSocket", "QUdpSocket", "QLocalSocket", "QSslSocket", "QWebSocket",
}  # fmt: skip
MODULES = {
    "socket", "ssl", "http", "urllib", "ftplib", "smtplib", "telnetlib", "requests", "httpx", "aiohttp", "asyncio",
    "getpass", "keyring", "PySide6.QtNetwork", "PySide6.QtWebSockets", "PySide6.QtWebEngineCore", "sqlite3",
}  # fmt: skip
SPEAKS_OF_IT = re.compile("|".join(["PRAGMA", "ATTACH", *NAMES, *(one.rpartition(".")[2] for one in MODULES)]), re.I)
# What can be asked for without reading the data, before the settings.
BEFORE_THE_KEY = "PRAGMA cipher_log_level = NONE"


def forbidden(source: str, name: str) -> list[str]:
    """What in a file opens a way that must not be there, with its line."""
    return [f"{line}: {what}" for line, what in _forbidden(source, name)]


def _forbidden(source: str, name: str) -> Iterator[tuple[int, str]]:
    if not SPEAKS_OF_IT.search(source):
        # To read all files by syntax tree takes seconds.
        return
    for node in ast.walk(ast.parse(source)):
        line = getattr(node, "lineno", 0)
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            if KEY_IN_SQL.search(node.value):
                yield line, "a key in SQL"
            if CIPHER.search(node.value) and name != DATABASE:
                yield line, "a cipher setting outside the one place before the first read"
        elif isinstance(node, ast.Import):
            yield from ((line, one.name) for one in node.names if _is_module(one.name))
        elif isinstance(node, ast.ImportFrom) and not node.level:
            named = [node.module or "", *(f"{node.module}.{one.name}" for one in node.names)]
            yield from ((line, one) for one in named if _is_module(one))
            yield from ((line, one.name) for one in node.names if one.name in NAMES)
        elif isinstance(node, ast.Attribute | ast.Name):
            said = node.attr if isinstance(node, ast.Attribute) else node.id
            if said in NAMES:
                yield line, said


def _is_module(name: str) -> bool:
    return any(name == one or name.startswith(one + ".") for one in MODULES)


@pytest.mark.row("K-07")
def test_no_file_of_the_program_opens_such_a_way(tries: Tries) -> None:
    tries.made(len(SOURCES))
    found = {name: forbidden(path.read_text("utf-8"), name) for path in SOURCES
             if (name := path.relative_to(ROOT).as_posix())}  # fmt: skip
    assert {name: what for name, what in found.items() if what} == {}


@pytest.mark.row("K-07", control=True)
@pytest.mark.parametrize(
    "planted",
    [
        "db.execute(\"PRAGMA key = 'lamp'\")",
        "db.execute(f\"pragma rekey = '{new}'\")",
        "db.execute(\"ATTACH DATABASE 'x' AS other KEY 'lamp'\")",
        'db.execute("PRAGMA cipher_page_size = 4096")',
        'db.execute("PRAGMA main.cipher_use_hmac = OFF")',
        "from PySide6.QtWidgets import QLineEdit\nQLineEdit().setEchoMode(QLineEdit.EchoMode.Password)",
        "from PySide6.QtWidgets import QFileDialog",
        "from PySide6 import QtCore\nQtCore.QSettings('a', 'b')",
        "from PySide6 import QtNetwork",
        "import urllib.request",
        "from http import client",
        "import socket as s",
        "import getpass",
        "import sqlite3",
    ],
)
def test_each_such_way_is_found_when_it_is_planted(planted: str) -> None:
    assert forbidden(planted, "safeplan/vault/planted.py"), planted
    assert forbidden(planted, "ui/widgets/planted.py"), planted


# ── While a store is opened ─────────────────────────────────────────────────────────────────────────────────────
class Listening:
    """A connection that notes what it is asked for, in order."""

    def __init__(self, real: Any, heard: list[str]) -> None:
        self._real, self._heard = real, heard

    def set_key(self, key: bytearray) -> None:
        self._heard.append("the key")
        self._real.set_key(key)

    def execute(self, sql: str, *more: Any) -> Any:
        self._heard.append(sql)
        return self._real.execute(sql, *more)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real, name)


def out_of_order(heard: list[str]) -> list[str]:
    """Cipher settings that came before the key (but the silence of the log), or after the first read."""
    key = heard.index("the key")
    first_read = next(at for at, sql in enumerate(heard) if at > key and not CIPHER.search(sql))
    early = [sql for sql in heard[:key] if sql != BEFORE_THE_KEY]
    return early + [sql for sql in heard[first_read:] if CIPHER.search(sql)]


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    said: list[str] = []
    connect = database.driver.connect
    monkeypatch.setattr(database.driver, "connect", lambda *how, **more: Listening(connect(*how, **more), said))
    return said


@pytest.mark.row("K-07")
def test_every_cipher_setting_stands_between_the_key_and_the_first_read(heard: list[str], tmp_path: Path) -> None:
    opened = open_data(tmp_path / "d0.bin")
    opened.execute("CREATE TABLE note (text TEXT) STRICT")
    assert opened.first_fault() is None
    opened.close()
    assert set(database.CIPHER_SETTINGS) < set(heard)
    assert out_of_order(heard) == []


@pytest.mark.row("K-07", control=True)
@pytest.mark.parametrize("place", ["CIPHER_SETTINGS", "DATABASE_SETTINGS"])
def test_a_cipher_setting_after_the_first_read_is_noticed(
    heard: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    late = "PRAGMA cipher_memory_security = OFF"
    before = ("PRAGMA user_version",) if place == "CIPHER_SETTINGS" else ()
    monkeypatch.setattr(database, place, (*before, *getattr(database, place), late))
    opened = open_data(tmp_path / "d0.bin")
    opened.close()
    assert late in out_of_order(heard)
