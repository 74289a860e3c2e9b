import { ClosedForms } from "../../src/ridge/portable.ts";

/** The closed forms that the page's pictures and numbers are read from, compiled once. */
export const forms = new ClosedForms();

/** from, …, to in equal steps. */
export function grid(from: number, to: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => from + ((to - from) * i) / (count - 1));
}

/** from, …, to in equal ratios. */
export function logGrid(from: number, to: number, count: number): number[] {
  return grid(Math.log(from), Math.log(to), count).map(Math.exp);
}
