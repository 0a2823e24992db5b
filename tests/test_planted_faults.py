"""Thirty faults planted into a copy of this handbook are all annotated where they stand."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

from conftest import NOT_COPIED, ROOT

FUNDAMENTALS, DESIGN = "takeaways/fundamentals.md", "takeaways/system-design.md"
MLOPS, COMMUNICATION = "takeaways/mlops.md", "takeaways/communication.md"
SPECIALISATION, ENERGY = "takeaways/specialisation.md", "takeaways/energy.md"
REFERENCES = "references.yml"

# Page, the line before which a new line goes, the new line, and the rule that it breaks.
INSERTED = [
    (FUNDAMENTALS, "level: .*", "levles: [entry]", "R301"),
    (SPECIALISATION, "prerequisites: .*", "kind: takeaway # again", "R007"),
    (ENERGY, "No other page comes first.", "## An afterthought", "R403"),
    (DESIGN, "## How it works", "Left alone: `[@nobody1]`. Not so: [@nobody2].", "R102"),
    (MLOPS, "## How it works", "So it is [@sculley2015, p. 3.", "R101"),
    (FUNDAMENTALS, "## Key components", "See [this](http://[::1).", "R601"),
    (ENERGY, "## Key components", "References: @@N8NLINK0@@", "R602"),
    (DESIGN, "## Key components", "See [that](nowhere-at-all.md).", "R603"),
    (FUNDAMENTALS, "## In practice", "It is {=linear_regression.slop}.", "R104"),
    (MLOPS, "## In practice", "- [ ] Do this elsewhere. {#z9z9}", "R503"),
    (COMMUNICATION, "## Check yourself", "- [ ] Do this without an id.", "R501"),
    (FUNDAMENTALS, "## Check yourself", "- [ ] Do it twice. {#%s}", "R502"),
    (REFERENCES, "  type: .*", "  titel: Misspelt", "R206"),
    (MLOPS, "## Key components", "# A second title", "R404"),
    (SPECIALISATION, "## How it works", "It takes 40 hours.", "R701"),
    (SPECIALISATION, "## Key components", "It takes 30 hours. {~perhaps}", "R702"),
    (SPECIALISATION, "## In practice", "It takes 10-20 hours. {~illustrative}", "R023"),
    (DESIGN, "## In practice", "Nobody sees the end of this line. ", "R021"),
    (ENERGY, "## In practice", "The law changes. {~expires: 2026-01-31}", "R803"),
    (SPECIALISATION, "## Check yourself", "- [ ] Do a tenth thing. {#z8z8}", "R513"),
]
# Page, the line that is replaced, what stands there then, and the rule that it breaks.
REPLACED = [
    (DESIGN, "reviewed: .*", "reviewed: 2026-02-30", "R304"),
    (MLOPS, "review_in: .*", "review_in: soon", "R303"),
    (REFERENCES, "  title: .*", "  title: TODO look it up", "R204"),
    (ENERGY, "prerequisites: .*", "prerequisites: [takeaways/nowhere.md]", "R307"),
    (REFERENCES, "  DOI: .*", "  DOI: 10.x/nothing", "R209"),
]
ANNOTATION = re.compile(
    r"::error file=docs/(?P<path>.+),line=(?P<line>\d+),.*,title=(?P<rule>R\d+) "
)
PAGE = "---\ntitle: {}\ndescription: A page with a fault.\nkind: page\n---\n\n{}\n"


def change(docs: Path, src_uri: str, pattern: str, line: str, *, keep: bool) -> None:
    """Put a line before the first that matches, or in its place."""
    path = docs / src_uri
    lines = path.read_text("utf-8").split("\n")
    index = next(i for i, text in enumerate(lines) if re.fullmatch(pattern, text))
    blank = [""] if pattern.startswith("#") else []
    lines[index : index + 1] = [line, *blank, lines[index]] if keep else [line]
    path.write_text("\n".join(lines), "utf-8")


def line_of(docs: Path, src_uri: str, text: str) -> int:
    """Return the number of the line that holds a text."""
    lines = (docs / src_uri).read_text("utf-8").split("\n")
    return next(number for number, line in enumerate(lines, 1) if text in line)


def test_thirty_faults(tmp_path: Path) -> None:
    """All thirty are annotated where they stand, nothing else is, and the command exits with 1."""
    shutil.copytree(ROOT, tmp_path / "copy", ignore=NOT_COPIED)
    docs = tmp_path / "copy" / "docs"
    used = re.search(r"\{#(\w+)\}\n", (docs / COMMUNICATION).read_text("utf-8"))
    title = re.search(r"^title: (.*)$", (docs / MLOPS).read_text("utf-8"), re.MULTILINE)
    assert used
    assert title
    faults = [(*fault, True) for fault in INSERTED] + [(*fault, False) for fault in REPLACED]
    for src_uri, pattern, line, _, keep in faults:
        change(docs, src_uri, pattern, line.replace("%s", used[1]), keep=keep)
    change(docs, COMMUNICATION, "## Key components", "", keep=False)
    config = docs.parent / "mkdocs.yml"
    listed = "".join(f"  - {name}.md\n" for name in ("latin", "bare", "large", "zebra"))
    config.write_text(config.read_text("utf-8").replace("\nnav:\n", f"\nnav:\n{listed}"), "utf-8")
    (docs / "latin.md").write_bytes(PAGE.format("Latin", "Fällt").encode("latin-1"))
    (docs / "bare.md").write_text("No front matter.\n")
    (docs / "large.md").write_bytes(b"x" * 2_000_000)
    (docs / "zebra.md").write_text(PAGE.format(title[1], "Again."), "utf-8")

    expected = {
        (src_uri, line_of(docs, src_uri, line.replace("%s", used[1])), rule)
        for src_uri, _, line, rule, _ in faults
    } | {
        (COMMUNICATION, line_of(docs, COMMUNICATION, "## In practice"), "R401"),
        ("bare.md", 1, "R305"),
        ("latin.md", 7, "R001"),
        ("large.md", 1, "R004"),
        ("zebra.md", 2, "R009"),
    }
    assert len({rule for _, _, rule in expected}) == len(expected) == 30
    # Both items that have one id are shown, as only git knows which is the newer.
    expected.add((COMMUNICATION, line_of(docs, COMMUNICATION, f"{{#{used[1]}}}"), "R502"))
    done = subprocess.run(
        [sys.executable, "-m", "handbook", "check", "--format", "github"],
        cwd=tmp_path / "copy",
        capture_output=True,
        text=True,
        check=False,
    )
    pages = len(list(docs.rglob("*.md")))
    assert done.stderr == f"31 problems in {pages} pages\n", done.stdout
    found = [ANNOTATION.match(line) for line in done.stdout.splitlines()]
    places = {(at["path"], int(at["line"]), at["rule"]) for at in found if at}
    assert places == expected
    assert done.returncode == 1
