"""`check --fix` writes missing ids into pages, and lays out the bibliography."""

import re
from pathlib import Path

import pytest

from handbook.command import main
from handbook.item import WELL_FORMED_ID

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
    assert f"habits/space-it.md:{first + 1}: wrote the id '{new[0].decode()}'\n" in out
    assert "R501" not in out


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
        "references.yml:1: sorted the entries by id",
        "references.yml:12: laid out 'cepeda2006'",
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
    assert capsys.readouterr().out == "references.yml:1: laid out the file\n"
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
