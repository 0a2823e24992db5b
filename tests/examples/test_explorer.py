"""The explorer helper and what holds for every explorer."""

import json
import re
from xml.etree import ElementTree as ET

import pytest

from conftest import ROOT
from examples import __main__ as main
from examples import explorer, sample_size

FRAGMENTS = {name: text for name, text in main.files().items() if name.endswith("_explorer.html")}
SCRIPTS = ROOT / "docs" / "assets" / "explore"

each_fragment = pytest.mark.parametrize("html", FRAGMENTS.values(), ids=FRAGMENTS)

TOY = """\
<form class="hb-explorer" data-explorer="toy" aria-labelledby="hb-try-toy"
data-given="{&quot;a&quot;: [1]}"
autocomplete="off" novalidate="" hidden="">
<p><strong id="hb-try-toy">Try A &amp; B.</strong> Less &lt; more.</p>
<div class="hb-control"><label id="hb-label-n" for="hb-field-n">N &amp; M</label>\
<input type="range" aria-labelledby="hb-label-n" min="1" max="9" step="0.5" value="2"/>\
<input type="number" id="hb-field-n" name="n" aria-describedby="hb-fault-n" required=""\
 min="1" max="9" step="0.5" value="2"/><p class="hb-fault" id="hb-fault-n"></p></div>
<div class="hb-control hb-wide"><label for="hb-field-w">W</label>\
<input type="text" id="hb-field-w" name="w" aria-describedby="hb-fault-w" required=""\
 pattern=".*\\S.*" maxlength="60" autocapitalize="none" spellcheck="false" value="a &lt; b"/>\
<p class="hb-fault" id="hb-fault-w"></p></div>
<div class="hb-control hb-wide"><label for="hb-field-c">C</label>\
<select id="hb-field-c" name="c"><option value="1">One</option>\
<option value="2" selected="">Two</option></select></div>
<svg viewBox="0 0 400 20" aria-hidden="true"><svg x="0" y="0" width="400" height="20"\
 viewBox="1 -5 2 4" preserveAspectRatio="none"><g transform="scale(1 -1)">\
<path data-part="line" class="hb-line-1"/></g></svg></svg>
<p class="hb-says"><output data-part="says"></output></p>
<p><button type="reset">Start values</button></p>
</form>"""


def test_explorer_whole() -> None:
    """An explorer has labelled controls, a picture and a place for its result, all escaped."""
    line = explorer.drawn("line", "hb-line-1")
    html = explorer.explorer(
        "toy",
        title="Try A & B.",
        hint="Less < more.",
        given={"a": [1]},
        parts=[
            explorer.number("n", "N & M", 2, low=1, high=9, step=0.5),
            explorer.words("w", "W", "a < b"),
            explorer.choice("c", "C", {"1": "One", "2": "Two"}, "2"),
            explorer.picture(20, [explorer.window(((1, 3), (1, 5)), (0, 0), (400, 20), [line])]),
        ],
    )
    assert html == TOY


@each_fragment
def test_fragment_is_well_formed(html: str) -> None:
    """A fragment is one hidden form without a blank line, so that Markdown keeps it."""
    root = ET.fromstring(html)  # noqa: S314 - our own output
    assert root.tag == "form"
    assert root.get("hidden") == ""
    assert "\n\n" not in html
    assert "style=" not in html


@each_fragment
def test_fragment_has_its_script(html: str) -> None:
    """The script that a fragment names is there, and what it is given can be read."""
    root = ET.fromstring(html)  # noqa: S314 - our own output
    assert (SCRIPTS / f"{root.get('data-explorer')}.js").exists()
    assert json.loads(root.get("data-given", ""))


def test_ids_are_unique() -> None:
    """All explorers and figures of a page can stand together: no id occurs twice."""
    html = "".join(text for name, text in main.files().items() if name.endswith(".html"))
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))


def test_quantiles_are_given() -> None:
    """The browser gets the quantiles of the normal distribution from Python, to the last digit."""
    html = sample_size.explorers()["users_explorer"]
    assert f'value="{sample_size.level_quantile(0.05)}" selected=""' in html
    assert f'value="{sample_size.power_quantile(0.80)}" selected=""' in html
