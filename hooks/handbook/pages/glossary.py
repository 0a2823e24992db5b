"""The glossary: terms and what they mean, from pages that explain one and from a file.

A page of a kind with `term` explains its title; `tags` in its front matter are other names.
`glossary.yml` has the terms without a page, other names after commas:

gradient, slope: How fast a value changes when something that it depends on does.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from handbook.configuration.settings import Settings
from handbook.files.filetext import decode
from handbook.files.yamltext import Mapping, Sequence, Text
from handbook.files.yamltext import load as load_yaml
from handbook.pages.page import Page
from handbook.pages.reader import MAX_BYTES
from handbook.pages.term import Term
from handbook.problem import Problem

# As many characters as a page's description, which defines a term as well.
LONGEST = 160


@dataclass(frozen=True)
class Glossary:
    """The file of terms as written, and the problems met."""

    src_uri: str = ""
    text: str = ""
    terms: tuple[Term, ...] = ()
    problems: tuple[Problem, ...] = ()


def terms(glossary: Glossary, settings: Settings, pages: Iterable[Page]) -> list[Term]:
    """Return all terms, those of the pages first."""
    return [
        Term((title, *_names(page)), page.get("description"), page.src_uri)
        for page in pages
        if (kind := settings.kinds.get(page.get("kind"))) and kind.term
        if isinstance(title := page.front_matter.get("title"), Text) and title.strip()
    ] + list(glossary.terms)


def _names(page: Page) -> Iterator[Text]:
    named = page.front_matter.get("tags")
    for name in named if isinstance(named, Sequence) else ():
        if isinstance(name, Text) and name.strip():
            yield name


def load(path: Path, docs: Path) -> Glossary:
    """Read the file; a missing one is empty."""
    if not path.is_file():
        return Glossary()
    return _load(path, path.relative_to(docs).as_posix(), path.stat().st_mtime_ns)


@lru_cache(maxsize=8)
def _load(path: Path, src_uri: str, _changed: int) -> Glossary:
    problems: list[Problem] = []
    text = decode(src_uri, path.read_bytes(), problems, MAX_BYTES)
    read = Glossary(src_uri) if text is None else parse(text, src_uri)
    return replace(read, problems=(*problems, *read.problems))


def parse(text: str, src_uri: str) -> Glossary:
    """Read the text of a glossary: terms and meanings."""
    value, problems = load_yaml(text, src_uri)
    found = []
    if isinstance(value, Mapping):
        for key, meaning in value.items():
            if message := _wrong(key, meaning):
                problems.append(Problem(src_uri, *value.place(key), "R902", message))
            elif isinstance(key, Text):
                found.append(Term(tuple(_split(key)), str(meaning), src_uri))
    elif value is not None:
        message = "The glossary must be terms and meanings, such as 'gradient: How steep it is.'"
        problems.append(Problem(src_uri, value.line, value.col, "R902", message))
    return Glossary(src_uri, text, tuple(found), tuple(problems))


def _wrong(key: str, meaning: object) -> str:
    if not all(name.strip() for name in key.split(",")):
        return f"'{key}' has an empty name. Write a term, and other names after commas."
    if not isinstance(meaning, Text) or not meaning.strip():
        return f"The term '{key}' has no meaning. Write a sentence after the colon."
    if len(meaning) > LONGEST:
        number = len(meaning)
        return f"'{key}' is explained in {number} characters; at most {LONGEST} fit beside a text."
    return ""


def _split(key: Text) -> Iterator[Text]:
    offset = 0
    for part in key.split(","):
        name = Text(part.strip())
        name.line, name.col = key.line, key.col + offset + len(part) - len(part.lstrip())
        offset += len(part) + 1
        yield name


def arranged(glossary: Glossary) -> str:
    """Return the file with its terms sorted; a comment above a term moves with it.

    One that has problems stays as it is.
    """
    if glossary.problems or not glossary.terms:
        return glossary.text
    lines = glossary.text.rstrip("\n").split("\n")
    starts = [_start(lines, term.names[0].line - 1) for term in glossary.terms]
    blocks = [
        lines[start:end] for start, end in zip(starts, [*starts[1:], len(lines)], strict=True)
    ]
    pairs = sorted(zip(glossary.terms, blocks, strict=True), key=lambda pair: pair[0].order)
    head = lines[: starts[0]]
    return "\n".join([*head, *(line for _, block in pairs for line in block)]) + "\n"


def _start(lines: list[str], at: int) -> int:
    """Return the first line of the comment above a line, or that line."""
    while at and lines[at - 1].startswith("#"):
        at -= 1
    return at
