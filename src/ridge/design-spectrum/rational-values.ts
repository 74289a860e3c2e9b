import { type Fraction, Fractions, type Real, Reals } from "../../formula/index.ts";
import { bitsOf, dot, times } from "./integers.ts";
import { type DistinctModulo, minimalPolynomial, type Polynomial } from "./minimal-polynomial.ts";
import { residue } from "./modular.ts";
import { valueModulo } from "./polynomial-modulo.ts";
import { commonFactor, derivative, difference, signAt, valueAt, withoutRoot } from "./polynomials.ts";
import type { ScaledDesign } from "./scaled-design.ts";
import { type EnclosedEigenvalues, integer, logarithms } from "./signals.ts";

/** Eigenvalues, of which those that are `isCluster` are several that are neither proved to be equal nor told apart. */
export type Eigenvalues = readonly (EnclosedEigenvalues & { readonly isCluster?: true })[];

/** The eigenvalues with what is shown of them beside enclosures: that some are equal, and which numbers are rational. */
export function rationalWhereShown(
  eigenvalues: readonly EnclosedEigenvalues[],
  scaled: ScaledDesign,
  { rank, modulo, most }: { readonly rank: number; readonly modulo: DistinctModulo; readonly most: number },
): Eigenvalues {
  const mayBeRational = ({ s, signal }: EnclosedEigenvalues): boolean => {
    const root = integerIn(s);
    if (root !== null && valueModulo(modulo.squareFree, residue(root, modulo.p), modulo.p) === 0) return true;
    return signal.exact === null && simpleFraction(signal) !== null;
  };
  const asked = eigenvalues.some((each) => each.multiplicity > 1 || mayBeRational(each));
  const distinct = eigenvalues.length + (rank < scaled.gram.length ? 1 : 0);
  const bits = eigenvalues.reduce(
    (sum, { s, multiplicity }) => sum + multiplicity * (Math.max(0, logarithms(s).most) + 1),
    0,
  );
  const polynomial = asked ? minimalPolynomial(scaled.gram, distinct, { bits, most }) : null;
  if (polynomial !== null) return rationalValues(eigenvalues, scaled, polynomial, modulo.p);
  return eigenvalues.map((each) => (each.multiplicity > 1 ? { ...each, isCluster: true } : each));
}

// Rational eigenvalues of a matrix of integers are integers. Null unless there is one that it may be.
function integerIn(s: Real): bigint | null {
  const [lower, upper] = Reals.endsOf(s);
  const [least, most] = [-floor(Fractions.negate(lower)), floor(upper)];
  return least === most ? least : null;
}

/**
 * Eigenvalues and signals, exactly where they are rational, by the polynomial whose roots are all eigenvalues, each once: with
 * moments m_i = xᵀMⁱx of the image x, and the polynomial part W of w(x)·Σ_i m_i x^−i−1, the squared norm of x in the space of an
 * eigenvalue s is W(s)/w′(s).
 *
 * @param eigenvalues each of which is one, repeated or not.
 * @param p a prime that tells most polynomials apart at once.
 */
function rationalValues(
  eigenvalues: readonly EnclosedEigenvalues[],
  { gram, image, byRows }: ScaledDesign,
  polynomial: Polynomial,
  p: number,
): EnclosedEigenvalues[] {
  const moments = momentsOf(gram, image, polynomial.length - 1);
  const numerator = polynomial.slice(1).map((_, k) => dot(polynomial.slice(k + 1), moments));
  const slope = derivative(polynomial);
  // Over XXᵀ the signal is that squared norm over s.
  const denominator = byRows ? [0n, ...slope] : slope;
  return eigenvalues.map((each) => {
    const { s } = each;
    const root = integerIn(s);
    if (root !== null && valueAt(polynomial, root) === 0n) {
      const weight = dot(withoutRoot(polynomial, root), moments);
      const whole = Fractions.fraction(weight, valueAt(slope, root) * (byRows ? root : 1n));
      return { ...each, s: integer(root), signal: Reals.real(whole) };
    }
    const candidate = each.signal.exact === null ? simpleFraction(each.signal) : null;
    if (candidate === null) return each;
    // Where W/w′ has that value at the root, the root is one of what is left of it and w.
    const misses = difference(numerator, candidate.denominator, denominator, candidate.numerator);
    const factor = misses.length === 0 ? polynomial : commonFactor(polynomial, misses, p);
    const [one, other] = Reals.endsOf(s).map((end) => signAt(factor, end));
    return one !== other ? { ...each, signal: Reals.real(candidate) } : each;
  });
}

function momentsOf(gram: ScaledDesign["gram"], image: readonly bigint[], count: number): bigint[] {
  const moments: bigint[] = [];
  let [last, next] = [image, image];
  for (let i = 0; i < count; i++) {
    moments.push(dot(last, next));
    if (i % 2 === 0) next = times(gram, last);
    else last = next;
  }
  return moments;
}

// The fraction with the least denominator in an interval, where it is far shorter than what is known: else it is there by chance.
function simpleFraction(value: Real): Fraction | null {
  const { middle, radius } = value.ball;
  const [lower, upper] = Reals.endsOf(value);
  if (Fractions.sign(lower) <= 0) return Fractions.fraction(0n);
  const found = simplestBetween(lower, upper);
  const known = bitsOf(middle) - bitsOf(radius);
  return 2 * (bitsOf(found.numerator) + bitsOf(found.denominator)) <= known ? found : null;
}

// By continued fractions, for 0 < lower ≤ upper.
function simplestBetween(lower: Fraction, upper: Fraction): Fraction {
  const whole = -floor(Fractions.negate(lower));
  if (whole <= floor(upper)) return Fractions.fraction(whole);
  const part = Fractions.fraction(whole - 1n);
  const [one, other] = [upper, lower].map((end) => Fractions.reciprocal(Fractions.subtract(end, part)));
  return Fractions.add(part, Fractions.reciprocal(simplestBetween(one!, other!)));
}

function floor({ numerator, denominator }: Fraction): bigint {
  const quotient = numerator / denominator;
  return quotient * denominator > numerator ? quotient - 1n : quotient;
}
