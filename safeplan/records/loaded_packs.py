"""Packs of organisations that she loaded, kept as the signed files they came as.

May touch: the table loaded_pack. Must never keep what does not load, and never trust what it kept: the signature is
checked again each time a pack is read.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from safeplan import errors
from safeplan.clock import Clock, as_text
from safeplan.content.facts import Region
from safeplan.content.packs import SignedPack, fingerprint, read_pack
from safeplan.content.regions import REGIONS, load_region
from safeplan.records import settings
from safeplan.records.settings import Settings
from safeplan.records.wording import new_id
from safeplan.vault.database import Database

# The setting `region` holds "kz", or this and the id of a loaded pack.
PREFIX = "pack:"

_ADD = "INSERT INTO loaded_pack (id, name, document, signer, loaded_at) VALUES (?, ?, ?, ?, ?)"
_ALL = "SELECT id, name, signer, loaded_at FROM loaded_pack ORDER BY loaded_at, id"
_ONE = "SELECT document, signer FROM loaded_pack WHERE id = ?"
_DOCUMENTS = "SELECT id, document FROM loaded_pack WHERE signer = ?"
_REPLACE = "UPDATE loaded_pack SET name = ?, document = ?, loaded_at = ? WHERE id = ?"
_DROP = "DELETE FROM loaded_pack WHERE id = ?"


@dataclass(frozen=True)
class LoadedPack:
    """One pack in the list. `region`: the value of the setting that chooses it; `signer`: as people compare it."""

    id: str
    name: str
    signer: str
    loaded_at: str

    @property
    def region(self) -> str:
        """What the setting `region` holds when this pack is chosen."""
        return PREFIX + self.id


def keep_pack(
    db: Database, clock: Clock, untrusted: bytes, language: str, allowed_keys: Collection[str] = ()
) -> LoadedPack:
    """Keep a signed file; a new edition takes the place of the older one by the same signer.

    `allowed_keys` here and below: with any given, what others signed does not count, as if it were not there.
    Raises PackRefused; also for an edition older than the one kept: somebody may bring an old number back.
    """
    pack = read_pack(untrusted, allowed_keys)
    name, now = pack.region(language).name, as_text(clock.now())
    with db.transaction():
        for older, document in db.rows(_DOCUMENTS, (pack.key,)):
            kept = _readable(document)
            if kept is not None and kept.id == pack.id:
                if kept.edition > pack.edition:
                    raise errors.PackRefused(reason="older")
                db.execute(_REPLACE, (name, untrusted, now, older))
                return LoadedPack(older, name, fingerprint(pack.key), now)
        made = new_id()
        db.execute(_ADD, (made, name, untrusted, pack.key, now))
    return LoadedPack(made, name, fingerprint(pack.key), now)


def list_packs(db: Database, allowed_keys: Collection[str] = ()) -> tuple[LoadedPack, ...]:
    """All of them in the order they were loaded."""
    return tuple(
        LoadedPack(made, name, fingerprint(key), at)
        for made, name, key, at in db.rows(_ALL)
        if not allowed_keys or key in allowed_keys
    )


def remove_pack(db: Database, clock: Clock, id: str) -> Settings:
    """Delete a pack; where it was the chosen one, the pack that ships first takes its place. Raises NotThere."""
    with db.transaction():
        if not db.execute(_DROP, (id,)):
            raise errors.NotThere
        if settings.get(db, "region") == PREFIX + id:
            settings.set(db, clock, "region", Settings().region)
    return settings.all_settings(db)


def loaded_pack(db: Database, id: str, allowed_keys: Collection[str] = ()) -> SignedPack:
    """One pack, its signature checked anew. Raises NotThere, PackRefused."""
    row = db.row(_ONE, (id,))
    if row is None:
        raise errors.NotThere
    if allowed_keys and row[1] not in allowed_keys:
        raise errors.PackRefused(reason="signer")
    return read_pack(bytes(row[0]), allowed_keys=(str(row[1]),))


def region(db: Database, chosen: str, language: str, allowed_keys: Collection[str] = ()) -> Region:
    """What the setting `region` names: a pack that ships, or a loaded one. Raises NotThere, PackRefused."""
    if chosen in REGIONS:
        return load_region(chosen, language)
    return loaded_pack(db, chosen.removeprefix(PREFIX), allowed_keys).region(language)


def region_shown(db: Database, chosen: str, language: str, allowed_keys: Collection[str] = ()) -> Region:
    """As region(), but where a loaded pack cannot be read any more, the one that ships first."""
    try:
        return region(db, chosen, language, allowed_keys)
    except (errors.NotThere, errors.PackRefused):
        return load_region(Settings().region, language)


def _readable(kept: bytes) -> SignedPack | None:
    try:
        return read_pack(bytes(kept))
    except errors.PackRefused:
        # Kept by a program that took other fields: it stays beside the new one until she removes it.
        return None
