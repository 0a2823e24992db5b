"""A synthetic handbook: as many pages as asked for, each of about 900 words and six items."""

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from random import Random

from benchmarks.plain import CONFIG, without

ROOT = Path(__file__).parent.parent
# A folder's pages are all in the navigation of each of them.
FOLDER_PAGES = 50
ITEMS = 6
SECTIONS = ("The core idea", "How it works", "In practice", "Practical takeaways")
LEVELS = ("entry", "mid", "senior")
PARAGRAPHS, SENTENCES = 4, 4
VOCABULARY = (
    "the a an of to in and model data error weight label test split page reader list check "
    "value signal noise curve table plot step rate cost gain loss term path fold count mean "
    "keep read write draw compare measure state name split join train score rank choose small "
    "large early late first last plain honest careful steady narrow wide"
)
WORDS = VOCABULARY.split()
PAGE = """\
---
title: {title}
description: What {title} is about.
kind: {kind}
level: [{level}]
prerequisites: []
reviewed: 2026-11-24
review_in: 180 days
checklist:
  objective: Know what {title} asks
  pause_point: Before you go on from {title}
  mode: do-confirm
---

"""


@dataclass(frozen=True)
class Size:
    """How many pages and works a handbook has, and citations each page besides its items' one."""

    pages: int
    works: int
    citations: int


def write(folder: Path, pages: int, works: int = 0, citations: int = 0) -> None:
    """Write a handbook of so many pages; the same every time.

    Without a number of works there are half as many as pages; the number of citations is that of
    a page's paragraphs, else one in ten has one.
    """
    works = works or pages // 2
    docs, random = folder / "docs", Random(pages)  # noqa: S311 - the same every time
    shutil.copytree(ROOT / "overrides", folder / "overrides")
    shutil.copytree(ROOT / "docs" / "assets", docs / "assets")
    site = (ROOT / "mkdocs.yml").read_text("utf-8").partition("\nnav:")[0] + "\n"
    (folder / "mkdocs.yml").write_text(site, "utf-8")
    (folder / CONFIG).write_text(without(site), "utf-8")
    (folder / "pyproject.toml").write_text(_settings(pages), "utf-8")
    (docs / "references.yml").write_text("\n".join(map(_work, range(works))), "utf-8")
    home = "---\ntitle: Home\ndescription: Where to begin.\nkind: page\n---\n\nBegin.\n"
    (docs / "index.md").write_text(home, "utf-8")
    for page in range(pages):
        path = docs / f"{_stem(page)}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(_page(page, Size(pages, works, citations), random), "utf-8")


def _folder(page: int) -> str:
    return f"part-{page // FOLDER_PAGES:03}"


def _stem(page: int) -> str:
    return f"{_folder(page)}/page-{page:05}"


def _settings(pages: int) -> str:
    """Return a `[tool.handbook]` with a kind for each folder."""
    kinds = {
        _folder(page): f'folder = "{_folder(page)}"\nsections = {json.dumps(SECTIONS)}\n'
        f'checklist = "{SECTIONS[-1]}"\n'
        for page in range(0, pages, FOLDER_PAGES)
    }
    tables = {"page": 'folder = "."\n', **kinds}
    return f"[tool.handbook]\nlevels = {json.dumps(LEVELS)}\n" + "".join(
        f"\n[tool.handbook.kinds.{name}]\n{table}" for name, table in tables.items()
    )


def _key(number: int) -> str:
    return f"{_family(number)}{_year(number)}".lower()


def _family(number: int) -> str:
    """Return a name of letters alone that sorts as its number does."""
    return "N" + "".join(chr(ord("a") + int(digit)) for digit in f"{number:05}")


def _year(number: int) -> int:
    return 1950 + number % 70


def _work(number: int) -> str:
    return (
        f"- id: {_key(number)}\n  type: article-journal\n"
        f"  author:\n    - {{family: {_family(number)}, given: An}}\n"
        f"  title: A study of {_family(number)}\n  container-title: A Journal\n"
        f'  issued: "{_year(number)}"\n  DOI: 10.1000/{number}\n'
    )


def _page(page: int, size: Size, random: Random) -> str:
    title, level = f"Subject {page}", ", ".join(LEVELS[page % 2 :])
    head = PAGE.format(title=title, kind=_folder(page), level=level)
    cited: list[bool] = [place < size.citations for place in range(len(SECTIONS) * PARAGRAPHS)]
    if not size.citations:
        cited = [random.random() < 0.1 for _ in cited]
    texts = (_paragraph(size, random, cites=cites) for cites in cited)
    sections = "".join(
        f"## {name}\n\n" + "\n".join(islice(texts, PARAGRAPHS)) + "\n" for name in SECTIONS
    )
    return head + sections + "".join(_items(page, size, random))


def _paragraph(size: Size, random: Random, *, cites: bool) -> str:
    """Return sentences, a line each, the last with a link and perhaps a citation."""
    sentences = [_sentence(random) for _ in range(SENTENCES - 1)]
    work = f" {_citation(size, random)}" if cites else ""
    other = f"[this page](../{_stem(random.randrange(size.pages))}.md)"
    return "\n".join([*sentences, f"See *{other}* for `more` of it{work}.\n"])


def _citation(size: Size, random: Random) -> str:
    return f"[@{_key(random.randrange(size.works))}]"


def _sentence(random: Random) -> str:
    return " ".join(random.choices(WORDS, k=13)).capitalize() + "."


def _items(page: int, size: Size, random: Random) -> Iterator[str]:
    for number in range(page * ITEMS, (page + 1) * ITEMS):
        work = f" {_citation(size, random)}" if number % ITEMS == 0 else ""
        said = f"Check {_sentence(random).lower().replace(' and ', ' of ')}"
        yield f"- [ ] {said}{work} {{#i{number:05x}}}\n"
        yield f"      Done when: {_sentence(random)[:50].lower()}.\n"
