import * as Plot from "@observablehq/plot";
import { Intervals } from "../../formula/index.ts";
import { type Rectangle, type Region, regionMap, teacherThreshold } from "../../logistic/index.ts";
import { fixed } from "../prose.ts";
import { colour, type Figure } from "./figure.ts";
import { setting, settingWords } from "./flips.ts";

const DEPTH = 8;
const MOST_XI = 4;

const KINDS = {
  better: { words: "the student is right on all points, the teacher is not", colour: "area-green" },
  both: { words: "both are right on all points", colour: "area-blue" },
  neither: { words: "both are wrong on the flipped points", colour: "area-grey" },
  worse: { words: "the student is worse than the teacher", colour: "area-orange" },
} as const;
type Kind = keyof typeof KINDS;

/** Where in the (p, ξ) plane the student is better, equal or worse: every coloured rectangle is proved. */
export function regionsOfImitation(): Figure {
  const whole = { flipRate: Intervals.interval(2 ** -20, 1 / 2), xi: Intervals.interval(0, MOST_XI) };
  const { settled } = regionMap(setting, whole, DEPTH);
  const areaOf = ({ flipRate, xi }: Rectangle): number => (flipRate.upper - flipRate.lower) * (xi.upper - xi.lower);
  const all = areaOf(whole);
  const byKind = Object.keys(KINDS).map((kind) => {
    const own = settled.filter(({ region }) => kindOf(region) === kind);
    return { kind: kind as Kind, rectangles: own, share: own.reduce((sum, each) => sum + areaOf(each) / all, 0) };
  });
  const threshold = Intervals.middle(teacherThreshold(setting));
  const percent = (share: number): string => `${fixed(100 * share, 1)} %`;
  const shares = byKind.map(({ kind, share }) => `${KINDS[kind].words} on ${percent(share)}`);
  const open = 1 - byKind.reduce((sum, { share }) => sum + share, 0);
  return {
    id: "regions-of-imitation",
    title: "Where the student is better, equal or worse",
    caption: `The plane of flip rates 0 < p < ½ and imitation parameters 0 ≤ ξ ≤ ${MOST_XI}, each coloured rectangle proved by enclosures: ${shares.join("; ")}; the seams between them, ${percent(open)}, are left undecided. From p_T = ${fixed(threshold, 4)} on the student is better between a curve that rises from ξ = 0 and one that falls; for every p < ½ some ξ makes it right on every training point, and too large ξ breaks the points whose label was kept. ${settingWords}.`,
    legend: byKind.map(({ kind }) => ({ mark: "area" as const, colour: KINDS[kind].colour, text: KINDS[kind].words })),
    draw: (layout) => ({
      x: { label: "flip rate p", domain: [0, 0.5], ticks: 5 },
      y: { label: "imitation parameter ξ", domain: [0, MOST_XI], ticks: 5 },
      marks: [
        ...byKind.map(({ kind, rectangles }) => tiles(rectangles, KINDS[kind].colour)),
        Plot.ruleY([1], { stroke: colour("ink"), strokeDasharray: "4 4" }),
        Plot.ruleX([threshold], { stroke: colour("ink"), strokeDasharray: "4 4" }),
        Plot.text([{ x: threshold, y: MOST_XI }], {
          x: "x",
          y: "y",
          text: ["p_T"],
          dx: 6,
          dy: 12,
          textAnchor: "start",
        }),
        Plot.text([{ x: 0.5, y: 1 }], { x: "x", y: "y", text: ["ξ = 1"], dx: -6, dy: -8, textAnchor: "end" }),
        ...placed(layout.name === "narrow").map(({ x, y, words }) =>
          Plot.text([{ x, y }], { x: "x", y: "y", text: [words] }),
        ),
      ],
    }),
  };
}

// What the areas say, in the middle of each.
function placed(narrow: boolean): { x: number; y: number; words: string }[] {
  return [
    { x: 0.255, y: 1.25, words: narrow ? "student\nbetter" : "student better" },
    { x: 0.06, y: 0.5, words: narrow ? "both\nright" : "both right on all" },
    { x: 0.39, y: 0.4, words: narrow ? "both repeat\nthe flips" : "both repeat the flips" },
    { x: 0.33, y: 3, words: "student worse" },
  ];
}

/** What is used of the document that a plot is drawn in. */
interface Elements {
  createElementNS(space: string, name: string): { setAttribute(name: string, value: string): void };
}

/** Many rectangles as one path: a tenth of the size of one mark each. */
function tiles(rectangles: readonly Rectangle[], fill: string): Plot.Markish {
  return (_index, scales, _channels, _dimensions, context) => {
    const { x, y } = scales as unknown as Record<"x" | "y", (value: number) => number>;
    const seam = 0.2;
    const corner = (value: number): string => String(Number(value.toFixed(1)));
    const d = rectangles.map(({ flipRate, xi }) => {
      const [left, right] = [x(flipRate.lower) - seam, x(flipRate.upper) + seam];
      const [top, bottom] = [y(xi.upper) - seam, y(xi.lower) + seam];
      return `M${corner(left)},${corner(top)}H${corner(right)}V${corner(bottom)}H${corner(left)}Z`;
    });
    const { document } = context as unknown as { readonly document: Elements };
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    path.setAttribute("d", d.join(""));
    path.setAttribute("fill", colour(fill));
    return path as never;
  };
}

function kindOf({ student, compared }: Region): Kind {
  if (compared === "better") return "better";
  if (compared === "worse") return "worse";
  return student === "all" ? "both" : "neither";
}
