/** A number for people: so many significant digits, a proper minus, powers of ten where there are many zeros. */
export function shown(value: number, digits = 4): string {
  if (value === 0) return "0";
  const rounded = Number(value.toPrecision(digits));
  const size = Math.abs(rounded);
  if (size >= 1e-4 && size < 1e6) return String(rounded).replace("-", "−");
  const [mantissa, exponent] = rounded.toExponential().split("e") as [string, string];
  return `${mantissa.replace("-", "−")}·10${superscript(Number(exponent))}`;
}

/** A share as a percentage. */
export function percent(share: number): string {
  return `${shown(100 * share, 3)} %`;
}

/** A count in groups of three digits. */
export function count(value: number): string {
  return String(value).replaceAll(/\B(?=(\d{3})+$)/g, "\u202F");
}

/** An enclosure to its last digit, as programs write numbers: it can be copied. */
export function enclosure([lower, upper]: readonly [number, number]): string {
  return `[${lower}, ${upper}]`;
}

function superscript(value: number): string {
  return String(value).replaceAll(/./g, (digit) => (digit === "-" ? "⁻" : "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)]!));
}
