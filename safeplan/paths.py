"""Where the store lies, and the complete list of files the program may make there.

May touch: the environment and file names. Must never create a file itself, and no other module may invent one:
"nothing outside this list" is a promise, and a test holds it.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

import platformdirs

# The name that the operating system, the process list and the data folder show. Security never rests on it.
NEUTRAL_NAME = "Tally"

# Beside the program: a file of this name makes the stick carry its own data folder.
PORTABLE_MARK = "portable"

_HEX = frozenset("0123456789abcdef")


@dataclass(frozen=True)
class VaultFiles:
    """Every file the program may create in its data folder, besides SQLite's journal of each data file.

    A desk has the same names once more in the folder of each client.
    """

    folder: Path

    @property
    def header(self) -> Path:
        """Two copies of the key slots, 8,192 bytes."""
        return self.folder / "s0.bin"

    @property
    def coming_header(self) -> Path:
        """The key slots of a store that is being made, until they are whole on the disk."""
        return self.folder / "s0.new"

    @property
    def data(self) -> Path:
        """The encrypted database."""
        return self.folder / "d0.bin"

    @property
    def ballast(self) -> Path:
        """16 MiB of random bytes, given back when the disk is full."""
        return self.folder / "r0.bin"

    @property
    def preferences(self) -> Path:
        """What the everyday program remembers: language, which program, its lists. Nothing of hers."""
        return self.folder / "settings.json"

    @property
    def upgrade_copy(self) -> Path:
        """The encrypted copy made before a migration; gone when it succeeded."""
        return self.folder / "d0.old"

    @property
    def box(self) -> Path:
        """At a counsellor's desk: sealed numbers that sessions left for the desk's own store."""
        return self.folder / "u0.bin"

    @property
    def coming(self) -> VaultFiles:
        """The passing folder in which a backup is laid out before it takes the place of what is here."""
        return VaultFiles(self.folder / "n0")

    @property
    def going(self) -> VaultFiles:
        """The passing folder in which what was here waits until the backup has opened at its place."""
        return VaultFiles(self.folder / "o0")

    @property
    def session(self) -> VaultFiles:
        """In a kiosk: the passing folder of the session that is open. It has no key file."""
        return VaultFiles(self.folder / "p0")

    def client(self, number: int) -> VaultFiles:
        """At a counsellor's desk: the folder of one client's own store, with the same names in it."""
        return VaultFiles(self.folder / f"c{number:08x}")

    def all(self) -> tuple[Path, ...]:
        """The whole list, the header first: destroying starts with it. The two passing folders hold the same names;
        they are gone as soon as bringing back a backup, or what settles one that was killed, has ended."""
        journals = tuple(p.with_name(p.name + "-journal") for p in (self.data, self.upgrade_copy))
        return (
            self.header,
            self.coming_header,
            self.data,
            *journals,
            self.upgrade_copy,
            self.ballast,
            self.box,
            self.preferences,
        )


def data_folder() -> Path:
    """The data folder: beside the program in portable mode, otherwise the user's own neutral place."""
    beside = Path(sys.argv[0]).resolve().parent
    if getattr(sys, "frozen", False) and (beside / PORTABLE_MARK).exists():
        return beside / "data"
    # appauthor=False: no vendor folder, which would be one more name to explain.
    return Path(platformdirs.user_data_path(NEUTRAL_NAME, appauthor=False, roaming=False))


def client_number(folder_name: str) -> int | None:
    """Which client's folder a name is that of; None for every other name."""
    digits = folder_name[1:]
    return int(digits, 16) if folder_name[:1] == "c" and len(digits) == 8 and _HEX.issuperset(digits) else None


def vault_files(folder: Path | None = None) -> VaultFiles:
    """The list of files below `folder`, or below the data folder of this user."""
    return VaultFiles(folder if folder is not None else data_folder())


def make_private_folder(folder: Path) -> None:
    """Create `folder` readable by this user alone; an existing one is left as it is."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if os.name == "posix" and folder.stat().st_mode & 0o077:
        folder.chmod(0o700)
