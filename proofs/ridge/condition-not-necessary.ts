import fc from "fast-check";
import {
  certificate,
  type Check,
  type Claim,
  counterexample,
  derivation,
  findExample,
  property,
  type Search,
  seedFor,
  simulation,
} from "../../src/evidence/index.ts";
import { type Book, Fractions, scalar } from "../../src/formula/index.ts";
import {
  ClosedForms,
  type ExactProblem,
  exactProblems,
  exactValue,
  type Limit,
  type Optimum,
  optimum,
  ridgeBook,
  ridgeProblem,
  roundedProblem,
  showExactProblem,
  showOptimumCommand,
  smallFractions,
  spectralExperiment,
} from "../../src/ridge/index.ts";
import { DESIGN, SOME_NOISE, THREE_MODES, WHITE_NOISE } from "./hypotheses.ts";
import { GAP_COMPARISONS, gapReplication } from "./methods/gap-replication.ts";

const statement = {
  id: "ridge/condition-not-necessary",
  title: "With three modes, self-distillation may beat every ridge although S(λ°) > 0",
  source: "new here",
  statement:
    "There are problems of three modes with S(λ°) > 0 at the best ridge λ° where inf e(λ, ξ) < min e(λ, 0), and problems where no pair attains the infimum: it is approached only as λ → ∞, where g ∝ s and e tends to θ_⊥² + Σθ² − (Σsθ²)²/(Σs²θ² + γ²Σs), or only as λ → 0, where 1 − g ∝ 1/s.",
  hypotheses: [DESIGN, THREE_MODES, SOME_NOISE, WHITE_NOISE],
};

const far = derivation(ridgeBook, {
  name: "as λ → ∞ with ξ = −cλ the student tends to g = cs, one step of gradient descent",
  covers: ["farPull", "farCurvature"],
  prepare: (book) => book.declare({ y: scalar("y", "positive", "1/λ"), c: scalar("c", "real", "−ξ/λ") }),
  steps: [
    {
      says: "its shrinkage by y = 1/λ",
      identity: ["at(at(g_j, xi, -c*lambda), lambda, 1/y)", "s_j*y/(1 + s_j*y) + c*s_j/(1 + s_j*y)^2"],
    },
    {
      says: "which is continuous, and cs at y = 0",
      identity: ["at(s_j*y/(1 + s_j*y) + c*s_j/(1 + s_j*y)^2, y, 0)", "c*s_j"],
    },
    {
      says: "the error of g = cs is a quadratic in c",
      identity: [
        "residualSignal + sum((1 - c*s_j)^2*theta_j^2 + (c*s_j)^2*noiseVariance/s_j)",
        "residualSignal + sum(theta_j^2) - 2*c*farPull + c^2*farCurvature",
      ],
    },
    { says: "whose curvature is a sum", identity: ["farCurvature", "sum(s_j*(s_j*theta_j^2 + noiseVariance))"] },
    {
      says: "of terms > 0 if there is noise: it has a minimum",
      sign: { of: "s_j*(s_j*theta_j^2 + noiseVariance)", is: "positive", where: { noiseVariance: "positive" } },
    },
  ],
});

const near = derivation(ridgeBook, {
  name: "as λ → 0 with ξ = κ/λ the student tends to g = 1 − κ/s",
  covers: ["nearPull", "nearCurvature"],
  prepare: (book) => book.declare({ kappa: scalar("\\kappa", "real", "ξλ") }),
  steps: [
    {
      says: "its shrinkage",
      identity: ["at(g_j, xi, kappa/lambda)", "s_j/(s_j + lambda) - kappa*s_j/(s_j + lambda)^2"],
    },
    {
      says: "is continuous, and 1 − κ/s at λ = 0",
      identity: ["at(s_j/(s_j + lambda) - kappa*s_j/(s_j + lambda)^2, lambda, 0)", "1 - kappa/s_j"],
    },
    {
      says: "the error of g = 1 − κ/s is a quadratic in κ",
      identity: [
        "residualSignal + sum((kappa/s_j)^2*theta_j^2 + (1 - kappa/s_j)^2*noiseVariance/s_j)",
        "residualSignal + sum(noiseVariance/s_j) - 2*kappa*nearPull + kappa^2*nearCurvature",
      ],
    },
    { says: "whose curvature is a sum", identity: ["nearCurvature", "sum((theta_j^2 + noiseVariance/s_j)/s_j^2)"] },
    {
      says: "of terms > 0 if there is noise: it has a minimum",
      sign: { of: "(theta_j^2 + noiseVariance/s_j)/s_j^2", is: "positive", where: { noiseVariance: "positive" } },
    },
  ],
});

const inTheLimits = derivation(ridgeBook, {
  name: "the least errors in the two limits",
  covers: ["limitFar", "limitNear"],
  prepare: (book) =>
    book
      .opaque("farPull", "farCurvature", "nearPull", "nearCurvature")
      .declare({ c: scalar("c", "real", "−ξ/λ"), kappa: scalar("\\kappa", "real", "ξλ") }),
  steps: [
    {
      says: "as λ → ∞ every c is worse than p/q by a square times q",
      identity: [
        "residualSignal + sum(theta_j^2) - 2*c*farPull + c^2*farCurvature - limitFar",
        "farCurvature*(c - farPull/farCurvature)^2",
      ],
    },
    {
      says: "and as λ → 0 every κ",
      identity: [
        "residualSignal + sum(noiseVariance/s_j) - 2*kappa*nearPull + kappa^2*nearCurvature - limitNear",
        "nearCurvature*(kappa - nearPull/nearCurvature)^2",
      ],
    },
  ],
});

type Rational = number | `${number}/${number}`;

function problemOf(
  s: readonly Rational[],
  squaredSignal: readonly Rational[],
  noiseVariance: Rational,
  residualSignal: Rational = 0,
): ExactProblem {
  const exact = (value: Rational): ReturnType<typeof Fractions.fraction> => Fractions.parse(String(value))!;
  return {
    squaredSingularValues: s.map(exact),
    squaredSignal: squaredSignal.map(exact),
    noiseVariance: exact(noiseVariance),
    residualSignal: exact(residualSignal),
  };
}

/** S > 0 at the best ridge λ and self-distillation strictly better: what `search` finds from the seeds 1, 2 and 3. */
const fixtures: readonly ExactProblem[] = [
  problemOf([3, 2, "3/2"], [2, 6, 2], 8),
  problemOf([5, 2, "1/4"], [1, 0, 1], 1),
  problemOf([6, "3/2", "1/4"], [0, 7, 1], 9),
];

/** The infimum is approached at one end only: what `search` finds, and with a signal that no student can reach. */
const unattained: readonly { readonly problem: ExactProblem; readonly limit: Limit }[] = [
  { problem: problemOf([3, 2, 1], [3, 0, 2], 4), limit: "lambda->infinity" },
  { problem: problemOf([2, 1, "1/4"], [1, 0, 0], 1, 3), limit: "lambda->infinity" },
  { problem: problemOf([5, 2, 1], [0, 1, 0], 1), limit: "lambda->0" },
  { problem: problemOf([3, 2, 1], [0, 1, 0], "1/3", 3), limit: "lambda->0" },
];

/** Says that S > 0 and self-distillation wins, with the enclosures that prove it; null where they do not. */
function winsWithout({ ridge, distillation, condition }: Optimum): string | null {
  if (condition.range === null || !(condition.range[0] > 0)) return null;
  if (!(distillation.error[1] < ridge.error[0])) return null;
  const S = `S(λ°) ≥ ${condition.range[0]} > 0 at λ° = ${ridge.lambda}`;
  return `${S}; inf e(λ, ξ) ≤ ${distillation.error[1]} < ${ridge.error[0]} ≤ min e(λ, 0)`;
}

/** Says that the infimum is approached at one end only, with the limit's exact value; null where that is not shown. */
function approached(problem: ExactProblem, { ridge, distillation }: Optimum, limit: Limit): string | null {
  // Without signal everything is shrunk to 0, by ridge as well.
  if (ridge.lambda === null || distillation.attained !== false || distillation.limit !== limit) return null;
  const value = exactValue(formulaOf(limit), problem, { lambda: Fractions.fraction(1n) });
  const [least, most] = distillation.error;
  const as = limit === "lambda->0" ? "λ → 0" : "λ → ∞";
  return `inf e(λ, ξ) = ${Fractions.show(value)}, in [${least}, ${most}], is approached as ${as} alone`;
}

const formulaOf = (limit: Limit): "limitFar" | "limitNear" => (limit === "lambda->0" ? "limitNear" : "limitFar");

const certified = certificate(ridgeBook, {
  name: "small problems with S(λ°) > 0 where self-distillation strictly wins",
  covers: [],
  certify: () => {
    const sentences = fixtures.map((problem) => ({ problem, says: winsWithout(optimum(problem)) }));
    const failed = sentences.find(({ says }) => says === null);
    if (failed)
      return { verdict: "refuted", detail: `the enclosures do not show it for ${showExactProblem(failed.problem)}` };
    const shown = sentences.map(({ problem, says }) => `${showExactProblem(problem)}: ${says}`);
    return { verdict: "supported", detail: shown.join("; ") };
  },
});

/** The limit's value by a book's closed form, at a problem in floating-point numbers; half its rounding is 2⁻⁴⁰ at most. */
function limitBy(book: Book, problem: ExactProblem, limit: Limit): number {
  return new ClosedForms(book).scalar(formulaOf(limit), roundedProblem(problem), 1, 0);
}

// A difference of sums of at most 6 positive terms each, at most 2¹⁰ times the result for these small numbers.
const LIMIT_ROUNDING = 2 ** -40;

const inside = ([least, most]: readonly [number, number], value: number): boolean =>
  value >= least * (1 - LIMIT_ROUNDING) && value <= most * (1 + LIMIT_ROUNDING);

const notAttained = certificate(ridgeBook, {
  name: "small problems whose infimum is approached at one end only, where it has the limit's value",
  covers: ["limitFar", "limitNear"],
  certify: (book) => {
    const sentences = unattained.map(({ problem, limit }) => {
      const found = optimum(problem);
      const agrees = inside(found.distillation.error, limitBy(book, problem, limit));
      return { problem, says: agrees ? approached(problem, found, limit) : null };
    });
    const failed = sentences.find(({ says }) => says === null);
    if (failed) return { verdict: "refuted", detail: `not so for ${showExactProblem(failed.problem)}` };
    const shown = sentences.map(({ problem, says }) => `${showExactProblem(problem)}: ${says}`);
    return { verdict: "supported", detail: shown.join("; ") };
  },
});

const spectrum = { singularValues: [3, 2, 1], signal: [2, 0.5, 1], noiseVariance: 3, residualSignal: 2 };

/** A student far out on the line of λ, whose error is the limit's: what is left is of relative order 10⁻⁴. */
function simulate(limit: Limit): Check {
  const experiment = spectralExperiment({ name: `24 × 3, ${limit}`, rows: 24, problem: spectrum });
  const forms = new ClosedForms();
  const value = (formula: string): number => forms.scalar(formula, ridgeProblem(spectrum), 1, 0);
  const sizes = spectrum.singularValues.map((sigma) => sigma ** 2);
  const student =
    limit === "lambda->0"
      ? { lambda: 1e-4 * Math.min(...sizes), scaled: value("nearPull") / value("nearCurvature") }
      : { lambda: 1e4 * Math.max(...sizes), scaled: -value("farPull") / value("farCurvature") };
  const lambda = student.lambda;
  const xi = limit === "lambda->0" ? student.scaled / lambda : student.scaled * lambda;
  const teacher = { lambda: 3, xi: 0 };
  return simulation(ridgeBook, {
    name: `a student at the limit ${limit === "lambda->0" ? "λ → 0" : "λ → ∞"}`,
    covers:
      limit === "lambda->0" ? ["limitNear", "nearPull", "nearCurvature"] : ["limitFar", "farPull", "farCurvature"],
    comparisons: GAP_COMPARISONS,
    effort: 100,
    start: (context) =>
      gapReplication(experiment, [teacher, { lambda, xi }], context, (broken, measured) => {
        const error = broken.scalar(formulaOf(limit), measured, lambda, 0);
        return [broken.errors(measured, teacher.lambda, 0).error - error, error];
      }),
  });
}

const ends = property(ridgeBook, {
  name: "the best student's error is at most each limit's, and equal to it where that is approached",
  // Their errors hold the squares of farPull and nearPull alone.
  covers: ["limitFar", "limitNear", "farCurvature", "nearCurvature"],
  problems: fc
    .tuple(exactProblems({ modes: { least: 2, most: 4 } }), smallFractions(0))
    .map(([problem, residualSignal]) => ({ ...problem, residualSignal })),
  runs: 150,
  measure: (problem) => optimum(problem),
  read: (book) => book,
  violation: (problem, { distillation }, book) => {
    for (const limit of ["lambda->infinity", "lambda->0"] as const) {
      const value = limitBy(book, problem, limit);
      if (!(value * (1 + LIMIT_ROUNDING) >= distillation.error[0]))
        return `the limit ${limit} is ${value}, below the infimum`;
      if (distillation.attained === false && distillation.limit === limit && !inside(distillation.error, value)) {
        return `the infimum is approached as ${limit}, where it is ${value} and not in [${distillation.error.join(", ")}]`;
      }
    }
    return null;
  },
  show: showOptimumCommand,
});

const onlyThree = counterexample({
  without: THREE_MODES,
  says: "S(λ°) > 0 goes with a tie: S is one term, with the sign of θ₂² − θ₁², and ridge/two-modes decides",
  problems: exactProblems({ modes: { least: 2, most: 2 } }),
  tries: 300,
  fails: (problem) => {
    const { condition, strictlyBetter, reason } = optimum(problem);
    return condition.range !== null && condition.range[0] > 0 && strictlyBetter === false
      ? `S(λ°) ≥ ${condition.range[0]} and ${reason}`
      : null;
  },
  show: showOptimumCommand,
});

const generic = exactProblems({ modes: { least: 3, most: 4 } });

const searchFor = (
  name: string,
  problems: fc.Arbitrary<ExactProblem>,
  says: (problem: ExactProblem) => string | null,
): Search => ({
  name,
  run: (context, tries) => {
    const { tried, found } = findExample({ problems, tries, seed: seedFor(context, name), says });
    return { tried, found: found === null ? null : { ...found, problem: showOptimumCommand(found.problem) } };
  },
});

export const conditionNotNecessary: Claim = {
  ...statement,
  dependsOn: ["ridge/distillation-beats-regularization", "ridge/two-modes"],
  book: ridgeBook,
  checks: [
    far,
    near,
    inTheLimits,
    certified,
    notAttained,
    simulate("lambda->infinity"),
    simulate("lambda->0"),
    ends,
    onlyThree,
  ],
  searches: [
    searchFor("S(λ°) > 0, and yet self-distillation strictly beats every ridge", generic, (problem) =>
      winsWithout(optimum(problem)),
    ),
    searchFor("the infimum is approached as λ → ∞ alone", generic, (problem) =>
      approached(problem, optimum(problem), "lambda->infinity"),
    ),
    searchFor("the infimum is approached as λ → 0 alone", generic, (problem) =>
      approached(problem, optimum(problem), "lambda->0"),
    ),
  ],
};
