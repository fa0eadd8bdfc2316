"""The organisation's side of a signed pack: make a key, sign a pack, look at a signed one. docs/region-packs.md.

May touch: the files named on the command line. Must never write over a file, and never show or send a key.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from nacl.signing import SigningKey

from safeplan import errors
from safeplan.content.packs import SignedPack, fingerprint, fingerprint_words, read_file, read_pack, sign_pack

USAGE = """python -m safeplan.content.pack_tool new-key KEYFILE
python -m safeplan.content.pack_tool sign KEYFILE PACK.toml SIGNED.toml
python -m safeplan.content.pack_tool check SIGNED.toml
"""


def main(arguments: list[str]) -> int:
    """Do what the first word says. 0: done; 1: refused, with the reason; 2: not understood."""
    try:
        match arguments:
            case ["new-key", key_file]:
                key = new_key(Path(key_file))
                _say(f"The key is made. Keep {key_file} where only you can read it.", *_shown(key))
            case ["sign", key_file, pack, signed]:
                made = sign_pack(read_file(Path(pack)), _seed(Path(key_file)))
                _write_new(Path(signed), made, 0o644)
                _describe(read_pack(made))
            case ["check", signed]:
                _describe(read_pack(read_file(Path(signed))))
            case _:
                sys.stderr.write(USAGE)
                return 2
    except errors.PackRefused as refused:
        sys.stderr.write(f"Refused ({refused.facts['reason']}): {refused.facts.get('where', '')}\n")
        return 1
    except (errors.FileUnreadable, OSError) as fault:
        sys.stderr.write(f"Refused: {fault}\n")
        return 1
    return 0


def new_key(key_file: Path) -> str:
    """Write 32 random bytes as hex, readable by the owner only; the public key as 64 hex digits."""
    signing = SigningKey.generate()
    _write_new(key_file, bytes(signing).hex().encode() + b"\n", 0o600)
    return bytes(signing.verify_key).hex()


def _seed(key_file: Path) -> bytes:
    try:
        seed = bytes.fromhex(key_file.read_text("ascii").strip())
    except ValueError:
        seed = b""
    if len(seed) != 32:
        raise errors.PackRefused(reason="kind", where="key file")
    return seed


def _describe(pack: SignedPack) -> None:
    region = pack.region(pack.languages[0])
    _say(f"{region.name}, edition {region.edition}, languages: {', '.join(pack.languages)}", *_shown(pack.key))


def _shown(key: str) -> list[str]:
    words = [f"  {language}: {' '.join(fingerprint_words(key, language))}" for language in ("kk", "ru", "en")]
    return ["Tell people this, on a way of its own:", f"  {fingerprint(key)}", *words]


def _say(*lines: str) -> None:
    sys.stdout.write("\n".join(lines) + "\n")


def _write_new(path: Path, content: bytes, mode: int) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags, mode), "wb") as opened:
        opened.write(content)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
