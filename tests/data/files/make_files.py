"""Makes the small files of this folder; run once by hand, the results are committed.

May touch: this folder. Must never hold a real photo: every picture is painted here, every claim is invented.
"""

from __future__ import annotations

import io
from pathlib import Path

import pillow_heif
import typst
from PIL import Image, ImageDraw, TiffImagePlugin

HERE = Path(__file__).parent
CORNERS = {"red": (0, 0), "green": (1, 0), "blue": (0, 1), "yellow": (1, 1)}


def quarters(width: int, height: int) -> Image.Image:
    """Red top left, green top right, blue bottom left, yellow bottom right."""
    image = Image.new("RGB", (width, height), "white")
    draw = ImageDraw.Draw(image)
    for colour, (x, y) in CORNERS.items():
        left, top = x * width // 2, y * height // 2
        draw.rectangle((left, top, left + width // 2 - 1, top + height // 2 - 1), fill=colour)
    return image


def claims(orientation: int) -> Image.Exif:
    """Invented EXIF data: a moment, a place, a device."""
    exif = Image.Exif()
    exif[0x010F], exif[0x0110], exif[0x0112] = "Lantern", "Lantern K2", orientation
    exif.get_ifd(0x8769).update({0x9003: "2026:03:01 14:20:05", 0x9011: "+05:00"})
    rational = TiffImagePlugin.IFDRational
    place = {1: "N", 2: (rational(43), rational(14), rational(1989, 100))}
    place |= {3: "E", 4: (rational(76), rational(53), rational(2292, 100))}
    exif.get_ifd(0x8825).update(place)
    return exif


def main() -> None:
    """Write all files."""
    stored = quarters(160, 120)
    # Orientation 6: the camera was turned; upright it is 120 wide and 160 high.
    stored.save(HERE / "turned.jpg", quality=92, exif=claims(6))
    stored.save(HERE / "plain.png")
    stored.save(HERE / "plain.webp", lossless=True)
    stored.save(HERE / "plain.gif")
    stored.save(HERE / "plain.bmp")
    stored.save(HERE / "plain.tiff", compression="tiff_lzw")
    heic = io.BytesIO()
    pillow_heif.from_pillow(stored).save(heic, quality=90, exif=claims(1).tobytes())
    (HERE / "plain.heic").write_bytes(heic.getvalue())
    (HERE / "broken.heic").write_bytes(heic.getvalue()[: len(heic.getvalue()) * 2 // 3])
    text = "#set page(width: 200pt, height: 300pt, margin: 20pt)\n= One\n#pagebreak()\n= Two\n#pagebreak()\n= Three\n"
    (HERE / "three_pages.pdf").write_bytes(typst.compile(text.encode()))


if __name__ == "__main__":
    main()
