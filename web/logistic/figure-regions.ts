import * as Plot from "@observablehq/plot";
import type { Rectangle, Region } from "../../src/logistic/index.ts";
import type { Drawing, LegendEntry } from "../page/figure.ts";
import { percent } from "../page/numbers.ts";
import { heightFor } from "../ridge/figure-xi.ts";
import type { RegionsFound } from "../work/questions.ts";

/** Kinds of region, and how they are drawn. */
const KINDS = {
  wins: { words: "student right on all, teacher not", colour: "var(--region-wins)" },
  both: { words: "both right on all", colour: "var(--region-both)" },
  equal: { words: "both repeat the flipped labels", colour: "var(--region-equal)" },
  worse: { words: "student worse", colour: "var(--region-worse)" },
} as const;
type Kind = keyof typeof KINDS;

export const REGION_LEGEND: readonly LegendEntry[] = [
  ...Object.entries(KINDS).map(([kind, { words }]) => [`area ${kind}`, words] as const),
  ["area undecided", "not proved (yet)"],
];

let versions = 0;

/** The (p, ξ) map as far as it is proved: collected from a worker's answers. */
export class RegionMapSoFar {
  readonly #settled: Record<Kind, Rectangle[]> = { wins: [], both: [], equal: [], worse: [] };
  #undecided: readonly Rectangle[] = [];
  #version = 0;

  /** A number that no other map has, and this one not before. */
  get version(): number {
    return this.#version;
  }

  add({ settled, undecided }: RegionsFound): void {
    for (const { region, ...rectangle } of settled) this.#settled[kindOf(region)].push(rectangle);
    this.#undecided = undecided;
    this.#version = ++versions;
  }

  get areas(): readonly (readonly [colour: string, rectangles: readonly Rectangle[]])[] {
    const settled = Object.entries(KINDS).map(([kind, { colour }]) => [colour, this.#settled[kind as Kind]] as const);
    return [...settled, ["var(--region-undecided)", this.#undecided]];
  }

  /** The share of the map's area that is proved. */
  get share(): number {
    const sizeOf = (rectangles: readonly Rectangle[]): number =>
      rectangles.reduce((sum, { flipRate, xi }) => sum + (flipRate.upper - flipRate.lower) * (xi.upper - xi.lower), 0);
    const proved = Object.values(this.#settled).reduce((sum, rectangles) => sum + sizeOf(rectangles), 0);
    const rest = sizeOf(this.#undecided);
    return proved + rest === 0 ? 0 : proved / (proved + rest);
  }
}

export const MOST_XI = 4;

/** Where in the (p, ξ) plane the student is better, equal or worse. */
export function drawRegions(map: RegionMapSoFar, here: { readonly p: number; readonly xi: number }): Drawing {
  return {
    says: `Map of flip rates and imitation parameters: where the student is right on all points and its teacher is not, where both are right, where both repeat the flipped labels, and where the student is worse. So far ${percent(map.share)} of it is proved.`,
    options: (width) => ({
      width,
      height: heightFor(width),
      x: { domain: [0, 0.5], label: "flip rate p", labelAnchor: "center", labelArrow: "none" },
      y: { domain: [0, MOST_XI], label: "imitation parameter ξ", labelArrow: "none" },
      marks: [
        map.areas.map(([colour, rectangles]) => area(rectangles, colour)),
        Plot.ruleY([1], { stroke: "var(--on-region)", strokeDasharray: "2 4" }),
        here.xi >= 0 && here.xi <= MOST_XI
          ? [
              Plot.ruleX([here.p], { stroke: "var(--on-region)", strokeWidth: 1 }),
              Plot.ruleY([here.xi], { stroke: "var(--on-region)", strokeWidth: 1 }),
              Plot.dot([here], {
                x: "p",
                y: "xi",
                r: 6,
                fill: "var(--student)",
                stroke: "var(--on-region)",
                strokeWidth: 2,
              }),
            ]
          : null,
      ],
    }),
  };
}

// One path for thousands of rectangles: as elements of their own they would take too long.
function area(rectangles: readonly Rectangle[], colour: string): Plot.RenderFunction {
  return (_index, { x, y }) => {
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    const across = (value: number): string => x!(value)!.toFixed(1);
    const up = (value: number): string => y!(value)!.toFixed(1);
    const d = rectangles.map(({ flipRate, xi }) => {
      const [left, right] = [across(flipRate.lower), across(flipRate.upper)];
      return `M${left} ${up(xi.lower)}H${right}V${up(xi.upper)}H${left}Z`;
    });
    path.setAttribute("d", d.join(""));
    for (const name of ["fill", "stroke"]) path.setAttribute(name, colour);
    path.setAttribute("stroke-width", "0.4");
    return path;
  };
}

function kindOf({ teacher, compared }: Region): Kind {
  if (compared === "better") return "wins";
  if (compared === "worse") return "worse";
  return teacher === "all" ? "both" : "equal";
}
