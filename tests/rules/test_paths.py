"""Paths in HTML, as a browser reads them."""

from pathlib import Path

import pytest

from rules import found


@pytest.mark.parametrize(
    ("page", "settings", "path", "here"),
    [
        ("habits/space-it.md", "", "../../references.yml", "habits/space-it"),
        ("habits/space-it.md", "use_directory_urls: false", "../references.yml", "habits"),
        ("habits/space-it.md", "use_directory_urls: false", "test-yourself.html", "habits"),
        ("index.md", "", "habits/space-it/", ""),
        ("index.md", "use_directory_urls: false", "habits/space-it.html", ""),
        ("index.md", "", "api/claims.json?a=b#c", ""),
    ],
)
def test_where_paths_begin(page: str, settings: str, path: str, here: str, study: Path) -> None:
    """A path begins at the address of its page, which is not always where the file is."""
    with (study / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write(settings)
    written = study / "docs" / page
    text = written.read_text("utf-8")
    written.write_text(f'{text}\nSo <a href="{path}">x</a>.\n', "utf-8")
    assert found(study) == []
    written.write_text(f'{text}\nSo <a href="x/{path}">x</a>.\n', "utf-8")
    assert found(study) == [
        f"{page}:{text.count(chr(10)) + 2}:4: R618 'x/{path}' leads to no file: in HTML, a path "
        f"begins in '/{here}'. Write it in Markdown, or from there."
    ]
