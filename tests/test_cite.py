"""`handbook cite`: what it adds to the bibliography, prints, and refuses."""

import io
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from handbook.command import main

CASES = sorted((Path(__file__).parent / "cases" / "cite").glob("*.*"))
# Before it stands what is given, after it the exit code and what is printed.
SEPARATOR = re.compile(r"^=== exit (\d)\n", re.MULTILINE)


@pytest.fixture
def here(study: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The study handbook, as the working directory."""
    monkeypatch.chdir(study)
    return study


def cited(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """Return the exit code, the output and the messages of the command."""
    code = main(["cite", *arguments])
    return code, *capsys.readouterr()


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_case(case: Path, here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is given becomes the entries and the messages of its case."""
    before, code, after = SEPARATOR.split(case.read_text("utf-8"))
    given = f"given{case.suffix}"
    (here / given).write_text(before, "utf-8")
    exit_code, out, err = cited(capsys, given, "--dry-run")
    assert out + err == after
    assert exit_code == int(code)


PAGE = """@misc{a,
  author = {Smith, Ann},
  title = {A page},
  year = 2020,
  url = {https://www.rfc-editor.org/},
}
"""
ENTRY = """- id: smith2020
  type: webpage
  author:
    - {family: Smith, given: Ann}
  title: A page
  issued: "2020"
  URL: https://www.rfc-editor.org/
  supports_seen: false
"""
LEFT = (
    "docs/references.yml:27: it has no 'supports' and 'strength' yet; "
    "write them before a number rests on it\n"
)
RECORD = {
    "type": "webpage",
    "author": [{"family": "Smith", "given": "Ann"}],
    "title": "A page",
    "issued": {"date-parts": [[2020]]},
    "URL": "https://www.rfc-editor.org/",
}


def given(here: Path, text: str | bytes, name: str = "given.bib") -> str:
    """Write a file, and return its name."""
    (here / name).write_bytes(text.encode() if isinstance(text, str) else text)
    return name


def test_written(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An entry is written in its place, nothing else changes, and its key and line are printed."""
    path = here / "docs/references.yml"
    before = path.read_text("utf-8")
    code, out, err = cited(capsys, given(here, PAGE))
    assert (code, err) == (0, "")
    assert out == f"docs/references.yml:27: cite it as [@smith2020]\n{LEFT}"
    assert path.read_text("utf-8") == f"{before}\n{ENTRY}"
    assert path.read_text("utf-8").splitlines()[26] == "- id: smith2020"


def test_then_checked(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """All that `check` then says of a whole entry is that no page cites it yet."""
    cited(capsys, given(here, PAGE))
    assert main(["check"]) == 1
    assert capsys.readouterr().out == (
        "references.yml:27:3: R229 No page cites 'smith2020'. Cite it, or take the entry out.\n"
    )
    page = here / "docs/habits/space-it.md"
    page.write_text(page.read_text("utf-8") + "\nAnd so it is [@smith2020].\n", "utf-8")
    assert main(["check"]) == 0


def test_written_with_what_is_missing(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An entry that lacks something is written, and what it lacks is told at its line."""
    text = PAGE.replace("author", "editor").replace("  year = 2020,\n", "")
    code, out, _ = cited(capsys, given(here, text))
    assert code == 1
    assert out.splitlines() == [
        "docs/references.yml:27: cite it as [@smith]",
        LEFT.strip(),
        "references.yml:27:3: R201 'smith' is of type webpage and has no author.",
        "references.yml:27:3: R201 'smith' is of type webpage and has no issued or accessed.",
    ]
    assert "\n- id: smith\n" in (here / "docs/references.yml").read_text("utf-8")


@pytest.mark.parametrize(("title", "said"), [
    ("Attention Is All You Need", True),
    ("Deep Learning: A Review of What It Can and Cannot Do", True),
    ("Attention is all you need", False),
    ("The cost of NumPy, BERT and GPT-4 at OpenAI", False),
    ("Teaching in the United Kingdom", False),
])  # fmt: skip
def test_headline_capitals(
    title: str, said: bool, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A title with the capitals of a headline is told at its line, and goes in as it is."""
    code, out, _ = cited(capsys, given(here, PAGE.replace("{A page}", f"{{{title}}}")))
    line = (
        f"docs/references.yml:31: '{title}' seems to have headline capitals; "
        "write small letters, but in names\n"
    )
    assert (code, out.partition(LEFT)[2]) == (0, line if said else "")
    assert title in (here / "docs/references.yml").read_text("utf-8")


def test_comments_and_layout(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Comments stay with what they are about, and the rest comes into the layout."""
    path = here / "docs/references.yml"
    cepeda, roediger = path.read_text("utf-8").split("\n\n")
    other = roediger.replace('issued: "2006"', "issued: 2006")
    path.write_text(f"# All works.\n\n# On tests.\n{other}\n{cepeda}\n# No more.\n", "utf-8")
    assert cited(capsys, given(here, PAGE))[0] == 0
    assert path.read_text("utf-8") == (
        f"# All works.\n\n{cepeda}\n\n# On tests.\n{roediger}\n{ENTRY}\n# No more.\n"
    )


@pytest.mark.parametrize("text", ["", "[]\n", "# Nothing yet.\n", None])
def test_first_entry(text: str | None, here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The first entry of a bibliography is written too, even when there is no file."""
    path = here / "docs/references.yml"
    path.unlink()
    if text is not None:
        path.write_text(text, "utf-8")
    assert cited(capsys, given(here, PAGE))[0] == 0
    comment = f"{text}\n" if text and text.startswith("#") else ""
    assert path.read_text("utf-8") == f"{comment}{ENTRY}"


def test_bibliography_that_cannot_be_read(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is added to a bibliography with a fault of syntax."""
    path = here / "docs/references.yml"
    path.write_text("- id: a\n  b: c: d\n", "utf-8")
    assert cited(capsys, given(here, PAGE)) == (
        2,
        "",
        "references.yml:2:7: R006 This YAML can't be read: mapping values are not allowed in this "
        "context. Check indentation, colons and quotes here and above.\n",
    )
    assert path.read_text("utf-8") == "- id: a\n  b: c: d\n"


@pytest.mark.parametrize(
    "text",
    [PAGE, f"% by a program\n\n{PAGE}", json.dumps(RECORD), f" \n{json.dumps([RECORD])}"],
    ids=["BibTeX", "comment", "record", "list"],
)
@pytest.mark.parametrize("name", ["-", "given.txt"])
def test_format_is_told_by_the_first_character(
    name: str,
    text: str,
    here: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The standard input, and a file of another name, may be either format."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    given(here, text, "given.txt")
    assert cited(capsys, name, "--dry-run") == (0, ENTRY, "")


@pytest.mark.parametrize("line_end", ["\r\n", "\r"], ids=["CRLF", "CR"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["", "BOM"])
def test_file_of_another_system(
    mark: bytes, line_end: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Line ends and a byte order mark do not matter in what is given."""
    name = given(here, mark + PAGE.replace("\n", line_end).encode())
    assert cited(capsys, name, "--dry-run") == (0, ENTRY, "")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (
            PAGE.replace("Smith", "Smíth").encode("latin-1"),
            "given.bib:2:15: Byte 0xED is not UTF-8. Save the file as UTF-8.",
        ),
        (
            PAGE.encode("utf-16"),
            "given.bib:1:1: Byte 0xFF is not UTF-8. Save the file as UTF-8.",
        ),
        (
            b"%" * 20_000_000,
            "given.bib:1:1: The file has 20,000,000 bytes; at most 1,000,000 are read. Split it.",
        ),
        (b"", "given.bib:1:1: There is no BibTeX entry here. One begins with '@article{key,'."),
        (None, "given.bib:1:1: this file can't be read: No such file or directory."),
    ],
    ids=["latin-1", "utf-16", "20-MB", "empty", "missing"],
)
def test_file_that_cannot_be_read(
    data: bytes | None, message: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file that is not UTF-8, too large, empty or not there is one line, and exits with 2."""
    if data is not None:
        given(here, data)
    assert cited(capsys, "given.bib") == (2, "", f"{message}\n")


@pytest.mark.parametrize(
    ("named", "message"),
    [
        (
            "nothing",
            "'nothing' is no file here, and no DOI, arXiv id or ISBN. "
            "Give one, such as 10.1145/3290605.3300233.",
        ),
        (
            "x" * 300,
            f"'{'x' * 300}' is no file here, and no DOI, arXiv id or ISBN. "
            "Give one, such as 10.1145/3290605.3300233.",
        ),
        ("docs", "docs:1:1: this file can't be read: Is a directory."),
        (
            "isbn:9780262035614",
            "'9780262035614' is an ISBN whose check digit is wrong. Copy it from the work again.",
        ),
        (
            "10.1000/work.",
            "'10.1000/work.' is a DOI with '.' at its end. Write '10.1000/work'.",
        ),
        (
            "https://doi.org/10.1037/0033-2909.132.3.354",
            "'https://doi.org/10.1037/0033-2909.132.3.354' is in the bibliography already: "
            "docs/references.yml:1 has its DOI. Cite [@cepeda2006].",
        ),
    ],
)
def test_identifier_that_is_not_asked_for(
    named: str, message: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is no identifier, a wrong one or one that is there already needs no network."""
    before = (here / "docs/references.yml").read_bytes()
    assert cited(capsys, named) == (2, "", f"{message}\n")
    assert (here / "docs/references.yml").read_bytes() == before


@pytest.mark.usefixtures("here")
def test_no_network(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a network, an identifier is one line, and exits with 2."""
    monkeypatch.setenv("https_proxy", "http://127.0.0.1:9/")
    assert cited(capsys, "10.1000/work") == (
        2,
        "",
        "doi.org could not be reached: Connection refused. "
        "Give a BibTeX or CSL-JSON file instead.\n",
    )


def test_key(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A key may be chosen, and is judged as one in the file is."""
    name = given(here, PAGE)
    code, out, _ = cited(capsys, name, "--key", "smith2020page", "--dry-run")
    assert (code, out) == (0, ENTRY.replace("smith2020", "smith2020page"))
    code, out, _ = cited(capsys, name, "--key", "My Page", "--dry-run")
    assert (code, out.splitlines()[-1]) == (
        1,
        "references.yml:17:7: R227 The id 'My Page' is not of small letters from a to z and "
        "digits. Write 'smith2020'.",
    )


def test_key_that_cannot_be_given(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A key that is taken, or that would be that of two works, is refused."""
    taken = "The key 'roediger2006' is that of docs/references.yml:17. Choose another.\n"
    assert cited(capsys, given(here, PAGE), "--key", "roediger2006") == (2, "", taken)
    two = PAGE + PAGE.replace("{a,", "{b,").replace("A page", "Another")
    message = "--key is for one work, and 'given.bib' has 2. Leave it out.\n"
    assert cited(capsys, given(here, two), "--key", "smith2020") == (2, "", message)


def test_all_or_none(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Of several works none is added when one is there already."""
    before = (here / "docs/references.yml").read_bytes()
    known = "@misc{b, title = {Known}, doi = {10.1037/0033-2909.132.3.354}}\n"
    assert cited(capsys, given(here, PAGE + known))[0] == 2
    assert (here / "docs/references.yml").read_bytes() == before
    assert cited(capsys, given(here, PAGE))[0] == 0
    assert cited(capsys, given(here, PAGE)) == (
        2,
        "",
        "given.bib:1:1: 'A page' is in the bibliography already: docs/references.yml:27 "
        "has its title, first author and year. Cite [@smith2020].\n",
    )


def test_bibtex_is_read_when_asked_for_alone() -> None:
    """The other commands do not load what reads BibTeX."""
    code = "import handbook.command, sys; print('bibtexparser' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout == "False\n"
