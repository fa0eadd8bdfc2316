"""A small pack of an invented organisation, as text and signed, for the stories about files of organisations."""

from __future__ import annotations

import re

from safeplan.content.packs import sign_pack

SEED = bytes(range(32))
OTHER_SEED = bytes(range(1, 33))

LINE = """[[lines]]
id = "river_house"
value = "8 700 000 00 11"
sources = ["house"]
source_date = "2026-11"
checked_on = 2026-11-20
checked_how = "call"
confidence = "1"
expires_on = 2027-02-18
emergency = false
leaves_traces = "yes"
on_the_bill = "yes"
may_tell_police = "unknown"
"""

WORDS = """[words.{language}]
language = "{language}"
name = "{name}"
reviewed_by = "A. Example"
reviewed_on = "2026-11-20"
about = []
[words.{language}.always]
danger_now = "112. {name}."
not_advice = "{name}."
[words.{language}.must_check]
[words.{language}.sources]
house = "{name}, 2026"
[words.{language}.lines.river_house]
name = "{name}"
purpose = "{name} purpose"
when_you_call = "unknown"
cost = "unknown"
hours = "unknown"
languages = "unknown"
by_message = "unknown"
traces = "unknown"
bill = "unknown"
police = "unknown"
"""

EMPTY_LISTS = (
    *("orders", "duties", "offences", "withdrawal_rules", "limits", "exam", "shelter", "legal_aid", "children"),
    *("cards", "not_for_this", "phrases", "must_check", "dying_lines"),
)


def pack_text(
    *, id: str = "river_house_pack", edition: str = "2026-11-20", builds_on: str = "kz", languages: str = "ru kk"
) -> str:
    """The unsigned text."""
    named = languages.split()
    empty = "\n".join(f"{name} = []" for name in EMPTY_LISTS)
    listed = ", ".join(f'"{one}"' for one in named)
    names = {"en": "River House", "ru": "Дом у реки", "kk": "Өзен үйі"}
    words = "\n".join(WORDS.format(language=one, name=names[one]) for one in named)
    below = f'builds_on = "{builds_on}"\n' if builds_on else ""
    return (
        f'id = "{id}"\nedition = "{edition}"\n{below}languages = [{listed}]\n'
        f'always = ["danger_now", "not_advice"]\nsources = ["house"]\n{empty}\n\n{LINE}\n{words}'
    )


def signed(text: str | None = None, seed: bytes = SEED) -> bytes:
    """The file an organisation hands out."""
    return sign_pack((text or pack_text()).encode(), seed)


def signed_as_it_is(body: bytes, seed: bytes = SEED) -> bytes:
    """Signed without a look at what it says, as somebody with bad intentions would."""
    from nacl.signing import SigningKey

    signing = SigningKey(seed)
    signature = signing.sign(b"safeplan-pack 1\0" + body).signature.hex()
    key = bytes(signing.verify_key).hex()
    return f"# safeplan-pack 1\n# key {key}\n# signature {signature}\n".encode() + body


def body_of(file: bytes) -> str:
    """What stands below the signature."""
    return re.split(rb"\n", file, maxsplit=3)[3].decode()
