"""`check --fix` writes missing ids and changes nothing else."""

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
