import fc from "fast-check";
import { certificate, counterexample, type Finding, property } from "../../../src/evidence/index.ts";
import { type Book, type Fraction, Fractions } from "../../../src/formula/index.ts";
import {
  exactParameters,
  type ExactProblem,
  exactProblems,
  exactRoundError,
  exactRounds,
  exactValue,
  oneMoreTail,
  oracleTails,
  ridgeBook,
  showExactProblem,
  smallFractions,
} from "../../../src/ridge/index.ts";
import { CONTRACTS, NO_TAIL_VANISHES } from "../hypotheses.ts";

/* What rounds of self-distillation reach and what they do not, in rational numbers. */

const oneRound = ["nextShrinkage", "nextShortfall"];

/** s = (1, 2), γ² = 1, θ² = (3/5, 7/13): two rounds miss the oracle at λ = 1 and reach it at other λ. */
const example: ExactProblem = {
  squaredSingularValues: [Fractions.fraction(1n), Fractions.fraction(2n)],
  squaredSignal: [Fractions.fraction(3n, 5n), Fractions.fraction(7n, 13n)],
  noiseVariance: Fractions.fraction(1n),
  residualSignal: Fractions.fraction(0n),
};

const list = (values: readonly Fraction[]): string => `(${values.map(Fractions.show).join(", ")})`;

// The error holds the squares of the shrinkage and of what it lacks to 1; that they add up to 1 settles their signs.
function reachesOracle(lambda: Fraction, xis: readonly Fraction[], book: Book): boolean {
  const round = exactRounds(example, lambda, xis, book);
  const one = Fractions.fraction(1n);
  const complete = round.shrinkage.every((value, j) => Fractions.equal(Fractions.add(value, round.shortfall[j]!), one));
  const oracle = exactValue("oracleError", example, { lambda });
  return complete && Fractions.equal(exactRoundError(example, round, book), oracle);
}

export const byExample = certificate(ridgeBook, {
  name: "in rational numbers: two rounds reach the oracle of s = (1, 2), γ² = 1, θ² = (3/5, 7/13) at λ = ½, 2, 3 and not at 1, where three do",
  covers: oneRound,
  certify: (book): Finding => {
    const reached: string[] = [];
    for (const lambda of [Fractions.fraction(1n, 2n), Fractions.fraction(2n), Fractions.fraction(3n)]) {
      const { xis } = exactParameters(oracleTails(example, lambda));
      const where = `λ = ${Fractions.show(lambda)}, ξ = ${list(xis ?? [])}`;
      if (xis === null || !reachesOracle(lambda, xis, book)) return { verdict: "refuted", detail: `not at ${where}` };
      reached.push(where);
    }
    const one = Fractions.fraction(1n);
    const tails = oracleTails(example, one);
    if (exactParameters(tails).xis !== null)
      return { verdict: "refuted", detail: `at λ = 1 with tails ${list(tails)}` };
    const { xis } = exactParameters(oneMoreTail(tails, example, one));
    if (xis === null || !reachesOracle(one, xis, book))
      return { verdict: "refuted", detail: "nor with three at λ = 1" };
    // A first tail of 10⁻³ in place of 0 misses by the order of its square.
    const near = exactParameters([Fractions.fraction(1n, 1000n), tails[1]!]).xis!;
    const error = exactRoundError(example, exactRounds(example, one, near, book), book);
    const missing = Fractions.subtract(error, exactValue("oracleError", example, { lambda: one }));
    if (Fractions.compare(missing, Fractions.fraction(1n, 1_000_000n)) > 0 || Fractions.sign(missing) <= 0) {
      return { verdict: "refuted", detail: `ξ = ${list(near)} misses by ${Fractions.show(missing)}` };
    }
    const atOne = `at λ = 1 the tails ${list(tails)} are out of reach, ξ = ${list(near)} misses by ${Fractions.show(missing)}`;
    return {
      verdict: "supported",
      detail: `reached at ${reached.join("; ")}; ${atOne}, three rounds ξ = ${list(xis)} reach it`,
    };
  },
});

/** A problem and a λ in rational numbers. */
interface ExactCase {
  readonly problem: ExactProblem;
  readonly lambda: Fraction;
}

const showExactCase = ({ problem, lambda }: ExactCase): string =>
  `${showExactProblem(problem)}, λ = ${Fractions.show(lambda)}`;

export const oracleReached = property(ridgeBook, {
  name: "in rational numbers, as many rounds as modes reach the oracle unless a tail vanishes before a later one, and one more always does",
  covers: oneRound,
  problems: fc.record({ problem: exactProblems({ modes: { least: 1, most: 5 } }), lambda: smallFractions(1) }),
  runs: 100,
  measure: ({ problem, lambda }) => {
    const tails = oracleTails(problem, lambda);
    return [exactParameters(tails).xis, exactParameters(oneMoreTail(tails, problem, lambda)).xis];
  },
  read: (book) => book,
  violation: ({ problem, lambda }, schedules, book) => {
    const oracle = exactValue("oracleError", problem, { lambda });
    for (const xis of schedules) {
      const error = xis === null ? oracle : exactRoundError(problem, exactRounds(problem, lambda, xis, book), book);
      if (!Fractions.equal(error, oracle)) {
        return `ξ = ${list(xis!)} has error ${Fractions.show(error)} and the oracle ${Fractions.show(oracle)}`;
      }
    }
    return schedules.at(-1) === null ? "one more round does not reach the oracle" : null;
  },
  show: showExactCase,
});

const sum = (...values: readonly Fraction[]): Fraction => values.reduce(Fractions.add);
const ratio = (numerator: Fraction, denominator: Fraction): Fraction =>
  Fractions.multiply(numerator, Fractions.reciprocal(denominator));

/**
 * Problems made from tails: with h = b(1 + T_1 a + T_2 a²) in (0, 1), the oracle lacks h to 1 where θ² = γ²(1 − h)/(s h).
 * Half of the first tails are 0.
 */
const fromTails: fc.Arbitrary<ExactCase> = fc
  .record({
    s: smallFractions(1),
    gap: smallFractions(1),
    lambda: smallFractions(1),
    noiseVariance: smallFractions(1),
    first: fc.oneof(fc.constant(Fractions.fraction(0n)), smallFractions(1)),
    second: smallFractions(1),
  })
  .map(({ s, gap, lambda, noiseVariance, first, second }) => {
    const squaredSingularValues = [sum(s, gap), s];
    const lacks = squaredSingularValues.map((value) => {
      const a = ratio(value, sum(value, lambda));
      const tails = sum(
        Fractions.fraction(1n),
        Fractions.multiply(first, a),
        Fractions.multiply(second, Fractions.power(a, 2)),
      );
      return Fractions.multiply(ratio(lambda, sum(value, lambda)), tails);
    });
    const squaredSignal = lacks.map((h, j) =>
      ratio(
        Fractions.multiply(noiseVariance, Fractions.subtract(Fractions.fraction(1n), h)),
        Fractions.multiply(squaredSingularValues[j]!, h),
      ),
    );
    return {
      lambda,
      problem: { squaredSingularValues, squaredSignal, noiseVariance, residualSignal: Fractions.fraction(0n) },
    };
  })
  .filter(({ problem }) => problem.squaredSignal.every((square) => Fractions.sign(square) > 0));

export const unattained = counterexample({
  without: NO_TAIL_VANISHES,
  says: "no two rounds reach the oracle of two modes",
  problems: fromTails,
  tries: 300,
  fails: ({ problem, lambda }) => {
    const tails = oracleTails(problem, lambda);
    if (exactParameters(tails).xis !== null) return null;
    const error = Fractions.show(exactValue("oracleError", problem, { lambda }));
    return `the error ${error} asks for ξ_2 = T_1 = 0 and ξ_2 ξ_1 = T_2 = ${Fractions.show(tails[1]!)}`;
  },
  show: showExactCase,
});

export const diverging = counterexample({
  without: CONTRACTS,
  says: "the rounds run away from their fixed shrinkage",
  problems: fc.record({ s: smallFractions(1), lambda: smallFractions(1), xi: smallFractions(1) }),
  tries: 300,
  fails: ({ s, lambda, xi }) => {
    const factor = Fractions.multiply(xi, ratio(s, sum(s, lambda)));
    if (Fractions.compare(factor, Fractions.fraction(1n)) <= 0) return null;
    const problem = { ...example, squaredSingularValues: [s], squaredSignal: [Fractions.fraction(1n)] };
    const after = [1, 2, 3, 4].map((k) => exactRounds(problem, lambda, Array<Fraction>(k).fill(xi)).shrinkage[0]!);
    const grows = [2, 3].every((i) => {
      const [step, before] = [
        Fractions.subtract(after[i]!, after[i - 1]!),
        Fractions.subtract(after[i - 1]!, after[i - 2]!),
      ];
      return Fractions.equal(step, Fractions.multiply(factor, before)) && Fractions.sign(step) !== 0;
    });
    return grows
      ? `rounds 1 to 4 shrink by ${after.map(Fractions.show).join(", ")}, each step aξ = ${Fractions.show(factor)} times the last`
      : null;
  },
  show: ({ s, lambda, xi }) => `s = ${Fractions.show(s)}, λ = ${Fractions.show(lambda)}, ξ = ${Fractions.show(xi)}`,
});
