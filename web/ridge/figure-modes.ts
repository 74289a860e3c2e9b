import * as Plot from "@observablehq/plot";
import type { Drawing, LegendEntry } from "../page/figure.ts";
import { frame, near } from "../page/marks.ts";
import { shown } from "../page/numbers.ts";
import type { ModeShrinkage } from "./shrinkages.ts";

export const MODES_LEGEND: readonly LegendEntry[] = [
  ["dot teacher filled", "teacher"],
  ["dot student filled", "your student"],
  ["star best", "best ξ*"],
  ["diamond oracle", "oracle"],
];

type Who = "teacher" | "student" | "best" | "oracle";

/** The shrinkages of all modes against s. */
export function drawModes(modes: readonly ModeShrinkage[]): Drawing {
  const values = modes.flatMap(({ teacher, student, best, oracle }) => [teacher, student, best ?? 0, oracle ?? 0]);
  const domain = [Math.max(-1, Math.min(-0.04, ...values)), Math.min(2, Math.max(1.04, ...values))] as const;
  const across = [modes[0]!.s / 1.3, modes.at(-1)!.s * 1.3];
  const height = (of: Who) => (mode: ModeShrinkage) => (mode[of] === null ? NaN : near(mode[of], domain));
  const line = (of: Who, colour: string): Plot.Markish =>
    Plot.line(modes, { x: "s", y: height(of), stroke: colour, strokeWidth: 1.3, strokeOpacity: 0.6, clip: true });
  const dot = (of: Who, symbol: Plot.SymbolType, colour: string, r: number): Plot.Markish =>
    Plot.dot(modes, {
      x: "s",
      y: height(of),
      symbol,
      r,
      fill: colour,
      stroke: "var(--card)",
      strokeWidth: 1.2,
      clip: true,
    });
  const size = modes.length > 30 ? 0.6 : 1;
  return {
    says: `Shrinkage of each of ${modes.length} ${modes.length === 1 ? "mode" : "modes"} by the teacher, your student, the best student at your λ and the oracle.`,
    options: (width) => ({
      width,
      height: Math.min(width, 440),
      x: {
        type: "log",
        domain: across,
        label: "squared singular value s",
        labelAnchor: "center",
        labelArrow: "none",
        ticks: 5,
        tickFormat: (value: number) => shown(value),
      },
      y: { domain, label: "shrinkage g", labelArrow: "none" },
      marks: [
        frame(),
        Plot.ruleY([0, 1], { stroke: "var(--axis)", strokeDasharray: "2 4" }),
        line("oracle", "var(--oracle)"),
        line("teacher", "var(--teacher)"),
        line("best", "var(--best)"),
        line("student", "var(--student)"),
        dot("oracle", "diamond", "var(--oracle)", 5.5 * size),
        dot("best", "star", "var(--best)", 7 * size),
        dot("teacher", "circle", "var(--teacher)", 4.5 * size),
        dot("student", "circle", "var(--student)", 4.5 * size),
      ],
    }),
  };
}
