"""What each package could open and what it does open here stand in docs/dependencies.md; eyes compare it.

Lost without it: a new version of a package that begins to call somewhere, and a page that still says it does not.
Two looks: the names of dangerous doors in its code, and strace with an audit hook while it does our work.
"""

from __future__ import annotations

import ast
import importlib.metadata
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from release import bill
from tests.campaign.selecting import Tries

for neighbour in ("stories", "rules"):
    sys.path.insert(0, str(Path(__file__).resolve().parents[1] / neighbour))
import traces  # noqa: E402

ROOT = Path(__file__).resolve().parents[2]
LOCKED = bill.locked(bill.LOCK.read_text())
PAGE = (ROOT / "docs" / "dependencies.md").read_text("utf-8")
SECTIONS = dict(re.findall(r"^### ([\w-]+)\n(.*?)(?=^#|\Z)", PAGE, re.MULTILINE | re.DOTALL))
NOTHING: dict[str, set[str]] = {"heard": set(), "sockets": set(), "programs": set(), "written": set()}

IN_PYTHON = {
    *("socket", "_socket", "ssl", "urllib.request", "http", "ftplib", "smtplib", "xmlrpc", "asyncio", "socketserver"),
    *("subprocess", "multiprocessing", "webbrowser", "tempfile", "ctypes", "pickle"),
}
IN_C = {
    *("socket", "connect", "bind", "listen", "sendto", "getaddrinfo", "gethostbyname"),
    *("fork", "vfork", "execve", "execv", "execvp", "posix_spawn", "posix_spawnp", "popen", "system"),
    *("mkstemp", "mkstemp64", "tmpfile", "tmpfile64", "mkdtemp"),
}
# A thousand files of Qt are not used; what our imports need of it is.
OF_QT = re.compile(
    r"PySide6/(?:[_a-z]+\.py|lib.*|Qt(?:Core|DBus|Gui|Multimedia|Pdf|PrintSupport|Svg|Widgets)\.abi3\.so"
    r"|Qt/lib/(?:libicu|libQt6(?:Core|DBus|Gui|Multimedia|Network|Pdf|PrintSupport|Svg|Widgets|XcbQpa)\.).*)$"
)


def doors_in(files: list[Path]) -> set[str]:
    """Names of the doors that code asks for: modules in Python, functions of the C library in libraries."""
    found: set[str] = set()
    for path in files:
        if path.suffix == ".py":
            found |= {f"{name}" for name in imported(path) if name in IN_PYTHON}
    libraries = [path for path in files if re.search(r"\.so(\.|$)", path.name)]
    if libraries:
        told = subprocess.run(["objdump", "-T", *libraries], capture_output=True, text=True, check=False).stdout
        asked = {line.split()[-1].split("@")[0] for line in told.splitlines() if "*UND*" in line}
        found |= {f"{name}()" for name in asked & IN_C}
    return found


def imported(path: Path) -> set[str]:
    try:
        tree = ast.parse(path.read_bytes())
    except SyntaxError:
        # A few files are for other versions of Python.
        return set()
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names | {name.split(".")[0] for name in names}


def files_of(name: str) -> list[Path]:
    files = [Path(str(file.locate())) for file in importlib.metadata.files(name) or ()]
    return [path for path in files if path.exists() and (not name.startswith("pyside6") or OF_QT.search(str(path)))]


def listed(name: str, line: str) -> set[str]:
    """What stands between backquotes in the paragraph of a package that begins with `line`."""
    found = re.search(rf"^- {line}:(.*?)(?=^- |\Z)", SECTIONS[name], re.MULTILINE | re.DOTALL)
    assert found, f"{name} has no line {line}"
    return set(re.findall(r"`([^`]+)`", found[1]))


def test_the_page_has_each_package_and_no_other() -> None:
    assert set(SECTIONS) == set(LOCKED)
    for name, section in SECTIONS.items():
        assert bill.inside()["package"][name]["licence"] in section, name
        for line in ("For", "Doors in its code", "Seen at our work", "Held in by"):
            assert f"\n- {line}: " in "\n" + section, f"{name}: {line}"


@pytest.mark.row("S-02")
def test_the_doors_in_each_package_are_those_on_the_page() -> None:
    if shutil.which("objdump") is None:
        pytest.skip("this look needs objdump (binutils)")
    found = {name: doors_in(files_of(name)) for name in LOCKED}
    assert found == {name: listed(name, "Doors in its code") for name in LOCKED}


@pytest.mark.row("S-02", control=True)
def test_a_door_in_a_planted_package_is_found(tmp_path: Path) -> None:
    (tmp_path / "quiet.py").write_text("import json\n")
    assert doors_in([tmp_path / "quiet.py"]) == set()
    (tmp_path / "loud.py").write_text("def later():\n    from urllib import request\n    import socket as s\n")
    assert doors_in([tmp_path / "loud.py"]) == {"urllib.request", "socket"}
    # A library of ours that is known to speak to a screen over a socket.
    (library,) = (path for path in files_of("pillow") if path.name.startswith("libxcb"))
    assert {"socket()", "connect()"} <= doors_in([library])


def at_work(names: list[str], folder: Path) -> dict[str, set[str]]:
    """What the packages open while they do our work, in an empty folder with canaries for every place of a home."""
    folder.mkdir()
    work, report = folder / "work", folder / "strace.txt"
    places = {name: folder / name.lower() for name in ("HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME")}
    for place in (work, *places.values()):
        place.mkdir()
    environment = {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen"}
    environment |= {"PYTHONDONTWRITEBYTECODE": "1", **{name: str(place) for name, place in places.items()}}
    environment["XDG_RUNTIME_DIR"] = str(places["TMPDIR"])
    places["TMPDIR"].chmod(0o700)
    command = [*traces.command(report), sys.executable, str(ROOT / "tests/rules/use_packages.py"), *names]
    done = subprocess.run(
        command, cwd=work, env=environment, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr[-3000:]
    assert [line.split()[1] for line in done.stdout.splitlines() if line.startswith("used")] == names
    calls = traces.read_calls(report.read_text())
    written = traces.outside(traces.written_places(calls), [work / "x"])
    heard = {line for line in done.stdout.splitlines() if line.startswith("heard") and str(work) not in line}
    return {
        "heard": heard,
        "sockets": traces.socket_families(calls),
        "programs": set(traces.started_programs(calls)[1:]),
        "written": {place for place in written if not place.startswith(f"{work}/")},
    }


@pytest.mark.row("S-02")
def test_at_our_work_no_package_opens_anything(tmp_path: Path, tries: Tries) -> None:
    """All in one process each day; each by itself, from an empty start, in the campaign."""
    traces.needs_strace()
    rounds = [[name] for name in sorted(LOCKED)] if tries.of(len(LOCKED), daily=1) > 1 else [sorted(LOCKED)]
    for number, names in enumerate(rounds):
        assert at_work(names, tmp_path / str(number)) == NOTHING, names
    for name in LOCKED:
        assert listed(name, "Seen at our work") == set(), f"{name}: nothing was seen, and the page says otherwise"


@pytest.mark.row("S-02", control=True)
@pytest.mark.parametrize(
    ("planted", "kind", "what"),
    [
        ("planted-socket", "sockets", "AF_INET"),
        ("planted-socket", "heard", "socket.__new__"),
        ("planted-program", "programs", "/bin/true"),
        ("planted-program", "heard", "subprocess.Popen"),
        ("planted-file", "written", "/home/planted"),
        ("planted-file", "heard", "open"),
        # Not in Python: the compiler itself looks for a network when a template asks for a package of others.
        ("planted-import", "sockets", "AF_INET"),
    ],
)
def test_each_kind_of_opening_is_seen_when_a_package_does_it(
    planted: str, kind: str, what: str, tmp_path: Path
) -> None:
    traces.needs_strace()
    seen = at_work([planted], tmp_path / "planted")[kind]
    assert any(what in one for one in seen), seen


def test_no_template_of_ours_asks_for_a_package_of_others() -> None:
    """What holds the compiler in: it asks for a network only where a template names a package."""
    templates = list((ROOT / "resources").rglob("*.typ"))
    assert len(templates) > 3
    for path in templates:
        assert "@" not in re.sub(r"//.*", "", path.read_text("utf-8")), path
