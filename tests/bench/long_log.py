"""A log of many entries in three languages, written straight into the tables: the same rows the program writes."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator
from datetime import date, timedelta

from safeplan.records import chain
from safeplan.records.incident_form import KINDS
from safeplan.records.wording import canonical, sha256_hex
from safeplan.vault.database import Database

ENTRIES, FILES = 100_000, 2_000
MOMENT = "2026-03-02T09:00:00Z"
# Roots and endings make some thousand different words, as a log of years has them; the front ones are frequent.
_ROOTS = (
    "двер окн подъезд сосед телефон деньг разговор угроз полиц участк заявлен школ сад мам сестр крик стук ключ машин"
    " вечер ноч утр балкон замок письм сообщен суд адвокат врач справк фото рук голос слов вещ сумк паспорт"
)
_ENDINGS = "а у е ой ы и ам ами ах ом ов ка ку ки ный ного ному ал ала али ить ит ают"
_KAZAKH = "үй есік көрші телефон ақша қорқытты айқай бала мектеп полиция түн кеш таң ана әпке жол қала сөз"
_KAZAKH_ENDINGS = "ге ден де нің ді лар ларға ім ы ым да ға дан"
_ENGLISH = (
    "door window neighbour phone money threat police statement school kindergarten mother sister shout knock key car"
    " evening night morning balcony lock letter message court lawyer doctor paper photo hand voice word bag passport"
)
_PLACES = ("дом", "подъезд", "школа", "у мамы", "работа", "двор", "үйде", "the bus stop", "")


def texts(count: int) -> Iterator[str]:
    """The same texts in every run, about 45 words each."""
    rng = random.Random(7)
    words = [root + ending for root in _ROOTS.split() for ending in _ENDINGS.split()]
    words += [root + ending for root in _KAZAKH.split() for ending in ("", *_KAZAKH_ENDINGS.split())]
    words += [root + ending for root in _ENGLISH.split() for ending in ("", "s", "ed")]
    # Names of streets and people, numbers: words that stand in few entries.
    words += ["".join(rng.choices("абвгдеклмнопрст", k=7)) for _ in range(6000)]
    rng.shuffle(words)
    weights = [1 / (place + 8) for place in range(len(words))]
    for number in range(count):
        yield " ".join(rng.choices(words, weights, k=rng.randint(15, 75))) + f" {number}"


def write_log(db: Database, entries: int, files: int) -> None:
    """Incidents, revisions, ledger lines and small files; the index is left to search_index.rebuild."""
    rng = random.Random(8)
    people = [f"{rng.getrandbits(128):032x}" for _ in range(12)]
    first = date(2026, 3, 2) - timedelta(days=entries // 12 + 1)
    rows, previous = db._connection, chain.NOTHING_BEFORE
    for table in ("found_file_added", "ledger_in_order"):
        db.execute(f"DROP TRIGGER IF EXISTS {table}")
    with db.transaction():
        for number, text in enumerate(texts(entries), start=1):
            one = f"{rng.getrandbits(128):032x}"
            day = (first + timedelta(days=number // 12)).isoformat()
            happened = {"kind": "exact", "start": f"{day}T{rng.randrange(24):02}:30", "end": "", "words": ""}
            form = {"text": text, "happened": happened, "place": rng.choice(_PLACES), "witnesses": ""}
            form |= {"people": rng.sample(people, 2), "kinds": rng.sample(KINDS, 2), "children_present": ""}
            form |= {"injuries": "", "police": "", "medical": ""}
            document = canonical(
                {
                    **{"salt": one, "incident": one, "revision": 1, "written_at_utc": MOMENT, "zone": "+05:00"},
                    **{"reason": "", "form": form},
                }
            )
            size = len(document.encode())
            unsigned = chain.Entry(number, MOMENT, "", "add", one, 1, sha256_hex(document), size, "")
            digest = unsigned.hash_after(previous)
            previous = bytes.fromhex(digest)
            rows.execute("INSERT INTO incident VALUES (?, ?, ?)", (rng.getrandbits(62), one, number))
            rows.execute(
                "INSERT INTO ledger VALUES (?, ?, '', 'add', ?, 1, ?, ?, ?)",
                (number, MOMENT, one, unsigned.content_sha256, size, digest),
            )
            rows.execute("INSERT INTO revision VALUES (?, 1, ?, ?)", (one, document, number))
            if number % max(entries // files, 1) == 0:
                _write_file(db, f"{rng.getrandbits(128):032x}", one, f"снимок {number}.jpg")


def _write_file(db: Database, made: str, incident: str, name: str) -> None:
    data = made.encode() * 64
    digest = hashlib.sha256(data).hexdigest()
    document = canonical(
        {
            **{"salt": made, "attachment": made, "incident": incident, "name": name, "note": ""},
            **{"sha256": digest, "size": len(data), "kind": "image/jpeg", "file_time": "", "zone": "+05:00"},
            **{"imported_at_utc": MOMENT},
        }
    )
    rows = db._connection
    rows.execute("INSERT INTO chunk VALUES (?, 0, ?)", (made, data))
    kept = (made, incident, document, digest, len(data))
    rows.execute("INSERT INTO attachment VALUES (?, ?, ?, ?, ?, NULL)", kept)
    line = (MOMENT, made, sha256_hex(document), len(document.encode()))
    rows.execute("INSERT INTO waiting VALUES (NULL, ?, '', 'attach', ?, 0, ?, ?)", line)
