import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";

/** Standard errors on either side of an estimate. */
export const NINETY_NINE_PERCENT = 2.5758;

/** from, from + step, …, to. */
export function grid(from: number, to: number, step: number): number[] {
  return Array.from({ length: Math.round((to - from) / step) + 1 }, (_, i) => from + i * step);
}

/** A plot as an SVG file. */
export function svg(options: Plot.PlotOptions): string {
  const { document } = parseHTML("<html><body></body></html>");
  const plot = Plot.plot({ ...options, document });
  plot.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  return `${plot.outerHTML}\n`;
}
