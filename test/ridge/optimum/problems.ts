import fc from "fast-check";
import { type Fraction, Fractions } from "../../../src/formula/index.ts";
import { exactProblems } from "../../../src/ridge/problem/arbitraries.ts";
import { type ExactProblem, exactProblem, exactValue } from "../../../src/ridge/problem/exact-problem.ts";
import { ridgeProblem } from "../../../src/ridge/problem/problem.ts";
import type { Enclosure, Optimum } from "../../../src/ridge/optimum/result.ts";

/** A problem in whole numbers, given by s, θ² and γ². */
export function whole(s: readonly number[], square: readonly number[], noise: number, outside = 0): ExactProblem {
  return {
    squaredSingularValues: s.map(Fractions.fromNumber),
    squaredSignal: square.map(Fractions.fromNumber),
    noiseVariance: Fractions.fromNumber(noise),
    residualSignal: Fractions.fromNumber(outside),
  };
}

const zero = Fractions.fraction(0n);
const sum = (values: readonly Fraction[]): Fraction => values.reduce(Fractions.add, zero);

/** Σ_j of a term, in rational numbers. */
export function total(problem: ExactProblem, term: (s: Fraction, square: Fraction) => Fraction): Fraction {
  return sum(problem.squaredSingularValues.map((s, j) => term(s, problem.squaredSignal[j]!)));
}

/** The error of a student in floating-point numbers, without rounding, by the theory's first formula for it. */
export function exactError(problem: ExactProblem, lambda: number, xi: number): Fraction {
  return exactValue("error", problem, { lambda: Fractions.fromNumber(lambda), xi: Fractions.fromNumber(xi) });
}

/** e(λ, 0) − N²/D, without rounding. */
export function exactLeast(problem: ExactProblem, lambda: number): Fraction {
  return exactValue("at(error, xi, 0) - gain", problem, { lambda: Fractions.fromNumber(lambda) });
}

export function holds([lower, upper]: Enclosure, value: Fraction): boolean {
  return isAtLeast(value, lower) && Fractions.compare(value, Fractions.fromNumber(upper)) <= 0;
}

export function isAtLeast(value: Fraction, lower: number): boolean {
  return Fractions.compare(value, Fractions.fromNumber(lower)) >= 0;
}

/** (upper − lower)/upper; 0 for an exact value. */
export function relativeWidth([lower, upper]: Enclosure): number {
  return upper === lower ? 0 : (upper - lower) / upper;
}

/** What is the same of every optimum whose enclosures are to be so narrow; sentences that say what is not. */
export function faults(
  problem: ExactProblem,
  { ridge, distillation, oracleOfGroups, ...rest }: Optimum,
  widest = 1e-9,
): string[] {
  const { lambda, xi, attained, limit } = distillation;
  // A single number for θ_⊥² holds the error of a rounded λ only where s, which it is, needs no rounding.
  const rounded = distillation.error[0] === distillation.error[1] && problem.squaredSingularValues.some(isRounded);
  const inside = (pair: readonly [number | null, number | null], error: Enclosure): boolean =>
    pair[0] === null ||
    pair[1] === null ||
    pair[0] === 0 ||
    rounded ||
    holds(error, exactError(problem, pair[0], pair[1]));
  const rules: readonly (readonly [string, boolean])[] = [
    ["the error at the best λ of ridge is in its enclosure", inside([ridge.lambda, 0], ridge.error)],
    ["the error at the best pair is in its enclosure", inside([lambda, xi], distillation.error)],
    [
      "the enclosures are narrow",
      Math.max(...[ridge, distillation].map(({ error }) => relativeWidth(error))) <= widest,
    ],
    [
      "ridge is no better than distillation, by either end",
      ridge.error.every((end, i) => distillation.error[i]! <= end),
    ],
    // Each is an enclosure's middle or end, off by a few roundings of r terms ≥ 0: r + 8 of them.
    [
      "nothing is below the oracle of functions of s",
      distillation.error[1] >= oracleOfGroups * (1 - (problem.squaredSignal.length + 8) * Number.EPSILON),
    ],
    ["there is a pair iff the infimum is attained", (lambda !== null && xi !== null) === (attained === true)],
    ["there is a limit iff it may not be attained", (limit !== null) === (attained !== true)],
    [
      "the exact S at the best λ of ridge is in its enclosure",
      rest.condition.range === null ||
        holds(rest.condition.range, exactValue("condition", problem, { lambda: Fractions.fromNumber(ridge.lambda!) })),
    ],
    ["where S < 0, distillation is better", !rest.condition.impliesBetter || rest.strictlyBetter === true],
    ["disjoint enclosures decide", distillation.error[1] >= ridge.error[0] || rest.strictlyBetter === true],
    [
      "a tie has one enclosure",
      rest.strictlyBetter !== false || ridge.error.every((end, i) => end === distillation.error[i]),
    ],
  ];
  return rules.filter(([, kept]) => !kept).map(([rule]) => rule);
}

function isRounded(value: Fraction): boolean {
  return !Fractions.equal(Fractions.fromNumber(Fractions.toNumber(value)), value);
}

/** Small rational problems, with repeated s, and with no noise now and then. */
export const smallProblems: fc.Arbitrary<ExactProblem> = fc
  .record({
    problem: exactProblems({ modes: { least: 1, most: 5 } }),
    repeats: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
    silent: fc.constantFrom(false, false, false, false, false, false, true),
  })
  .map(({ problem, repeats, silent }) => {
    const s: Fraction[] = [];
    problem.squaredSingularValues.forEach((value, j) => s.push((repeats[j]! && s.at(-1)) || value));
    return { ...problem, squaredSingularValues: s, noiseVariance: silent ? zero : problem.noiseVariance };
  });

const magnitude = (decades: number): fc.Arbitrary<number> =>
  fc.integer({ min: -8 * decades, max: 8 * decades }).map((k) => 10 ** (k / 8));

/** Singular values over six decades, some of them equal (or nearly so), signals over six and noise over 24. */
export const extremeProblems = (twins: "equal" | "nearly equal"): fc.Arbitrary<ExactProblem> =>
  fc
    .record({
      modes: fc.array(
        fc.record({
          value: magnitude(3),
          twin: fc.constantFrom(false, false, true),
          signal: fc.oneof({ weight: 1, arbitrary: fc.constant(0) }, { weight: 3, arbitrary: magnitude(3) }),
        }),
        { minLength: 1, maxLength: 6 },
      ),
      noise: magnitude(12),
      outside: fc.constantFrom(0, 0, 1),
    })
    .map(({ modes, noise, outside }) => {
      const singularValues: number[] = [];
      for (const { value, twin } of modes) {
        const last = singularValues.at(-1);
        const copy = twins === "equal" ? 1 : 1 + 2 ** -40;
        singularValues.push(!twin || last === undefined ? value : last * copy);
      }
      const signal = modes.map((mode) => mode.signal);
      return exactProblem(ridgeProblem({ singularValues, signal, noiseVariance: noise, residualSignal: outside }));
    });
