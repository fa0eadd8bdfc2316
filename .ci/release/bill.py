"""The bill of materials of a build (CycloneDX 1.5), and the licences of all that is in it, as two files beside it.

May touch: the folder that was built, reading; two files beside it. Must never list what it guessed: each file in the
folder has an owner, known by where it came from, or the build stops. Nothing of the building computer is named but
the versions of its libraries.
"""

from __future__ import annotations

import functools
import hashlib
import importlib.metadata
import json
import re
import shutil
import subprocess  # noqa: TID251  (a tool of the building computer, never in the program)
import sys
import sysconfig
import tomllib
import uuid
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from safeplan import __version__

ROOT = Path(__file__).resolve().parents[2]
LOCK = ROOT / ".ci" / "requirements.txt"
INSIDE = Path(__file__).with_name("inside.toml")
COPYRIGHT = Path("/usr/share/doc")
OURS, PYTHON, LOADER = "safeplan", "python", "pyinstaller"


class Pinned(NamedTuple):
    """One package of the lock file; `hashes` has one SHA-256 for each file that may be installed for it."""

    version: str
    hashes: tuple[str, ...]


def locked(lock: str) -> dict[str, Pinned]:
    """The packages of a lock file's text."""
    found = {}
    for block in re.split(r"\n(?=\S)", lock):
        if head := re.match(r"([a-z0-9._-]+)==([^\s;\\]+)", block):
            found[head[1]] = Pinned(head[2], tuple(re.findall(r"--hash=sha256:([0-9a-f]{64})", block)))
    return found


@functools.cache
def inside() -> dict[str, Any]:
    """inside.toml: what each package is for, its licence, and what its wheel brings along."""
    return tomllib.loads(INSIDE.read_text("utf-8"))


@functools.cache
def _installed_files() -> dict[Path, str]:
    """Every file of a locked package and of the loader, and whose it is."""
    whose = {name: name for name in locked(LOCK.read_text("utf-8"))}
    whose |= {LOADER: LOADER, "pyinstaller-hooks-contrib": LOADER}
    return {
        Path(str(file.locate())).resolve(): owner
        for name, owner in whose.items()
        for file in importlib.metadata.files(name) or ()
    }


def owner(source: Path) -> str:
    """Whose a file of the build is: a name of the lock file, "python", "safeplan", or "deb:name=version"."""
    real = source.resolve()
    if real in _installed_files():
        return _installed_files()[real]
    if real.is_relative_to(ROOT) and not real.is_relative_to(Path(sys.prefix)):
        return OURS
    homes = [Path(sysconfig.get_path("stdlib")).resolve()]
    if sys.base_prefix not in ("/usr", "/usr/local"):
        homes.append(Path(sys.base_prefix).resolve())
    if any(real.is_relative_to(home) for home in homes) or real.name.startswith("libpython"):
        return PYTHON
    return _debian(source)


def _debian(source: Path) -> str:
    """The Debian package that a library of the building computer belongs to, with its version."""
    for path in (source, source.resolve()):
        # The two names of one folder: packages are registered under either.
        for name in (str(path), str(path).removeprefix("/usr")):
            said = _ask("dpkg-query", "-S", name)
            if said:
                package = said.split(":")[0]
                return f"deb:{package}={_ask('dpkg-query', '-W', '-f', '${Version}', said.split(': ')[0])}"
    raise SystemExit(f"nobody can say where {source.name} comes from, so it cannot be listed")


def _ask(*command: str) -> str:
    if shutil.which(command[0]) is None:
        return ""
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.partition("\n")[0]


def _component(name: str, version: str, licence: str, **more: Any) -> dict[str, Any]:
    return {"type": "library", "name": name, "version": version, "licenses": [{"expression": licence}], **more}


def _parts(name: str) -> list[dict[str, Any]]:
    """What a wheel brings along: our own list, and for a wheel with many the list that stands in it."""
    written = [
        _component(part["name"], part["version"], part["licence"])
        for part in inside()["package"][name].get("parts", ())
    ]
    for file in importlib.metadata.files(name) or ():
        if file.parts[-2:-1] == ("sboms",) and file.name.endswith(".cyclonedx.json"):
            told = json.loads(file.read_text())
            written += [
                _component(
                    one["name"], one["version"], one["licenses"][0]["expression"], purl=one["purl"].split("?")[0]
                )
                for one in told["components"]
                if one.get("scope") == "required"
            ]
    return sorted(written, key=lambda part: (part["name"].casefold(), part["version"]))


def packages() -> list[dict[str, Any]]:
    """One component for each package of the lock file, without the files of a build."""
    found = []
    for name, pinned in sorted(locked(LOCK.read_text("utf-8")).items()):
        about = inside()["package"][name]
        found.append(
            _component(
                name,
                pinned.version,
                about["licence"],
                **{"bom-ref": name, "purl": f"pkg:pypi/{name}@{pinned.version}", "description": about["purpose"]},
                # One for each system's wheel; the installer takes no file that has none of them.
                hashes=[{"alg": "SHA-256", "content": one} for one in pinned.hashes],
                components=_parts(name),
            )
        )
    return found


def bill(folder: Path, origins: Mapping[str, str], modules: Iterable[str]) -> dict[str, Any]:
    """The bill of what lies in `folder`; `origins` and `modules`: where each file and each piece of code is from."""
    found = {one["bom-ref"]: one for one in packages()}
    version = sys.version.split()[0]
    plain = {
        OURS: _component("safeplan", __version__, "GPL-3.0-or-later", description="our own code, words and pictures"),
        PYTHON: _component("Python", version, inside()[PYTHON]["licence"], description=inside()[PYTHON]["purpose"]),
        LOADER: _component(
            "PyInstaller's loader",
            importlib.metadata.version(LOADER),
            inside()[LOADER]["licence"],
            description=inside()[LOADER]["purpose"],
        ),
    }
    found |= {name: {**one, "bom-ref": name} for name, one in plain.items()}
    for path, name, content in _files(folder):
        whose = _owner_in_folder(name, folder.name, origins)
        if whose.startswith("deb:") and whose not in found:
            package, _, number = whose.removeprefix("deb:").partition("=")
            found[whose] = _component(package, number, inside()["system"][package], **{"bom-ref": whose})
            found[whose]["purl"] = f"pkg:deb/debian/{package}@{number}"
        file = {"type": "file", "name": name, "hashes": [{"alg": "SHA-256", "content": content}]}
        found[whose].setdefault("components", []).append(file)
        assert path.is_file()
    packed = [owner(Path(module)) for module in modules]
    for name, one in found.items():
        one["properties"] = [{"name": "modules in the program file", "value": str(packed.count(name))}]
    root = {"type": "application", "bom-ref": "build", "name": "SafePlan, one-folder build", "version": __version__}
    listed = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        # No moment and no computer: the same build gives the same bill.
        "metadata": {"component": root},
        "components": [found[name] for name in sorted(found)],
        "dependencies": [{"ref": "build", "dependsOn": sorted(found)}],
    }
    content = json.dumps(listed, sort_keys=True)
    return {**listed, "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, content)}"}


def _files(folder: Path) -> Iterator[tuple[Path, str, str]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            yield path, path.relative_to(folder).as_posix(), hashlib.sha256(path.read_bytes()).hexdigest()


def _owner_in_folder(name: str, program: str, origins: Mapping[str, str]) -> str:
    if name == program:
        return LOADER
    if name == "lib/base_library.zip":
        return PYTHON
    return owner(Path(origins[name.removeprefix("lib/")]))


def licence_texts(name: str) -> list[tuple[str, str]]:
    """The texts that come with a package of the lock file: (file name, text)."""
    files = importlib.metadata.files(name) or ()
    found = [
        (file.name, file.read_text(encoding="utf-8"))
        for file in files
        if re.search("licen[cs]e|copying", file.name, re.IGNORECASE) and file.suffix not in (".py", ".pyc")
    ]
    where = inside()["package"][name].get("texts")
    if where == "LICENSE":
        found.append(("LICENSE", (ROOT / "LICENSE").read_text("utf-8")))
    elif where:
        (module,) = (file for file in files if file.name == where)
        found.append((where, "\n".join(_head(module.read_text().splitlines()))))
    return found


def _head(lines: Iterable[str]) -> Iterator[str]:
    """The comment at the top of a module."""
    for line in lines:
        if not line.startswith("#"):
            return
        yield line.lstrip("# ")


def licences(listed: Mapping[str, Any]) -> str:
    """What stands in a bill, each with its licence, and after that the texts."""
    lines = ["What is in this program, each with its licence (short names of SPDX).", ""]
    texts: dict[str, list[str]] = {}
    for one in listed["components"]:
        lines.append(f"{one['name']} {one['version']}: {one['licenses'][0]['expression']}")
        parts = [part for part in one.get("components", ()) if part["type"] != "file"]
        lines += [f"    {part['name']} {part['version']}: {part['licenses'][0]['expression']}" for part in parts]
        for title, text in _texts_of(one["bom-ref"]):
            texts.setdefault(text.strip(), []).append(f"{one['name']}: {title}")
    for text, titles in texts.items():
        lines += ["", "=" * 100, *titles, "=" * 100, text]
    return "\n".join(lines) + "\n"


def _texts_of(ref: str) -> list[tuple[str, str]]:
    if ref in inside()["package"]:
        return licence_texts(ref)
    if ref == OURS:
        return [("LICENSE", (ROOT / "LICENSE").read_text("utf-8"))]
    if ref == PYTHON:
        return [("LICENSE.txt", (Path(sysconfig.get_path("stdlib")) / "LICENSE.txt").read_text("utf-8"))]
    if ref == LOADER:
        return [(f.name, f.read_text()) for f in importlib.metadata.files(LOADER) or () if "COPYING" in f.name]
    package = ref.removeprefix("deb:").partition("=")[0]
    return [("copyright", (COPYRIGHT / package / "copyright").read_text("utf-8"))]


def write_bill(folder: Path, origins: Mapping[str, str], modules: Iterable[str]) -> None:
    """FOLDER.cdx.json and FOLDER.licences.txt, beside the folder and never in it: they name what is inside."""
    listed = bill(folder, origins, modules)
    folder.with_name(f"{folder.name}.cdx.json").write_text(
        json.dumps(listed, indent=1, sort_keys=True) + "\n", "utf-8"
    )
    folder.with_name(f"{folder.name}.licences.txt").write_text(licences(listed), "utf-8")
