// The time to the first token and to the full answer: examples/latency_budget.py.
import { fixed, sum } from "./numerals.js";

export function show({ tokens, speed, ...taken }, { steps, budget }) {
  const times = Object.values(taken);
  const first = sum(times);
  const full = first + (1000 * tokens) / speed;
  const most = times.indexOf(Math.max(...times));
  const over = first - budget;
  const verdict = over > 0 ? `${fixed(over)} ms over` : `${fixed(-over)} ms left in`;
  // The picture is one wide, and the budget has a place in it.
  const whole = Math.max(first, 1.25 * budget);
  const block = (from, to) => `M${from} 0h${to - from}v1h${from - to}z`;
  const blocks = times.map((time, step) => {
    const start = sum(times.slice(0, step));
    return block(start / whole, (start + time) / whole);
  });
  return {
    says:
      `The first token comes after ${fixed(first)} ms, ${verdict} the budget of ${fixed(budget)}, ` +
      `and the last after ${fixed(full)} ms. ` +
      `The longest step, ${steps[most]}, takes ${fixed((100 * times[most]) / first)} % of the first wait.`,
    longest: blocks[most],
    steps: blocks.filter((_, step) => step !== most).join(""),
    limit: `M${budget / whole} 0v1`,
    first: block(0, first / full),
    rest: block(first / full, 1),
  };
}
