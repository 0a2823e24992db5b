// Where an API and own GPUs cost the same: examples/latency_budget.py.
import { fixed } from "./numerals.js";

const EXACT = { maximumFractionDigits: 9 };

/** Return where an axis ends: a round number, and at least a quarter beyond a value. */
function ending(value) {
  const least = 1.25 * value;
  const power = 10 ** Math.floor(Math.log10(least));
  return power * [1, 2, 4, 8, 10].find((digit) => digit * power >= least);
}

function ticks(name, end) {
  const said = (part) => Number(((part * end) / 4).toPrecision(3)).toLocaleString("en", EXACT);
  return Object.fromEntries([1, 2, 3, 4].map((part) => [`${name}-${part}`, said(part)]));
}

export function show(
  { input, output, inputPrice, outputPrice, gpus, people, use },
  { hours, gpuHour, gpuSpeed },
) {
  const price = (input * inputPrice + output * outputPrice) / 1e6;
  const monthly = gpus * gpuHour * hours + people;
  const requests = monthly / price;
  const rate = requests / (hours * 3600);
  const capacity = (gpus * gpuSpeed * (use / 100)) / output;
  const full = (capacity * hours * 3600) / 1e6;
  const pays = rate <= capacity;
  // To where the GPUs are full, unless the crossing would be lost near the origin.
  const across = ending(pays ? Math.min(full, (3 * requests) / 1e6) : full);
  const up = ending(monthly / 1e3);
  const level = monthly / 1e3 / up;
  const rise = (1e3 * price * across) / up;
  const last = full / across;
  // Of a small price the first two digits that are not zero.
  const places = Math.max(4, 1 - Math.floor(Math.log10(price)));
  return {
    says:
      `A request costs $${fixed(price, places)} at the API, and the GPUs cost $${fixed(monthly)} a month. ` +
      `They meet at ${fixed(requests)} requests a month, ${fixed(rate, 2)} a second; ` +
      `at ${fixed(use)} % use the GPUs serve ${fixed(capacity, 2)} a second, ` +
      `so ${pays ? "they pay from there" : "the API always costs less"}.`,
    api: `M0 0L1 ${rise}`,
    own: `M0 ${level}H${last}`,
    full: `M${last} 0V${level}`,
    cross: pays ? `M${requests / 1e6 / across} ${level}h0` : "",
    ...ticks("requests", across),
    ...ticks("cost", up),
  };
}
