"""Files of organisations: a good one reads, anything else is refused with the place, and nothing ever hangs.

May touch: the pack reader, its tool, the store. Must never take a pack whose signature does not fit.
"""

from __future__ import annotations

import contextlib
import os
import re
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safeplan import errors
from safeplan.content import pack_tool
from safeplan.content.packs import (
    LARGEST,
    fingerprint,
    fingerprint_words,
    read_file,
    read_pack,
    sign_pack,
)
from safeplan.content.region_shape import FACT_KEYS, LISTS, WORD_KEYS
from safeplan.content.regions import load_region
from safeplan.content.words import word_list
from safeplan.records import loaded_packs
from safeplan.records import settings as her_settings
from safeplan.vault.database import Database
from tests.builders import fresh_database
from tests.pack_files import LINE, OTHER_SEED, SEED, body_of, pack_text, signed, signed_as_it_is

if TYPE_CHECKING:
    from tests.conftest import MovableClock


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    yield from fresh_database(tmp_path)


def refusal(file: bytes) -> dict[str, int | str]:
    with pytest.raises(errors.PackRefused) as refused:
        read_pack(file)
    return refused.value.facts


# ── A good one ──────────────────────────────────────────────────────────────────────────────────────────────────
def test_a_pack_brings_its_line_and_everything_of_the_country_it_builds_on() -> None:
    pack = read_pack(signed())
    region = pack.region("ru")
    kz = load_region("kz", "ru")
    assert (pack.id, region.name, region.language) == ("river_house_pack", "Дом у реки", "ru")
    assert [one.value for one in region.lines] == ["102", "112", "103", "8 700 000 00 11", "111", "150"]
    assert region.cards == kz.cards
    assert region.phrases == kz.phrases
    assert region.dying_lines == kz.dying_lines
    assert region.always_text("danger_now") == "112. Дом у реки."
    assert region.signer == fingerprint(pack.key)


def test_what_the_organisation_says_itself_counts_more_than_what_ships() -> None:
    text = (
        pack_text()
        .replace('id = "river_house"\n', 'id = "state_111"\n')
        .replace("lines.river_house", "lines.state_111")
    )
    region = read_pack(signed(text)).region("kk")
    assert [one.id for one in region.lines if one.value == "111"] == []
    assert next(one.value for one in region.lines if one.id == "state_111") == "8 700 000 00 11"


def test_a_pack_can_stand_alone_and_speaks_its_own_language_where_hers_is_missing() -> None:
    pack = read_pack(signed(pack_text(builds_on="", languages="kk")))
    region = pack.region("en")
    assert (region.language, region.languages) == ("kk", ("kk",))
    assert [one.value for one in region.lines] == ["8 700 000 00 11"]
    assert region.lines[0].hours == "Мұны таппадық."
    assert region.lines[0].expired(date(2027, 2, 18))


def test_the_fingerprint_is_the_signer_s_in_figures_and_in_ten_words() -> None:
    key, other = read_pack(signed()).key, read_pack(signed(seed=OTHER_SEED)).key
    assert fingerprint(key) != fingerprint(other)
    assert [len(group) for group in fingerprint(key).split(" ")] == [4] * 8
    for language in ("kk", "ru", "en"):
        words = fingerprint_words(key, language)
        assert len(words) == 10
        assert set(words) <= set(word_list(language))
        assert words != fingerprint_words(other, language)


def test_a_pinned_key_lets_only_its_own_packs_in() -> None:
    file = signed()
    key = read_pack(file).key
    assert read_pack(file, allowed_keys=(key,)).id == "river_house_pack"
    with pytest.raises(errors.PackRefused) as refused:
        read_pack(signed(seed=OTHER_SEED), allowed_keys=(key,))
    assert refused.value.facts["reason"] == "signer"


# ── Anything else ───────────────────────────────────────────────────────────────────────────────────────────────
def test_one_changed_letter_is_a_broken_signature() -> None:
    file = signed()
    assert refusal(file.replace(b"8 700", b"8 701", 1)) == {"reason": "changed"}
    assert refusal(file.replace(b"\n", b"\r\n")) == {"reason": "kind"}
    head, rest = file.split(b"\n\n", 1)
    assert refusal(head + b"\r\n\r\n" + rest) == {"reason": "changed"}
    key = read_pack(signed(seed=OTHER_SEED)).key.encode()
    assert refusal(file.replace(read_pack(file).key.encode(), key)) == {"reason": "changed"}
    assert refusal(file.replace(read_pack(file).key.encode(), b"0" * 64)) == {"reason": "changed"}


def test_other_files_are_refused_by_what_is_wrong_with_them() -> None:
    assert refusal(b"") == {"reason": "kind"}
    assert refusal(pack_text().encode()) == {"reason": "kind"}
    assert refusal(b"\xef\xbb\xbf" + signed()) == {"reason": "kind"}
    assert refusal(b"\xff\xd8\xff\xe0 a picture") == {"reason": "text"}
    assert refusal(signed_as_it_is(b"\xff\xfe")) == {"reason": "text"}
    assert refusal(b"#" * (LARGEST + 1)) == {"reason": "large"}


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ('id = "river_house_pack"', 'id = "../../kz"', "id"),
        ('id = "river_house_pack"', 'id = "kz"', "id"),
        ('id = "river_house_pack"', "id = 7", "id"),
        ('builds_on = "kz"', 'builds_on = "../../../etc"', "builds_on"),
        ('builds_on = "kz"', "builds_on = true", "builds_on"),
        ('languages = ["ru", "kk"]', 'languages = ["ru"]', "languages"),
        ('languages = ["ru", "kk"]', 'languages = ["ru", "kk", "de"]', "languages"),
        ('languages = ["ru", "kk"]', "languages = []", "languages"),
        ('languages = ["ru", "kk"]', 'languages = "ru"', "languages"),
        ("orders = []", "", "orders"),
        ("orders = []", "orders = []\nrun = 'calc'", "run"),
        ("orders = []", "orders = 5", "orders"),
        ('value = "8 700 000 00 11"', 'value = "javascript:alert(1)"', "lines.river_house.value"),
        ('value = "8 700 000 00 11"', "value = 112", "lines.river_house.value"),
        ("emergency = false", 'emergency = "no"', "lines.river_house.emergency"),
        ("expires_on = 2027-02-18\n", "", "lines.river_house.expires_on"),
        ("expires_on = 2027-02-18", "expires_on = 2099-02-18", "lines.river_house.expires_on"),
        ("checked_on = 2026-11-20", 'checked_on = "yesterday"', "lines.river_house.checked_on"),
        ('sources = ["house"]\nsource_date', "sources = []\nsource_date", "lines.river_house.sources"),
        ('sources = ["house"]\nsource_date', 'sources = ["elsewhere"]\nsource_date', "sources.elsewhere"),
        ('name = "Дом у реки"\npurpose', 'nam = "Дом у реки"\npurpose', "lines.river_house"),
        ('name = "Дом у реки"\npurpose', 'name = "   "\npurpose', "lines.river_house.name"),
        ('name = "Дом у реки"\npurpose', 'name = "11\\u202e8"\npurpose', "words.ru.lines.river_house.name"),
        ('name = "Дом у реки"\npurpose', 'name = "a\\u0000b"\npurpose', "words.ru.lines.river_house.name"),
        ('name = "Дом у реки"\npurpose', f'name = "{"д" * 601}"\npurpose', "lines.river_house.name"),
        ('name = "Дом у реки"\npurpose', f'name = "{"д" * 5000}"\npurpose', "line 5"),
        ('danger_now = "112. ', 'danger_now = "Call. ', "words.ru.always.danger_now"),
        ('about = []', 'about = ["[["', "line 45"),
    ],
)  # fmt: skip
def test_a_signature_does_not_make_nonsense_right(old: str, new: str, where: str) -> None:
    """Whoever signed it: each mistake is named by its place, and the place holds nothing but names of fields."""
    text = pack_text()
    assert old in text
    facts = refusal(signed_as_it_is(text.replace(old, new, 1).encode()))
    assert facts["reason"] == "words"
    assert str(facts["where"]).startswith(where)
    with pytest.raises(errors.PackRefused):
        sign_pack(text.replace(old, new, 1).encode(), SEED)


def test_a_place_in_the_file_cannot_become_a_sentence_on_the_screen() -> None:
    text = pack_text().replace("orders = []", '"Give us your passphrase! <b>" = 1\norders = []', 1)
    assert refusal(signed_as_it_is(text.encode()))["where"] == "?"


@pytest.mark.parametrize(
    "body",
    [
        "a = " + "[\n" * 20000,
        "a = " + "{ a = " * 600,
        "".join(f"{'a.' * 1990}b{row} = 1\n" for row in range(250)),
        "\n".join(f"[{'x.' * 1900}y{row}]" for row in range(250)),
        "x = '''" + "\n" * 900_000,
        "[[lines]]\n" * 90_000,
        "a" * 1_000_000,
    ],
    ids=["nested lists", "nested tables", "dotted keys", "dotted tables", "unclosed", "many rows", "one line"],
)
def test_a_file_made_to_keep_the_program_busy_is_refused_soon(body: str) -> None:
    begun = time.thread_time()
    assert refusal(signed_as_it_is(body.encode()))["reason"] == "words"
    assert time.thread_time() - begun < 5


@settings(max_examples=120, deadline=None)
@given(data=st.data())
def test_damaged_but_signed_files_are_refused_and_never_a_traceback(data: st.DataObject) -> None:
    content = pack_text().encode()
    start = data.draw(st.integers(0, len(content)))
    length = data.draw(st.integers(0, 200))
    put_in = data.draw(st.binary(max_size=8) | st.text(max_size=8).map(str.encode))
    with contextlib.suppress(errors.PackRefused):
        assert read_pack(signed_as_it_is(content[:start] + put_in + content[start + length :])).regions


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_at_all_are_refused(file: bytes) -> None:
    assert refusal(file)["reason"] in ("text", "kind")


@settings(max_examples=100, deadline=None)
@given(st.integers(0), st.integers(1, 255))
def test_any_flipped_byte_of_a_signed_file_is_refused(place: int, flip: int) -> None:
    file = bytearray(signed())
    file[place % len(file)] ^= flip
    assert refusal(bytes(file))["reason"] in ("text", "kind", "changed")


# ── Files on the disk ───────────────────────────────────────────────────────────────────────────────────────────
def test_only_ordinary_files_up_to_a_megabyte_are_read(tmp_path: Path) -> None:
    good, large, pipe = tmp_path / "good.toml", tmp_path / "large.toml", tmp_path / "pipe"
    good.write_bytes(signed())
    large.write_bytes(b"#" * (LARGEST + 1))
    os.mkfifo(pipe)
    assert read_file(good) == signed()
    with pytest.raises(errors.PackRefused):
        read_file(large)
    for place in (pipe, tmp_path, tmp_path / "nothing", Path("/dev/zero"), Path("a\0b")):
        with pytest.raises(errors.FileUnreadable):
            read_file(place)


def test_an_organisation_makes_a_key_signs_and_checks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    key, pack, out = tmp_path / "our.key", tmp_path / "our.toml", tmp_path / "signed.toml"
    pack.write_text(pack_text())
    assert pack_tool.main(["new-key", str(key)]) == 0
    assert key.stat().st_mode & 0o077 == 0
    assert pack_tool.main(["sign", str(key), str(pack), str(out)]) == 0
    assert pack_tool.main(["check", str(out)]) == 0
    said = capsys.readouterr().out
    signer = read_pack(out.read_bytes()).key
    assert said.count(fingerprint(signer)) == 3
    assert " ".join(fingerprint_words(signer, "kk")) in said
    assert key.read_text().strip() not in said
    assert body_of(out.read_bytes()) == pack_text()


def test_the_tool_writes_over_nothing_and_signs_nothing_that_would_be_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    key, pack, out = tmp_path / "our.key", tmp_path / "our.toml", tmp_path / "signed.toml"
    pack.write_text(pack_text().replace("emergency = false\n", ""))
    assert pack_tool.main(["new-key", str(key)]) == 0
    before = key.read_bytes()
    assert pack_tool.main(["new-key", str(key)]) == 1
    assert key.read_bytes() == before
    assert pack_tool.main(["sign", str(key), str(pack), str(out)]) == 1
    assert "lines.river_house" in capsys.readouterr().err
    assert not out.exists()
    assert pack_tool.main(["sign", str(pack), str(pack), str(out)]) == 1
    assert pack_tool.main(["check", str(pack)]) == 1
    assert pack_tool.main([]) == 2


def test_the_example_in_the_documents_can_be_signed_and_read() -> None:
    body = (Path(__file__).parents[2] / "docs/region-pack-example.toml").read_bytes()
    region = read_pack(sign_pack(body, SEED)).region("ru")
    assert [one.value for one in region.lines] == ["102", "112", "103", "8 700 000 00 11", "111", "150"]
    assert region.lines[3].by_message == "Этого мы не нашли."


def test_every_field_of_the_format_is_described() -> None:
    text = (Path(__file__).parents[2] / "docs/region-packs.md").read_text()
    fields = {*FACT_KEYS, *WORD_KEYS, "builds_on", "spoken"}
    for kind in LISTS.values():
        fields |= {*kind.shape.__struct_fields__, *kind.words.__struct_fields__}
    assert [one for one in sorted(fields) if not re.search(rf"\b{one}\b", text)] == []


# ── In the store ────────────────────────────────────────────────────────────────────────────────────────────────
def test_a_loaded_pack_is_chosen_read_and_removed(db: Database, clock: MovableClock) -> None:
    kept = loaded_packs.keep_pack(db, clock, signed(), "kk")
    assert loaded_packs.list_packs(db) == (kept,)
    assert kept.name == "Өзен үйі"
    now = her_settings.set(db, clock, "region", kept.region)
    assert loaded_packs.region(db, now.region, "ru").name == "Дом у реки"
    assert loaded_packs.region(db, "ew", "ru") == load_region("ew", "ru")
    assert loaded_packs.remove_pack(db, clock, kept.id).region == "kz"
    assert loaded_packs.list_packs(db) == ()
    with pytest.raises(errors.NotThere):
        loaded_packs.region(db, kept.region, "ru")
    with pytest.raises(errors.NotThere):
        loaded_packs.remove_pack(db, clock, kept.id)


def test_removing_a_pack_that_is_not_chosen_leaves_the_choice(db: Database, clock: MovableClock) -> None:
    kept = loaded_packs.keep_pack(db, clock, signed(), "kk")
    her_settings.set(db, clock, "region", "ew")
    assert loaded_packs.remove_pack(db, clock, kept.id).region == "ew"


def test_a_new_edition_by_the_same_signer_takes_the_place_of_the_old_one(db: Database, clock: MovableClock) -> None:
    first = loaded_packs.keep_pack(db, clock, signed(), "kk")
    clock.move(days=1)
    second = loaded_packs.keep_pack(db, clock, signed(pack_text(edition="2026-12-01")), "kk")
    assert second.id == first.id
    assert loaded_packs.region(db, second.region, "kk").edition == "2026-12-01"
    with pytest.raises(errors.PackRefused) as refused:
        loaded_packs.keep_pack(db, clock, signed(), "kk")
    assert refused.value.facts == {"reason": "older"}
    assert loaded_packs.region(db, second.region, "kk").edition == "2026-12-01"
    loaded_packs.keep_pack(db, clock, signed(seed=OTHER_SEED), "kk")
    loaded_packs.keep_pack(db, clock, signed(pack_text(id="another")), "kk")
    assert len(loaded_packs.list_packs(db)) == 3


def test_what_was_kept_is_checked_again_each_time(db: Database, clock: MovableClock) -> None:
    kept = loaded_packs.keep_pack(db, clock, signed(), "kk")
    changed = signed().replace(b"8 700", b"8 701", 1)
    db.execute("UPDATE loaded_pack SET document = ? WHERE id = ?", (changed, kept.id))
    with pytest.raises(errors.PackRefused):
        loaded_packs.region(db, kept.region, "kk")
    assert loaded_packs.region_shown(db, kept.region, "kk") == load_region("kz", "kk")
    assert loaded_packs.region_shown(db, "pack:gone", "kk") == load_region("kz", "kk")
    assert loaded_packs.region_shown(db, "intl", "kk") == load_region("intl", "kk")
    db.execute("UPDATE loaded_pack SET document = ? WHERE id = ?", (signed(seed=OTHER_SEED), kept.id))
    with pytest.raises(errors.PackRefused):
        loaded_packs.region(db, kept.region, "kk")


def test_where_one_signer_is_allowed_what_others_signed_is_as_if_it_were_not_there(
    db: Database, clock: MovableClock
) -> None:
    """A store may come from a computer on which every signer was taken."""
    key = read_pack(signed()).key
    own = loaded_packs.keep_pack(db, clock, signed(), "kk", (key,))
    with pytest.raises(errors.PackRefused) as refused:
        loaded_packs.keep_pack(db, clock, signed(seed=OTHER_SEED), "kk", (key,))
    assert refused.value.facts == {"reason": "signer"}
    clock.move(minutes=1)
    other = loaded_packs.keep_pack(db, clock, signed(seed=OTHER_SEED), "kk")
    assert loaded_packs.list_packs(db, (key,)) == (own,)
    assert loaded_packs.list_packs(db) == (own, other)
    assert loaded_packs.region(db, own.region, "kk", (key,)).name == "Өзен үйі"
    with pytest.raises(errors.PackRefused) as refused:
        loaded_packs.region(db, other.region, "kk", (key,))
    assert refused.value.facts == {"reason": "signer"}
    assert loaded_packs.region_shown(db, other.region, "kk", (key,)) == load_region("kz", "kk")
    assert loaded_packs.region(db, "ew", "kk", (key,)) == load_region("ew", "kk")


def test_a_refused_file_leaves_nothing_behind(db: Database, clock: MovableClock) -> None:
    for file in (b"", signed().replace(b"700", b"701", 1), signed_as_it_is(LINE.encode())):
        with pytest.raises(errors.PackRefused):
            loaded_packs.keep_pack(db, clock, file, "kk")
    assert loaded_packs.list_packs(db) == ()
