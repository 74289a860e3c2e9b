import { normal, Streams, uniform } from "../src/random/index.ts";
import {
  ClosedForms,
  type Enclosure,
  exactProblem,
  optimum,
  type RidgeProblem,
  ridgeProblem,
} from "../src/ridge/index.ts";
import { printTable } from "./table.ts";
import { milliseconds } from "./timing.ts";

const MODES = [2, 5, 10, 50, 100, 200, 500];
const WIDEST = 1e-9;
/** Milliseconds allowed up to so many modes. */
const ALLOWED = [
  { modes: 50, most: 1000 },
  { modes: 500, most: 30_000 },
];

/** Time and width of the enclosures against the number of modes, and what a grid misses. Returns what misses its requirement. */
export function benchOptimum(): string[] {
  return [...benchModes(), ...benchGrid()];
}

// Singular values over a number of decades, standard normal signal, noise over four.
function randomProblem(modes: number, decades: number, problem: string): RidgeProblem {
  const random = new Streams({ seed: 1, claim: "bench/optimum", problem }).replicate(0);
  const centred = (): number => uniform(random) - 1 / 2;
  const singularValues = Array.from({ length: modes }, () => 10 ** (decades * centred()));
  const signal = singularValues.map(() => normal(random));
  return ridgeProblem({ singularValues, signal, noiseVariance: 10 ** (4 * centred()) });
}

function benchModes(): string[] {
  optimum(exactProblem(randomProblem(5, 6, "warm"))); // the first run compiles
  const measured = MODES.flatMap((modes) =>
    [2, 12].map((decades) => {
      const problem = exactProblem(randomProblem(modes, decades, `${modes} modes`));
      const { ridge, distillation } = optimum(problem);
      const took = [1, 2, 3].map(() => milliseconds(() => optimum(problem))).toSorted((one, other) => one - other)[1]!;
      return { modes, decades, took, widths: [ridge.error, distillation.error].map(relativeWidth) };
    }),
  );
  printTable(
    `Optimum: milliseconds (median of 3) to enclose the least errors of ridge and of self-distillation, and the relative widths of the enclosures (at most ${WIDEST} is required), singular values over some decades.`,
    ["modes", "decades", "milliseconds", "width, ridge", "width, distillation"],
    measured.map(({ modes, decades, took, widths }) => [
      String(modes),
      String(decades),
      took.toFixed(0),
      ...widths.map((width) => width.toExponential(1)),
    ]),
  );
  return measured.flatMap(({ modes, took, widths }) => {
    const { most } = ALLOWED.find((allowed) => modes <= allowed.modes)!;
    return [
      ...(took <= most ? [] : [`the optimum of ${modes} modes took ${took.toFixed(0)} ms`]),
      ...(Math.max(...widths) <= WIDEST ? [] : [`an enclosure for ${modes} modes is ${Math.max(...widths)} wide`]),
    ];
  });
}

const PROBLEMS = 100;
const GRIDS = [20, 200];

/** What people do instead: the closed form on a grid, and a local search around the best of it. */
function benchGrid(): string[] {
  const problems = Array.from({ length: PROBLEMS }, (_, i) => randomProblem(2 + (i % 9), 1 + (i % 3), `problem ${i}`));
  const optima = problems.map((problem) => optimum(exactProblem(problem)).distillation);
  const rows = GRIDS.map((points) => {
    const verdicts = problems.map((problem, i) => {
      const { error, attained } = optima[i]!;
      const misses = (gridSearch(problem, points) - error[1]) / error[1];
      if (misses < -WIDEST) return "below the lower bound";
      if (misses <= WIDEST) return "found";
      return attained === false ? "missed: limit at an end" : "missed: wrong basin";
    });
    return {
      points,
      count: (verdict: (typeof VERDICTS)[number]) => verdicts.filter((each) => each === verdict).length,
    };
  });
  printTable(
    `Optimum: on ${PROBLEMS} random problems of 2 to 10 modes (the infimum is only approached in ${optima.filter(({ attained }) => attained === false).length} of them), whether a grid of λ from s_min/10⁴ to 10⁴ s_max with a golden section around the best one comes within ${WIDEST} of the infimum.`,
    ["grid", ...VERDICTS],
    rows.map(({ points, count }) => [String(points), ...VERDICTS.map((verdict) => String(count(verdict)))]),
  );
  return rows.some(({ count }) => count("below the lower bound") > 0)
    ? ["a grid search found an error below a proved lower bound"]
    : [];
}

const VERDICTS = ["found", "missed: limit at an end", "missed: wrong basin", "below the lower bound"] as const;

function gridSearch(problem: RidgeProblem, points: number): number {
  const forms = new ClosedForms();
  const squares = problem.singularValues.map((value) => value * value);
  const [from, to] = [Math.log(Math.min(...squares) / 1e4), Math.log(Math.max(...squares) * 1e4)];
  const step = (to - from) / (points - 1);
  const at = (x: number): number => {
    const lambda = Math.exp(x);
    return forms.errors(problem, lambda, forms.optimalXi(problem, lambda).optimalXi ?? 0).error;
  };
  const errors = Array.from({ length: points }, (_, k) => at(from + k * step));
  const best = from + errors.indexOf(Math.min(...errors)) * step;
  const golden = (Math.sqrt(5) - 1) / 2;
  let [left, right] = [best - step, best + step];
  for (let i = 0; i < 60; i++) {
    const [one, other] = [right - golden * (right - left), left + golden * (right - left)];
    if (at(one) < at(other)) right = other;
    else left = one;
  }
  return Math.min(...errors, at((left + right) / 2));
}

function relativeWidth([lower, upper]: Enclosure): number {
  return (upper - lower) / upper;
}
