import { InvalidInput } from "../../data/portable.ts";
import { type Fraction, Fractions } from "../../formula/index.ts";
import type { ExactDesign } from "../problem/exact-design.ts";
import { bitsOf, greatestCommonDivisor, type Integers, longest, product, times, transposed } from "./integers.ts";

/** A design and parameter in integers, and what turns their squared singular values and signals into those of the given. */
export interface ScaledDesign {
  /** X times a rational number: n × d, integers without a common divisor. */
  readonly design: Integers;
  /** θ* times a rational number. */
  readonly parameter: readonly bigint[];
  /** XXᵀ or XᵀX of the integers, whichever is smaller. */
  readonly gram: Integers;
  /** True for XXᵀ: a mode's θ² is the square of its part of `image`, over its s. */
  readonly byRows: boolean;
  /** What is projected on the eigenvectors of `gram`: Xθ* for XXᵀ, θ* for XᵀX. */
  readonly image: readonly bigint[];
  /** s of the design over s of the integers. */
  readonly unitOfS: Fraction;
  /** θ² of the parameter over θ² of the integers. */
  readonly unitOfSignal: Fraction;
}

/** Rows or columns, whichever are fewer; and decimal digits of the integers in all. */
const MOST_MODES = 200;
const MOST_DIGITS = 50_000_000;

/** @throws InvalidInput for a design that is empty, zero or too large. */
export function scaledDesign({ design, parameter }: ExactDesign): ScaledDesign {
  const [n, d] = [design.length, design[0]?.length ?? 0];
  if (n === 0 || d === 0) throw new InvalidInput("design is empty; at least one row and one column are needed");
  const most = MOST_MODES;
  if (Math.min(n, d) > most) {
    throw new InvalidInput(
      `the design is ${n} × ${d}; its spectrum is enclosed for at most ${most} rows or ${most} columns, whichever are fewer`,
    );
  }
  const { integers, unit } = inIntegers(design.flat());
  const rows = design.map((_, i) => integers.slice(i * d, (i + 1) * d));
  if (longest(rows) === 0) throw new InvalidInput("every entry of design is 0; at least one must differ");
  const { integers: truth, unit: unitOfTruth } = inIntegers(parameter);
  const byRows = n < d;
  const across = transposed(rows);
  return {
    design: rows,
    parameter: truth,
    gram: byRows ? product(rows, across) : product(across, rows),
    byRows,
    image: byRows ? times(rows, truth) : truth,
    unitOfS: Fractions.power(unit, 2),
    unitOfSignal: Fractions.power(unitOfTruth, 2),
  };
}

// Integers without a common divisor, and what they are to be multiplied by.
function inIntegers(values: readonly Fraction[]): { readonly integers: readonly bigint[]; readonly unit: Fraction } {
  let denominator = 1n;
  for (const value of values) {
    denominator *= value.denominator / greatestCommonDivisor(denominator, value.denominator);
    requireBits(values.length, bitsOf(denominator));
  }
  const multiples = values.map((value) => value.numerator * (denominator / value.denominator));
  requireBits(values.length, longest([multiples]));
  const divisor = multiples.reduce((common, value) => (common === 1n ? 1n : greatestCommonDivisor(common, value)), 0n);
  if (divisor === 0n) return { integers: multiples, unit: Fractions.fraction(1n) };
  return { integers: multiples.map((value) => value / divisor), unit: Fractions.fraction(divisor, denominator) };
}

function requireBits(count: number, bits: number): void {
  const digits = Math.floor(bits * Math.log10(2));
  if (count * digits <= MOST_DIGITS) return;
  throw new InvalidInput(
    `the design's ${count} numbers have ${digits} digits each over their common denominator; its spectrum is enclosed for at most ${MOST_DIGITS} digits in all`,
  );
}
