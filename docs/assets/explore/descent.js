// Gradient descent on the mean squared error of a line: examples/linear_regression.py.
import { fixed, sum } from "./numerals.js";

export function show({ rate, steps }, { xs, ys, largest }) {
  const mean = (values) => sum(values) / values.length;
  const residuals = ([b, w]) => ys.map((y, i) => y - (b + w * xs[i]));
  const visited = [[0, 0]];
  for (let step = 0; step < steps; step += 1) {
    const [b, w] = visited.at(-1);
    const errors = residuals([b, w]);
    const slope = [-2 * mean(errors), -2 * mean(errors.map((error, i) => error * xs[i]))];
    visited.push([b - rate * slope[0], w - rate * slope[1]]);
  }
  const loss = mean(residuals(visited.at(-1)).map((error) => error ** 2));
  const reached = loss > 1e6 ? "more than a million" : fixed(loss, 4);
  const why = `because the step size is ${rate > largest ? "above" : "at most"} ${fixed(largest, 4)}`;
  // Beyond this a walk is far outside the picture.
  const inside = visited.filter((line) => line.every((value) => Math.abs(value) < 1e4));
  return {
    says:
      `After ${steps} ${steps === 1 ? "step" : "steps"} of size ${rate} the loss is ${reached}. ` +
      `The walk ${rate > largest ? "diverges" : "closes in"}, ${why}.`,
    walk: `M${inside.join("L")}`,
    stops: inside.map((line) => `M${line}h0`).join(""),
  };
}
