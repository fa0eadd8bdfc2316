"""The one door to SQLCipher: opens a keyed connection, runs statements, translates its errors.

May touch: the database file it is given. Must never see a passphrase, never leave a key in a Python string,
never let a driver error reach a page: each becomes one named failure of safeplan.errors.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

import sqlcipher3.dbapi2 as driver  # noqa: TID251

from safeplan import errors

Row = tuple[Any, ...]
T = TypeVar("T")

# Read and write figures behind each line: docs/decisions.md. Order matters: the cipher settings come after the
# key and before the first read, the rest after it.
PAGE_SIZE = 16384
_PAGES_AT_ONCE = 256
# What one page takes of a long value; how many free pages are taken between two looks at Cancel.
_IN_A_PAGE = PAGE_SIZE - 84
_RENEWED_AT_ONCE = 2048
# At least what of such a long value stays in its row's own page.
_ROW = 2048
# Pages looked at between two looks at Cancel; with what hangs on them half a second of a slow stick.
_STEP = 8
CIPHER_SETTINGS = (
    f"PRAGMA cipher_page_size = {PAGE_SIZE}",
    "PRAGMA cipher_hmac_algorithm = HMAC_SHA512",
    "PRAGMA cipher_memory_security = OFF",
)
DATABASE_SETTINGS = (
    "PRAGMA journal_mode = DELETE",
    "PRAGMA synchronous = EXTRA",
    "PRAGMA fullfsync = ON",
    "PRAGMA locking_mode = EXCLUSIVE",
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA mmap_size = 0",
    "PRAGMA cache_size = -8000",
)

_BY_NAME: dict[str, type[errors.SafePlanError]] = {
    "SQLITE_FULL": errors.DiskFull,
    "SQLITE_READONLY": errors.ReadOnlyPlace,
    "SQLITE_PERM": errors.NoPermission,
    "SQLITE_CANTOPEN": errors.NoPermission,
    "SQLITE_AUTH": errors.NoPermission,
    "SQLITE_BUSY": errors.VaultInUse,
    "SQLITE_LOCKED": errors.VaultInUse,
    "SQLITE_IOERR": errors.DiskFailing,
    "SQLITE_NOMEM": errors.MemoryShort,
    "SQLITE_NOTADB": errors.VaultDamaged,
    "SQLITE_CORRUPT": errors.VaultDamaged,
    "SQLITE_INTERRUPT": errors.Cancelled,
}

# A copy that fails is told by SQLite's sentence alone; each is a constant and names nothing of hers.
_BY_SENTENCE = {
    "database or disk is full": "SQLITE_FULL",
    "attempt to write a readonly database": "SQLITE_READONLY",
    "access permission denied": "SQLITE_PERM",
    "authorization denied": "SQLITE_AUTH",
    "unable to open database file": "SQLITE_CANTOPEN",
    "database is locked": "SQLITE_BUSY",
    "database table is locked": "SQLITE_LOCKED",
    "disk I/O error": "SQLITE_IOERR",
    "out of memory": "SQLITE_NOMEM",
    "file is not a database": "SQLITE_NOTADB",
    "database disk image is malformed": "SQLITE_CORRUPT",
    "interrupted": "SQLITE_INTERRUPT",
}


def _named(error: Exception, path: Path | None = None) -> errors.SafePlanError:
    """The named failure for a driver error; only the result code's name is kept, never a message."""
    name = getattr(error, "sqlite_errorname", None) or _BY_SENTENCE.get(str(error), "")
    if path is not None and (name == "SQLITE_CANTOPEN" or name.startswith("SQLITE_CANTOPEN_")):
        return _cannot_open(path, name)
    if isinstance(error, driver.InterfaceError):
        # Values are numbers, texts and bytes; the driver has no other word for one it finds no memory for.
        return errors.MemoryShort(code="value")
    for prefix, kind in _BY_NAME.items():
        if name == prefix or name.startswith(prefix + "_"):
            return kind(code=name)
    return errors.Bug(code=name or type(error).__name__)


def _cannot_open(path: Path, name: str) -> errors.SafePlanError:
    """SQLite says "cannot open" for four different troubles, of the file or of the journal beside it."""
    if not path.exists():
        return errors.DiskFailing(code=name)
    for place, wanted in ((path, os.R_OK | os.W_OK), (path.parent, os.W_OK)):
        if not os.access(place, wanted):
            return errors.ReadOnlyPlace(code=name) if os.access(path, os.R_OK) else errors.NoPermission(code=name)
    try:
        # Some file systems count no inodes at all and report zero of zero.
        if hasattr(os, "statvfs") and (counts := os.statvfs(path)).f_files and not counts.f_favail:
            return errors.DiskFull(code=name)
    except OSError:
        return errors.DiskFailing(code=name)
    return errors.NoPermission(code=name)


def _identity(path: Path | None) -> tuple[int, int] | None:
    """Which file a name stands for; None when there is none."""
    try:
        found = None if path is None else path.stat()
    except OSError:
        return None
    return None if found is None else (found.st_dev, found.st_ino)


class Database:
    """One keyed connection, used by one thread. Values travel as parameters, never inside SQL text."""

    def __init__(self, connection: Any, path: Path | None = None) -> None:
        self._connection = connection
        self._path = path
        self._identity = _identity(path)
        self._depth = 0
        # Of an open transaction that can be made again: how, and how much was changed when it had been made.
        self._beginning: Callable[[], object] | None = None
        self._changes = 0

    @property
    def path(self) -> Path | None:
        """Where the file lies; None for one without a name."""
        return self._path

    def execute(self, sql: str, parameters: Sequence[object] = ()) -> int:
        """Run one statement; the number of rows it changed."""
        self._must_still_be_there()
        return self._guard(lambda: int(self._connection.execute(sql, parameters).rowcount))

    def insert(self, sql: str, parameters: Sequence[object] = ()) -> int:
        """Run one INSERT; the row id it made."""
        self._must_still_be_there()
        return self._guard(lambda: int(self._connection.execute(sql, parameters).lastrowid))

    def rows(self, sql: str, parameters: Sequence[object] = ()) -> list[Row]:
        """All rows of a query."""
        return self._guard(lambda: list(self._connection.execute(sql, parameters).fetchall()))

    def row(self, sql: str, parameters: Sequence[object] = ()) -> Row | None:
        """The first row of a query, or None."""
        found = self._guard(lambda: self._connection.execute(sql, parameters).fetchone())
        return None if found is None else tuple(found)

    def value(self, sql: str, parameters: Sequence[object] = ()) -> Any:
        """The first column of the first row, or None."""
        found = self.row(sql, parameters)
        return None if found is None else found[0]

    @contextlib.contextmanager
    def transaction(self, beginning: Callable[[], object] | None = None) -> Iterator[None]:
        """All or nothing. A transaction inside a transaction joins the outer one.

        `beginning` makes what a long one writes first, the same each time it is called: until more is written,
        `let_in` may take that back and make it again.
        """
        if self._depth:
            self._depth += 1
            try:
                if beginning is not None:
                    beginning()
                yield
            finally:
                self._depth -= 1
            return
        try:
            self._begin(beginning)
            yield
        except BaseException:
            self._beginning, self._depth = None, 0
            with contextlib.suppress(errors.SafePlanError):
                self.execute("ROLLBACK")
            raise
        self._beginning, self._depth = None, 0
        try:
            self.execute("COMMIT")
        except BaseException:
            with contextlib.suppress(errors.SafePlanError):
                self.execute("ROLLBACK")
            raise

    def _begin(self, beginning: Callable[[], object] | None) -> None:
        self.execute("BEGIN IMMEDIATE")
        self._depth = 1
        if beginning is not None:
            beginning()
            self._beginning, self._changes = beginning, self._connection.total_changes

    def let_in(self, write: Callable[[], object]) -> bool:
        """Let something small be kept for good in the middle of long work; whether that was possible now.

        Inside a transaction it would last only as long as that does. So nothing is let in there, unless nothing but
        its `beginning` was written: then that is taken back for the moment. `write` must raise nothing.
        """
        beginning = self._beginning
        if self._depth:
            if self._depth > 1 or beginning is None or self._connection.total_changes != self._changes:
                return False
            self.execute("ROLLBACK")
            self._beginning, self._depth = None, 0
        write()
        if beginning is not None:
            self._begin(beginning)
        return True

    def interrupt(self) -> None:
        """Stop the statement that runs now; the only method another thread may call."""
        self._connection.interrupt()

    def copy_to(
        self,
        path: Path,
        key_text: bytearray,
        progress: Callable[[int, int], None] = lambda _done, _total: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> None:
        """An encrypted copy of the whole database at `path`, under the key in `key_text` (zeroed here).

        `progress(done, total)` in pages. Raises Cancelled; what was copied by then stays at `path`.
        """

        def between(_status: int, left: int, total: int) -> None:
            progress(total - left, total)
            if cancelled():
                raise errors.Cancelled

        # A torn free page does no harm in itself, but whoever copies it can write no more with this connection.
        with contextlib.suppress(errors.DiskFull, errors.ReadOnlyPlace):
            self.renew_free_pages(cancelled)
        target = _keyed_connection(path, key_text)
        try:
            self._guard(lambda: self._connection.backup(target, pages=_PAGES_AT_ONCE, progress=between))
        finally:
            target.close()

    def renew_free_pages(self, cancelled: Callable[[], bool] = lambda: False) -> None:
        """Write every page anew that holds nothing: a power cut may have left one torn, since SQLite takes them into
        use without keeping what stood there. As many are free afterwards and the file is as large as before; among
        thousands it may take one page more. Nothing is written where there is none. Raises Cancelled, DiskFull."""
        if not self._free_pages():
            return
        with self.transaction():
            # Its root is the first of them.
            self.execute("CREATE TABLE renewed (room BLOB) STRICT")
            while self._free_pages():
                if cancelled():
                    raise errors.Cancelled
                # The row lies in its page before the free ones are counted: it may need another for itself.
                row = self.insert("INSERT INTO renewed VALUES (zeroblob(?))", (_ROW,))
                pages = min(self._free_pages(), _RENEWED_AT_ONCE)
                self.execute("UPDATE renewed SET room = zeroblob(?) WHERE rowid = ?", (pages * _IN_A_PAGE, row))
            # Freed again, each is overwritten: secure_delete.
            self.execute("DROP TABLE renewed")

    def _free_pages(self) -> int:
        return int(self.value("PRAGMA freelist_count"))

    def first_fault(self) -> str | None:
        """Check every page's authentication code and the structure; the first fault, or None."""
        for pragma in ("PRAGMA cipher_integrity_check", "PRAGMA quick_check"):
            for (line,) in self.rows(pragma):
                if line != "ok":
                    return str(line)
        return None

    def reads_through(self, schema: str, look: Callable[[int], None]) -> bool:
        """Whether every page in use of `schema` reads and all stands in order.

        `look(pages)` hears, after every eighth, how many pages were looked at: those that rows stand in, each with
        what is read along with it, for a kept file up to eight pieces of 256 KiB. It must not use the database; what
        it raises stops the reading and passes through.
        """
        pages, raised = 0, list[BaseException]()

        def step() -> int:
            nonlocal pages
            pages += _STEP
            # Once stopped it is asked again before it ends.
            if not raised:
                try:
                    look(pages)
                except BaseException as error:
                    raised.append(error)
            return len(raised)

        self._connection.set_progress_handler(step, _STEP)
        try:
            return self.rows(f"PRAGMA {schema}.quick_check") == [("ok",)]
        except errors.Cancelled:
            if raised:
                raise raised[0] from None
            raise
        finally:
            self._connection.set_progress_handler(None, 0)

    def close(self) -> None:
        """Close the connection. What was read stays in memory until the process ends: that is the real lock."""
        with contextlib.suppress(driver.Error):
            self._connection.close()

    def _must_still_be_there(self) -> None:
        """With the journal held open, SQLite goes on writing into a file that somebody moved or deleted."""
        if self._path is not None and self._depth == 0 and _identity(self._path) != self._identity:
            raise errors.DiskFailing(code="moved")

    def _guard(self, call: Callable[[], T]) -> T:
        try:
            return call()
        except driver.Error as error:
            raise _named(error, self._path) from None
        except MemoryError:
            raise errors.MemoryShort from None


def can_write(path: Path) -> bool:
    """Whether the database at `path` can be changed: the file itself, and the folder where its journal must go.

    A mounted read-only medium answers no also to an administrator.
    """
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _keyed_connection(path: Path, key_text: bytearray, *, read_only: bool = False) -> Any:
    """A connection keyed from `key_text` (b"x'<key hex><salt hex>'"), which is zeroed before returning."""
    try:
        # mode=ro and not immutable=1: an unfinished write must be noticed, not read as if it were whole.
        where = path.absolute().as_uri() + "?mode=ro" if read_only else str(path)
        connection = driver.connect(where, uri=read_only, isolation_level=None, cached_statements=64, timeout=0.25)
        # Before the key: otherwise a wrong one is reported on stderr, on macOS in the system log.
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.set_key(key_text)
        for statement in CIPHER_SETTINGS:
            connection.execute(statement)
        return connection
    except driver.Error as error:
        raise _named(error, path) from None
    finally:
        key_text[:] = bytes(len(key_text))


def open_database(path: Path, key_text: bytearray, *, read_only: bool = False) -> Database:
    """Open the database file at `path` (it must exist; empty means new) and keep every other process out.

    `key_text` is b"x'<64 hex key><32 hex salt>'" in a bytearray and is zeroed. A read-only one can be read by
    several processes at once, since none of them changes anything.
    Raises VaultDamaged, VaultInUse, NoPermission, ReadOnlyPlace, DiskFull, DiskFailing.
    """
    try:
        # SQLite would make a missing file, and an empty store in the place of a lost one is the worst answer.
        size = path.stat().st_size if path.is_file() else -1
        if size != 0 and size < PAGE_SIZE:
            raise errors.VaultDamaged(size=max(size, 0))
        connection = _keyed_connection(path, key_text, read_only=read_only)
    finally:
        key_text[:] = bytes(len(key_text))
    database = Database(connection, path)
    try:
        database.value("SELECT count(*) FROM sqlite_schema")
        for statement in DATABASE_SETTINGS:
            database.execute(statement)
        if not read_only:
            # Reading alone would not keep a second process out.
            database.execute("BEGIN EXCLUSIVE")
            database.execute("COMMIT")
    except BaseException:
        connection.close()
        raise
    return database
