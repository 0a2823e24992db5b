"""Pandoc as an oracle: how it reads citations, and what its citeproc prints of references."""

import json
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pypandoc  # type: ignore[import-untyped]

PANDOC = pypandoc.get_pandoc_path()
# Prints what a citation was read as: its author unless suppressed, its key and its locator.
READ_AS = """<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"
  default-locale="en-US"><info><title>r</title><id>r</id><updated>2026-11-24T00:00:00+00:00</updated>
</info><citation><layout delimiter="¦"><text value="⟪"/><names variable="author"/><text value="|"/>
<text variable="id"/><text value="|"/><text variable="locator"/><text value="⟫"/></layout>
</citation></style>"""


def run(text: str, *arguments: str | Path) -> str:
    """Return what pandoc makes of a Markdown text."""
    command = [PANDOC, "--from=markdown-smart", "--wrap=none", *arguments]
    done = subprocess.run(command, input=text, capture_output=True, text=True, check=True)
    return done.stdout


def read_as(written: Iterable[str], keys: Iterable[str], folder: Path) -> list[str]:
    """Return how each bracket is read, such as "see ⟪A|doe|12⟫, and so¦⟪|roe|⟫", or as it is.

    `keys` are those of the works that there are; any other shows as unknown.
    """
    works = [{"id": key, "type": "book", "author": [{"literal": "A"}]} for key in sorted(set(keys))]
    (folder / "style.csl").write_text(READ_AS, "utf-8")
    (folder / "works.json").write_text(json.dumps(works), "utf-8")
    text = "".join(f"x {bracket} y\n\n" for bracket in written)
    options = (f"--csl={folder / 'style.csl'}", f"--bibliography={folder / 'works.json'}")
    shown = run(text, "--citeproc", "--to=plain", *options)
    return [line.removeprefix("x ").removesuffix(" y") for line in shown.split("\n") if line]


def printed(works: list[Any], folder: Path) -> tuple[dict[str, str], dict[str, str]]:
    """Return how each work of a CSL-JSON list is cited and how it is listed, in its order.

    The style is pandoc's own: the Chicago Manual of Style, author-date.
    """
    (folder / "works.json").write_text(json.dumps(works), "utf-8")
    text = "".join(f"[@{{{work['id']}}}]\n\n" for work in works)
    shown = run(text, "--citeproc", "--to=json", f"--bibliography={folder / 'works.json'}")
    *cited, listed = json.loads(shown)["blocks"]
    labels = {work["id"]: plain(block["c"]) for work, block in zip(works, cited, strict=True)}
    entries = {
        entry["c"][0][0].removeprefix("ref-"): plain(entry["c"][1][0]["c"]).strip()
        for entry in listed["c"][1]
    }
    return labels, entries


def plain(inlines: list[Any]) -> str:
    """Return the text of a list of pandoc's inline elements."""
    texts = []
    for inline in inlines:
        content = inline.get("c")
        if inline["t"] == "Str":
            texts.append(content)
        elif inline["t"] in {"Space", "SoftBreak"}:
            texts.append(" ")
        else:  # Emph holds its inlines, Span, Link and Cite hold them second
            texts.append(plain(content if inline["t"] == "Emph" else content[1]))
    return "".join(texts)
