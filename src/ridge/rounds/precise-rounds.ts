import { type Ball, type BallArithmetic, type Fraction, Fractions } from "../../formula/index.ts";
import type { ExactProblem } from "../problem/exact-problem.ts";
import { preciseInputs, type PreciseValues, withFormulas } from "../reading/precise-forms.ts";

/** A student as balls, mode by mode: its shrinkage g, and h = 1 − g. */
export interface PreciseRound {
  readonly g: readonly Ball[];
  readonly h: readonly Ball[];
}

/** What all rounds at one λ have in common: the problem and the teacher. */
export function preciseTeacher(problem: ExactProblem, lambda: Fraction, arithmetic: BallArithmetic): PreciseValues {
  const inputs = preciseInputs(problem, { lambda, xi: Fractions.fraction(0n) }, arithmetic);
  return withFormulas(["a", "b"], inputs, arithmetic);
}

/** The teacher, and then the student of each round. */
export function preciseRounds(
  teacher: PreciseValues,
  xis: readonly Fraction[],
  arithmetic: BallArithmetic,
): PreciseRound[] {
  const rounds: PreciseRound[] = [{ g: teacher.perMode["a"]!, h: teacher.perMode["b"]! }];
  for (const xi of xis) {
    const { perMode } = next(["nextShrinkage", "nextShortfall"], teacher, { xi, before: rounds.at(-1)!.h, arithmetic });
    rounds.push({ g: perMode["nextShrinkage"]!, h: perMode["nextShortfall"]! });
  }
  return rounds;
}

/** The student of the last round. A round with ξ = 0 starts again from the teacher: those before it do not matter. */
export function lastPreciseRound(
  teacher: PreciseValues,
  xis: readonly Fraction[],
  arithmetic: BallArithmetic,
): PreciseRound {
  const ones = xis.slice(xis.findLastIndex((xi) => Fractions.sign(xi) === 0) + 1);
  const last = ones.at(-1);
  if (last === undefined) return preciseRounds(teacher, [], arithmetic)[0]!;
  const before = ones
    .slice(0, -1)
    .reduce(
      (shortfall, xi) =>
        next(["nextShortfall"], teacher, { xi, before: shortfall, arithmetic }).perMode["nextShortfall"]!,
      teacher.perMode["b"]!,
    );
  const { perMode } = next(["nextShrinkage", "nextShortfall"], teacher, { xi: last, before, arithmetic });
  return { g: perMode["nextShrinkage"]!, h: perMode["nextShortfall"]! };
}

/** The expected error of a student and its parts, and whatever other formulas are made of its shrinkage. */
export function preciseErrors(
  names: readonly string[],
  teacher: PreciseValues,
  round: PreciseRound,
  arithmetic: BallArithmetic,
): PreciseValues {
  return withFormulas(names, { ...teacher, perMode: { ...teacher.perMode, ...round } }, arithmetic);
}

interface Step {
  readonly xi: Fraction;
  readonly before: readonly Ball[];
  readonly arithmetic: BallArithmetic;
}

function next(names: readonly string[], teacher: PreciseValues, { xi, before, arithmetic }: Step): PreciseValues {
  const scalars = { ...teacher.scalars, xi: arithmetic.fraction(xi) };
  return withFormulas(names, { ...teacher, scalars, perMode: { ...teacher.perMode, shortfall: before } }, arithmetic);
}
