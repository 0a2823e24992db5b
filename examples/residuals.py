"""A straight line through a curve: R squared praises it, and the residuals give it away."""

from examples import figure as fig
from examples.linear_regression import centred, correlation, least_squares, residuals

HUNDREDS = (1.0, 2.0, 3.0, 4.0, 5.0)
SECONDS = tuple(x**2 for x in HUNDREDS)
"""Invented: a program that compares each note with each takes the square of their number."""

ASKED = 10.0
"""Hundreds of notes for which the line is asked, far outside the data."""


def results() -> dict[str, str]:
    intercept, slope = least_squares(HUNDREDS, SECONDS)
    errors = residuals((intercept, slope), HUNDREDS, SECONDS)
    return {
        "slope": f"{slope:.0f}",
        "intercept": fig.signed(intercept, 0),
        "r_squared": f"{correlation(HUNDREDS, SECONDS) ** 2:.2f}",
        "first": fig.signed(errors[0], 0),
        "middle": fig.signed(errors[2], 0),
        "sum": fig.signed(sum(errors), 0),
        "line_at_one": fig.signed(intercept + slope, 0),
        "line_at_asked": fig.signed(intercept + slope * ASKED, 0),
        "truth_at_asked": f"{ASKED**2:.0f}",
        "centred_slope": f"{least_squares(centred(HUNDREDS), SECONDS)[1]:.0f}",
        "centred_intercept": f"{least_squares(centred(HUNDREDS), SECONDS)[0]:.0f}",
    }


def figures() -> dict[str, str]:
    return {"curve_figure": curve_figure()}


def curve_figure() -> str:
    """Above the five times with their line, below what the line leaves over."""
    line = intercept, slope = least_squares(HUNDREDS, SECONDS)
    errors = residuals(line, HUNDREDS, SECONDS)
    across = fig.scale((0.5, 5.5), (40, 392))
    up, off = fig.scale((-4, 26), (170, 8)), fig.scale((-3, 3), (316, 214))
    ends = [(across(x), up(intercept + slope * x)) for x in (0.5, 5.5)]
    shapes = [
        *fig.levels(up, (40, 392), {y: str(y) for y in (0, 10, 20)}),
        fig.text(48, 20, "Seconds and the line"),
        fig.path(ends, "hb-line-1"),
        *(
            fig.circle((across(x), up(y)), "hb-mark-2")
            for x, y in zip(HUNDREDS, SECONDS, strict=True)
        ),
        fig.text(48, 200, "Residuals"),
        fig.line((40, off(0)), (392, off(0)), "hb-axis"),
        *(fig.text(32, off(y) + 5, fig.signed(y, 0), anchor="end") for y in (-2, 0, 2)),
    ]
    points = [(across(x), off(error)) for x, error in zip(HUNDREDS, errors, strict=True)]
    shapes.append(fig.path(points, "hb-line-2 hb-dash-2"))
    shapes += [fig.circle(point, "hb-mark-2") for point in points]
    shapes += [fig.text(across(x), 336, f"{x:.0f}", anchor="middle") for x in HUNDREDS]
    shapes.append(fig.text(216, 358, "Notes, in hundreds", anchor="middle"))
    rows = [
        [f"{x:.0f}", f"{y:.0f}", fig.signed(y - error, 0), fig.signed(error, 0)]
        for x, y, error in zip(HUNDREDS, SECONDS, errors, strict=True)
    ]
    return fig.figure(
        "residuals-curve",
        alt="Five times close to a straight line, and the residuals of that line below them.",
        desc="The times lie on a curve that crosses the line twice; the residuals fall from "
        f"{fig.signed(max(errors), 0)} to {fig.signed(min(errors), 0)} and rise again.",
        height=366,
        shapes=shapes,
        caption=f"The line accounts for {100 * correlation(HUNDREDS, SECONDS) ** 2:.0f}"
        "\N{NO-BREAK SPACE}% of the variation, and its residuals still draw a curve.",
        data=fig.table(["Hundreds of notes", "Seconds", "Line", "Residual"], rows),
    )
