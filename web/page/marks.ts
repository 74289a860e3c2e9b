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

/** A value that is clipped anyway where it is far outside a picture, brought near: huge coordinates are no SVG. */
export function near(value: number, [lower, upper]: readonly [number, number]): number {
  const away = 100 * (upper - lower);
  return Math.min(upper + away, Math.max(lower - away, value));
}

/** Monte Carlo means as dots with their 99 % intervals. */
export function dots(
  data: readonly Dot[],
  domain: readonly [number, number],
  colour: string,
  symbol: Plot.SymbolType = "circle",
): Plot.Markish[] {
  const half = ({ standardError }: Dot): number => NINETY_NINE_PERCENT * standardError;
  return [
    Plot.ruleX(data, {
      x: "x",
      y1: (dot: Dot) => near(dot.value - half(dot), domain),
      y2: (dot: Dot) => near(dot.value + half(dot), domain),
      stroke: colour,
      strokeWidth: 2.5,
      strokeOpacity: 0.55,
      clip: true,
    }),
    Plot.dot(data, {
      x: "x",
      y: (dot: Dot) => near(dot.value, domain),
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
