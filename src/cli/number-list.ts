import { InvalidArgumentError } from "commander";
import { finiteNumber } from "./options.ts";

/** A list longer than this is a slip of the pen. */
const MOST_NUMBERS = 1000;

/** What multiples of a step in doubles are off by is cut away: 3 · 0.1 is 0.3. */
const DIGITS = 12;

/**
 * Finite numbers, separated by commas. `…` or `...` goes on in equal steps to the number behind it: `0,0.25,…,4`.
 *
 * @throws InvalidArgumentError where there are no two numbers before it, or none behind it that the steps reach.
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
  return numbers;
}

// The numbers strictly between the second and the last.
function between(first: number | undefined, second: number | undefined, last: number): number[] {
  if (first === undefined || second === undefined)
    throw new InvalidArgumentError("expected two numbers before the dots.");
  const step = second - first;
  const steps = Math.round((last - second) / step);
  const end = second + steps * step;
  if (!(steps > 0 && steps <= MOST_NUMBERS) || Math.abs(end - last) > 1e-9 * Math.abs(step)) {
    throw new InvalidArgumentError(`expected equal steps from ${first} and ${second} to ${last}.`);
  }
  return Array.from({ length: steps - 1 }, (_, k) => Number((second + (k + 1) * step).toPrecision(DIGITS)));
}
