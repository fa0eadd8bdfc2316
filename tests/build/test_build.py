"""What lies in the built folder: nothing in it speaks, and nothing is in it that has no business there.

Lost without it: the promise that somebody who searches the computer for words finds a calculator.
"""

from __future__ import annotations

import ast
import functools
import importlib.util
import marshal
import os
import shutil
import subprocess
import sys
import types
import zipfile
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest
from PyInstaller.archive.readers import CArchiveReader
from spoken_words import PRODUCT, RUNS, TELLING, in_bytes, in_folder

from safeplan.content import resources
from safeplan.paths import NEUTRAL_NAME

ROOT = Path(__file__).resolve().parents[2]


def from_spec(name: str) -> Any:
    """A constant of build.spec, read without running it."""
    for node in ast.parse((ROOT / "build.spec").read_text()).body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and node.targets[0].id == name:
            return ast.literal_eval(node.value)
    raise AssertionError(f"build.spec has no {name}")


class ProgramFile:
    """The program file, taken apart: PyInstaller's archives inside it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.outer = CArchiveReader(str(path))
        (self.archive_name,) = (name for name in self.outer.toc if name.endswith(".pyz"))
        self.inner = self.outer.open_embedded_archive(self.archive_name)

    def module_names(self) -> set[str]:
        return set(self.inner.toc)

    def without_module_names(self) -> bytes:
        """The file's bytes with the names in the list of modules, and only these, made into zeros."""
        content = bytearray(self.path.read_bytes())
        start = self.outer._start_offset + self.outer.toc[self.archive_name][0]
        end = start + self.outer.toc[self.archive_name][1]
        list_at = start + int.from_bytes(content[start + 8 : start + 12], "big")
        listed = marshal.loads(content[list_at:end])
        assert {name for name, _ in listed} == self.module_names()
        for name in sorted(self.module_names(), key=len, reverse=True):
            as_listed = bytes([len(name)]) + name.encode()
            at = content.find(as_listed, list_at, end)
            while at != -1:
                content[at + 1 : at + len(as_listed)] = bytes(len(name))
                at = content.find(as_listed, list_at, end)
        return bytes(content)

    def code(self) -> Iterator[types.CodeType]:
        for name in self.module_names():
            if (code := self.inner.extract(name)) is not None:
                yield code


@pytest.fixture(scope="module")
def program(folder: Path) -> ProgramFile:
    return ProgramFile(folder / NEUTRAL_NAME)


# ── words ───────────────────────────────────────────────────────────────────────────────────────────────────────
@pytest.mark.timeout(300)
def test_no_file_name_and_no_byte_tells_what_the_program_is(folder: Path, program: ProgramFile) -> None:
    """All files, four encodings. The product's name stands in the list of Python modules, as part of names, only."""
    found = in_folder(folder, hidden={NEUTRAL_NAME: program.without_module_names()})
    assert found == [], "\n".join(f"{hit.file}: {hit.word} ({hit.encoding}) {hit.around!r}" for hit in found)


def test_module_names_carry_the_products_name_and_no_other_telling_word(program: ProgramFile) -> None:
    ours = {name for name in program.module_names() if name.split(".")[0] == "safeplan"}
    assert ours
    for name in program.module_names():
        told = {hit.word for hit in in_bytes(name.encode())}
        assert told <= ({"safeplan"} if name in ours else set()), name


@pytest.mark.parametrize("encoding", RUNS)
@pytest.mark.parametrize("word", [*PRODUCT, *TELLING])
def test_a_planted_word_is_found(word: str, encoding: str) -> None:
    """In each spelling, in the middle of what surrounds words in a program."""
    plain = word.removesuffix(".")
    try:
        spellings = [one.encode(encoding) for one in (plain, plain.upper(), plain.capitalize())]
    except UnicodeEncodeError:
        assert encoding == "cp1251", "only CP1251 lacks letters"
        return
    for spelling in spellings:
        found = list(in_bytes(b"\x7fELF" + os.urandom(3) + b"\0\0" + spelling + b"\0\0\x01"))
        assert word in {hit.word for hit in found}, spelling


def test_words_planted_in_the_folder_are_found(folder: Path, tmp_path: Path) -> None:
    """In the program file outside the list of modules, in a library, in a file name, in a folder name, in a link."""
    copy = tmp_path / NEUTRAL_NAME
    (copy / "lib" / "shelter").mkdir(parents=True)
    shutil.copy2(folder / NEUTRAL_NAME, copy / NEUTRAL_NAME)
    program = ProgramFile(copy / NEUTRAL_NAME)
    assert not list(in_bytes(program.without_module_names()))
    # At the front, so that the archive at the end of the file can still be taken apart.
    content = (copy / NEUTRAL_NAME).read_bytes()
    at = content.find(b"\0" * 64)
    (copy / NEUTRAL_NAME).write_bytes(content[:at] + b"\0safeplan\0".ljust(64, b"\0") + content[at + 64 :])
    (copy / "lib" / "libz.so").write_bytes(b"\0" * 9 + "Насилие".encode("cp1251"))
    (copy / "lib" / "зорлық.txt").write_bytes(b"")
    (copy / "lib" / "link").symlink_to("violence.txt")
    found = in_folder(copy, hidden={NEUTRAL_NAME: ProgramFile(copy / NEUTRAL_NAME).without_module_names()})
    assert {(hit.file, hit.word, hit.encoding) for hit in found} == {
        (NEUTRAL_NAME, "safeplan", "utf-8"),
        ("lib/libz.so", "насили", "cp1251"),
        ("lib/зорлық.txt", "зорлық", "name"),
        ("lib/shelter", "shelter.", "name"),
        ("lib/link", "violen", "link"),
    }


def test_a_longer_word_is_not_mistaken_for_a_telling_one() -> None:
    """Cicero's "domesticarum" stands in the typesetter's sample text."""
    assert list(in_bytes(b"insolens domesticarum rerum")) == []
    assert [hit.word for hit in in_bytes(b"a domestic matter")] == ["domestic."]


# ── this computer ───────────────────────────────────────────────────────────────────────────────────────────────
def test_no_path_of_the_building_computer_is_inside(folder: Path, program: ProgramFile) -> None:
    """Neither in a file as it lies there nor in the code that is packed in it."""
    places = {str(ROOT), str(Path(sys.prefix).resolve()), str(Path(sys.base_prefix).resolve())}
    # An interpreter of the system lies in /usr, which says nothing about anybody.
    places -= {"/usr", "/usr/local"}
    assert places
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            content = path.read_bytes()
            assert not [place for place in places if place.encode() in content], path
    named = set()
    for code in program.code():
        named |= file_names(code)
    with zipfile.ZipFile(folder / "lib" / "base_library.zip") as library:
        for name in library.namelist():
            if name.endswith(".pyc"):
                named |= file_names(marshal.loads(library.read(name)[16:]))
    assert len(named) > 100
    assert not [name for name in named if Path(name).is_absolute()]


def file_names(code: types.CodeType) -> set[str]:
    """The source file named in a piece of code and in the pieces within it."""
    inner = [file_names(part) for part in code.co_consts if isinstance(part, types.CodeType)]
    return {code.co_filename}.union(*inner)


def test_comments_for_programmers_stay_at_home(program: ProgramFile) -> None:
    """Docstrings tell in whole sentences what is kept and hidden."""
    entered = program.inner.extract("safeplan.vault.container")
    assert "__doc__" not in entered.co_names or None in entered.co_consts
    assert not [text for text in entered.co_consts if isinstance(text, str) and "May touch" in text]


# ── what is inside ──────────────────────────────────────────────────────────────────────────────────────────────
def test_every_module_of_ours_is_inside(program: ProgramFile) -> None:
    files = [path for package in ("safeplan", "ui") for path in (ROOT / package).rglob("*.py")]
    ours = {".".join(p.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__") for p in files}
    assert ours <= program.module_names()
    assert len(ours) > 60


def test_all_content_travels_in_the_one_archive(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Read as the built program reads it: every resource, each translation in Qt's form, the licences."""
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "_MEIPASS", str(folder / "lib"), raising=False)
    inside = set(resources.list_resources())
    source = {
        path.relative_to(ROOT / "resources").as_posix()
        for path in (ROOT / "resources").rglob("*")
        if path.is_file() and path.suffix not in (".ts", ".qm")
    }
    words = {f"translations/{path.stem}.qm" for path in (ROOT / "resources" / "translations").glob("*.ts")}
    assert source | words | {"LICENSE"} <= inside
    for name in source:
        assert resources.read_resource(name) == (ROOT / "resources" / name).read_bytes()
    for name in words:
        assert resources.read_resource(name).startswith(b"\x3c\xb8\x64\x18\xca\xef\x9c\x95")
    assert {name.split("/")[1] for name in inside if name.startswith("licences/")} >= {"pillow", "typst"}


def test_besides_libraries_there_are_two_files(folder: Path) -> None:
    others = [
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and ".so" not in path.name and path.suffix not in (".dll", ".pyd", ".dylib")
    ]
    assert sorted(others) == [NEUTRAL_NAME, "lib/base_library.zip", "lib/content.bin"]


def test_every_link_leads_somewhere(folder: Path) -> None:
    assert not [path for path in folder.rglob("*") if path.is_symlink() and not path.exists()]


# ── what is not ─────────────────────────────────────────────────────────────────────────────────────────────────
EXCLUDED_MODULES: dict[str, str] = from_spec("EXCLUDED_MODULES")
EXCLUDED_FILES: dict[str, str] = from_spec("EXCLUDED_FILES")


@functools.cache
def imported_by_us() -> dict[str, set[str]]:
    """Every module that we import, anywhere in a file -> the files; `from a import b` counts as a and as a.b."""
    found: dict[str, set[str]] = {}
    for package in ("safeplan", "ui"):
        for path in (ROOT / package).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text())):
                names = []
                if isinstance(node, ast.Import):
                    names = [alias.name for alias in node.names]
                elif isinstance(node, ast.ImportFrom) and node.module:
                    names = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
                for name in names:
                    found.setdefault(name, set()).add(path.relative_to(ROOT).as_posix())
    return found


@pytest.mark.parametrize("excluded", sorted(EXCLUDED_MODULES))
def test_nothing_of_ours_imports_what_is_excluded(excluded: str) -> None:
    users = {
        file
        for name, files in imported_by_us().items()
        if name == excluded or name.startswith(excluded + ".")
        for file in files
    }
    assert not users, f"{excluded} is excluded in build.spec, and needed by {sorted(users)}"
    assert len(EXCLUDED_MODULES[excluded]) > 5, "each exclusion has its reason"


LOAD_WITHOUT = """
import importlib, sys
excluded, wanted = sys.argv[1].split(), sys.argv[2].split()
sys.modules.update(dict.fromkeys(excluded))
for name in wanted:
    importlib.import_module(name)
print(len(wanted))
"""


def test_all_that_we_import_loads_without_what_is_excluded() -> None:
    """A package that itself needs an excluded module would break only where a person comes to use it."""
    foreign = {"msvcrt", "winreg"}
    modules = sorted(name for name in imported_by_us() if name not in foreign and is_module(name))
    assert {"typst", "PIL.Image", "pillow_heif", "zxcvbn", "nacl._sodium", "sqlcipher3.dbapi2"} <= set(modules)
    done = subprocess.run(
        [sys.executable, "-c", LOAD_WITHOUT, " ".join(EXCLUDED_MODULES), " ".join(modules)],
        cwd=ROOT,
        # QtMultimedia says which of the desktop's sound services is not there.
        env={**os.environ, "QT_LOGGING_RULES": "qt.multimedia.*=false"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.stdout.strip(), done.stderr) == (str(len(modules)), "")
    broken = subprocess.run(
        [sys.executable, "-c", LOAD_WITHOUT, "struct", "zipfile"], capture_output=True, text=True, check=False
    )
    assert "ModuleNotFoundError" in broken.stderr


def is_module(name: str) -> bool:
    """Whether `name` is a module, not a thing inside one."""
    try:
        return importlib.util.find_spec(name) is not None
    except ModuleNotFoundError:
        return False


def test_what_is_excluded_is_not_inside(folder: Path, program: ProgramFile) -> None:
    inside = program.module_names()
    with zipfile.ZipFile(folder / "lib" / "base_library.zip") as library:
        inside |= {
            name.removesuffix(".pyc").replace("/", ".").removesuffix(".__init__") for name in library.namelist()
        }
    for excluded in EXCLUDED_MODULES:
        assert not [name for name in inside if name == excluded or name.startswith(excluded + ".")], excluded
        package, _, binding = excluded.rpartition(".")
        lies_in = folder / "lib" / package if package else next((folder / "lib").glob("python3*/lib-dynload"))
        assert not list(lies_in.glob(f"{binding}.*")), excluded
    for path in folder.rglob("*"):
        name = "/" + path.relative_to(folder).as_posix()
        assert not [pattern for pattern in EXCLUDED_FILES if fnmatch(name, pattern)], name
    assert all(len(reason) > 5 for reason in EXCLUDED_FILES.values())


def test_an_excluded_name_that_does_not_exist_would_exclude_nothing() -> None:
    """A slip of the pen in the list is found: each name is a module of this Python or of what is installed."""
    for name in sorted(set(EXCLUDED_MODULES) - {"numpy"} - sys.stdlib_module_names):
        assert importlib.util.find_spec(name) is not None, name


def test_every_qt_module_in_use_is_inside(folder: Path) -> None:
    used = {name.split(".")[1] for name in imported_by_us() if name.startswith("PySide6.Qt") and name.count(".") >= 1}
    assert {"QtCore", "QtGui", "QtWidgets", "QtDBus", "QtPdf", "QtSvg"} <= used
    inside = {path.name.split(".")[0] for path in (folder / "lib" / "PySide6").glob("Qt*")}
    assert used <= inside


def test_what_windows_and_screen_readers_need_is_inside(folder: Path) -> None:
    """X11, the windowless platform, dead keys (and no input method), and D-Bus, over which screen readers listen."""
    plugins = folder / "lib" / "PySide6" / "Qt" / "plugins"
    for name in ("platforms/libqxcb.so", "platforms/libqoffscreen.so", "imageformats/libqjpeg.so"):
        assert (plugins / name).is_file(), name
    typing = [path.name for path in (plugins / "platforminputcontexts").iterdir()]
    assert typing == ["libcomposeplatforminputcontextplugin.so"]
    assert (folder / "lib/libdbus-1.so.3").exists()
    assert sorted(path.name for path in (plugins / "platforms").iterdir()) == ["libqoffscreen.so", "libqxcb.so"]


def test_the_folder_stays_within_its_size(folder: Path) -> None:
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    assert 50 << 20 < size < 330 << 20, f"{size / 2**20:.0f} MiB: see docs/building.md"
