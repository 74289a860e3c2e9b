import * as Plot from "@observablehq/plot";
import type { Drawing, LegendEntry } from "../page/figure.ts";
import { type Dot, dots, frame, near } from "../page/marks.ts";
import { shown } from "../page/numbers.ts";
import type { ErrorByXi, XiCurve, XiPoint } from "./error-by-xi.ts";

export const XI_LEGEND: readonly LegendEntry[] = [
  ["line own", "your γ²"],
  ["line other half", "½ γ²_c"],
  ["line other", "γ²_c"],
  ["line other twice", "2 γ²_c"],
  ["star own", "best ξ*"],
  ["dot own", "simulated, 99 %"],
];

/** Expected error against ξ, relative to the teacher's. */
export function drawErrorByXi(data: ErrorByXi, xi: number, measured: readonly Dot[]): Drawing {
  const { own, others, xDomain, yDomain } = data;
  const height = ({ error }: XiPoint): number => near(error, yDomain);
  const inside = (curve: XiCurve): boolean =>
    curve.best !== null && curve.best.xi >= xDomain[0] && curve.best.xi <= xDomain[1];
  const best = own.best === null ? "every ξ gives the same error" : `the least error is at ξ* = ${shown(own.best.xi)}`;
  return {
    says: `Expected error against the imitation parameter: ${best}, ${own.best === null ? "" : `${shown(own.best.error)} times the teacher's`}.`,
    options: (width) => ({
      width,
      height: heightFor(width),
      x: { domain: xDomain, label: "imitation parameter ξ", labelAnchor: "center", labelArrow: "none" },
      y: { domain: yDomain, label: "expected error ÷ teacher's", labelArrow: "none" },
      marks: [
        frame(),
        Plot.ruleX([1], { stroke: "var(--axis)", strokeDasharray: "2 4" }),
        Plot.ruleY([1], { stroke: "var(--axis)", strokeDasharray: "2 4" }),
        others.map((curve, i) => [
          Plot.line(curve.points, {
            x: "xi",
            y: height,
            stroke: "var(--other)",
            strokeWidth: 1.3,
            strokeDasharray: ["1.5 3", "none", "7 4"][i]!,
            clip: true,
          }),
          inside(curve)
            ? Plot.dot([curve.best!], { x: "xi", y: height, symbol: "star", r: 5, fill: "var(--other)" })
            : null,
        ]),
        Plot.line(own.points, { x: "xi", y: height, stroke: "var(--student)", strokeWidth: 2.6, clip: true }),
        dots(measured, yDomain, "var(--student)"),
        inside(own)
          ? [
              Plot.ruleX([own.best!], {
                x: "xi",
                y1: yDomain[0],
                y2: height,
                stroke: "var(--student)",
                strokeWidth: 1,
              }),
              Plot.dot([own.best!], {
                x: "xi",
                y: height,
                symbol: "star",
                r: 9,
                fill: "var(--student)",
                stroke: "var(--card)",
              }),
            ]
          : null,
        here(xi, data),
      ],
    }),
  };
}

/** Where the chosen student is. */
function here(xi: number, { xDomain }: ErrorByXi): Plot.Markish {
  if (xi < xDomain[0] || xi > xDomain[1]) return null;
  return Plot.ruleX([xi], { stroke: "var(--here)", strokeWidth: 1.5 });
}

export function heightFor(width: number): number {
  return Math.round(Math.min(380, Math.max(250, width * 0.68)));
}
