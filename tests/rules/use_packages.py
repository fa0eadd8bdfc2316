"""Uses each package as the program uses it, for eyes that look on: `python use_packages.py NAME...`.

Not a test; run by test_dependencies.py under strace, in an empty folder with canaries for a home. What Python itself
notices (an audit hook) is written to the output: sockets, programs started, files opened for writing.
"""

from __future__ import annotations

import contextlib
import io
import os
import sys
import wave
from collections.abc import Callable
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FILES = ROOT / "tests" / "data" / "files"
WATCHED = (
    "socket.",
    "subprocess.",
    "os.exec",
    "os.posix_spawn",
    "os.system",
    "os.fork",
    "os.spawn",
    "urllib.",
    "http.",
)
WATCHED += (
    "ftplib.",
    "smtplib.",
    "webbrowser.",
    "shutil.",
    "tempfile.",
    "os.mkdir",
    "os.rename",
    "os.remove",
    "os.link",
)


def heard(event: str, arguments: tuple[object, ...]) -> None:
    writes = event == "open" and (
        any(letter in str(arguments[1] or "") for letter in "wax+")
        or bool(int(str(arguments[2] or 0)) & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))
    )
    if writes or event.startswith(WATCHED):
        print(f"heard {event} {arguments!r}", flush=True)


def av() -> None:
    from ui.player_decode import Recording, preload
    from ui.player_wire import From

    held = io.BytesIO()
    with wave.open(held, "wb") as sound:
        sound.setparams((1, 2, 8000, 0, "NONE", ""))
        sound.writeframes(bytes(8000))
    preload()
    recording = Recording("audio/wav", io.BytesIO(held.getvalue()))
    assert len(list(recording.play(From(0, 0, 100, 0, 0, 1 << 20)))) > 0


def cffi() -> None:
    pynacl()


def lxml() -> None:
    from lxml import etree

    assert etree.fromstring(b"<a><b/></a>").tag == "a"
    pikepdf()


def msgspec() -> None:
    from safeplan.content.guide import load_guide

    assert load_guide("en").heads


def packaging() -> None:
    from packaging.version import Version

    assert Version("1.10") > Version("1.9")
    pikepdf()


def pikepdf() -> None:
    from safeplan.handover.sealed_pdf import seal_pdf

    assert b"/Encrypt" in seal_pdf((FILES / "three_pages.pdf").read_bytes(), "lamp river bread seven")


def pillow() -> None:
    from ui import viewer_decode
    from ui.viewer import picture

    for name, kind in (("turned.jpg", "jpeg"), ("plain.png", "png"), ("plain.webp", "webp"), ("plain.tiff", "tiff")):
        viewer_decode.preload(f"image/{kind}")
        viewer_decode.decode_picture(f"image/{kind}", (FILES / name).read_bytes(), picture(30, 30))


def pillow_heif() -> None:
    from ui import viewer_decode
    from ui.viewer import picture

    viewer_decode.preload("image/heic")
    viewer_decode.decode_picture("image/heic", (FILES / "plain.heic").read_bytes(), picture(30, 30))


def platformdirs() -> None:
    from safeplan.paths import vault_files

    assert vault_files().folder.name


def pycparser() -> None:
    import pycparser

    assert pycparser.CParser().parse("int a;")


def pycryptodomex() -> None:
    pyzipper()


def pynacl() -> None:
    from safeplan.vault import keyslots

    assert any(keyslots.derive_root(bytearray(b"lamp"), keyslots.salt_of(keyslots.new_copy(0))))


def pyside6_addons() -> None:
    from PySide6.QtMultimedia import QAudioFormat

    from ui import viewer_pdf
    from ui.viewer import pdf_page

    pyside6_essentials()
    viewer_pdf.preload()
    assert QAudioFormat().sampleRate() == 0
    assert viewer_pdf.draw_page((FILES / "three_pages.pdf").read_bytes(), pdf_page(0, 60, 60)).width > 0


def pyside6_essentials() -> None:
    import PySide6.QtDBus
    import PySide6.QtSvg
    from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget

    application = QApplication.instance() or QApplication([])
    window = QWidget()
    column = QVBoxLayout(window)
    column.addWidget(QLabel("lamp"))
    column.addWidget(QLineEdit("river"))
    window.show()
    application.processEvents()
    assert not window.grab().isNull()
    window.close()
    assert PySide6.QtSvg.QSvgRenderer(b"<svg xmlns='http://www.w3.org/2000/svg'/>") is not None


def pyzipper() -> None:
    from safeplan.handover.sealed_zip import sealing

    out = io.BytesIO()
    with sealing(out, "lamp river bread seven", "en"):
        pass
    assert out.getvalue().startswith(b"PK")


def qrcodegen() -> None:
    from qrcodegen import QrCode

    assert QrCode.encode_text("0123456789ABCDEF", QrCode.Ecc.MEDIUM).get_size() > 20


def shiboken6() -> None:
    from shiboken6 import isValid

    assert isValid(object()) is not None
    pyside6_essentials()


def sqlcipher3() -> None:
    from safeplan.paths import VaultFiles
    from safeplan.vault.container import create_vault, unlock_vault

    files = VaultFiles(Path("store").absolute())
    create_vault(files, bytearray(b"lamp river bread seven"), profile=0).close()
    unlock_vault(files, bytearray(b"lamp river bread seven")).close()


def typst() -> None:
    from safeplan.handover.record_card import compile_record_card

    words = ("lamp", "river", "bread", "seven")
    assert compile_record_card(words, "0" * 64, date(2026, 3, 2), "en").startswith(b"%PDF")


def zxcvbn() -> None:
    from safeplan.vault.passphrase import estimate

    assert not estimate("river7", ()).enough


def planted_socket() -> None:
    """What no package of ours may do: the eyes must see each of these."""
    import socket

    socket.socket(socket.AF_INET, socket.SOCK_DGRAM).close()


def planted_program() -> None:
    import subprocess

    subprocess.run(["/bin/true"], check=True)


def planted_file() -> None:
    (Path(os.environ["HOME"]) / "planted").write_text("x")


def planted_import() -> None:
    """No Python sees this one: a template that names a package of others makes the compiler itself ask for it."""
    import typst as compiler

    with contextlib.suppress(compiler.TypstError):
        compiler.compile({"main.typ": b'#import "@preview/nobody:0.0.1"'}, root=sys.executable)


USES: dict[str, Callable[[], None]] = {
    name.replace("_", "-"): use
    for name, use in globals().items()
    if callable(use) and getattr(use, "__module__", "") == __name__ and name not in ("heard",)
}

if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.addaudithook(heard)
    for name in sys.argv[1:]:
        USES[name]()
        print("used", name, flush=True)
