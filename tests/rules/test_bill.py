"""What a release says it is made of agrees with what is installed: packages, versions, hashes, licences, parts.

Lost without it: a list that was right once. The list of a real build is compared with the build in tests/build.
"""

from __future__ import annotations

import importlib.metadata
import json
import re
import tomllib
from pathlib import Path

import pytest

from release import bill
from release.licences import compatible

ROOT = Path(__file__).resolve().parents[2]
LOCKED = bill.locked(bill.LOCK.read_text())
PARTS = [(name, part) for name, about in bill.inside()["package"].items() for part in about.get("parts", ())]


def test_each_package_of_the_lock_is_described_and_no_other() -> None:
    assert set(bill.inside()["package"]) == set(LOCKED)
    direct = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["dependencies"]
    assert {one.split("==")[0].lower(): one.split("==")[1] for one in direct}.items() <= {
        name: pinned.version for name, pinned in LOCKED.items()
    }.items()
    assert all(len(about["purpose"]) > 10 for about in bill.inside()["package"].values())


def test_the_list_says_what_is_locked_and_what_is_installed() -> None:
    listed = {one["name"]: one for one in bill.packages()}
    for name, pinned in LOCKED.items():
        assert listed[name]["version"] == pinned.version == importlib.metadata.version(name)
        assert tuple(one["content"] for one in listed[name]["hashes"]) == pinned.hashes
        assert listed[name]["purl"] == f"pkg:pypi/{name}@{pinned.version}"


def test_the_lock_is_read_whole() -> None:
    """As many packages and hashes as a plain count of the lines finds."""
    text = bill.LOCK.read_text()
    assert len(LOCKED) == len(re.findall("^[a-z]", text, re.MULTILINE))
    assert sum(len(pinned.hashes) for pinned in LOCKED.values()) == text.count("--hash=sha256:")


def test_every_licence_lets_us_pass_it_on_and_every_package_has_its_text() -> None:
    for one in bill.packages():
        for listed in (one, *one["components"]):
            (licence,) = listed["licenses"]
            assert compatible(licence["expression"]), (listed["name"], licence)
        texts = bill.licence_texts(one["name"])
        assert texts, one["name"]
        assert max(len(text) for _, text in texts) > 400, one["name"]
    for name, licence in bill.inside()["system"].items():
        assert compatible(licence), name


@pytest.mark.parametrize(
    "bad", ["CDDL-1.0", "MIT AND CC-BY-NC-4.0", "SSPL-1.0 OR BUSL-1.1", "MIT MIT", "", "(MIT", "MIT WITH anything"]
)
def test_a_licence_that_does_not_fit_is_refused(bad: str) -> None:
    assert not compatible(bad)
    assert compatible("MIT OR Apache-2.0")
    assert compatible("(MIT OR Proprietary) AND Unicode-3.0")


@pytest.mark.parametrize("name", sorted(LOCKED))
def test_our_word_about_a_licence_is_the_wheels_own(name: str) -> None:
    told = importlib.metadata.metadata(name)
    ours = bill.inside()["package"][name]["licence"]
    said = told.get("License-Expression") or told.get("License") or ""
    # Three wheels say it in a sentence, or only in the text that lies in them.
    in_words = {"pycryptodomex": "BSD, Public Domain", "qrcodegen": "MIT License", "sqlcipher3": ""}
    assert said == in_words.get(name, ours), name


def test_versions_of_what_the_wheels_bring_are_those_that_the_libraries_tell() -> None:
    import av
    import pikepdf
    import pillow_heif
    import sqlcipher3.dbapi2 as cipher
    from lxml import etree
    from PIL import features
    from PySide6.QtCore import qVersion

    connection = cipher.connect(":memory:")
    connection.execute("PRAGMA key = 'lamp'")
    heif = pillow_heif.libheif_info()
    (x265,) = re.findall(r"\(([\d.]+)", heif["encoders"]["x265"])
    asked = {
        ("av", "FFmpeg"): av.ffmpeg_version_info,
        ("lxml", "libxml2"): ".".join(map(str, etree.LIBXML_VERSION)),
        ("lxml", "libxslt"): ".".join(map(str, etree.LIBXSLT_VERSION)),
        ("pikepdf", "QPDF"): pikepdf.__libqpdf_version__,
        ("pillow", "libjpeg-turbo"): features.version("libjpeg_turbo"),
        ("pillow", "libtiff"): features.version("libtiff"),
        ("pillow", "OpenJPEG"): features.version("jpg_2000"),
        ("pillow", "libwebp"): features.version("webp"),
        ("pillow", "zlib-ng"): features.version("zlib_ng"),
        ("pillow-heif", "libheif"): heif["libheif"],
        ("pillow-heif", "libde265"): heif["decoders"]["libde265"].split()[-1],
        ("pillow-heif", "x265"): x265,
        ("pyside6-essentials", "Qt"): qVersion(),
        ("sqlcipher3", "SQLCipher"): connection.execute("PRAGMA cipher_version").fetchone()[0].split()[0],
        ("sqlcipher3", "SQLite"): cipher.sqlite_version,
        ("sqlcipher3", "OpenSSL"): connection.execute("PRAGMA cipher_provider_version").fetchone()[0].split()[1],
    }
    connection.close()
    listed = {(name, part["name"]): part["version"] for name, part in PARTS}
    assert {key: listed.get(key) for key in asked} == asked


def test_a_wheels_own_list_is_taken_over() -> None:
    """Typst's wheel says itself which of the 300 pieces it is made of."""
    (typst,) = (one for one in bill.packages() if one["name"] == "typst")
    pieces = {part["name"] for part in typst["components"]}
    assert len(pieces) > 200
    # What could speak to a network is among them and is not left out of the list.
    assert {"ureq", "native-tls", "openssl"} <= pieces


def test_the_list_names_no_computer() -> None:
    text = json.dumps(bill.packages())
    for place in (str(ROOT), str(Path.home()), "file:", "path+"):
        assert place not in text
