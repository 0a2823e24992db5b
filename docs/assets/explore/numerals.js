// Numbers for people, rounded as Python rounds them, so that a page shows one result of both.

/** Return a number with this many decimals and commas; an exact half goes to the even digit. */
export function fixed(value, places = 0) {
  const half = Number.isInteger(value * 2 ** (places + 1)) && (value * 10 ** places) % 2 === 0.5;
  const text = (half ? Math.floor(value * 10 ** places) / 10 ** places : value).toFixed(places);
  const [whole, ...decimals] = text.split(".");
  return [whole.replace(/\B(?=(\d{3})+$)/g, ","), ...decimals].join(".");
}

export const sum = (values) => values.reduce((total, value) => total + value, 0);
