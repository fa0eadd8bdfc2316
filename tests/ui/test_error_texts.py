"""Every failure the program can name has words, and the words keep to the rules of the house."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from safeplan import errors
from safeplan.vault.passphrase import candidates, normalise
from ui.error_texts import error_text
from ui.error_words import PACK_REASONS, REASONS, SUM_REASONS, TEXTS
from ui.widgets.passphrase_field import PassphraseField

SILENT = {"cancelled", "locked"}


def _all() -> list[type[errors.SafePlanError]]:
    found = [c for c in vars(errors).values() if isinstance(c, type) and issubclass(c, errors.SafePlanError)]
    groups = {errors.SafePlanError, errors.UserError, errors.ComputerError, errors.VaultError}
    return [c for c in found if c not in groups]


def _sentence(error: errors.SafePlanError) -> str:
    words = error_text(error)
    assert words is not None
    return words.sentence


@pytest.mark.parametrize("kind", _all(), ids=lambda k: k.__name__)
def test_every_error_has_a_sentence_and_a_way_on(kind: type[errors.SafePlanError]) -> None:
    words = error_text(kind())
    if kind.id in SILENT:
        assert words is None
        return
    assert kind.id in TEXTS
    assert words is not None
    assert words.sentence.endswith(".")
    assert words.hint


def test_after_a_wrong_passphrase_she_is_sent_to_what_can_be_wrong(qtbot: QtBot) -> None:
    """Capitals and the language of the keyboard make no difference: to check them would only cost her time."""
    chosen = normalise("чайник поёт")
    assert chosen in list(candidates("ЧАЙНИК ПОЁТ"))
    assert chosen in list(candidates("XFQYBR GJ`N"))
    field = PassphraseField(name="typed")
    qtbot.addWidget(field)
    hint = error_text(errors.WrongPassphrase()).hint
    assert f"“{field.show_box.label.text()}”" in hint
    assert not any(word in hint.casefold() for word in ("caps", "keyboard"))


def test_no_sentence_without_an_error() -> None:
    assert set(TEXTS) == {k.id for k in _all()} - SILENT


def test_numbers_and_codes_are_filled_in_and_missing_ones_do_no_harm() -> None:
    assert "entry 12" in error_text(errors.FileAlreadyKept(number=12)).sentence
    assert "K7QM-2F" in error_text(errors.Bug(code="K7QM-2F")).hint
    assert "–" in error_text(errors.RecordDamaged()).sentence


@pytest.mark.parametrize("reason", SUM_REASONS)
def test_a_refused_sum_says_why(reason: str) -> None:
    assert error_text(errors.DoorSumRefused(reason=reason)).hint == SUM_REASONS[reason]


@pytest.mark.parametrize("reason", PACK_REASONS)
def test_a_refused_file_of_an_organisation_says_why(reason: str) -> None:
    words = error_text(errors.PackRefused(reason=reason, where="lines.night"))
    assert words.hint == PACK_REASONS[reason].replace("{where}", "lines.night")


@pytest.mark.parametrize(("id_", "reason"), REASONS, ids=lambda one: one)
def test_each_cause_of_one_failure_has_words_of_its_own(id_: str, reason: str) -> None:
    (kind,) = [kind for kind in _all() if kind.id == id_]
    words = error_text(kind(reason=reason, largest=1, wanted=1, free=1, number=1))
    assert words is not None
    assert words.sentence != _sentence(kind())
    assert words.sentence.endswith(".")
    assert words.hint.endswith(".")
    assert not {"{", "–"} & set(words.sentence + words.hint)


def test_sizes_are_said_as_people_say_them() -> None:
    assert (
        _sentence(errors.DiskFull(reason="room", wanted=3 << 30, free=5 << 20))
        == "There is not enough room there: 3.0 GB is needed, 5.0 MB is free."
    )
    assert "4.0 GB" in _sentence(errors.DiskFull(reason="one_file", largest=(1 << 32) - 1))


def test_an_unknown_cause_falls_back_to_the_sentence_of_the_failure() -> None:
    assert _sentence(errors.VaultDamaged(reason="x")) == TEXTS["vault_damaged"][0]
    assert _sentence(errors.DiskFailing(code="SQLITE_IOERR")) == TEXTS["disk_failing"][0]


def test_a_stick_pulled_out_from_under_the_open_notes_is_no_broken_disk() -> None:
    assert "the stick was pulled out" in _sentence(errors.DiskFailing(code="moved"))


def test_the_words_never_shout_and_never_name_the_machinery() -> None:
    banned = ("!", "vault", "gate", "decoy", "disguise", "proof", "invalid", "error", "failed", "sql")
    reasons = [*SUM_REASONS.values(), *PACK_REASONS.values()]
    for sentence, hint in [*TEXTS.values(), *REASONS.values(), *((r, r) for r in reasons)]:
        for text in (sentence.lower(), hint.lower()):
            assert not [b for b in banned if b in text], text
