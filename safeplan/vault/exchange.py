"""One store takes the place of another; what was there stays until the other one has opened, whatever happens.

May touch: the files of both stores, whole and closed, by changing names. Must never read into them, and never destroy
a store before it is sure on the disk which of the two it is from now on.

What comes lies complete in `files.coming`, what goes waits in `files.going`. As long as its data waits there under
its own name nothing is decided: after a kill or a failure it comes back. And while any data changes its name no key
file stands in `files`, so that nothing that is half one store and half the other is ever opened.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable
from pathlib import Path

from safeplan import errors
from safeplan.paths import VaultFiles, make_private_folder
from safeplan.vault import header
from safeplan.vault.destroy import destroy_vault
from safeplan.vault.opened import OpenVault


def exchange(files: VaultFiles, open_it: Callable[[], OpenVault]) -> OpenVault:
    """What lies complete in `files.coming` takes the place of the store in `files`, which nobody has open.

    The store of before is destroyed once `open_it` has opened the other one at its place; until then, whatever goes
    wrong, it is back, and after a kill settle() brings it. Raises what `open_it` raises, and failures of the disk.
    """
    coming, going = files.coming, files.going
    try:
        try:
            make_private_folder(going.folder)
            header.sync_folder(files.folder)
            _move(_key_file_first(files, going))
            _move(_key_file_last(coming, files))
        except OSError as error:
            raise header.named_os_error(error) from None
        vault = open_it()
        try:
            _decide(going)
        except OSError as error:
            vault.close()
            raise header.named_os_error(error) from None
    except BaseException:
        settle_later(files)
        raise
    _drop(coming)
    _drop(going)
    return vault


def settle(files: VaultFiles) -> bool:
    """After an exchange that was killed: the store that was there is back, or the new one stays, never neither.

    Call it before a store is opened or made in `files`. Whether there was anything to do. Raises DiskFailing,
    NoPermission, ReadOnlyPlace when hers cannot go back now: what is at its place is another one, or none.
    """
    if not header.is_there(files.coming.folder) and not header.is_there(files.going.folder):
        return False
    try:
        _put_back(files)
    except OSError as error:
        with contextlib.suppress(OSError):
            if not _undecided(files):
                return True
        raise header.named_os_error(error) from None
    return True


def settle_later(files: VaultFiles) -> None:
    """The same on the way of another failure, which is the one to tell: what cannot be done now, settle() does."""
    with contextlib.suppress(errors.SafePlanError):
        settle(files)


def _decide(going: VaultFiles) -> None:
    """From here on it is the new one: what waits is no store any more, only something to be destroyed."""
    if not going.data.exists():
        # A key file without data, or nothing: nobody can want it back.
        return
    going.data.replace(going.upgrade_copy)
    try:
        header.sync_folder(going.folder)
    except OSError:
        going.upgrade_copy.replace(going.data)
        raise


def _undecided(files: VaultFiles) -> bool:
    """Raises OSError: Path.exists says "no" for nothing but a missing file, and any other answer decides nothing."""
    return files.going.data.exists() or (files.going.header.exists() and not files.header.exists())


def _put_back(files: VaultFiles) -> None:
    """Where nothing was decided, the store that was there is at its place again and what was coming is destroyed.

    Raises OSError, and leaves the rest for the next time; stopped anywhere, it can be begun again.
    """
    coming, going = files.coming, files.going
    if _undecided(files):
        if not coming.data.exists() and (coming.header.exists() or going.data.exists()):
            # Then it is what came that stands in `files`, if anything. It leaves as it would have to if it were hers.
            make_private_folder(coming.folder)
            _move(_key_file_first(files, coming))
        _move(_key_file_last(going, files))
    if files.header.exists() or files.data.exists():
        _drop(coming)
        _drop(going)


def _key_file_first(source: VaultFiles, target: VaultFiles) -> list[tuple[Path, Path]]:
    """The journal of a killed writing belongs to its own data alone, and never stays without it."""
    journals = tuple(one.data.with_name(one.data.name + "-journal") for one in (source, target))
    return [(source.header, target.header), (journals[0], journals[1]), (source.data, target.data)]


def _key_file_last(source: VaultFiles, target: VaultFiles) -> list[tuple[Path, Path]]:
    return _key_file_first(source, target)[::-1]


def _move(names: Iterable[tuple[Path, Path]]) -> None:
    for here, there in names:
        if here.exists():
            here.replace(there)
            # A stick without a journal brings names to the disk in any order: one must be sure before the next.
            header.sync_folder(there.parent)
            header.sync_folder(here.parent)


def _drop(files: VaultFiles) -> None:
    if header.is_there(files.folder):
        destroy_vault(files)
        with contextlib.suppress(OSError):
            files.folder.rmdir()
