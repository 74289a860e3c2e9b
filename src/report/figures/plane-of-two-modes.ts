import * as Plot from "@observablehq/plot";
import { ClosedForms, twoModesBook } from "../../ridge/index.ts";
import { fixed } from "../prose.ts";
import { colour, type Figure, grid, twoTo } from "./figure.ts";

interface Point {
  readonly x: number;
  readonly y: number;
}

const FRAME = { left: 0, right: 1.04, bottom: -0.08, top: 1.04 };

/** The plane of two shrinkages: the ridge path, its tangents, the wedge that no tangent enters, and three oracles. */
export function planeOfTwoModes(): Figure {
  const [s1, s2, noiseVariance] = [4, 1, 1];
  const forms = new ClosedForms(twoModesBook);
  const path = grid(0, 1, 0.01).map((x) => ({ x, y: forms.values(["path"], { s1, s2, x })["path"]! }));
  const tangentAt = (lambda: number): Point[] => {
    const at = (xi: number): Point => {
      const { g1, g2 } = forms.values(["g1", "g2"], { s1, s2, lambda, xi });
      return { x: g1!, y: g2! };
    };
    return acrossFrame(at(0), at(1));
  };
  const oracleOf = (theta1: number, theta2: number): Point => {
    const { oracle1, oracle2 } = forms.values(["oracle1", "oracle2"], { s1, s2, theta1, theta2, noiseVariance });
    return { x: oracle1!, y: oracle2! };
  };
  const signals = { attained: [1, 1 / 2], tie: [1 / 4, 1], approached: [1, 1 / 10] } as const;
  const [attained, tie, approached] = [signals.attained, signals.tie, signals.approached].map(([first, second]) =>
    oracleOf(Math.sqrt(first), Math.sqrt(second)),
  ) as [Point, Point, Point];
  const [theta1, theta2] = signals.attained.map(Math.sqrt) as [number, number];
  const { alpha, beta, delta } = forms.values(["alpha", "beta", "delta"], { s1, s2, theta1, theta2, noiseVariance });
  const root = Math.sqrt(beta! ** 2 - alpha! * noiseVariance * delta!);
  const through = [(beta! - root) / alpha!, (beta! + root) / alpha!];
  const xis = through.map((lambda) => forms.values(["xi1"], { s1, theta1, noiseVariance, lambda })["xi1"]!);
  const pairs = through.map((lambda, i) => `(λ, ξ) = (${fixed(lambda, 2)}, ${fixed(xis[i]!, 2)})`);
  const at = ({ x, y }: Point): string => `(${fixed(x, 2)}, ${fixed(y, 2)})`;
  const tip = { x: s1 / (s1 + s2), y: s2 / (s1 + s2) };
  return {
    id: "plane-of-two-modes",
    title: "Two modes: ridge is a curve, self-distillation sweeps its tangents",
    caption: `Each point is a pair of shrinkages (g₁, g₂), for s = (${s1}, ${s2}) and γ² = ${noiseVariance}. Ridge moves along a convex curve from (1, 1) at λ → 0 to (0, 0) at λ → ∞; students fill its tangents, thus all that lies under the curve except a wedge with its tip at ${at(tip)}. For θ² = (1, 1/2) the oracle ${at(attained)} lies under the curve, on the two tangents with ${pairs.join(" and ")}: self-distillation attains it and ridge does not. For θ² = (1, 1/10) it lies at ${at(approached)}, in the wedge, and the least error is only approached. For θ² = (1/4, 1) it lies at ${at(tie)}, above the curve, and self-distillation ties with the best ridge.`,
    legend: [
      { mark: "line", colour: "blue", text: "ridge: the teachers, by λ" },
      { mark: "dots", colour: "muted", text: "tangents: the students of nine teachers, by ξ" },
      { mark: "area", colour: "area-grey", text: "the wedge that no tangent enters" },
      { mark: "discs", colour: "green", text: "oracle under the curve, with its two tangents: attained" },
      { mark: "squares", colour: "purple", text: "oracle in the wedge: no student attains it" },
      { mark: "cross", colour: "orange", text: "oracle above the curve: a tie" },
    ],
    draw: () => ({
      x: { label: "shrinkage g₁ of the mode with the larger s", domain: [FRAME.left, FRAME.right], ticks: 5 },
      y: { label: "shrinkage g₂ of the other mode", domain: [FRAME.bottom, FRAME.top], ticks: 5 },
      marks: [
        Plot.line(wedge(tip, s1, s2), {
          x: "x",
          y: "y",
          fill: colour("area-grey"),
          stroke: colour("muted"),
          strokeWidth: 0.75,
          curve: "linear-closed",
        }),
        ...grid(-4, 4, 1).map((exponent) =>
          Plot.line(tangentAt(2 * twoTo(exponent)), {
            x: "x",
            y: "y",
            stroke: colour("muted"),
            strokeWidth: 1,
            strokeDasharray: "2 3",
          }),
        ),
        ...through.map((lambda) =>
          Plot.line(tangentAt(lambda), { x: "x", y: "y", stroke: colour("green"), strokeWidth: 1.6 }),
        ),
        Plot.line(path, { x: "x", y: "y", stroke: colour("blue"), strokeWidth: 2.6 }),
        Plot.dot([attained], { x: "x", y: "y", fill: colour("green"), r: 6, stroke: colour("paper") }),
        Plot.dot([approached], {
          x: "x",
          y: "y",
          fill: colour("purple"),
          symbol: "square",
          r: 6,
          stroke: colour("paper"),
        }),
        Plot.dot([tie], { x: "x", y: "y", stroke: colour("orange"), symbol: "times", r: 6, strokeWidth: 2.6 }),
        Plot.text([{ x: 0.03, y: 0.055 }], {
          x: "x",
          y: "y",
          text: ["λ → ∞"],
          textAnchor: "start",
          fill: colour("blue"),
        }),
        Plot.text([{ x: 0.975, y: 1.005 }], {
          x: "x",
          y: "y",
          text: ["λ → 0"],
          textAnchor: "end",
          fill: colour("blue"),
        }),
      ],
    }),
  };
}

// The part inside the frame of the line through two points, of which the second is to the left of the first.
function acrossFrame(first: Point, second: Point): Point[] {
  const slope = (second.y - first.y) / (second.x - first.x);
  const yAt = (x: number): number => first.y + slope * (x - first.x);
  const xAt = (y: number): number => first.x + (y - first.y) / slope;
  const left = Math.max(FRAME.left, xAt(FRAME.bottom));
  const right = Math.min(FRAME.right, xAt(FRAME.top));
  return [left, right].map((x) => ({ x, y: yAt(x) }));
}

// Under both end tangents of the path: g₂ ≤ (s₂/s₁) g₁ and 1 − g₂ ≥ (s₁/s₂)(1 − g₁).
function wedge(tip: Point, s1: number, s2: number): Point[] {
  const leftFoot = 1 - ((1 - FRAME.bottom) * s2) / s1;
  return [
    { x: leftFoot, y: FRAME.bottom },
    tip,
    { x: FRAME.right, y: (s2 / s1) * FRAME.right },
    { x: FRAME.right, y: FRAME.bottom },
  ];
}
