"""The two lists beside the built folder agree with it, file for file and library for library.

Lost without it: a bill of materials that nobody compared with the goods.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from release import bill
from release.licences import compatible
from release.same import differences


@pytest.fixture(scope="module")
def listed(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(bill_of(folder).read_text())
    return found


def bill_of(folder: Path) -> Path:
    return folder.with_name(f"{folder.name}.cdx.json")


def test_every_file_is_listed_with_its_hash(folder: Path) -> None:
    assert differences(folder, bill_of(folder)) == []
    for path in folder.rglob("*"):
        if path.is_symlink():
            assert path.resolve().is_relative_to(folder), "a link leads out of the folder"


def test_a_changed_an_added_and_a_missing_file_are_found(folder: Path, tmp_path: Path) -> None:
    copy = tmp_path / folder.name
    shutil.copytree(folder, copy, symlinks=True)
    changed, missing = copy / "lib" / "content.bin", copy / "lib" / "libz.so.1"
    content = bytearray(changed.read_bytes())
    content[99] ^= 1
    changed.write_bytes(content)
    missing.unlink()
    (copy / "lib" / "added.so").write_bytes(b"")
    assert differences(copy, bill_of(folder)) == ["lib/added.so", "lib/content.bin", "lib/libz.so.1"]
    (copy / "lib" / "libX11.so").symlink_to("/elsewhere")
    assert differences(copy, folder) == ["lib/added.so", "lib/content.bin", "lib/libX11.so", "lib/libz.so.1"]


def test_every_library_that_a_wheel_brought_stands_among_its_parts(listed: dict[str, Any]) -> None:
    for one in listed["components"]:
        about = bill.inside()["package"].get(one["bom-ref"])
        for file in one.get("components", ()):
            name = Path(file["name"]).name
            if about is None or not name.startswith("lib") or name.startswith(("libpyside6", "libshiboken6")):
                continue
            known = [start for part in about.get("parts", ()) for start in part.get("files", ())]
            if ".libs/" in file["name"] or "/Qt/lib/" in file["name"]:
                assert [start for start in known if name.startswith((f"{start}-", f"{start}."))], file["name"]


def test_each_package_of_the_lock_is_listed_and_says_how_much_of_it_is_inside(listed: dict[str, Any]) -> None:
    by_ref = {one["bom-ref"]: one for one in listed["components"]}
    locked = bill.locked(bill.LOCK.read_text())
    foreign = {ref for ref in by_ref if not ref.startswith("deb:")} - set(locked)
    assert foreign == {bill.OURS, bill.PYTHON, bill.LOADER}
    assert set(listed["dependencies"][0]["dependsOn"]) == set(by_ref)
    for name, pinned in locked.items():
        assert by_ref[name]["version"] == pinned.version
    # Everything we ship for is inside, as a library or as code in the program file.
    absent = {
        name
        for name in locked
        if by_ref[name]["properties"][0]["value"] == "0"
        and not any(part["type"] == "file" for part in by_ref[name].get("components", ()))
    }
    assert absent <= {"packaging", "pycparser"}, absent


def test_each_licence_fits_and_has_its_text(folder: Path, listed: dict[str, Any]) -> None:
    text = folder.with_name(f"{folder.name}.licences.txt").read_text()
    assert text == bill.licences(listed)
    for one in listed["components"]:
        assert compatible(one["licenses"][0]["expression"]), one["name"]
        assert f"\n{one['name']} {one['version']}: " in text
        assert f"\n{one['name']}: " in text, f"no text for {one['name']}"


def test_the_lists_lie_beside_the_folder_and_name_no_computer(folder: Path) -> None:
    for ending in ("cdx.json", "licences.txt"):
        assert not list(folder.rglob(f"*.{ending}"))
        written = folder.with_name(f"{folder.name}.{ending}").read_text()
        for place in (str(bill.ROOT), str(Path.home() / ".pyenv"), "file:///"):
            assert place not in written
