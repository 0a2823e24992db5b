"""Draws the pictures of the README: a page of the site, and its checklist as it is printed."""

import io
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
from environment import BROWSERS
from PIL import Image
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parent.parent
PICTURES = ROOT / ".github" / "pictures"
PAGE = "takeaways/fundamentals"
# So few colours keep each picture below 150 kB.
COLOURS = 48


def main() -> None:
    """Build the site, and take both pictures from it."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", folder]
        address = {"SITE_URL": "https://handbook.example/"}
        subprocess.run(command, cwd=ROOT, env=os.environ | address, check=True)
        site = Path(folder)
        keep(of_page(site / PAGE / "index.html"), "page.png")
        keep(of_paper(site / "checklists" / f"{PAGE}.a4.pdf"), "checklist.png")


def of_page(file: Path) -> Image.Image:
    """Return the upper part of a page as a browser shows it."""
    path = next(found for name in BROWSERS if (found := shutil.which(name)))
    # The sandbox needs rights that containers do not give; the page is our own.
    arguments = ["--no-sandbox", "--disable-gpu", "--allow-file-access-from-files"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=arguments)
        page = browser.new_page(viewport={"width": 1280, "height": 800}, color_scheme="light")
        page.goto(file.as_uri())
        picture = page.screenshot(animations="disabled")
        browser.close()
    return Image.open(io.BytesIO(picture))


def of_paper(file: Path) -> Image.Image:
    """Return the first page of a PDF, 100 dots to the inch."""
    with pypdfium2.PdfDocument(file) as document:
        found: Image.Image = document[0].render(scale=100 / 72, may_draw_forms=True).to_pil()
    return found


def keep(picture: Image.Image, name: str) -> None:
    """Write a picture with few colours."""
    few = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    few.save(PICTURES / name, optimize=True)
    print(f"wrote {(PICTURES / name).relative_to(ROOT)}")


if __name__ == "__main__":
    main()
