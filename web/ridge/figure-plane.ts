import * as Plot from "@observablehq/plot";
import type { Drawing, LegendEntry } from "../page/figure.ts";
import { near } from "../page/marks.ts";
import { shown } from "../page/numbers.ts";
import { type Plane, PLANE_DOMAIN, type Shrinkages } from "./plane.ts";

export const PLANE_LEGEND: readonly LegendEntry[] = [
  ["line teacher", "ridge, all λ"],
  ["line student", "students at your λ, all ξ"],
  ["dot teacher filled", "teacher"],
  ["dot student filled", "your student"],
  ["star best", "best ξ*"],
  ["diamond oracle", "oracle"],
];

/** The plane of two modes' shrinkages. @param modes counted from 1. @param whole whether there are no other modes. */
export function drawPlane(data: Plane, [j, k]: readonly [number, number], whole: boolean): Drawing {
  const { path, tangent, teacher, student, best, oracle, levels, wedge } = data;
  const point = ({ x, y }: Shrinkages): string => `(${shown(x, 3)}, ${shown(y, 3)})`;
  const ofOracle = oracle === null ? "" : `, the oracle ${point(oracle)}`;
  return {
    says: `Shrinkages of modes ${j} and ${k}: teacher ${point(teacher)}, your student ${point(student)}${ofOracle}.`,
    options: (width) => {
      const side = Math.min(width, 440);
      return {
        width: side,
        height: side,
        marginLeft: 44,
        marginRight: 16,
        marginTop: 24,
        marginBottom: 36,
        x: {
          domain: PLANE_DOMAIN,
          label: `shrinkage of mode ${j}`,
          labelAnchor: "center",
          labelArrow: "none",
          ticks: 5,
        },
        y: { domain: PLANE_DOMAIN, label: `shrinkage of mode ${k}`, labelArrow: "none", ticks: 5 },
        marks: [
          levels.map((level) =>
            Plot.line(level, {
              x: across,
              y: up,
              stroke: "var(--oracle)",
              strokeOpacity: 0.38,
              strokeWidth: 1,
              clip: true,
            }),
          ),
          whole
            ? Plot.line(
                [...wedge, wedge[0] ?? null].filter((corner) => corner !== null),
                {
                  x: across,
                  y: up,
                  fill: "var(--wedge)",
                  stroke: "none",
                  clip: true,
                },
              )
            : null,
          Plot.ruleX([0, 1], { stroke: "var(--grid)" }),
          Plot.ruleY([0, 1], { stroke: "var(--grid)" }),
          Plot.line(tangent, {
            x: across,
            y: up,
            stroke: "var(--student)",
            strokeWidth: 1.8,
            strokeDasharray: "6 4",
            clip: true,
          }),
          Plot.line(path, { x: across, y: up, stroke: "var(--teacher)", strokeWidth: 2.6 }),
          spot(oracle, "diamond", "var(--oracle)", 6.5),
          spot(best, "star", "var(--best)", 9),
          spot(teacher, "circle", "var(--teacher)", 5.5),
          spot(student, "circle", "var(--student)", 5.5),
        ],
      };
    },
  };
}

const across = ({ x }: Shrinkages): number => near(x, PLANE_DOMAIN);
const up = ({ y }: Shrinkages): number => near(y, PLANE_DOMAIN);

function spot(at: Shrinkages | null, symbol: Plot.SymbolType, colour: string, r: number): Plot.Markish {
  return at === null
    ? null
    : Plot.dot([at], {
        x: across,
        y: up,
        symbol,
        r,
        fill: colour,
        stroke: "var(--card)",
        strokeWidth: 1.2,
        clip: true,
      });
}
