// The users that a test of two proportions needs: examples/sample_size.py.
import { fixed } from "./numerals.js";

export function show({ base, uplift, weekly, level, power }, { percents }) {
  /** `level` and `power` are quantiles of the normal distribution, which Python computed. */
  function users(percent) {
    const before = base / 100;
    const after = before * (1 + percent / 100);
    const pooled = (before + after) / 2;
    const none = level * Math.sqrt(2 * pooled * (1 - pooled));
    const some = power * Math.sqrt(before * (1 - before) + after * (1 - after));
    return Math.ceil(((none + some) / (after - before)) ** 2);
  }
  const place = (percent) => [Math.log10(percent), Math.log10(users(percent))];
  const weeks = Math.ceil((2 * users(uplift)) / weekly);
  return {
    says:
      `${fixed(users(uplift))} users in each arm. ` +
      `Both arms are full after ${fixed(weeks)} ${weeks === 1 ? "week" : "weeks"}.`,
    curve: `M${percents.map(place).join("L")}`,
    point: `M${place(uplift)}h0`,
  };
}
