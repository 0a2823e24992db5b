// The share of requests that wait for a slow call: examples/latency_budget.py.
import { fixed } from "./numerals.js";

export function show({ calls, slow }, { target }) {
  const share = (number) => 100 * (1 - (1 - slow / 100) ** number);
  const allowed = 100 * (1 - (1 - target) ** (1 / calls));
  const numbers = Array.from({ length: 101 }, (_, number) => number);
  return {
    says:
      `${fixed(share(calls), 1)} % of the requests wait for a slow call. ` +
      `To keep that at ${fixed(100 * target)} %, at most ${fixed(allowed, 3)} % of the calls may be slow.`,
    curve: `M${numbers.map((number) => [number, share(number)]).join("L")}`,
    point: `M${calls} ${share(calls)}h0`,
  };
}
