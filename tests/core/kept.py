"""What was acknowledged, and what the store holds: a writer that says what it does, and the comparison afterwards.

Used wherever a store is killed, loses its power or meets a full or failing disk.
"""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from builders import ignore, never

from safeplan.clock import SystemClock
from safeplan.records import attachments, drafts, incidents, ledger
from safeplan.records.incidents import IncidentForm
from safeplan.vault.database import Database

FORM = "happened-new"


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
    """Lives in a process of its own: says what it is about to do, does it, and says when it is kept."""

    def __init__(self, db: Database, kept: Kept, sources: list[Path], seed: int, say: Callable[[str], None]) -> None:
        self.db, self.clock, self.kept, self.sources, self.say = db, SystemClock(), kept, sources, say
        self.chance, self.seed, self.count = random.Random(seed), seed, 0

    def tell(self, *line: str) -> None:
        self.say(json.dumps(line))

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

    def remove(self, _token: str) -> None:
        chosen = self.chance.choice(list(self.kept.entries))
        self.tell("try", "remove", chosen)
        incidents.remove_incident(self.db, self.clock, chosen, keep_hash=True)
        del self.kept.entries[chosen]
        self.tell("done", "remove", chosen)


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
            elif act == "remove":
                del kept.entries[token]
            else:
                del kept.files[token]
    return begun


def read_kept(db: Database) -> Kept:
    """What the store holds; each text must be whole to the last letter."""
    found = Kept()
    for entry in incidents.list_incidents(db):
        if entry.removed is not None:
            continue
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
        allowed: list[list[str] | None] = [texts]
        if act == "amend" and begun[2] == id_:
            allowed.append([*texts, token])
        elif act == "remove" and token == id_:
            allowed.append(None)
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
