import { InvalidArgumentError } from "commander";
import { finiteNumber } from "./options.ts";

/** A list longer than this is a slip of the pen, or more than can be done. */
const MOST_NUMBERS = 1000;

/** What multiples of a step in doubles are off by is cut away: 3 · 0.1 is 0.3. */
const DIGITS = 12;

/**
 * Finite numbers, separated by commas. `…` or `...` goes on in equal steps to the number behind it: `0,0.25,…,4`.
 *
 * @throws InvalidArgumentError where there are no two numbers before it, or none behind it that the steps reach, and for more
 * than a thousand numbers.
 */
export function numberList(text: string): number[] {
  const cells = text.split(",").map((cell) => cell.trim());
  const isGap = (cell: string | undefined): boolean => cell === "…" || cell === "...";
  const numbers: number[] = [];
  cells.forEach((cell, i) => {
    if (isGap(cell)) return;
    const number = finiteNumber(cell);
    if (isGap(cells[i - 1])) numbers.push(...between(numbers.at(-2), numbers.at(-1), number));
    numbers.push(number);
  });
  if (isGap(cells.at(-1)) || cells.some((cell, i) => isGap(cell) && isGap(cells[i + 1]))) {
    throw new InvalidArgumentError("expected a number after the dots.");
  }
  requireFew(numbers.length);
  return numbers;
}

// The numbers strictly between the second and the last.
function between(first: number | undefined, second: number | undefined, last: number): number[] {
  if (first === undefined || second === undefined)
    throw new InvalidArgumentError("expected two numbers before the dots.");
  const step = second - first;
  const steps = Math.round((last - second) / step);
  const end = second + steps * step;
  requireFew(steps + 2);
  if (!(steps > 0 && Math.abs(end - last) <= 1e-9 * Math.abs(step))) {
    throw new InvalidArgumentError(`expected equal steps from ${first} and ${second} to ${last}.`);
  }
  return Array.from({ length: steps - 1 }, (_, k) => Number((second + (k + 1) * step).toPrecision(DIGITS)));
}

function requireFew(count: number): void {
  // No number of steps, where the first step is 0, is no matter of how many.
  if (!(count > MOST_NUMBERS) || count === Infinity) return;
  const many = Number.isSafeInteger(count) ? count.toLocaleString("en") : count.toExponential(0);
  throw new InvalidArgumentError(`expected at most ${MOST_NUMBERS} numbers; these are ${many}.`);
}
