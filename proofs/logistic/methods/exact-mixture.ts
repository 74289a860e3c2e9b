import { evaluate, type Fraction, Fractions } from "../../../src/formula/index.ts";
import { classOutcome, mixtureBook } from "../../../src/logistic/index.ts";

/** The mixture in rational numbers, from the same formulas. */
export function exactMixture(classSize: number, p: Fraction, threshold: number): Fraction {
  const { add, fraction, multiply, power, subtract } = Fractions;
  const [nothing, everything] = [fraction(0n), fraction(1n)];
  const m = fraction(BigInt(classSize));
  const at = (formula: string, k: number): Fraction =>
    evaluate(
      mixtureBook.expand(`${formula}_j`),
      { modes: 1, scalars: { m, p }, perMode: { flipped: [fraction(BigInt(k))] } },
      { j: 0 },
    );
  let weight = power(subtract(everything, p), classSize);
  let expected = nothing;
  for (let k = 0; k <= classSize; k++) {
    const outcome = classOutcome(k, classSize, threshold);
    if (outcome === "right") expected = add(expected, weight);
    if (outcome === "flipped points wrong") expected = add(expected, multiply(weight, at("partialAccuracy", k)));
    if (k < classSize) weight = multiply(weight, at("binomialRatio", k));
  }
  return expected;
}
