"""`check --fix` repairs what a program can, says each change, and changes nothing else."""

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis.strategies import composite, lists, sampled_from
from markdown import Markdown

from conftest import STUDY
from handbook import book
from handbook.command import main
from handbook.files.yamltext import Mapping
from handbook.pages.reader import Reader
from handbook.rules import REPAIRED
from handbook.rules.edit import applied
from handbook.syntax.item import WELL_FORMED_ID

CASES = sorted((Path(__file__).parent.parent / "cases" / "fix").glob("*.md"))
ITEMS = """- [ ] Do one thing.
- [ ] Do another. [@cepeda2006]\x20\x20
      Done when: it is done.
- [ ] Keep mine. {#v5kc}
1. [x] Do a third thing
   over two lines.
   Done when: both are read.
"""


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["", "BOM"])
def test_ids_alone_are_written(
    line_end: str, mark: bytes, study: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each item without an id gets one of its own at the end of its text; no other byte changes."""
    path = study / "docs/habits/space-it.md"
    text = path.read_text().partition("- [ ]")[0] + ITEMS
    before = mark + text.replace("\n", line_end).encode()
    path.write_bytes(before)
    main(["--root", str(study), "check", "--fix"])
    after = path.read_bytes()
    written = re.findall(rb" \{#([a-z0-9]{4})\}", after)
    assert len(set(written)) == 4
    assert all(WELL_FORMED_ID.fullmatch(ident.decode()) for ident in written)
    new = [ident for ident in written if ident != b"v5kc"]
    assert re.sub(b" \\{#(" + b"|".join(new) + b")\\}", b"", after) == before
    lines = after.decode("utf-8-sig").splitlines()
    first = lines.index(f"- [ ] Do one thing. {{#{new[0].decode()}}}")
    assert lines[first + 1] == f"- [ ] Do another. [@cepeda2006] {{#{new[1].decode()}}}  "
    assert lines[first + 5] == f"   over two lines. {{#{new[2].decode()}}}"
    out = capsys.readouterr().out
    assert f"habits/space-it.md:{first + 1}:20: wrote the id '{new[0].decode()}'\n" in out
    assert "R501" not in out


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["", "BOM"])
def test_case(
    case: Path, line_end: str, mark: bytes, study: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A page is repaired as its case has it, each change is said, and none is left to make."""
    before, rest = case.read_text("utf-8").split("=== fixed\n")
    after, said = rest.split("=== said\n")
    path = study / "docs/habits/case.md"
    path.write_bytes(mark + before.replace("\n", line_end).encode())
    main(["--root", str(study), "check", "--fix"])
    assert path.read_bytes() == mark + after.replace("\n", line_end).encode()
    lines = capsys.readouterr().out.splitlines()
    assert sorted(lines[: said.count("\n")]) == sorted(said.splitlines())
    assert [line for line in lines[said.count("\n") :] if not re.search(r" R\d{3} ", line)] == []
    main(["--root", str(study), "check", "--fix"])
    assert path.read_bytes() == mark + after.replace("\n", line_end).encode()


def test_no_line_end(study: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A last line gets its line end, behind an id that is written there too."""
    path = study / "docs/habits/space-it.md"
    path.write_text(path.read_text().rstrip() + "\n- [ ] Do it again.")
    main(["--root", str(study), "check", "--fix"])
    assert re.search(r"- \[ \] Do it again\. \{#\w{4}\}\n\Z", path.read_text())
    assert "habits/space-it.md:26:19: ended the last line" in capsys.readouterr().out


PIECES = (
    *("word", "word ", "word  ", "word\t", "wor\t", "10-20 minutes", "10-20 %  ", "`10-20 min ` "),
    *(
        "",
        " ",
        "  ",
        "\t",
        "- ",
        "-",
        "- item ",
        "  more ",
        "1. ",
        "1. one ",
        "> ",
        "> said ",
        "# ",
    ),
    *(
        "## Head ",
        "```",
        "``` ",
        "```text ",
        "~~~",
        "    code ",
        "\tcode ",
        "    10-20 h ",
        "> ```",
    ),
    *(
        "<pre>",
        "x </pre> ",
        "<b>",
        "</b> ",
        "| a | b | ",
        "|---|---|",
        "| 1-2 h | 2 | ",
        "***",
        "=== ",
    ),
    *(
        "a \\ ",
        "[a]: b ",
        "[a] ",
        "- [ ] ",
        "- [ ] do ",
        "!!! note ",
        "    in it ",
        "=",
        "---",
        "$5-8",
    ),
    *(
        "<!-- ",
        " -->",
        "*1-2 h* ",
        "[2-3 h](4-5.md) ",
        "[^1]: note ",
        "so[^1] ",
        ": what ",
        "Done when: ",
    ),
)


@composite
def pages(draw: object) -> str:
    """Return a page of lines that Markdown reads in its ways, in any order."""
    assert callable(draw)
    body = "\n".join(draw(lists(sampled_from(PIECES), max_size=12)))
    matter = draw(lists(sampled_from(MATTER), min_size=1, unique=True))
    return "---\n" + "".join(matter) + "---\n" + body


MATTER = (
    *(
        "title: A\n",
        "kind: page\n",
        "# So.\n",
        "\n",
        "hide: [toc]\n",
        "level:\n- a\n",
        "other: 1\n",
    ),
    *("checklist:\n  mode: a\n  objective: b\n", "description: |\n  text \n\n", "reviewed: 1\n"),
)
BLOCK = re.compile(r"\s*(&#160;|</?(?:p|li|ul|ol|h\d|t[dhr]|div|blockquote|br|hr)\b[^<>]*>)\s*")
SETTINGS = book.load(STUDY).settings
READER = Reader(SETTINGS)
MARKDOWN = Markdown(
    extensions=list(SETTINGS.extensions),
    extension_configs=SETTINGS.extension_configs | {"handbook.extension": {"root": str(STUDY)}},
)


def repaired(data: bytes) -> bytes:
    """Return a page's bytes as the rules repair them."""
    page = READER.read("case.md", data)
    return applied(data, [edit for rule in REPAIRED for edit in rule.edits(page)])


def shown(data: bytes) -> tuple[Mapping, str]:
    """Return what a page says: its front matter, and its HTML, with hyphens for dashes.

    Blanks count in `pre` alone, and none at the edges of a block, as in a browser, nor before the
    arrow that leads back from a note.
    """
    page = READER.read("case.md", data)
    html = MARKDOWN.reset().convert(page.text.partition("\n---\n")[2]).replace("–", "-")
    parts = re.split(r"(<pre>.*?</pre>)", html, flags=re.DOTALL)
    parts[::2] = [re.sub(r"\s+", " ", BLOCK.sub(r"\1", part)) for part in parts[::2]]
    return page.front_matter, "".join(parts)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(pages(), sampled_from(["\n", "\r\n", "\r"]), sampled_from([b"", b"\xef\xbb\xbf"]))
def test_any_page(page: str, line_end: str, mark: bytes) -> None:
    """A page once repaired is left alone, and says what it said before, but for the dashes."""
    data = mark + page.replace("\n", line_end).encode()
    once = repaired(data)
    assert repaired(once) == once
    assert shown(once) == shown(data)
    assert once.startswith(mark)
    assert set(re.findall(rb"\r\n|\r|\n", once)) <= {line_end.encode()}


def test_nothing_to_fix(study: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A sound handbook is left as it is."""
    before = {path: path.read_bytes() for path in study.rglob("*") if path.is_file()}
    assert main(["--root", str(study), "check", "--fix"]) == 0
    assert capsys.readouterr().out == ""
    assert {path: path.read_bytes() for path in study.rglob("*") if path.is_file()} == before


def test_bibliography_is_laid_out(study: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Entries are sorted and laid out, comments go with them, and the command says so."""
    path = study / "docs/references.yml"
    cepeda, roediger = (study / "docs/references.yml").read_text("utf-8").split("\n\n")
    other = cepeda.replace("volume: '132'", "volume: 132 # the last")
    path.write_bytes(f"{roediger}\n# About spacing.\n{other}\n".encode())
    assert main(["--root", str(study), "check", "--fix"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "references.yml:1:1: sorted the entries by id",
        "references.yml:12:3: laid out 'cepeda2006'",
    ]
    volume = "  volume: '132'"
    cepeda = cepeda.replace(volume, f"  # the last\n{volume}")
    assert path.read_text("utf-8") == f"# About spacing.\n{cepeda}\n\n{roediger}"
    assert main(["--root", str(study), "check", "--fix"]) == 0
    assert capsys.readouterr().out == ""


def test_bibliography_with_other_line_ends(study: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Line ends and a byte order mark are repaired with the layout."""
    path = study / "docs/references.yml"
    before = path.read_bytes()
    path.write_bytes(b"\xef\xbb\xbf" + before.replace(b"\n", b"\r\n"))
    assert main(["--root", str(study), "check", "--fix"]) == 0
    assert capsys.readouterr().out == "references.yml:1:1: laid out the file\n"
    assert path.read_bytes() == before


@pytest.mark.parametrize("text", ["- id: b\n- id: a\n  b: c: d\n", "b: 1\n", "- b\n- a\n", ""])
def test_bibliography_that_cannot_be_read(text: str, study: Path) -> None:
    """A bibliography with a fault of syntax is left alone."""
    path = study / "docs/references.yml"
    path.write_text(text, "utf-8")
    main(["--root", str(study), "check", "--fix"])
    assert path.read_text("utf-8") == text


def test_no_bibliography(study: Path) -> None:
    """Without a bibliography there is nothing to lay out, and none is made."""
    path = study / "docs/references.yml"
    path.unlink()
    main(["--root", str(study), "check", "--fix"])
    assert not path.exists()
