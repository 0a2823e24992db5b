"""Two viewers of PDFs, Poppler and PDFium: what they read and what they show."""

import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
from PIL import Image

DPI = 150


def says(*command: str | Path) -> str:
    """Return what one of Poppler's commands prints."""
    return _run(*command).decode()


def texts(pdf: Path) -> list[str]:
    """Return the text of each page as Poppler reads it, its white space as single spaces."""
    return [" ".join(page.split()) for page in says("pdftotext", pdf, "-").split("\f")[:-1]]


def count(pdf: Path) -> int:
    """Return the number of pages."""
    lines = says("pdfinfo", pdf).splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pages:"))


def poppler(pdf: Path) -> Image.Image:
    """Return the first page as Poppler shows it, in grey."""
    data = _run("pdftoppm", "-r", str(DPI), "-png", "-singlefile", pdf)
    return Image.open(BytesIO(data)).convert("L")


def pdfium(pdf: Path) -> Image.Image:
    """Return the first page as PDFium shows it, in grey."""
    document = pypdfium2.PdfDocument(pdf)
    # PDFium draws fields only for who could fill them.
    document.init_forms()
    picture: Image.Image = document[0].render(scale=DPI / 72).to_pil().convert("L")
    document.close()
    return picture


VIEWERS: dict[str, Callable[[Path], Image.Image]] = {"poppler": poppler, "pdfium": pdfium}


def ink(picture: Image.Image, rectangle: tuple[float, float, float, float]) -> float:
    """Return the share of black in a rectangle of the page: left, bottom, right, top in points."""
    left, bottom, right, top = (side * DPI / 72 for side in rectangle)
    part = picture.crop(
        (round(left), round(picture.height - top), round(right), round(picture.height - bottom))
    )
    pixels = part.tobytes()
    return 1 - sum(pixels) / len(pixels) / 255


def _run(*command: str | Path) -> bytes:
    return subprocess.run(command, check=True, capture_output=True).stdout
