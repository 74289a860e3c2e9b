import * as Plot from "@observablehq/plot";
import { Intervals } from "../src/formula/index.ts";
import { type Rectangle, type Region, regionMap, teacherThreshold } from "../src/logistic/index.ts";
import { svg } from "./figure.ts";

const DEPTH = 8;
const MOST_XI = 4;

// From Okabe and Ito's colour-blind safe palette.
const KINDS = [
  { kind: "student right on all, teacher not", colour: "#009e73" },
  { kind: "both right on all", colour: "#56b4e9" },
  { kind: "both wrong on flipped points", colour: "#dddddd" },
  { kind: "student worse", colour: "#d55e00" },
] as const;

/** Where in the (p, ξ) plane the student is better, equal or worse: every coloured rectangle is proved. */
export function regionsOfImitation(): string {
  const setting = { classSize: 20, similarity: 0.1, lambda: 1 };
  const whole = { flipRate: Intervals.interval(2 ** -20, 1 / 2), xi: Intervals.interval(0, MOST_XI) };
  const { settled } = regionMap(setting, whole, DEPTH);
  const rectangles = settled.map(({ region, ...rectangle }) => ({ ...sides(rectangle), kind: kindOf(region) }));
  const threshold = Intervals.middle(teacherThreshold(setting));
  return svg({
    width: 680,
    height: 440,
    marginLeft: 50,
    marginBottom: 42,
    marginTop: 70,
    style: { fontSize: "13px", background: "white", color: "#222" },
    x: { label: "flip rate p", domain: [0, 0.5] },
    y: { label: "imitation parameter ξ", labelAnchor: "center", labelArrow: "none", domain: [0, MOST_XI] },
    color: { domain: KINDS.map(({ kind }) => kind), range: KINDS.map(({ colour }) => colour) },
    marks: [
      Plot.rect(rectangles, { x1: "x1", x2: "x2", y1: "y1", y2: "y2", fill: "kind", inset: -0.2 }),
      Plot.ruleY([1], { stroke: "#222", strokeDasharray: "4 4" }),
      Plot.ruleX([threshold], { stroke: "#222", strokeDasharray: "4 4" }),
      Plot.text([{ x: threshold, y: 3.85 }], { x: "x", y: "y", text: () => "p_T", dx: 16 }),
      Plot.text([{ x: 0.01, y: 1.1 }], { x: "x", y: "y", text: () => "ξ = 1", textAnchor: "start" }),
      ...KINDS.map(({ kind, colour }, i) => legend(kind, colour, i)),
      Plot.text(["m = 20, c = 0.1, λ = 1"], { frameAnchor: "top-right", dy: -58 }),
    ],
  });
}

// The legend stands over the frame, in two rows of two.
function legend(kind: string, colour: string, i: number): Plot.Markish {
  const place = { frameAnchor: "top-left" as const, dx: 270 * (i % 2), dy: -60 + 22 * Math.floor(i / 2) };
  const square = Plot.text(["■"], { ...place, fill: colour, fontSize: 20, textAnchor: "start" });
  const words = Plot.text([kind], { ...place, dx: place.dx + 20, dy: place.dy + 4, textAnchor: "start" });
  return [square, words];
}

function sides({ flipRate, xi }: Rectangle): Record<"x1" | "x2" | "y1" | "y2", number> {
  return { x1: flipRate.lower, x2: flipRate.upper, y1: xi.lower, y2: xi.upper };
}

function kindOf({ student, compared }: Region): (typeof KINDS)[number]["kind"] {
  if (compared === "better") return KINDS[0].kind;
  if (compared === "worse") return KINDS[3].kind;
  return student === "all" ? KINDS[1].kind : KINDS[2].kind;
}
