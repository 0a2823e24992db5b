"""Computed values: what the worked examples found, as the pages print it.

`NAME.json` holds the values of an example, `NAME.FIGURE.html` one of its figures or tables.
A page says `{=NAME.VALUE}`.
"""

import json
import re
from functools import lru_cache
from pathlib import Path

from handbook.files.filetext import changed
from handbook.syntax.marks import MARK

VALUE = re.compile(rf"\{{=(?P<mark>{MARK})?(?P<name>[\w.]+)\}}")


def load(folder: Path) -> dict[str, str]:
    """Return `name.value` -> text or HTML for all examples of a folder."""
    files = sorted([*folder.glob("*.json"), *folder.glob("*.html")])
    found: dict[str, str] = {}
    for path in files:
        found.update(_read(str(path), changed(path)))
    return found


def value(folder: Path, name: str) -> str | None:
    """Return what stands under one name, without a look at the other examples."""
    for file in (f"{name.partition('.')[0]}.json", f"{name}.html"):
        path = f"{folder}/{file}"
        if (found := changed(path)) and name in (values := _read(path, found)):
            return values[name]
    return None


@lru_cache(maxsize=256)
def _read(name: str, _changed: int) -> dict[str, str]:
    path = Path(name)
    text = path.read_text("utf-8")
    if path.suffix == ".html":
        return {path.stem: text.strip()}
    return {f"{path.stem}.{name}": value for name, value in json.loads(text).items()}


def is_figure(value: str) -> bool:
    """Tell an HTML fragment, which stands alone, from a value, which stands in a sentence."""
    return value.startswith("<")
