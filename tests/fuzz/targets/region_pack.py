"""A country's pack from somebody's stick: as it is, and with a signature that fits, so that its words are read."""

from __future__ import annotations

from safeplan.content.packs import LARGEST, SignedPack, read_pack, sign_pack
from safeplan.errors import PackRefused

_SEED = bytes(range(32))


def target(data: bytes) -> None:
    try:
        pack = sign_and_read(data[1:]) if data[:1] == b"s" else read_pack(data[1:])
    except PackRefused as refused:
        where = str(refused.facts.get("where", ""))
    else:
        where = ""
        _check(pack)
    assert where.isprintable()
    assert len(where) <= 120


def _check(pack: SignedPack) -> None:
    assert pack.id
    assert set(pack.languages) <= {"en", "ru", "kk"}
    assert all(pack.region(language).signer for language in ("en", "ru", "kk"))


def sign_and_read(body: bytes):  # type: ignore[no-untyped-def]
    if len(body) > LARGEST:
        raise PackRefused(reason="large")
    return read_pack(sign_pack(body, _SEED))
