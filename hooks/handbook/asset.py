"""Assets: the style sheet, the scripts and the schemas that the generator brings to a site."""

from pathlib import Path

FOLDER = Path(__file__).parent / "assets"


def text(name: str) -> str:
    """Return an asset that is text."""
    return (FOLDER / name).read_text("utf-8")


def data(name: str) -> bytes:
    """Return the bytes of an asset."""
    return (FOLDER / name).read_bytes()
