"""What is done with a store while the power may go out, and what must be found whenever it did.

Each is prepared with the store open, then done once in a process that is watched; afterwards every state of the disk
is checked by opening it.
"""

from __future__ import annotations

import copy
import hashlib
import json
import random
import shutil
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from builders import a_file, a_source, an_incident, ignore, never
from kept import Kept, Writer, apply, must_hold, read_kept
from traced import Tell

from safeplan import door, errors
from safeplan.clock import SystemClock
from safeplan.paths import VaultFiles, vault_files
from safeplan.records import attachments, incidents, ledger
from safeplan.records.sittings import begin_sitting
from safeplan.vault import container, keyslots, migrations, rekey, restore, second_slot
from safeplan.vault.backup import make_backup
from safeplan.vault.container import OpenVault, create_vault, unlock_vault, unlock_with_recovery
from safeplan.vault.database import Database
from safeplan.vault.exchange import settle

HERS, DESKS = b"lamp river bread seven", b"desk cup window apple"
DATA = Path(__file__).parents[1] / "data"


def whole(db: Database) -> None:
    """Every page in use, the chain, and every other page once those that hold nothing were written anew."""
    assert db.reads_through("main", lambda _pages: None), "a page in use is wrong"
    if db.first_fault() is not None:
        db.renew_free_pages()
        assert db.first_fault() is None, "a page is wrong"
    assert ledger.check(db).ok


class Flow:
    """Something that is done with a store, and what must be found whenever the power went out meanwhile."""

    # So many different states there may be.
    at_most = 1_000_000

    def __init__(self, store: Path) -> None:
        # The folder that is watched; what else is needed lies beside it.
        self.store = store
        self.files = vault_files(store)
        self.clock = SystemClock()

    def prepare(self, vault: OpenVault) -> None:
        """With the store open, before anything is watched."""

    def for_states(self, wanted: int) -> None:
        """Do so much that there can be `wanted` different states."""

    def act(self, say: Tell) -> None:
        """What is watched."""

    def check(self, files: VaultFiles, said: list[list[str]]) -> None:
        """Whether what was found is allowed, given what had been said: otherwise an error of any kind."""

    @staticmethod
    def tell(say: Tell, *line: str) -> None:
        say(json.dumps(line))


class Keeping(Flow):
    """Drafts, entries, later corrections."""

    acts: Sequence[str] = ("draft", "add", "draft", "amend", "add", "add", "draft", "amend")
    sizes: Sequence[int] = ()

    def prepare(self, vault: OpenVault) -> None:
        folder = self.store.parent / "photos"
        folder.mkdir()
        self.sources = [folder / f"photo {number}.jpg" for number in range(len(self.sizes))]
        for source, size in zip(self.sources, self.sizes, strict=True):
            source.write_bytes(random.Random(size).randbytes(size))
        # Several transactions for one file: a cut must meet half-kept ones.
        attachments.CHUNKS_AT_ONCE = 1
        lines: list[str] = []
        writer = Writer(vault.database, Kept(), self.sources, 1, lines.append)
        self._do(writer, ("add", "add", "amend", "draft", *(["attach"] * len(self.sizes))))
        self.kept = Kept()
        apply([json.loads(line) for line in lines], self.kept)
        vault.close()

    def _do(self, writer: Writer, acts: Sequence[str]) -> None:
        for act in acts:
            writer.count += 1
            getattr(writer, act)(f"t{writer.seed}-{writer.count}")

    def act(self, say: Tell) -> None:
        vault = unlock_vault(self.files, bytearray(HERS))
        begin_sitting(vault.database, self.clock)
        self._do(Writer(vault.database, self.kept, self.sources, 2, say), self.acts)
        vault.close()

    def check(self, files: VaultFiles, said: list[list[str]]) -> None:
        kept = copy.deepcopy(self.kept)
        begun = apply(said, kept)
        vault = unlock_vault(files, bytearray(HERS))
        try:
            whole(vault.database)
            must_hold(read_kept(vault.database), kept, begun)
        finally:
            vault.close()


class Importing(Keeping):
    """Files, each in several transactions."""

    acts = ("attach", "attach", "attach", "add")
    sizes = (2_000, 700_000)


class Removing(Keeping):
    """Files and whole entries, gone for good."""

    acts = ("drop", "drop", "remove", "add", "remove")
    sizes = (2_000, 700_000)


class Slots(Flow):
    """Every change of the key file: two copies of 4,096 bytes, one after the other.

    Of one change there are only a few different states, since all but one slot stays as it was: many are made.
    """

    rounds = 1

    def prepare(self, vault: OpenVault) -> None:
        vault.close()
        shutil.rmtree(self.store)
        # How slow the derivation is plays no part here; the fixture puts the real one back.
        keyslots.derive_root = quick_root
        create_vault(self.files, bytearray(HERS), profile=0).close()
        self.files.ballast.unlink()
        self.start = {"hers": HERS.decode(), "code": "", "desks": "", "sum": door.NEUTRAL_SUM}

    def for_states(self, wanted: int) -> None:
        self.rounds = 3 + wanted // 25

    def act(self, say: Tell) -> None:
        vault, now = unlock_vault(self.files, bytearray(HERS)), dict(self.start)

        def step(work: Callable[[], str | None], **after: str) -> None:
            self.tell(say, "try", json.dumps({**now, **after}))
            made = work()
            now.update(after)
            if made:
                now["code"] = made
            self.tell(say, "done", json.dumps(now))

        def hers() -> bytearray:
            return bytearray(now["hers"].encode())

        def change(words: str) -> None:
            container.change_passphrase(vault, hers(), bytearray(words.encode()))

        for number in range(self.rounds):
            new, desks, sum_ = f"words number {number} of hers", f"words {number} of the desk", f"8841*37-{number}"
            # The spare key is shown only once it is on the disk.
            step(lambda: container.make_recovery_code(vault, hers()), code="?")
            step(partial(change, new), hers=new)
            step(partial(self._allow, vault, hers, desks), desks=desks)
            step(partial(container.set_door, vault, sum_), sum=sum_)
            step(lambda: second_slot.remove_second_slot(vault), desks="")
            step(lambda: container.make_recovery_code(vault, hers()), code="?")
            step(lambda: container.remove_recovery_code(vault), code="")
            step(lambda: container.set_door(vault, door.NEUTRAL_SUM), sum=door.NEUTRAL_SUM)
        vault.close()

    @staticmethod
    def _allow(vault: OpenVault, hers: Callable[[], bytearray], desks: str) -> None:
        second_slot.add_second_slot(vault, hers(), bytearray(desks.encode()))

    def check(self, files: VaultFiles, said: list[list[str]]) -> None:
        found = files.header.read_bytes()
        at_least = [self.start]
        ever: dict[str, list[str]] = {kind: [first] for kind, first in self.start.items()}
        for what, document in said:
            now = json.loads(document)
            at_least = [at_least[-1], now] if what == "try" else [now]
            for kind, value in now.items():
                ever[kind].append(value)
        for kind, ways in (("hers", _by_phrase), ("desks", _by_phrase), ("code", _by_code), ("sum", door.opens)):
            allowed = {one[kind] for one in at_least}
            # Of those that were taken back the last few; all of them would be thousands.
            taken_back = [one for one in dict.fromkeys(reversed(ever[kind])) if one not in allowed][:4]
            opening = set()
            for secret in {*allowed, *taken_back} - {"", "?"}:
                files.header.write_bytes(found)
                if ways(files, secret):
                    opening.add(secret)
            assert opening <= allowed, f"{kind}: one that was taken back still opens"
            # Between two there is one of both; of a spare key that was never shown nothing is known.
            assert opening or allowed & {"", "?"}, f"{kind}: none opens"
        files.header.write_bytes(found)


def quick_root(secret: bytearray, salt: bytes) -> bytearray:
    """Any function of both."""
    return bytearray(hashlib.blake2b(secret, key=bytes(salt), digest_size=32).digest())


def _by_phrase(files: VaultFiles, phrase: str) -> bool:
    try:
        unlock_vault(files, bytearray(phrase.encode())).close()
    except errors.WrongPassphrase:
        return False
    return True


def _by_code(files: VaultFiles, code: str) -> bool:
    try:
        unlock_with_recovery(files, code).close()
    except errors.WrongRecoveryCode:
        return False
    return True


class Rekeying(Flow):
    """The same record under a new key takes the place of the one of before."""

    def prepare(self, vault: OpenVault) -> None:
        entry = an_incident(vault.database, self.clock, "first")
        a_file(vault.database, self.clock, a_source(self.store.parent), entry.id)
        begin_sitting(vault.database, self.clock)
        an_incident(vault.database, self.clock, "second")
        second_slot.add_second_slot(vault, bytearray(HERS), bytearray(DESKS))
        self.before = _seen(vault)
        vault.close()

    def act(self, say: Tell) -> None:
        vault = unlock_vault(self.files, bytearray(HERS))
        again = rekey.rekey(vault, bytearray(HERS), ignore, never)
        self.tell(say, "done")
        again.close()

    def check(self, files: VaultFiles, said: list[list[str]]) -> None:
        settle(files)
        vault = unlock_vault(files, bytearray(HERS))
        try:
            whole(vault.database)
            assert _seen(vault) == self.before
            old = second_slot.has_second_slot(vault)
        finally:
            vault.close()
        assert not (old and said), "acknowledged, and the old key is back"
        assert _by_phrase(files, DESKS.decode()) == old, "exactly one of both keys"
        left = {path.name for path in files.folder.iterdir()}
        assert left <= {"s0.bin", "d0.bin"}, left


class BringingBack(Rekeying):
    """A backup takes the place of the store."""

    at_most = 400

    def prepare(self, vault: OpenVault) -> None:
        super().prepare(vault)
        vault = unlock_vault(self.files, bytearray(HERS))
        self.backup = self.store.parent / "copy.bin"
        make_backup(vault, self.clock, self.backup, ignore, never)
        an_incident(vault.database, self.clock, "third")
        self.newer = _seen(vault)
        vault.close()

    def act(self, say: Tell) -> None:
        held = restore.open_backup(self.backup, bytearray(HERS))
        restore.restore_instead(held, self.files, ignore, never).close()
        self.tell(say, "done")

    def check(self, files: VaultFiles, said: list[list[str]]) -> None:
        settle(files)
        vault = unlock_vault(files, bytearray(HERS))
        try:
            whole(vault.database)
            found = _seen(vault)
        finally:
            vault.close()
        assert found == self.before or (found == self.newer and not said)
        left = {path.name for path in files.folder.iterdir()}
        assert left <= {"s0.bin", "d0.bin", "r0.bin"}, left


class PuttingBack(BringingBack):
    """The backup does not open at its place, so that her own store goes back there."""

    def act(self, say: Tell) -> None:
        unlock = container.unlock_with_typed

        def fails_at_its_place(where: VaultFiles, typed: bytearray) -> OpenVault:
            if where == self.files:
                raise errors.DiskFailing(code="test")
            return unlock(where, typed)

        container.unlock_with_typed = fails_at_its_place
        try:
            super().act(say)
        except errors.DiskFailing:
            self.tell(say, "told")

    def check(self, files: VaultFiles, said: list[list[str]]) -> None:
        assert said in ([], [["told"]])
        super().check(files, [])
        vault = unlock_vault(files, bytearray(HERS))
        try:
            assert _seen(vault) == self.newer
        finally:
            vault.close()


def _seen(vault: OpenVault) -> tuple[object, ...]:
    db = vault.database
    listed = incidents.list_incidents(db)
    files = [attachments.read_all(db, info.id) for one in listed for info in one.attachments]
    return [one.latest.form.text for one in listed], files, ledger.head(db)


class Migrating(Flow):
    """A store of the first version is brought to the shape of today."""

    version = 1

    def prepare(self, vault: OpenVault) -> None:
        vault.close()
        shutil.rmtree(self.store)
        shutil.copytree(DATA / f"vault_v{self.version}", self.store, ignore=shutil.ignore_patterns("*.txt"))
        (self.store / "r0.bin").unlink(missing_ok=True)

    def act(self, say: Tell) -> None:
        vault = unlock_vault(self.files, bytearray(HERS))
        an_incident(vault.database, self.clock, "kept in the new shape")
        self.tell(say, "done")
        vault.close()

    def check(self, files: VaultFiles, said: list[list[str]]) -> None:
        vault = unlock_vault(files, bytearray(HERS))
        try:
            whole(vault.database)
            assert migrations.version(vault.database) == len(migrations.STEPS)
            texts = [one.latest.form.text for one in incidents.list_incidents(vault.database)]
        finally:
            vault.close()
        assert texts[-1] == "He knocked at the door. Ёлка. Есік."
        assert texts[:-1] in ([["kept in the new shape"]] if said else [["kept in the new shape"], []])


class Making(Flow):
    """A store is made where there was none."""

    missing = 0

    def prepare(self, vault: OpenVault) -> None:
        vault.close()
        shutil.rmtree(self.store)
        self.store.mkdir()

    def act(self, say: Tell) -> None:
        vault = create_vault(self.files, bytearray(DESKS), profile=0)
        self.tell(say, "done")
        vault.close()

    def check(self, files: VaultFiles, said: list[list[str]]) -> None:
        try:
            vault = unlock_vault(files, bytearray(DESKS))
        except errors.VaultMissing:
            assert not said, "acknowledged, and it is not there"
            self.missing += 1
            if self.missing % 20 != 1:
                return
            # As before: she makes it once more. Each time would only take long.
            vault = create_vault(files, bytearray(DESKS), profile=0)
        try:
            whole(vault.database)
        finally:
            vault.close()
