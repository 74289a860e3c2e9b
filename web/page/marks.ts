import * as Plot from "@observablehq/plot";
import { shown } from "./numbers.ts";

/** Standard errors on either side of an estimate. */
export const NINETY_NINE_PERCENT = 2.5758;

/** A measured value in a picture, with its standard error. */
export interface Dot {
  readonly x: number;
  readonly value: number;
  readonly standardError: number;
}

/** Monte Carlo means as dots with their 99 % intervals. */
export function dots(data: readonly Dot[], colour: string, symbol: Plot.SymbolType = "circle"): Plot.Markish[] {
  const half = ({ standardError }: Dot): number => NINETY_NINE_PERCENT * standardError;
  return [
    Plot.ruleX(data, {
      x: "x",
      y1: (dot: Dot) => dot.value - half(dot),
      y2: (dot: Dot) => dot.value + half(dot),
      stroke: colour,
      strokeWidth: 2.5,
      strokeOpacity: 0.55,
      clip: true,
    }),
    Plot.dot(data, {
      x: "x",
      y: "value",
      r: 3.2,
      symbol,
      stroke: colour,
      strokeWidth: 1.6,
      fill: "var(--card)",
      title: (dot: Dot) => `simulated: ${shown(dot.value, 5)} ± ${shown(half(dot), 2)}`,
      clip: true,
      className: "dots",
    }),
  ];
}

/** The number line's own lines: thin, behind all else. */
export function frame(): Plot.Markish[] {
  return [
    Plot.gridX({ stroke: "var(--grid)", strokeOpacity: 1 }),
    Plot.gridY({ stroke: "var(--grid)", strokeOpacity: 1 }),
  ];
}
