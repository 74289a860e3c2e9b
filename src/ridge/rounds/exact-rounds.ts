import {
  type Book,
  evaluate,
  type Fraction,
  Fractions,
  interpolate,
  type RationalPoint,
  timesLinear,
} from "../../formula/index.ts";
import { type ExactProblem, inSquares } from "../problem/exact-problem.ts";
import { ridgeBook } from "../book/ridge.ts";
import { parametersOf, type Parameters } from "./tails.ts";

/** The student of one round in rational numbers: its shrinkage and shortfall in each mode. */
export interface ExactRound {
  readonly shrinkage: readonly Fraction[];
  readonly shortfall: readonly Fraction[];
}

/** The student of the last of several rounds, exactly. */
export function exactRounds(
  problem: ExactProblem,
  lambda: Fraction,
  xis: readonly Fraction[],
  book: Book = ridgeBook,
): ExactRound {
  const teacher = {
    shrinkage: perMode(book, "a_j", pointOf(problem, { lambda })),
    shortfall: perMode(book, "b_j", pointOf(problem, { lambda })),
  };
  return xis.reduce<ExactRound>((before, xi) => {
    const point = pointOf(problem, { lambda, xi }, { shortfall: before.shortfall });
    return { shrinkage: perMode(book, "nextShrinkage_j", point), shortfall: perMode(book, "nextShortfall_j", point) };
  }, teacher);
}

/** The expected error of a student, exactly. */
export function exactRoundError(problem: ExactProblem, round: ExactRound, book: Book = ridgeBook): Fraction {
  const point = pointOf(problem, {}, { g: round.shrinkage, h: round.shortfall });
  return evaluate(inSquares(book.opaque("g", "h").expand("error")), point);
}

/**
 * The tails T_1, …, T_r with which r rounds have the oracle's shrinkage, where the r modes have distinct s_j: the unique
 * polynomial with 1 + T_1 a + … + T_r aʳ = h°/b at the r values of a, where h° is the oracle's shortfall.
 *
 * @throws DivisionByZero where two s_j are equal, or a mode has neither signal nor noise.
 */
export function oracleTails(modes: ExactProblem, lambda: Fraction): Fraction[] {
  const point = pointOf(modes, { lambda });
  const a = perMode(ridgeBook, "a_j", point);
  const values = perMode(ridgeBook, "(a_j - oracleShrinkage_j)/(a_j*b_j)", point);
  return interpolate(a, values);
}

/**
 * Tails of one more round with which the oracle is reached as well, and none of which is zero: multiples of
 * a Π_j (a − a_j), which vanishes at 0 and at every a_j, may be added. As the a_j are positive, none of its coefficients is
 * zero, so all but r + 1 multiples at most leave no zero: the least integer of them is taken.
 */
export function oneMoreTail(tails: readonly Fraction[], modes: ExactProblem, lambda: Fraction): Fraction[] {
  const nodes = perMode(ridgeBook, "a_j", pointOf(modes, { lambda }));
  const vanishing = nodes.reduce(timesLinear, [Fractions.fraction(1n)]);
  for (let multiple = 1n; ; multiple++) {
    const moved = vanishing.map((coefficient, i) =>
      Fractions.add(tails[i] ?? Fractions.fraction(0n), Fractions.multiply(Fractions.fraction(multiple), coefficient)),
    );
    if (moved.every((tail) => Fractions.sign(tail) !== 0)) return moved;
  }
}

/** The imitation parameters of given tails, exactly. */
export function exactParameters(tails: readonly Fraction[]): Parameters<Fraction> {
  return parametersOf(tails, {
    one: Fractions.fraction(1n),
    zero: Fractions.fraction(0n),
    isZero: (value) => Fractions.sign(value) === 0,
    quotient: (numerator, denominator) => Fractions.multiply(numerator, Fractions.reciprocal(denominator)),
  });
}

function pointOf(
  { squaredSingularValues, squaredSignal, noiseVariance, residualSignal }: ExactProblem,
  scalars: Readonly<Record<string, Fraction>>,
  modes: Readonly<Record<string, readonly Fraction[]>> = {},
): RationalPoint {
  return {
    modes: squaredSingularValues.length,
    scalars: { noiseVariance, residualSignal, ...scalars },
    perMode: { s: squaredSingularValues, thetaSquared: squaredSignal, ...modes },
  };
}

// The value in each mode of an expression over the book's names.
function perMode(book: Book, written: string, point: RationalPoint): Fraction[] {
  const expression = inSquares(book.expand(written));
  return Array.from({ length: point.modes }, (_, j) => evaluate(expression, point, { j }));
}
