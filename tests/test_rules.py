"""Each rule against pages that break it: Markdown cases, and files that are no Markdown."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from handbook.rules import RULES
from rules import found

CASES = sorted((Path(__file__).parent / "cases" / "rules").glob("*.md"))
SEPARATOR = "=== problems\n"
SOURCE = Path(__file__).parent.parent / "hooks" / "handbook"


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
            "habits/case.md:2:10: R006 This YAML can't be read: "
            "the invisible sign U+0007 stands here. Take it out.",
        ),
        bytes_case(
            "no-line-end",
            lambda data: data.rstrip(),
            "habits/case.md:25:25: R022 The last line has no line end. Run 'handbook check --fix'.",
        ),
        bytes_case("empty-file", lambda _: b"", "habits/case.md:1:1: R305 The page has no front "
                   "matter. Begin with '---', 'title: ...', '---'."),
        bytes_case("marks-typed-by-the-author", lambda data: data + "\U000f0000\n".encode()),
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
    message = "There is no page in docs/. Write the first one, such as this."
    assert found(study) == [f"index.md:1:1: R005 {message}"]


def test_no_docs_folder(study: Path) -> None:
    """A docs folder that is not there has no pages either."""
    (study / "docs").rename(study / "elsewhere")
    message = "There is no page in docs/. Write the first one, such as this."
    assert found(study) == [f"index.md:1:1: R005 {message}"]


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
    other.write_text(text.replace("kind: habit", "kind: page").split("\n## Why", maxsplit=1)[0])
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


def test_link_that_leads_out_of_docs(study: Path, tmp_path: Path) -> None:
    """A file or folder that an engine would publish from elsewhere is reported, one inside not."""
    (tmp_path / "secret").mkdir()
    (study / "docs/leak.txt").symlink_to(tmp_path / "secret" / "none.txt")
    (study / "docs/habits/leak").symlink_to(tmp_path / "secret", target_is_directory=True)
    (study / "docs/inside.md").symlink_to(study / "docs/index.md")
    message = (
        "R012 This link leads out of the docs folder, and what it leads to would be published. "
        "Put the file itself here."
    )
    told = [problem for problem in found(study) if "R012" in problem]
    assert told == [f"habits/leak:1:1: {message}", f"leak.txt:1:1: {message}"]


def test_more_places_than_can_be_told_apart(study: Path) -> None:
    """A page of tags without end is reported, so that none of them goes unseen."""
    page = study / "docs/habits/test-yourself.md"
    page.write_text(page.read_text("utf-8") + "\n" + "<b>\n" * 65_600, "utf-8")
    told = [problem for problem in found(study) if "R013" in problem]
    message = "R013 The page has more than 65,534 links, tags and the like. Split it."
    assert told == [f"habits/test-yourself.md:1:1: {message}"]


@pytest.mark.parametrize("number", [1, 9, 10, 40])
def test_number_of_items(number: int, study: Path) -> None:
    """Nine items are a checklist, and more are one problem at the tenth."""
    page = case_text().partition("- [ ]")[0]
    items = [f"- [ ] Do part {part}. {{#c{part:03}}}\n" for part in range(number)]
    (study / "docs/habits/case.md").write_text(page + "".join(items))
    problem = (
        f"habits/case.md:34:1: R513 The checklist has {number} items; one pause point takes "
        "at most nine. Take out what nobody forgets, or move items to a page with a pause point "
        "of its own."
    )
    # What is too much for a mind may be too much for a page as well.
    others = [line for line in found(study) if " R520 " not in line]
    assert others == ([problem] if number > 9 else [])


def test_every_rule_is_listed_and_tried() -> None:
    """Each rule that the code raises is in the table, and each in the table has a case."""
    code = "".join(path.read_text() for path in SOURCE.rglob("*.py"))
    here = Path(__file__).parent
    tests = [*(here / "cases").rglob("*.md"), *here.rglob("test_*.py")]
    tried = "".join(path.read_text("utf-8") for path in tests)
    raised = set(re.findall(r'"(R\d{3})"', code))
    assert raised == set(RULES)
    assert {rule for rule in RULES if not re.search(rf"{rule} [^\n]", tried)} == set()
