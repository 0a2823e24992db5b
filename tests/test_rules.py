"""Each rule against pages that break it: Markdown cases, and files that are no Markdown."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from handbook import book
from handbook.rules import RULES, check

CASES = sorted((Path(__file__).parent / "cases" / "rules").glob("*.md"))
SEPARATOR = "=== problems\n"
SOURCE = Path(__file__).parent.parent / "hooks" / "handbook"


def found(root: Path) -> list[str]:
    """Return the problems of a handbook as its authors read them."""
    return [str(problem) for problem in check(book.load(root))]


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_case(case: Path, study: Path) -> None:
    """A page has exactly the problems that its case lists."""
    text, _, expected = case.read_text("utf-8").partition(SEPARATOR)
    (study / "docs/habits/case.md").write_text(text, "utf-8")
    assert found(study) == expected.splitlines()


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_case_with_crlf(case: Path, study: Path) -> None:
    """Line ends of Windows are one problem more, and no place moves."""
    text, _, expected = case.read_text("utf-8").partition(SEPARATOR)
    data = text.encode().replace(b"\n", b"\r\n")
    (study / "docs/habits/case.md").write_bytes(data)
    col = text.index("\n") + 1
    crlf = f"habits/case.md:1:{col}: R003 Lines end with CR. Save the file with LF line ends."
    assert sorted(found(study)) == sorted([crlf, *expected.splitlines()])


def case_text() -> str:
    """Return a page without a problem."""
    return next(path for path in CASES if path.stem == "sound-page").read_text().split(SEPARATOR)[0]


def bytes_case(name: str, change: Callable[[bytes], bytes], *expected: str) -> object:
    """Return a case of bytes: a sound page, changed, and its problems."""
    return pytest.param(change, expected, id=name)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        bytes_case(
            "not-utf-8",
            lambda data: data.replace(b"Do it.", "Fällt".encode("latin-1")),
            "habits/case.md:21:2: R001 Byte 0xE4 is not UTF-8. Save the file as UTF-8.",
        ),
        bytes_case(
            "byte-order-mark",
            lambda data: b"\xef\xbb\xbf" + data,
            "habits/case.md:1:1: R002 The file begins with a byte order mark. "
            "Save it as UTF-8 without one.",
        ),
        bytes_case(
            "two-megabytes",
            lambda data: data + b"x" * (2_000_000 - len(data)),
            "habits/case.md:1:1: R004 The page has 2,000,000 bytes; at most 1,000,000 are read. "
            "Split it.",
        ),
        bytes_case(
            "control-character-in-yaml",
            lambda data: data.replace(b"A case", b"A \x07 case"),
            "habits/case.md:2:1: R006 This YAML can't be read: "
            "unacceptable character #x0007: control characters are not allowed.",
        ),
        bytes_case("empty-file", lambda _: b"", "habits/case.md:1:1: R305 The page has no front "
                   "matter. Begin with '---', 'title: ...', '---'."),
        bytes_case("marks-typed-by-the-author", lambda data: data + "\U000f0000".encode()),
    ],
)  # fmt: skip
def test_bytes(change: Callable[[bytes], bytes], expected: tuple[str, ...], study: Path) -> None:
    """Bytes that are no page are reported once, at their place."""
    (study / "docs/habits/case.md").write_bytes(change(case_text().encode()))
    assert found(study) == list(expected)


def test_no_pages(study: Path) -> None:
    """A docs folder without pages is one problem."""
    for path in (study / "docs").rglob("*.md"):
        path.unlink()
    message = "docs:1:1: R005 There is no page here. Write the first one, such as index.md."
    assert found(study) == [message]


def test_no_docs_folder(study: Path) -> None:
    """A docs folder that is not there has no pages either."""
    (study / "docs").rename(study / "elsewhere")
    message = "docs:1:1: R005 There is no page here. Write the first one, such as index.md."
    assert found(study) == [message]


def test_kind_with_sections_and_no_checklist(study: Path) -> None:
    """A page with sections says whom it serves and when it was reviewed, and needs no checklist."""
    page = study / "docs/terms/recall.md"
    page.parent.mkdir()
    matter = "title: Recall\ndescription: To bring back.\nkind: term\n"
    page.write_text(f"---\n{matter}---\n\n## Meaning\n\nTo bring back.\n")
    assert found(study) == [
        f"terms/recall.md:2:1: R302 Front matter has no '{key}'. Add it."
        for key in ("level", "prerequisites", "review_in", "reviewed")
    ]
    more = "level: [pupil]\nprerequisites: []\nreviewed: 2026-11-24\nreview_in: 365 days\n"
    page.write_text(f"---\n{matter}{more}---\n\n## Meaning\n\nTo bring back.\n")
    assert found(study) == []


def test_same_title_and_address(study: Path) -> None:
    """Two pages with one title, or one address, are told apart by neither reader nor engine."""
    text = case_text()
    (study / "docs/habits/case.md").write_text(text)
    other = study / "docs/habits/Case/index.md"
    other.parent.mkdir()
    other.write_text(text.replace("kind: habit", "kind: page").split("## Why", maxsplit=1)[0])
    assert found(study) == [
        "habits/Case/index.md:4:1: R306 A page of kind 'page' stands in docs itself. "
        "Move it, or change 'kind'.",
        "habits/case.md:1:1: R010 The address 'habits/case/' is that of habits/Case/index.md too. "
        "Change one of them.",
        "habits/case.md:2:1: R009 The title 'A case' is that of habits/Case/index.md too. "
        "Change one of them.",
    ]


def test_page_where_a_generated_one_goes(study: Path) -> None:
    """A person's page in the way of a generated one is reported and kept."""
    (study / "docs/bibliography.md").write_text(
        "---\ntitle: Mine\ndescription: My own.\nkind: page\n---\n\nMine.\n"
    )
    assert found(study) == [
        "bibliography.md:1:1: R011 A generated file goes here. Move yours to another path."
    ]


ENTRY = """
- id: new2020
  type: webpage
  author:
    - {literal: Someone}
  title: Something
  issued: "2020"
  URL: https://www.rfc-editor.org/
"""


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param(("  issued: \"2020\"\n", ""),
            "27:3: R201 'new2020' is of type webpage and has no issued.", id="missing-field"),
        pytest.param(("  URL: https://www.rfc-editor.org/\n", ""),
            "27:3: R201 'new2020' has no DOI, ISBN or URL. Add the one it has.\n"
            "27:3: R201 'new2020' is of type webpage and has no URL.", id="no-identifier"),
        pytest.param(("- id: new2020\n  type", "- type"),
            "27:3: R201 This entry has no id. Add it.", id="no-id"),
        pytest.param(("new2020", "cepeda2006"),
            "27:3: R202 The id 'cepeda2006' is that of the entry at line 1 too. Change one.",
            id="duplicate-id"),
        pytest.param(("webpage", "web-page"),
            "28:3: R203 'web-page' is not a type used here. Did you mean 'webpage'? Types: article,"
            " article-journal, book, chapter, legislation, paper-conference, report, speech,"
            " standard, thesis, webpage.", id="unknown-type"),
        pytest.param(("https://www.rfc-editor.org/", "'@@N8NLINK0@@'"),
            "33:9: R204 '@@N8NLINK0@@' is a placeholder. Write what it stands for, "
            "or take the entry out.", id="placeholder-link"),
        pytest.param(("Something", "TODO find the title"),
            "31:10: R204 'TODO' is a placeholder. Write what it stands for, "
            "or take the entry out.", id="placeholder-todo"),
        pytest.param(("{literal: Someone}", "{literal: '{{author}}'}"),
            "30:18: R204 '{{author}}' is a placeholder. Write what it stands for, "
            "or take the entry out.", id="placeholder-braces"),
        pytest.param(("    - {literal: Someone}", "    - Someone"),
            "30:7: R205 A name must have 'family' and 'given', or 'literal' for an institution.",
            id="name-as-text"),
        pytest.param(("author:\n    - {literal: Someone}", "author: Someone"),
            "29:3: R205 'author' must be a list.", id="authors-as-text"),
        pytest.param(('"2020"', "2020-02-30"),
            "32:11: R205 'issued' is '2020-02-30', a date that does not exist.", id="no-such-date"),
        pytest.param(('"2020"', "last year"),
            "32:11: R205 'issued' is 'last year', which is not a date. "
            "Write it as 2015, 2015-06 or 2015-06-12.", id="not-a-date"),
        pytest.param(('"2020"', "{date-parts: [[2020]]}"),
            "32:3: R205 'issued' must be a text.", id="date-parts"),
        pytest.param(("  title:", "  titel:"),
            "31:3: R206 'titel' is not a known field. Did you mean 'title'?", id="unknown-field"),
        pytest.param(("  title:", "  URL: x\n  title:"),
            "34:3: R007 'URL' stands twice; first at line 31. Keep one.", id="duplicate-key"),
        pytest.param(("  title: Something", "  title: Some: thing"),
            "31:14: R006 This YAML can't be read: mapping values are not allowed in this context. "
            "Check indentation, colons and quotes here and above.", id="broken-yaml"),
        pytest.param(("- id: new2020\n", "- just a text\n- id: new2020\n"),
            "27:3: R207 An entry must be a mapping that begins with 'id:'.", id="entry-as-text"),
    ],
)  # fmt: skip
def test_bibliography(change: tuple[str, str], expected: str, study: Path) -> None:
    """A fault of an entry is reported at its line; citations of other entries still resolve."""
    path = study / "docs/references.yml"
    entry = ENTRY.replace(*change)
    assert entry != ENTRY
    path.write_text(path.read_text() + entry)
    problems = [p for p in found(study) if not re.search(r" R102 ", p)]
    assert problems == [f"references.yml:{line}" for line in expected.splitlines()]


def test_bibliography_as_mapping(study: Path) -> None:
    """A bibliography that is no list is one problem of its own."""
    (study / "docs/references.yml").write_text("references: none\n")
    assert found(study)[-1] == (
        "references.yml:1:1: R207 The bibliography must be a list of entries, "
        "each beginning with '- id:'."
    )


def test_every_rule_is_listed_and_tried() -> None:
    """Each rule that the code raises is in the table, and each in the table has a case."""
    code = "".join(path.read_text() for path in SOURCE.rglob("*.py"))
    tests = Path(__file__).parent.glob("test_*.py")
    tried = "".join(path.read_text() for path in [*CASES, *tests])
    raised = set(re.findall(r'"(R\d{3})"', code))
    assert raised == set(RULES)
    assert {rule for rule in RULES if not re.search(rf"{rule} [^\n]", tried)} == set()
