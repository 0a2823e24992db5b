"""HTML on pages: what could run, load or pose as the site is reported at its place."""

from pathlib import Path

import pytest

from attacks import handbook, problems
from handbook import book
from handbook.rules import markup
from handbook.syntax.computed import load
from rules import found


def test_attacks(tmp_path: Path) -> None:
    """Each attack is reported at its line, and text in code is no attack."""
    reported = found(handbook(tmp_path))
    assert [line for line in reported if not line.startswith("references.yml:")] == problems()


@pytest.mark.parametrize(
    ("html", "message"),
    [
        ("<svg><circle r='1'/></svg><label>a<input type='range'></label>", ""),
        (
            "<script>1</script>",
            "<script> is not for pages. Draw with SVG, and let a script of the site do more.",
        ),
        (
            "<svg onload='1'></svg>",
            "The attribute 'onload' of <svg> is not for pages. Take it out.",
        ),
        (
            "<svg><use xlink:href='data:x'/></svg>",
            "'xlink:href' of <use> is 'data:x'. Write an address that begins with https:, http:,"
            " mailto:, or a path.",
        ),
    ],
)
def test_computed(html: str, message: str, study: Path) -> None:
    """What an example computes holds HTML, SVG and fields, and nothing that runs."""
    (study / "results" / "made.up_figure.html").write_text(f"{html}\n")
    this = book.load(study)
    assert load(study / "results")["made.up_figure"] == html
    said = [str(problem) for problem in markup.check(this)]
    assert said == ([f"made.up_figure.html:1:1: R615 {message}"] if message else [])


def test_this_handbook() -> None:
    """The pages of the attacks break each rule of the module that is about pages."""
    broken = {line.split()[1] for line in problems()}
    assert set(markup.RULES) - broken == {"R615"}
