import fc from "fast-check";
import { claim, counterexample, derivation, property } from "../../src/evidence/index.ts";
import { evaluate, type Fraction, Fractions, perMode, scalar } from "../../src/formula/index.ts";
import { softmaxLineBook } from "../../src/softmax/index.ts";
import { drawn } from "../drawn.ts";
import {
  type Along,
  along,
  type Bounded,
  drawnLines,
  type Line,
  LineForms,
  type Minima,
  minima,
  showLine,
  smallLines,
} from "./lines.ts";

const DECAYS = "weight decay > 0";

const targets = derivation(softmaxLineBook, {
  name: "the mixed loss is cross-entropy with mixed targets, which sum to 1 for every real ξ",
  covers: ["targetGiven", "targetOther", "target"],
  prepare: (book) =>
    book.declare({ logP: perMode("\\log p", "real", "log of the student's probability of the class") }),
  hypotheses: {
    predictions: { says: "the teacher's probabilities sum to 1", zero: "sum(q_j) - 1" },
    labels: { says: "the labels of a sample sum to 1", zero: "sum(label_j) - 1" },
  },
  steps: [
    { says: "the targets, class by class, are t = ξq + (1 − ξ)y", identity: ["target_j", "xi*q_j + (1 - xi)*label_j"] },
    {
      says: "ξ times cross-entropy with the teacher and 1 − ξ times that with the label is cross-entropy with t",
      identity: ["-xi*sum(q_j*logP_j) - (1 - xi)*sum(label_j*logP_j)", "-sum(target_j*logP_j)"],
    },
    { says: "at ξ = 0 the targets are the labels", identity: ["at(target_j, xi, 0)", "label_j"] },
    { says: "at ξ = 1 the teacher's predictions", identity: ["at(target_j, xi, 1)", "q_j"] },
    {
      says: "they sum to ξ + (1 − ξ)Σy",
      identity: ["sum(target_j)", "xi + (1 - xi)*sum(label_j)"],
      given: { hypothesis: "predictions", times: "xi" },
    },
    {
      says: "which is 1",
      identity: ["xi + (1 - xi)*sum(label_j)", "1"],
      given: { hypothesis: "labels", times: "1 - xi" },
    },
  ],
});

const gradient = derivation(softmaxLineBook, {
  name: "the loss has the slope p − t in the logits",
  covers: ["residual", "slope"],
  prepare: (book) =>
    book.declare({
      odds: scalar("e^{z_j}", "positive", "exp of a class's logit z: it changes by itself times what z does"),
      others: scalar("S - e^{z_j}", "positive", "the sum of exp of the other classes' logits"),
      logit: scalar("z", "real", "a class's logit"),
    }),
  steps: [
    {
      says: "as a logit z rises, log Σ e^z rises by e^z/Σ e^z, its softmax p",
      identity: ["odds*diff(odds + others, odds)/(odds + others)", "1 - others/(odds + others)"],
    },
    { says: "and ⟨t, z⟩ by its target", identity: ["diff(target_j*logit, logit)", "target_j"] },
    {
      says: "so along a line the loss rises by Σ(p − t)v",
      identity: ["sum(p_j*v_j) - sum(target_j*v_j)", "slope"],
    },
  ],
});

const curvature = derivation(softmaxLineBook, {
  name: "the loss curves by the variance of v under p, which is no less than 0 and has no ξ in it",
  covers: ["curvature", "spread"],
  prepare: (book) =>
    book.declare({
      odds: scalar("e^{z_j}", "positive", "exp of a class's logit z: it changes by itself times what z does"),
      others: scalar("S - e^{z_j}", "positive", "the sum of exp of the other classes' logits"),
      other: scalar("e^{z_k}", "positive", "exp of another class's logit"),
      rest: scalar("R", "nonnegative", "the sum of exp of all further logits"),
      difference: scalar("v_j - v_k", "real", "how two classes' logits part"),
    }),
  hypotheses: { probabilities: { says: "p is softmax(z): it sums to 1", zero: "sum(p_j) - 1" } },
  steps: [
    {
      says: "as a logit rises, its own p rises by p(1 − p)",
      identity: ["odds*diff(odds/(odds + others), odds)", "odds/(odds + others)*(1 - odds/(odds + others))"],
    },
    {
      says: "and another class's falls by the product of the two",
      identity: [
        "odds*diff(other/(odds + other + rest), odds)",
        "-odds/(odds + other + rest)*other/(odds + other + rest)",
      ],
    },
    {
      says: "along a line that makes the variance of v",
      identity: ["sum(p_j*(1 - p_j)*v_j^2) - 2*pairs(p_j*p_k*v_j*v_k)", "curvature"],
    },
    {
      says: "which is Σ_{j<k} p_j p_k (v_j − v_k)²",
      identity: ["curvature", "spread"],
      given: { hypothesis: "probabilities", times: "-sum(p_j*v_j^2)" },
    },
    { says: "a sum of what is ≥ 0", sign: { of: "p_j*p_k*difference^2", is: "nonnegative" } },
    { says: "it does not depend on ξ, which is in the slope alone", identity: ["diff(curvature, xi)", "0"] },
  ],
});

const decay = derivation(softmaxLineBook, {
  name: "weight decay makes the objective strongly convex, which bounds its height over the minimum by the gradient",
  covers: ["decaySlope", "decayCurvature"],
  prepare: (book) =>
    book.declare({
      length: scalar("a", "real", "how far along the line"),
      gradient: perMode("g", "real", "an entry of the objective's gradient"),
      away: perMode("d", "real", "an entry of the difference from there to other weights"),
    }),
  steps: [
    {
      says: "the decay's slope along the line",
      identity: ["at(diff(1/2*weightDecay*sum((weight_j + length*rate_j)^2), length), length, 0)", "decaySlope"],
    },
    {
      says: "and its curvature, the same everywhere",
      identity: ["diff(diff(1/2*weightDecay*sum((weight_j + length*rate_j)^2), length), length)", "decayCurvature"],
    },
    {
      says: "which is positive where a weight changes: the objective curves at least so much, and has one minimum",
      sign: { of: "weightDecay*rate_j^2", is: "positive", where: { rate: "nonzero" } },
    },
    {
      says: "elsewhere the objective is at least ⟨g, d⟩ + ½·weightDecay·‖d‖² higher: at least a square less ‖g‖²/(2·weightDecay)",
      identity: [
        "sum(gradient_j*away_j) + weightDecay*sum(away_j^2)/2",
        "weightDecay*sum((away_j + gradient_j/weightDecay)^2)/2 - sum(gradient_j^2)/(2*weightDecay)",
      ],
    },
  ],
});

const FORMULAS = [
  "targetGiven",
  "targetOther",
  "target",
  "residual",
  "slope",
  "curvature",
  "spread",
  "decaySlope",
  "decayCurvature",
];

// Of what direct evaluations along the line say, and the formulas.
function lineViolation(line: Line, found: Along, forms: LineForms): string | null {
  const said = forms.along(line, found);
  const compare = (what: string, { value, bound }: Bounded, formula: number): string | null =>
    Math.abs(value - formula) <= bound + said.rounding
      ? null
      : `${what} is ${formula}, and by differences ${value}, which is off by at most ${bound}`;
  const { slope, curvature: bend, sag } = found;
  return (
    compare("the slope", slope, said.slope) ??
    compare("the curvature", bend, said.curvature) ??
    compare("the curvature as a sum over pairs", bend, said.spread) ??
    (said.curvature >= said.leastCurvature - said.rounding ? null : `the loss curves down`) ??
    (sag.value >= -sag.bound ? null : `between two points the objective is ${-sag.value} too high for strong convexity`)
  );
}

// Each is at most ‖∇‖²/(2·weightDecay) above the minimum.
function minimaViolation({ weightDecay }: Line, { found, rounding }: Minima): string | null {
  const heights = found.map(({ gradientNorm }) => gradientNorm ** 2 / (2 * weightDecay));
  const least = Math.max(...found.map(({ objective }, i) => objective - heights[i]!));
  const most = Math.min(...found.map(({ objective }) => objective));
  if (least - most <= 2 * rounding) return null;
  return `one start leads to ${most}, another shows the minimum to be at least ${least}`;
}

const measure = (line: Line): { readonly line: Along; readonly minima: Minima } => ({
  line: along(line),
  minima: minima(line),
});

const QUESTION = {
  name: "slope and curvature are the formulas', between two points it sags enough, and every start leads to one minimum",
  covers: FORMULAS,
  measure,
  read: (book: typeof softmaxLineBook): LineForms => new LineForms(book),
  violation: (line: Line, found: ReturnType<typeof measure>, forms: LineForms): string | null =>
    lineViolation(line, found.line, forms) ?? minimaViolation(line, found.minima),
  show: showLine,
};

/** A sample with one feature, 1, and two classes, of which the first is its label. */
interface OneSample {
  /** The teacher's probability of the label. */
  readonly prediction: Fraction;
  readonly xi: Fraction;
}

const ONE = Fractions.fraction(1n);

const bottomless = counterexample<OneSample>({
  without: DECAYS,
  says: "the objective may have no least value where ξ > 1",
  problems: fc
    .record({ tenths: fc.integer({ min: 1, max: 9 }), halves: fc.integer({ min: 3, max: 12 }) })
    .map(({ tenths, halves }) => ({
      prediction: Fractions.fraction(BigInt(tenths), 10n),
      xi: Fractions.fraction(BigInt(halves), 2n),
    })),
  tries: 100,
  fails: ({ prediction, xi }) => {
    const other = Fractions.subtract(ONE, prediction);
    const point = {
      modes: 2,
      scalars: { xi },
      perMode: { q: [prediction, other], label: [ONE, Fractions.fraction(0n)] },
    };
    const target = evaluate(softmaxLineBook.expand("target_j"), point, { j: 0 });
    if (Fractions.sign(target) >= 0) return null;
    // At logits (−a, 0) the loss is log(1 + e^−a) + ta, and the logarithm is below 1 for a ≥ 0.
    const a = Fractions.multiply(Fractions.fraction(1001n), Fractions.reciprocal(Fractions.negate(target)));
    return `the label has the target ${Fractions.show(target)}: at logits (−a, 0) the loss is below 1 + (${Fractions.show(target)})a, so below −1000 at a = ${Fractions.show(a)}, and below every number for some a`;
  },
  show: ({ prediction, xi }) =>
    `one sample whose label the teacher gives ${Fractions.show(prediction)}, and ξ = ${Fractions.show(xi)}`,
});

export const convexity = claim({
  id: "cross-entropy/convexity",
  title: "For every real ξ the student's objective is strongly convex: it has one minimum, and descent finds it",
  source:
    "convexity of log-sum-exp; Das & Sanghavi 2023 for the objective; that signed targets (ξ > 1) leave it convex is spelled out here",
  statement:
    "The student's objective is (1/n) Σ_i [log Σ_k e^z_ik − ⟨t_i, z_i⟩] + ½·weightDecay·‖W‖² with logits z = XW and targets t = ξq + (1 − ξ)y, where q are the teacher's probabilities and y the labels. For every real ξ the targets of a sample sum to 1, the slope in its logits is (softmax(z) − t)/n, and along every line the objective curves by the mean of Σ_{j<k} p_j p_k (v_j − v_k)² ≥ 0, in which there is no ξ, and by weightDecay·‖V‖²: it is convex, and with weight decay strongly so. Then there is one minimum, and a point with gradient g is at most ‖g‖²/(2·weightDecay) above it.",
  hypotheses: [DECAYS, "the teacher's probabilities sum to 1, and so do the labels of a sample"],
  dependsOn: [],
  book: softmaxLineBook,
  checks: [
    targets,
    gradient,
    curvature,
    decay,
    drawn(softmaxLineBook, {
      ...QUESTION,
      name: `${QUESTION.name}, for drawn problems`,
      problems: drawnLines,
      count: (many) => `${many} drawn problems`,
    }),
    property(softmaxLineBook, { ...QUESTION, problems: smallLines, runs: 60 }),
    bottomless,
  ],
});
