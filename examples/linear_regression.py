"""E1: a line through five points, the loss that picks it, and the walk that finds it."""

from collections.abc import Sequence
from itertools import combinations
from math import cos, hypot, log, pi, sin, sqrt

from examples import explorer
from examples import figure as fig

Line = tuple[float, float]
"""Intercept and slope."""

WORDS_FOUND = (1.0, 2.0, 3.0, 4.0, 5.0)
RATINGS = (2.0, 4.0, 5.0, 4.0, 5.0)
RATINGS_WITH_SLIP = (2.0, 4.0, 5.0, 4.0, 15.0)

ORIGIN: Line = (0.0, 0.0)
STEP_SIZES = (0.02, 0.08, 0.085)
STEPS_DRAWN = 20

TIMES = (1.0, 2.0, 3.0, 4.0, 100.0)
"""Five answer times with one far outlier."""

ANSCOMBE_X = (10.0, 8.0, 13.0, 9.0, 11.0, 14.0, 6.0, 4.0, 12.0, 7.0, 5.0)
ANSCOMBE_X4 = (8.0, 8.0, 8.0, 8.0, 8.0, 8.0, 8.0, 19.0, 8.0, 8.0, 8.0)
ANSCOMBE = {
    "I": (ANSCOMBE_X, (8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68)),
    "II": (ANSCOMBE_X, (9.14, 8.14, 8.74, 8.77, 9.26, 8.10, 6.13, 3.10, 9.13, 7.26, 4.74)),
    "III": (ANSCOMBE_X, (7.46, 6.77, 12.74, 7.11, 7.81, 8.84, 6.08, 5.39, 8.15, 6.42, 5.73)),
    "IV": (ANSCOMBE_X4, (6.58, 5.76, 7.71, 8.84, 8.47, 7.04, 5.25, 12.50, 5.56, 7.91, 6.89)),
}
"""Anscombe (1973), Graphs in Statistical Analysis, table of x and y."""


def mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


def co_spread(xs: Sequence[float], ys: Sequence[float]) -> float:
    """Sum of products of deviations from the means: S_xy, or S_xx when both are the same."""
    x_mean, y_mean = mean(xs), mean(ys)
    return sum((x - x_mean) * (y - y_mean) for x, y in zip(xs, ys, strict=True))


def least_squares(xs: Sequence[float], ys: Sequence[float]) -> Line:
    """Slope S_xy / S_xx; intercept mean y - slope * mean x."""
    slope = co_spread(xs, ys) / co_spread(xs, xs)
    return mean(ys) - slope * mean(xs), slope


def correlation(xs: Sequence[float], ys: Sequence[float]) -> float:
    return co_spread(xs, ys) / sqrt(co_spread(xs, xs) * co_spread(ys, ys))


def residuals(line: Line, xs: Sequence[float], ys: Sequence[float]) -> list[float]:
    """What is observed minus what the line says, in units of y."""
    intercept, slope = line
    return [y - (intercept + slope * x) for x, y in zip(xs, ys, strict=True)]


def mse(line: Line, xs: Sequence[float] = WORDS_FOUND, ys: Sequence[float] = RATINGS) -> float:
    return mean([r**2 for r in residuals(line, xs, ys)])


def mae(line: Line, xs: Sequence[float] = WORDS_FOUND, ys: Sequence[float] = RATINGS) -> float:
    return mean([abs(r) for r in residuals(line, xs, ys)])


def least_absolute_slopes(xs: Sequence[float], ys: Sequence[float]) -> tuple[float, float]:
    """Smallest and largest slope among the lines of least mean absolute error.

    The error is piecewise linear, so every corner of the set of best lines joins two points.
    """
    points = list(zip(xs, ys, strict=True))
    lines = []
    for (x1, y1), (x2, y2) in combinations(points, 2):
        slope = (y2 - y1) / (x2 - x1)
        lines.append((y1 - slope * x1, slope))
    best = min(mae(line, xs, ys) for line in lines)
    slopes = [line[1] for line in lines if mae(line, xs, ys) - best < 1e-9]
    return min(slopes), max(slopes)


def gradient(line: Line, xs: Sequence[float] = WORDS_FOUND) -> Line:
    """Slope of the mean squared error in b and in w: -2 * mean(r) and -2 * mean(r * x)."""
    errors = residuals(line, xs, RATINGS)
    return -2 * mean(errors), -2 * mean([r * x for r, x in zip(errors, xs, strict=True)])


def descend(step_size: float, steps: int, start: Line = ORIGIN) -> list[Line]:
    """The lines visited by gradient descent, `start` included."""
    visited = [start]
    for _ in range(steps):
        (b, w), (db, dw) = visited[-1], gradient(visited[-1])
        visited.append((b - step_size * db, w - step_size * dw))
    return visited


def loss_after(step_size: float, steps: int) -> float:
    return mse(descend(step_size, steps)[-1])


def hessian(xs: Sequence[float] = WORDS_FOUND) -> tuple[float, float, float]:
    """Second derivatives of the mean squared error: bb, bw and ww."""
    return 2.0, 2 * mean(xs), 2 * mean([x**2 for x in xs])


def curvatures(xs: Sequence[float] = WORDS_FOUND) -> tuple[float, float]:
    """Eigenvalues of the symmetric 2 x 2 Hessian, the small one first."""
    bb, bw, ww = hessian(xs)
    middle, half_gap = (bb + ww) / 2, sqrt(((bb - ww) / 2) ** 2 + bw**2)
    return middle - half_gap, middle + half_gap


def condition_number(xs: Sequence[float] = WORDS_FOUND) -> float:
    small, large = curvatures(xs)
    return large / small


def centred(xs: Sequence[float]) -> list[float]:
    return [x - mean(xs) for x in xs]


def log_loss(probability: float) -> float:
    """Loss in nats when an event that happens was given this probability."""
    return -log(probability)


def results() -> dict[str, str]:
    line = least_squares(WORDS_FOUND, RATINGS)
    small, large = curvatures()
    first = descend(0.05, 1)[-1]
    slip_low, slip_high = least_absolute_slopes(WORDS_FOUND, RATINGS_WITH_SLIP)
    flat = [0.0] * len(TIMES)
    anscombe = [least_squares(xs, ys) for xs, ys in ANSCOMBE.values()]
    return {
        "slope": f"{line[1]:.1f}",
        "intercept": f"{line[0]:.1f}",
        "sse": f"{sum(r**2 for r in residuals(line, WORDS_FOUND, RATINGS)):.1f}",
        "mse": f"{mse(line):.2f}",
        "r_squared": f"{correlation(WORDS_FOUND, RATINGS) ** 2:.1f}",
        "mse_at_zero": f"{mse(ORIGIN):.1f}",
        "mse_both_right_way": f"{mse((line[0] - 1, line[1] + 0.5)):.2f}",
        "mse_both_wrong_way": f"{mse((line[0] + 1, line[1] + 0.5)):.2f}",
        "first_step_intercept": f"{first[0]:.1f}",
        "first_step_slope": f"{first[1]:.2f}",
        "first_step_mse": f"{mse(first):.4f}",
        "curvature_small": f"{small:.4f}",
        "curvature_large": f"{large:.4f}",
        "condition_number": f"{condition_number():.2f}",
        "condition_number_centred": f"{condition_number(centred(WORDS_FOUND)):.0f}",
        "largest_step": f"{2 / large:.4f}",
        "mse_slow": f"{loss_after(0.02, 100):.4f}",
        "mse_stable": f"{loss_after(0.08, 100):.4f}",
        "mse_stable_long": f"{loss_after(0.08, 1000):.4f}",
        "mse_diverging": f"{loss_after(0.085, 100):.1f}",
        "slip_slope_mse": f"{least_squares(WORDS_FOUND, RATINGS_WITH_SLIP)[1]:.1f}",
        "slip_slope_mae_low": f"{slip_low:.1f}",
        "slip_slope_mae_high": f"{slip_high:.1f}",
        "outlier_mean": f"{mean(TIMES):.0f}",
        "outlier_median": f"{sorted(TIMES)[2]:.0f}",
        "outlier_mean_mse": f"{mse((mean(TIMES), 0), flat, TIMES):.0f}",
        "outlier_mean_mae": f"{mae((mean(TIMES), 0), flat, TIMES):.1f}",
        "outlier_median_mae": f"{mae((sorted(TIMES)[2], 0), flat, TIMES):.1f}",
        "log_loss_90": f"{log_loss(0.9):.3f}",
        "log_loss_50": f"{log_loss(0.5):.3f}",
        "log_loss_10": f"{log_loss(0.1):.3f}",
        "log_loss_01": f"{log_loss(0.01):.3f}",
        "anscombe_slope": f"{mean([w for _, w in anscombe]):.1f}",
        "anscombe_intercept": f"{mean([b for b, _ in anscombe]):.1f}",
        "anscombe_correlation": f"{mean([correlation(*xy) for xy in ANSCOMBE.values()]):.3f}",
    }


def figures() -> dict[str, str]:
    return {
        "fit_figure": fit_figure(),
        "descent_figure": descent_figure(),
        "anscombe_figure": anscombe_figure(),
    }


def explorers() -> dict[str, str]:
    return {"descent_explorer": descent_explorer()}


def fit_figure() -> str:
    """The five points, the least-squares line and the residuals."""
    line = intercept, slope = least_squares(WORDS_FOUND, RATINGS)
    errors = residuals(line, WORDS_FOUND, RATINGS)
    across, up = fig.scale((0, 6), (48, 392)), fig.scale((0, 6), (236, 8))
    shapes = fig.levels(up, (48, 392), {rating: str(rating) for rating in range(0, 7, 2)})
    shapes += [fig.text(across(x), 256, f"{x:.0f}", anchor="middle") for x in WORDS_FOUND]
    shapes += [
        fig.line((48, 236), (392, 236), "hb-axis"),
        fig.text(220, 278, "Question words found in the note", anchor="middle"),
        fig.text(56, 26, "Rating"),
        fig.line((across(0), up(intercept)), (across(6), up(intercept + slope * 6)), "hb-line-1"),
    ]
    for x, y, error in zip(WORDS_FOUND, RATINGS, errors, strict=True):
        point = across(x), up(y)
        away = -11 if error > 0 else 20
        shapes += [
            fig.line(point, (across(x), up(y - error)), "hb-line-2 hb-dash-2"),
            fig.circle(point, "hb-mark-2"),
            fig.text(across(x), up(y) + away, fig.signed(error), "hb-small", "middle"),
        ]
    rows = [
        [f"{x:.0f}", f"{y:.0f}", f"{y - error:.1f}", fig.signed(error)]
        for x, y, error in zip(WORDS_FOUND, RATINGS, errors, strict=True)
    ]
    misses = [abs(error) for error in errors]
    return fig.figure(
        "linear-regression-fit",
        alt="Five ratings, the least-squares line through them, and the gap from each to the line.",
        desc=f"The line starts at {intercept:.1f} and rises by {slope:.1f} for each word found; "
        "a dashed upright joins each point to the line.",
        height=286,
        shapes=shapes,
        caption=f"The line that squared error picks misses each rating by {min(misses):.1f} to "
        f"{max(misses):.1f} points.",
        data=fig.table(["Words found", "Rating", "Line", "Residual"], rows),
    )


def contour(above: float) -> list[Line]:
    """Lines on the ellipse where the loss is `above` more than its least value."""
    best_b, best_w = least_squares(WORDS_FOUND, RATINGS)
    bb, bw, _ = hessian()
    small, large = curvatures()
    length = hypot(bw, large - bb)
    steep_b, steep_w = bw / length, (large - bb) / length
    points = []
    for step in range(72):
        angle = 2 * pi * step / 72
        along = sqrt(2 * above / small) * cos(angle)
        across = sqrt(2 * above / large) * sin(angle)
        points.append(
            (
                best_b + along * steep_w + across * steep_b,
                best_w - along * steep_b + across * steep_w,
            )
        )
    return points


def descent_panel(step_size: float, top: float) -> list[str]:
    """One walk over the contours, in a window 360 wide and 116 high."""
    across, up = fig.scale((-0.4, 3.4), (0, 360)), fig.scale((-0.9, 2.9), (116, 0))
    visited = descend(step_size, STEPS_DRAWN)
    best = least_squares(WORDS_FOUND, RATINGS)
    return [
        f'<g transform="translate(32 {fig.coordinate(top)})">',
        '<g clip-path="url(#hb-descent-clip)">',
        *(
            fig.path([(across(b), up(w)) for b, w in contour(above)], "hb-grid", closed=True)
            for above in (0.25, 1, 4, 16)
        ),
        fig.path([(across(b), up(w)) for b, w in visited], "hb-line-2"),
        "</g>",
        fig.square((across(0), up(0)), "hb-mark-3"),
        fig.diamond((across(best[0]), up(best[1])), "hb-mark-1", 7),
        fig.line((0, 116), (360, 116), "hb-axis"),
        fig.line((0, 0), (0, 116), "hb-axis"),
        *(fig.text(-8, up(w) + 4, str(w), "hb-small", "end") for w in (0, 1, 2)),
        fig.text(354, 16, f"step size {step_size:g}", anchor="end"),
        "</g>",
    ]


def descent_figure() -> str:
    """Gradient descent with three step sizes over the same contours of the loss."""
    across = fig.scale((-0.4, 3.4), (32, 392))
    shapes = [
        '<clipPath id="hb-descent-clip">' + fig.rect((0, 0), (360, 116), "hb-grid") + "</clipPath>",
        fig.text(40, 16, "w (slope)"),
    ]
    for step_size, top in zip(STEP_SIZES, (4, 130, 256), strict=True):
        shapes += descent_panel(step_size, top)
    shapes += [
        *(fig.text(across(b), 388, str(b), "hb-small", "middle") for b in (0, 1, 2, 3)),
        fig.text(392, 408, "b (intercept)", anchor="end"),
        *fig.legend(
            (32, 403),
            (74, 0),
            {"hb-mark-3": "start", "hb-mark-1": "least loss"},
            (fig.square, fig.diamond),
        ),
    ]
    rows = [
        [str(steps), *(f"{loss_after(step_size, steps):.2f}" for step_size in STEP_SIZES)]
        for steps in (0, 1, 2, 5, 10, STEPS_DRAWN)
    ]
    return fig.figure(
        "descent",
        alt=f"Three walks of {STEPS_DRAWN} steps over the same long, narrow valley of loss.",
        desc="Step size 0.02 drops to the valley floor and creeps along it; step size 0.08 "
        "zigzags inwards and gets further along; step size 0.085 zigzags outwards.",
        height=416,
        shapes=shapes,
        caption=f"From the same start, a step size of {STEP_SIZES[0]:g} creeps, "
        f"{STEP_SIZES[1]:g} zigzags in, and {STEP_SIZES[2]:g} zigzags out.",
        data=fig.table(["Steps", *(f"Loss at {size:g}" for size in STEP_SIZES)], rows),
    )


def descent_explorer() -> str:
    """One walk, with the step size and the number of steps that the reader chooses."""
    (left, right), (low, high) = domain = (-0.4, 3.4), (-0.9, 2.9)
    across, up = fig.scale((left, right), (32, 392)), fig.scale((low, high), (220, 8))
    best = least_squares(WORDS_FOUND, RATINGS)
    largest = 2 / curvatures()[1]
    # Upwards, as a window has it, and in the picture's units, because paths have one decimal.
    rings = [[(across(b), -up(w)) for b, w in contour(above)] for above in (0.25, 1, 4, 16)]
    valley = [fig.path(ring, "hb-grid", closed=True) for ring in rings]
    walk = [explorer.drawn("walk", "hb-line-2"), explorer.drawn("stops", "hb-dot-2")]
    shapes = [
        explorer.window(((32, 392), (-220, -8)), (32, 8), (360, 212), valley),
        explorer.window(domain, (32, 8), (360, 212), walk),
        fig.square((across(0), up(0)), "hb-mark-3"),
        fig.diamond((across(best[0]), up(best[1])), "hb-mark-1", 7),
        fig.line((32, 220), (392, 220), "hb-axis"),
        fig.line((32, 8), (32, 220), "hb-axis"),
        *(fig.text(24, up(w) + 4, str(w), "hb-small", "end") for w in (0, 1, 2)),
        *(fig.text(across(b), 236, str(b), "hb-small", "middle") for b in (0, 1, 2, 3)),
        fig.text(40, 22, "w (slope)"),
        fig.text(392, 256, "b (intercept)", anchor="end"),
    ]
    return explorer.explorer(
        "descent",
        title="Try your own step size.",
        hint=f"Move it past {largest:.4f}, and the walk from the square turns away from the least "
        "loss, the diamond; make it small, and see how many steps the walk needs.",
        given={"xs": WORDS_FOUND, "ys": RATINGS, "largest": largest},
        parts=[
            explorer.number("rate", "Step size", STEP_SIZES[1], low=0.005, high=0.12, step=0.0005),
            explorer.number("steps", "Steps", STEPS_DRAWN, low=1, high=100),
            explorer.picture(262, shapes),
        ],
    )


def anscombe_panel(name: str, left: float, top: float) -> list[str]:
    """One of Anscombe's sets with its line, in a window 166 wide and 112 high."""
    xs, ys = ANSCOMBE[name]
    across, up = fig.scale((3, 20), (left, left + 166)), fig.scale((2, 14), (top + 112, top))
    intercept, slope = least_squares(xs, ys)
    ends = [(across(x), up(intercept + slope * x)) for x in (3, 20)]
    return [
        fig.line((left, top + 112), (left + 166, top + 112), "hb-axis"),
        fig.line((left, top), (left, top + 112), "hb-axis"),
        *(fig.text(across(x), top + 126, str(x), "hb-small", "middle") for x in (5, 10, 15)),
        *(fig.text(left - 5, up(y) + 4, str(y), "hb-small", "end") for y in (5, 10)),
        fig.path(ends, "hb-line-1"),
        *(fig.circle((across(x), up(y)), "hb-mark-2", 4) for x, y in zip(xs, ys, strict=True)),
        fig.text(left + 10, top + 16, name),
    ]


def anscombe_figure() -> str:
    """Anscombe's four data sets, each with its least-squares line."""
    corners = [(22, 4), (224, 4), (22, 148), (224, 148)]
    shapes = [
        shape
        for name, (left, top) in zip(ANSCOMBE, corners, strict=True)
        for shape in anscombe_panel(name, left, top)
    ]
    (_, y1s), (_, y2s), (_, y3s), (_, y4s) = ANSCOMBE.values()
    rows = [
        [f"{x:.0f}", f"{y1:.2f}", f"{y2:.2f}", f"{y3:.2f}", f"{x4:.0f}", f"{y4:.2f}"]
        for x, y1, y2, y3, x4, y4 in zip(ANSCOMBE_X, y1s, y2s, y3s, ANSCOMBE_X4, y4s, strict=True)
    ]
    return fig.figure(
        "anscombe",
        alt="Four scatter plots of different shape, each with the same fitted line.",
        desc="I is a cloud about a line, II a smooth curve, III a straight line with one point "
        "far off, IV a column of points and one far to the right that alone sets the slope.",
        height=280,
        shapes=shapes,
        caption="Four data sets share one fitted line, and only in the first does it describe "
        "the points.",
        data=fig.table(["x, I to III", "y, I", "y, II", "y, III", "x, IV", "y, IV"], rows),
    )
