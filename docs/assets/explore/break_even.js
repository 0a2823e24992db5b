// Where an API and own GPUs cost the same: examples/latency_budget.py.
import { fixed } from "./numerals.js";

export function show(
  { input, output, inputPrice, outputPrice, gpus, people, use },
  { hours, gpuHour, gpuSpeed, end },
) {
  const price = (input * inputPrice + output * outputPrice) / 1e6;
  const monthly = gpus * gpuHour * hours + people;
  const requests = monthly / price;
  const rate = requests / (hours * 3600);
  const capacity = (gpus * gpuSpeed * (use / 100)) / output;
  const full = (capacity * hours * 3600) / 1e6;
  const pays = rate <= capacity;
  return {
    says:
      `A request costs $${fixed(price, 4)} at the API, and the GPUs cost $${fixed(monthly)} a month. ` +
      `They meet at ${fixed(requests)} requests a month, ${fixed(rate, 2)} a second; ` +
      `at ${fixed(use)} % use the GPUs serve ${fixed(capacity, 2)} a second, ` +
      `so ${pays ? "they pay from there" : "the API always costs less"}.`,
    api: `M0 0L${end} ${1e3 * price * end}`,
    own: `M0 ${monthly / 1e3}H${full}`,
    full: `M${full} 0V${monthly / 1e3}`,
    cross: pays ? `M${requests / 1e6} ${monthly / 1e3}h0` : "",
  };
}
