import fc from "fast-check";
import { Matrix } from "ml-matrix";
import { type Fraction, Fractions } from "../../formula/index.ts";
import { Streams } from "../../random/index.ts";
import { designFromBasis, orthonormalColumns } from "./designs.ts";
import type { ExactProblem } from "./exact-problem.ts";
import { type RidgeProblem, ridgeProblem } from "./problem.ts";
import type { SingularBasis } from "./spectrum.ts";

/** A problem with a student, and how to make a design of it: rows and columns beyond its rank, and a rotation. */
export interface Case {
  /** In spectral coordinates. */
  readonly problem: RidgeProblem;
  /** A power of 2, from 2⁻¹⁰ to 2¹⁰. */
  readonly lambda: number;
  /** A multiple of ⅛, from −3 to 5. */
  readonly xi: number;
  /** n less the number of modes. */
  readonly extraRows: number;
  /** d less the number of modes. */
  readonly extraColumns: number;
  /** Seed of the bases that `realise` draws. */
  readonly rotation: number;
}

// Eighths shrink to numbers that a person can follow by hand.
const eighths = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min, max }).map((k) => k / 8);

const modes = fc.array(
  fc.record({
    singularValue: eighths(1, 160),
    repeats: fc.boolean(),
    signal: fc.oneof({ weight: 1, arbitrary: fc.constant(0) }, { weight: 4, arbitrary: eighths(-40, 40) }),
  }),
  { minLength: 1, maxLength: 12 },
);

const noiseVariance = fc.oneof(
  { weight: 1, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.constant(1e-12) },
  { weight: 6, arbitrary: eighths(1, 160) },
);

/** Ridge problems with 1 to 12 modes: repeated singular values, zeros in the signal, no noise, next to no noise. */
export const ridgeCases: fc.Arbitrary<Case> = fc
  .record({
    modes,
    noiseVariance,
    outside: eighths(0, 40),
    lambda: fc.integer({ min: -10, max: 10 }).map((exponent) => 2 ** Math.trunc(exponent)),
    xi: eighths(-24, 40),
    extraRows: fc.integer({ min: 0, max: 3 }),
    extraColumns: fc.integer({ min: 0, max: 3 }),
    rotation: fc.nat(),
  })
  .map(({ modes: given, noiseVariance: variance, outside, ...rest }) => {
    const singularValues: number[] = [];
    for (const { singularValue, repeats } of given) {
      singularValues.push(repeats ? (singularValues.at(-1) ?? singularValue) : singularValue);
    }
    const signal = given.map((mode) => mode.signal);
    const residualSignal = rest.extraColumns > 0 ? outside ** 2 : 0;
    return { ...rest, problem: ridgeProblem({ singularValues, signal, noiseVariance: variance, residualSignal }) };
  });

/** A design with a case's spectrum in random bases, and the parameter with its signal. */
export interface Realisation extends SingularBasis {
  /** X, n × d. */
  readonly design: Matrix;
  /** θ*, d × 1. */
  readonly parameter: Matrix;
}

/** The design and parameter of a case. Equal cases give equal ones. */
export function realise({ problem, extraRows, extraColumns, rotation }: Case): Realisation {
  const { singularValues, signal, residualSignal } = problem;
  const rank = singularValues.length;
  const random = new Streams({ seed: rotation, claim: "ridge", problem: "rotation" }).replicate(0);
  const left = orthonormalColumns(rank + extraRows, rank, random);
  const basis = orthonormalColumns(rank + extraColumns, rank + Math.min(1, extraColumns), random);
  const right = basis.subMatrix(0, basis.rows - 1, 0, rank - 1);
  const coordinates = extraColumns > 0 ? [...signal, Math.sqrt(residualSignal)] : [...signal];
  return {
    design: designFromBasis(left, singularValues, right),
    parameter: basis.mmul(Matrix.columnVector(coordinates)),
    singularValues,
    left,
    right,
  };
}

/** A shell command that computes a case's closed forms. */
export function showCase({ problem, lambda, xi }: Case): string {
  return `echo '${JSON.stringify(problem)}' | npx sd-theorems ridge --problem - --lambda ${lambda} --xi ${xi}`;
}

/** Fractions from `least` to 12 with denominators up to 4; they shrink to small integers. */
export function smallFractions(least: 0 | 1): fc.Arbitrary<Fraction> {
  const denominator = fc.oneof({ weight: 3, arbitrary: fc.constant(1n) }, fc.bigInt(1n, 4n));
  const ofDenominator = (d: bigint): fc.Arbitrary<Fraction> =>
    fc.bigInt(BigInt(least), 12n).map((n) => Fractions.fraction(n, d));
  return denominator.chain(ofDenominator);
}

/** How many modes, and what the noise and the squared signal are drawn from, where not from all small fractions. */
export interface ExactProblemShape {
  /** The least and the greatest number of modes. */
  readonly modes: { readonly least: number; readonly most: number };
  /** What γ² is drawn from. */
  readonly noiseVariance?: fc.Arbitrary<Fraction>;
  /** What each θ_j² is drawn from. */
  readonly squaredSignal?: fc.Arbitrary<Fraction>;
}

/** Problems in small rational numbers, with distinct singular values in falling order and no signal outside the modes. */
export function exactProblems({ modes: count, ...parts }: ExactProblemShape): fc.Arbitrary<ExactProblem> {
  const { noiseVariance: variance = smallFractions(1), squaredSignal = smallFractions(0) } = parts;
  const mode = fc.record({ s: smallFractions(1), square: squaredSignal });
  const size = {
    minLength: count.least,
    maxLength: count.most,
    selector: ({ s }: { s: Fraction }) => Fractions.show(s),
  };
  return fc.record({ drawn: fc.uniqueArray(mode, size), variance }).map((given) => {
    const sorted = given.drawn.toSorted((one, other) => Fractions.compare(other.s, one.s));
    return {
      squaredSingularValues: sorted.map(({ s }) => s),
      squaredSignal: sorted.map(({ square }) => square),
      noiseVariance: given.variance,
      residualSignal: Fractions.fraction(0n),
    };
  });
}
