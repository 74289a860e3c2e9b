import fc from "fast-check";
import { type Claim, counterexample, derivation, property, simulation } from "../../src/evidence/index.ts";
import { type Book, compile, evaluate, type Fraction, Fractions, perMode, scalar } from "../../src/formula/index.ts";
import { crossEntropy, curvatureBook, type SoftmaxFit } from "../../src/softmax/index.ts";
import { SOME_WEIGHT_DECAY } from "./hypotheses.ts";
import { curvatureReplication } from "./methods/curvature-replication.ts";
import { alongWeights, showWeightLine, SlopeForms, weightLines } from "./methods/slopes.ts";
import {
  type Fits,
  fitsFromManyStarts,
  gradientRounding,
  objectiveRounding,
  probeProblems,
  showProbeProblem,
} from "./methods/starts.ts";

const statement = {
  id: "cross-entropy/convexity",
  title: "The student's cross-entropy is convex for every ξ, and strongly convex with weight decay",
  source: "new here; log-sum-exp is a classic, and Das & Sanghavi 2023 use targets of either sign",
  statement:
    "For every real ξ the targets ξ·softmax(teacher) + (1 − ξ)·one-hot sum to 1, the loss log Σ exp(z) − ⟨t, z⟩ has the slope softmax(z) − t in the logits and is convex in the weights, with the curvature Σ_{j<k} e_j e_k (v_j − v_k)²/(Σ e)² along a line, and with weight decay μ > 0 the objective is strongly convex: it has one minimum, wherever a descent starts, and where the gradient is g it is at most ‖g‖²/(2μ) above it.",
  hypotheses: ["the features are fixed", SOME_WEIGHT_DECAY],
};

const curvesUpward = derivation(curvatureBook, {
  name: "log Σ exp(z) curves upward along every line, and targets do not bend it",
  covers: ["spread"],
  prepare: (book) =>
    book.declare({
      z: perMode("z", "real", "logit of the class"),
      h: scalar("h", "real", "place on the line"),
      S0: scalar("S_0", "positive", "Σ e"),
      S1: scalar("S_1", "real", "Σ e v"),
      S2: scalar("S_2", "real", "Σ e v²"),
      difference: scalar("\\delta", "real", "v_j − v_k"),
    }),
  steps: [
    {
      says: "S_0 = Σ exp(z + hv) has the slopes S_1 and S_2, so (log S_0)″ = (S_1/S_0)′ = (S_2S_0 − S_1²)/S_0²",
      identity: ["S2/S0 - S1*S1/S0^2", "(S2*S0 - S1^2)/S0^2"],
    },
    {
      says: "S_2S_0 − S_1² is a sum over pairs of classes",
      identity: ["sum(e_j*v_j^2)*sum(e_j) - sum(e_j*v_j)^2", "spread"],
    },
    { says: "with the terms", identity: ["spread", "pairs(e_j*e_k*(v_j - v_k)^2)"] },
    {
      says: "which are not negative",
      sign: { of: "e_j*e_k*(v_j - v_k)^2", at: { "v_j - v_k": "difference" }, is: "nonnegative" },
    },
    {
      says: "and positive where v_j ≠ v_k",
      sign: {
        of: "e_j*e_k*(v_j - v_k)^2",
        at: { "v_j - v_k": "difference" },
        is: "positive",
        where: { difference: "nonzero" },
      },
    },
    {
      says: "the targets, of any sign, enter a linear term: no ξ bends it",
      identity: ["diff(diff(sum(target_j*(z_j + h*v_j)), h), h)", "0"],
    },
  ],
});

const slopes = derivation(curvatureBook, {
  name: "the mixed loss is cross-entropy with mixed targets, and its slope in the logits is softmax(z) − t",
  covers: ["targetGiven", "targetOther", "target", "lossSlope"],
  prepare: (book) =>
    book.declare({
      z: perMode("z", "real", "logit of the class"),
      h: scalar("h", "real", "place on the line"),
      S0: scalar("S_0", "positive", "Σ e"),
      logP: perMode("\\log p", "real", "log of the student's probability of the class"),
    }),
  steps: [
    { says: "class by class, t = ξq + (1 − ξ)y", identity: ["target_j", "xi*q_j + (1 - xi)*y_j"] },
    {
      says: "so ξ times cross-entropy with the teacher and 1 − ξ times that with the label is cross-entropy with t",
      identity: ["-xi*sum(q_j*logP_j) - (1 - xi)*sum(y_j*logP_j)", "-sum(target_j*logP_j)"],
    },
    {
      says: "log S_0 has the slope S_1/S_0, and ⟨t, z + hv⟩ its own",
      identity: ["sum(e_j*v_j)/sum(e_j) - diff(sum(target_j*(z_j + h*v_j)), h)", "lossSlope"],
    },
    {
      says: "which is Σ(p − t)v with p = e/S_0, the softmax",
      identity: ["sum(e_j*v_j)/S0 - sum(target_j*v_j)", "sum((e_j/S0 - target_j)*v_j)"],
    },
  ],
});

const strongly = derivation(curvatureBook, {
  name: "weight decay makes it strongly convex, and bounds its height over the minimum by the gradient",
  covers: [],
  prepare: (book) =>
    book.declare({
      g: perMode("g", "real", "an entry of the objective's gradient"),
      w: perMode("w", "real", "a weight"),
      u: perMode("u", "real", "its change along the line"),
      h: scalar("h", "real", "place on the line"),
    }),
  steps: [
    {
      says: "½μ‖W + hU‖² has the curvature μ‖U‖²",
      identity: ["diff(diff(weightDecay/2*sum((w_j + h*u_j)^2), h), h)", "weightDecay*sum(u_j^2)"],
    },
    { says: "of squares, ≥ 0", sign: { of: "u_j^2", is: "nonnegative" } },
    {
      says: "of which the line changes one weight at least: so it is positive, as μ is",
      sign: { of: "u_j^2", is: "positive", where: { u_j: "nonzero" } },
    },
    {
      says: "so at W + U the objective is at least ⟨g, U⟩ + ½μ‖U‖² higher than at W: a square less ‖g‖²/(2μ)",
      identity: [
        "sum(g_j*u_j) + weightDecay/2*sum(u_j^2)",
        "weightDecay/2*sum((u_j + g_j/weightDecay)^2) - sum(g_j^2)/(2*weightDecay)",
      ],
    },
  ],
});

const sumToOne = derivation(curvatureBook, {
  name: "the student's targets sum to 1",
  covers: ["targetGiven", "targetOther"],
  prepare: (book) =>
    book.declare({
      others: scalar("p_{-y}", "positive", "the teacher's probability of all classes but the given one"),
    }),
  hypotheses: { total: { says: "the teacher's probabilities sum to 1", zero: "prediction + others - 1" } },
  steps: [
    {
      says: "ξp + (1 − ξ) for the given label and ξp for each other class",
      identity: ["targetGiven + at(targetOther, prediction, others)", "1"],
      given: { hypothesis: "total", times: "xi" },
    },
  ],
});

const drawnClasses = simulation(curvatureBook, {
  name: "the variance of a direction's entry over draws of classes",
  covers: ["spread", "lossCurvature"],
  comparisons: 3,
  effort: 1,
  start: curvatureReplication,
});

/** One sample's logits, targets that sum to 1, and a line. */
interface Line {
  readonly logits: readonly number[];
  readonly targets: readonly number[];
  readonly by: readonly number[];
}

const eighths = (most: number): fc.Arbitrary<number> => fc.integer({ min: -8 * most, max: 8 * most }).map((k) => k / 8);

const lines: fc.Arbitrary<Line> = fc
  .integer({ min: 2, max: 6 })
  .chain((classes) => {
    const each = (most: number): fc.Arbitrary<number[]> =>
      fc.array(eighths(most), { minLength: classes, maxLength: classes });
    return fc.record({ logits: each(4), others: each(3), by: each(2) });
  })
  .map(({ logits, others, by }) => {
    // Eighths add up exactly.
    const targets = [1 - others.slice(1).reduce((sum, value) => sum + value, 0), ...others.slice(1)];
    return { logits, targets, by };
  });

const STEP = 2 ** -9;

const alongLines = property(curvatureBook, {
  name: "the loss, by its definition, curves as the formula says for targets of any sign",
  covers: ["spread", "lossCurvature"],
  problems: lines,
  runs: 200,
  measure: ({ logits, targets, by }) => {
    const at = (h: number): number =>
      crossEntropy(
        Float64Array.from(logits, (logit, k) => logit + h * by[k]!),
        Float64Array.from(targets),
        logits.length,
      );
    return (at(STEP) - 2 * at(0) + at(-STEP)) / STEP ** 2;
  },
  read: (book: Book) => compile(book, ["lossCurvature"]),
  /*
   * A second difference is off by h²/12 times the fourth derivative, here the fourth cumulant of v under softmax(z): between
   * −3/16 R⁴ and R⁴/12 for v in an interval of length R. Rounding: each value adds up to 2·classes terms no larger than
   * 1 + Σ|t|·(range of the logits), each off by a few units; four values (the middle one twice) over h².
   */
  violation: ({ logits, targets, by }, measured, formula) => {
    const { lossCurvature } = formula({ e: Float64Array.from(logits, Math.exp), v: Float64Array.from(by) });
    const range = (values: readonly number[]): number => Math.max(...values) - Math.min(...values);
    const size = 1 + targets.reduce((sum, target) => sum + Math.abs(target), 1) * (range(logits) + 1);
    const rounding = (4 * (2 * logits.length + 4) * Number.EPSILON * size) / STEP ** 2;
    const bound = (STEP ** 2 / 12) * (3 / 16) * (range(by) ** 2) ** 2 + rounding + 16 * Number.EPSILON * range(by) ** 2;
    if (Math.abs(lossCurvature - measured) <= bound) return null;
    return `the loss curves by ${measured} and the formula says ${lossCurvature}, more than ${bound} apart`;
  },
  show: (line) => JSON.stringify(line),
});

const oneMinimum = property(curvatureBook, {
  name: "descents from several starts end at one minimum, for signed targets as well",
  covers: [],
  problems: probeProblems,
  runs: 40,
  measure: fitsFromManyStarts,
  read: () => null,
  // With strong convexity μ, a point with gradient g is at most ‖g‖/μ from the minimiser, and ‖g‖²/(2μ) above it.
  violation: (problem, { fits }: Fits) => {
    const { weightDecay } = problem;
    const [first, ...rest] = fits as [SoftmaxFit, ...SoftmaxFit[]];
    const gradientOf = (fit: SoftmaxFit): number => fit.gradientNorm + gradientRounding(problem, fit);
    for (const fit of rest) {
      const distance = Math.hypot(...fit.weights.map((weight, i) => weight - first.weights[i]!));
      const most = (gradientOf(first) + gradientOf(fit)) / weightDecay;
      if (distance > most) return `two descents end ${distance} apart, more than ${most}`;
      const gap = Math.abs(fit.objective - first.objective);
      const rounding = objectiveRounding(problem, first) + objectiveRounding(problem, fit);
      const highest = Math.max(gradientOf(first), gradientOf(fit)) ** 2 / (2 * weightDecay) + rounding;
      if (gap > highest) return `two descents end at objectives ${gap} apart, more than ${highest}`;
    }
    return null;
  },
  show: showProbeProblem,
});

const slopesAndSag = property(curvatureBook, {
  name: "along lines of weights the objective, by its definition, has the slope of the formulas, and sags between points",
  covers: ["targetGiven", "targetOther", "target", "lossSlope"],
  problems: weightLines,
  runs: 60,
  measure: alongWeights,
  read: (book: Book) => new SlopeForms(book),
  violation: (line, { slope, sag, ...found }, forms) => {
    const said = forms.slope(line, found);
    if (!(Math.abs(slope.value - said.value) <= slope.bound + said.bound)) {
      return `the slope is ${said.value}, and by differences ${slope.value}, which is off by at most ${slope.bound}`;
    }
    if (sag.value >= -sag.bound) return null;
    return `between two points the objective is ${-sag.value} too high for strong convexity`;
  },
  show: showWeightLine,
});

const noMinimum = counterexample({
  without: SOME_WEIGHT_DECAY,
  says: "the objective may have no minimum",
  problems: fc.record({ sixths: fc.integer({ min: 1, max: 5 }), halves: fc.integer({ min: 0, max: 8 }) }),
  tries: 50,
  fails: ({ sixths, halves }) => {
    const prediction = Fractions.fraction(BigInt(sixths), 6n);
    const xi = Fractions.fraction(BigInt(halves), 2n);
    const target: Fraction = evaluate(curvatureBook.expand("targetGiven"), {
      modes: 0,
      scalars: { xi, prediction },
      perMode: {},
    });
    if (Fractions.sign(target) >= 0) return null;
    // With two classes and the logits (−u, 0) the loss is log(1 + exp(−u)) + u·target ≤ log 2 + u·target.
    return `the given label's target is ${Fractions.show(target)}: with the logits (−u, 0) the loss is at most log 2 − ${Fractions.show(Fractions.negate(target))}·u, without a lower bound as u grows`;
  },
  show: ({ sixths, halves }) => `one sample, two classes, p = ${sixths}/6, ξ = ${halves}/2`,
});

export const convexity: Claim = {
  ...statement,
  dependsOn: [],
  book: curvatureBook,
  checks: [curvesUpward, slopes, strongly, sumToOne, drawnClasses, alongLines, slopesAndSag, oneMinimum, noMinimum],
};
