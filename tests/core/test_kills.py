"""Killed at any moment, again and again: whatever was acknowledged is there, and nothing is damaged.

Lost without it: the exit is a kill in the middle of whatever runs, so every exit would be a bet on her notes.
"""

from __future__ import annotations

import hashlib
import json
import os
import random
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from builders import ignore, never

from safeplan.clock import SystemClock
from safeplan.paths import VaultFiles
from safeplan.records import attachments, drafts, incidents, ledger
from safeplan.records.incidents import IncidentForm
from safeplan.records.sittings import begin_sitting
from safeplan.vault.container import OpenVault, unlock_vault
from safeplan.vault.database import Database
from tests.campaign.selecting import Tries

PHRASE = b"lamp river bread seven"
FORM = "happened-new"
LONGEST_LIFE = 0.16
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="kills a forked process")


@dataclass
class Kept:
    """What was acknowledged: entries with all their writings, files with their hashes, the draft."""

    entries: dict[str, list[str]] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    draft: str = ""


def words_for(token: str) -> str:
    """A text of one to sixty kilobytes that a token stands for."""
    return f"{token} " + "word " * random.Random(token).choice((3, 200, 12_000))


class Writer:
    """Lives in the child: says what it is about to do, does it, and says when it is kept."""

    def __init__(self, db: Database, kept: Kept, sources: list[Path], seed: int, told: int) -> None:
        self.db, self.clock, self.kept, self.sources, self.told = db, SystemClock(), kept, sources, told
        self.chance, self.seed, self.count = random.Random(seed), seed, 0

    def tell(self, *line: str) -> None:
        os.write(self.told, json.dumps(line).encode() + b"\n")

    def once(self) -> None:
        self.count += 1
        token = f"t{self.seed}-{self.count}"
        act = self.chance.choices(("draft", "add", "amend", "attach", "drop"), (35, 25, 15, 15, 10))[0]
        if act in ("amend", "attach") and not self.kept.entries:
            act = "add"
        if act == "drop" and not self.kept.files:
            act = "draft"
        getattr(self, act)(token)

    def draft(self, token: str) -> None:
        self.tell("try", "draft", token)
        drafts.save_draft(self.db, self.clock, FORM, {"text": words_for(token), "token": token})
        self.tell("done", "draft", token)

    def add(self, token: str) -> None:
        self.tell("try", "add", token)
        made = incidents.add_incident(self.db, self.clock, IncidentForm(text=words_for(token)))
        self.kept.entries[made.id] = [token]
        self.tell("done", "add", token, made.id)

    def amend(self, token: str) -> None:
        chosen = self.chance.choice(list(self.kept.entries))
        self.tell("try", "amend", token, chosen)
        incidents.amend_incident(self.db, self.clock, chosen, IncidentForm(text=words_for(token)), "remembered more")
        self.tell("done", "amend", token, chosen)

    def attach(self, _token: str) -> None:
        source, entry = self.chance.choice(self.sources), self.chance.choice(list(self.kept.entries))
        digest = hashlib.sha256(source.read_bytes()).hexdigest()
        self.tell("try", "attach", digest)
        made = attachments.import_file(self.db, self.clock, source, entry, ignore, never, even_if_kept=True)
        self.kept.files[made.id] = digest
        self.tell("done", "attach", digest, made.id)

    def drop(self, _token: str) -> None:
        chosen = self.chance.choice(list(self.kept.files))
        self.tell("try", "drop", chosen)
        attachments.remove_attachment(self.db, self.clock, chosen)
        del self.kept.files[chosen]
        self.tell("done", "drop", chosen)


def one_life(files: VaultFiles, kept: Kept, sources: list[Path], seed: int) -> list[list[str]]:
    """A child opens the store and writes until it is killed; every line it could still say."""
    told, tell = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(told)
            # Several transactions for one file, so that kills meet half-kept ones.
            attachments.CHUNKS_AT_ONCE = 1
            vault = unlock_vault(files, bytearray(PHRASE))
            begin_sitting(vault.database, SystemClock())
            writer = Writer(vault.database, kept, sources, seed, tell)
            writer.tell("opened")
            while True:
                writer.once()
        finally:
            os._exit(1)
    os.close(tell)
    chance = random.Random(seed)
    if chance.random() < 0.8:
        lines = os.read(told, 9)
        time.sleep(chance.random() * LONGEST_LIFE)
    else:
        lines = b""
        time.sleep(chance.random() * 0.03)  # in the middle of opening, or soon after
    os.kill(child, signal.SIGKILL)
    assert os.waitpid(child, 0)[1] == signal.SIGKILL, "the child failed by itself"
    while part := os.read(told, 65536):
        lines += part
    os.close(told)
    return [json.loads(line) for line in lines.splitlines()]


def apply(lines: list[list[str]], kept: Kept) -> list[str]:
    """Bring `kept` up to what was acknowledged; what was begun and not acknowledged."""
    begun: list[str] = []
    for line in lines:
        if line[0] == "try":
            begun = line[1:]
        elif line[0] == "done":
            begun = []
            act, token, *where = line[1:]
            if act == "draft":
                kept.draft = token
            elif act == "add":
                kept.entries[where[0]] = [token]
            elif act == "amend":
                kept.entries[where[0]].append(token)
            elif act == "attach":
                kept.files[where[0]] = token
            else:
                del kept.files[token]
    return begun


def read_kept(db: Database) -> Kept:
    """What the store holds; each text must be whole to the last letter."""
    found = Kept()
    for entry in incidents.list_incidents(db):
        texts = [revision.form.text for revision in entry.revisions]
        found.entries[entry.id] = [text.split(" ", 1)[0] for text in texts]
        assert texts == [words_for(token) for token in found.entries[entry.id]]
        found.files |= {file.id: file.sha256 for file in entry.attachments}
    draft = drafts.draft(db, FORM)
    found.draft = draft.get("token", "")
    assert draft == ({"text": words_for(found.draft), "token": found.draft} if found.draft else {})
    return found


def must_hold(found: Kept, kept: Kept, begun: list[str]) -> None:
    """`found` is what was acknowledged, or that and the one thing that was under way; nothing else."""
    act, token = (begun[0], begun[1]) if begun else ("", "")
    assert found.draft in ({kept.draft, token} if act == "draft" else {kept.draft})
    for id_, texts in kept.entries.items():
        allowed = [texts, [*texts, token]] if act == "amend" and begun[2] == id_ else [texts]
        assert found.entries.get(id_) in allowed, "an acknowledged writing is lost"
    assert [found.entries[id_] for id_ in found.entries.keys() - kept.entries.keys()] in (
        [[], [[token]]] if act == "add" else [[]]
    )
    lost = kept.files.keys() - found.files.keys()
    assert lost <= ({token} if act == "drop" else set()), "an acknowledged file is lost"
    assert [found.files[id_] for id_ in found.files.keys() - kept.files.keys()] in (
        [[], [token]] if act == "attach" else [[]]
    )
    assert all(found.files[id_] == kept.files[id_] for id_ in found.files.keys() & kept.files.keys())


def check_whole(db: Database) -> None:
    """Every page, the structure, the chain, every file."""
    assert db.first_fault() is None
    result = ledger.check(db)
    assert result.ok, result.first_fault


def kill_again_and_again(
    vault: OpenVault, folder: Path, kills: int, seed: int, thorough: Callable[[int], bool]
) -> None:
    vault.close()
    folder.mkdir()
    sources = [folder / f"photo {number}.jpg" for number in range(4)]
    for number, source in enumerate(sources):
        source.write_bytes(random.Random(number).randbytes((1, 300_000, 700_000, 1_200_000)[number]))
    kept, under_way, journals, acknowledged = Kept(), 0, 0, 0
    for round_ in range(kills):
        lines = one_life(vault.files, kept, sources, seed + round_)
        begun = apply(lines, kept)
        acknowledged += sum(line[0] == "done" for line in lines)
        under_way += bool(begun)
        journals += vault.files.data.with_name(vault.files.data.name + "-journal").exists()
        opened = unlock_vault(vault.files, bytearray(PHRASE))
        try:
            found = read_kept(opened.database)
            must_hold(found, kept, begun)
            if thorough(round_):
                check_whole(opened.database)
        finally:
            opened.close()
        kept = found
    # Otherwise the kills met nobody at work, and the story proves nothing. On a busy computer lives are poorer.
    assert under_way >= kills // 5, under_way
    assert journals >= kills // 20, journals
    assert acknowledged >= kills // 2, acknowledged
    last = unlock_vault(vault.files, bytearray(PHRASE))
    begin_sitting(last.database, SystemClock())
    check_whole(last.database)
    last.close()
    assert sorted(path.name for path in vault.files.folder.iterdir()) == ["d0.bin", "r0.bin", "s0.bin"]


@pytest.mark.row("C-01")
@pytest.mark.timeout(1800)
@pytest.mark.usefixtures("remembered")
def test_kills_at_random_moments_lose_nothing_acknowledged(vault: OpenVault, tmp_path: Path, tries: Tries) -> None:
    seed = int.from_bytes(os.urandom(4), "big")
    print("seed", seed)
    times = tries.of(1000, daily=30)
    every = max(10, times // 20)
    kill_again_and_again(vault, tmp_path / "photos", times, seed, lambda round_: round_ % every == every - 1)


@pytest.mark.row("C-01", control=True)
def test_the_story_itself_notices_a_loss_a_surprise_and_a_changed_text(vault: OpenVault) -> None:
    kept = Kept({"a": ["t1"]}, {"f": "hash"}, "d1")
    must_hold(Kept({"a": ["t1"]}, {"f": "hash"}, "d1"), kept, [])
    must_hold(Kept({"a": ["t1", "t2"]}, {"f": "hash"}, "d1"), kept, ["amend", "t2", "a"])
    for wrong in (
        Kept({}, {"f": "hash"}, "d1"),
        Kept({"a": ["t1", "t9"]}, {"f": "hash"}, "d1"),
        Kept({"a": ["t1"], "b": ["t9"]}, {"f": "hash"}, "d1"),
        Kept({"a": ["t1"]}, {}, "d1"),
        Kept({"a": ["t1"]}, {"f": "other"}, "d1"),
        Kept({"a": ["t1"]}, {"f": "hash"}, ""),
    ):
        with pytest.raises(AssertionError):
            must_hold(wrong, kept, ["amend", "t2", "a"])
    incidents.add_incident(vault.database, SystemClock(), IncidentForm(text="t5-1 something else"))
    with pytest.raises(AssertionError):
        read_kept(vault.database)
