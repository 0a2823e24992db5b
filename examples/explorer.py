"""Explorer fragments: a form whose values a script of `docs/assets/explore/` computes with.

The form is hidden until the script runs, so no control is dead.
The script says and draws what an element's `data-part` names.
"""

import json
from collections.abc import Iterable, Mapping
from html import escape

from examples import figure as fig


def number(  # noqa: PLR0913 - one keyword for each attribute of the field
    name: str, label: str, value: float, *, low: float, high: float, step: float = 1
) -> str:
    """A slider and a field of the same value; `name` is unique on its page."""
    same = f'min="{low:g}" max="{high:g}" step="{step:g}" value="{value:g}"'
    return (
        f'<div class="hb-control"><label id="hb-label-{name}" for="hb-field-{name}">'
        f'{escape(label)}</label><input type="range" aria-labelledby="hb-label-{name}" {same}/>'
        f'<input type="number" {_field(name)} required="" {same}/>{_fault(name)}</div>'
    )


def words(name: str, label: str, value: str) -> str:
    """A field for at least one word."""
    return (
        f'<div class="hb-control hb-wide"><label for="hb-field-{name}">{escape(label)}</label>'
        f'<input type="text" {_field(name)} required="" pattern=".*\\S.*" maxlength="60"'
        f' autocapitalize="none" spellcheck="false" value="{escape(value)}"/>{_fault(name)}</div>'
    )


def choice(name: str, label: str, options: Mapping[str, str], chosen: str) -> str:
    """`options` are value -> what the reader chooses."""
    selected = "", ' selected=""'
    inside = "".join(
        f'<option value="{escape(value)}"{selected[value == chosen]}>{escape(said)}</option>'
        for value, said in options.items()
    )
    return (
        f'<div class="hb-control hb-wide"><label for="hb-field-{name}">{escape(label)}</label>'
        f'<select id="hb-field-{name}" name="{name}">{inside}</select></div>'
    )


def _field(name: str) -> str:
    return f'id="hb-field-{name}" name="{name}" aria-describedby="hb-fault-{name}"'


def _fault(name: str) -> str:
    return f'<p class="hb-fault" id="hb-fault-{name}"></p>'


def drawn(part: str, classes: str) -> str:
    """A path that the script draws."""
    return f'<path data-part="{part}" class="{classes}"/>'


def picture(height: float, shapes: Iterable[str], width: float = fig.WIDTH) -> str:
    """Hidden from those who listen, because the result says the same."""
    return f'<svg viewBox="0 0 {width:g} {height:g}" aria-hidden="true">{"".join(shapes)}</svg>'


def written(part: str, x: float, y: float, anchor: str) -> str:
    """A text that the script writes; see `figure.text`."""
    return fig.text(x, y, "", anchor=anchor).replace("<text", f'<text data-part="{part}"', 1)


def window(
    domain: tuple[fig.Point, fig.Point],
    corner: fig.Point,
    size: fig.Point,
    shapes: Iterable[str],
    edge: float = 0,
) -> str:
    """A cut-out in which `shapes` have the coordinates of the data, upwards.

    So the script needs no scale; `domain` is from and to across, and from and to up.
    It shows `edge` more on each side, so that a dot at the end of the data is whole.
    """
    (left, right), (low, high) = domain
    (x, y), (width, height) = corner, size
    wider, higher = edge * (right - left) / width, edge * (high - low) / height
    return (
        f'<svg x="{x - edge:g}" y="{y - edge:g}" width="{width + 2 * edge:g}"'
        f' height="{height + 2 * edge:g}" viewBox="{left - wider:g} {-high - higher:g}'
        f' {right - left + 2 * wider:g} {high - low + 2 * higher:g}"'
        f' preserveAspectRatio="none"><g transform="scale(1 -1)">{"".join(shapes)}</g></svg>'
    )


def explorer(
    name: str, *, title: str, hint: str, given: Mapping[str, object], parts: Iterable[str]
) -> str:
    """The whole fragment; `name` is the script's, `hint` says what to try and what to notice.

    `given` is what the script takes from the example. No line is blank, as in a figure.
    """
    return "\n".join(
        [
            f'<form class="hb-explorer" data-explorer="{name}" aria-labelledby="hb-try-{name}"',
            f'data-given="{escape(json.dumps(given))}"',
            'autocomplete="off" novalidate="" hidden="">',
            f'<p><strong id="hb-try-{name}">{escape(title)}</strong> {escape(hint)}</p>',
            *parts,
            '<p class="hb-says"><output data-part="says"></output></p>',
            '<p><button type="reset">Start values</button></p>',
            "</form>",
        ]
    )
