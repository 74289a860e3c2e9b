import fc from "fast-check";
import { expect, test } from "vitest";
import { type Fraction, Fractions, Reals } from "../../../src/formula/index.ts";
import type { EnclosedProblem, Group } from "../../../src/ridge/problem/enclosed-problem.ts";
import { closeness, isApart, slackOf } from "../../../src/ridge/optimum/closeness.ts";
import { interiorOptimum } from "../../../src/ridge/optimum/interior.ts";
import { optimum } from "../../../src/ridge/optimum/optimum.ts";
import { exactError } from "./problems.ts";

const { fraction, fromNumber } = Fractions;
const zero = fraction(0n);

/** 2^-20 apart at most: much, so that what is off shows. */
const SPREAD = 20;
const members = fc
  .array(
    fc.record({
      at: fc
        .integer({ min: 0, max: 1024 })
        .map((k) => fraction(1024n * (1n << BigInt(SPREAD)) + BigInt(k), 1024n << BigInt(SPREAD))),
      signal: fc.integer({ min: 0, max: 20 }).map((k) => fraction(BigInt(k), 4n)),
    }),
    { minLength: 2, maxLength: 4 },
  )
  .filter((modes) => modes.some(({ signal }) => Fractions.sign(signal) > 0));
const others = fc.record({ s: fc.constantFrom(2n, 3n), signal: fc.constantFrom(0n, 1n, 5n) });
const noises = fc.constantFrom("1e-15", "1/1000", "1", "50").map((text) => Fractions.parse(text)!);

const sum = (values: readonly Fraction[]): Fraction => values.reduce(Fractions.add, zero);

// Modes between 1 and 1 + 2⁻²⁰, of which no more is told than that, beside one that is known.
function clustered(
  modes: readonly { readonly at: Fraction; readonly signal: Fraction }[],
  other: { readonly s: bigint; readonly signal: bigint },
  noiseVariance: Fraction,
): EnclosedProblem {
  const mean = Fractions.multiply(sum(modes.map(({ signal }) => signal)), fraction(1n, BigInt(modes.length)));
  const cluster: Group = {
    s: Reals.realBetween(1n << BigInt(SPREAD), (1n << BigInt(SPREAD)) + 1n, -SPREAD),
    squaredSignal: Reals.real(mean),
    modes: modes.length,
    isCluster: true,
  };
  const known = { s: Reals.real(fraction(other.s)), squaredSignal: Reals.real(fraction(other.signal)), modes: 1 };
  return { groups: [known, cluster], noiseVariance, residualSignal: Reals.real(zero) };
}

test("whatever s_j and signals a cluster has, the errors of its problem are in what is said of it", () => {
  fc.assert(
    fc.property(members, others, noises, (modes, other, noiseVariance) => {
      const problem = clustered(modes, other, noiseVariance);
      const found = interiorOptimum(problem, true);
      const itself = {
        squaredSingularValues: [fraction(other.s), ...modes.map(({ at }) => at)],
        squaredSignal: [fraction(other.signal), ...modes.map(({ signal }) => signal)],
        noiseVariance,
        residualSignal: zero,
      };
      const { ridge, distillation, strictlyBetter } = optimum(itself);
      expect(found.ridge.error.lower).toBeLessThanOrEqual(ridge.error[1]);
      expect(found.ridge.error.upper).toBeGreaterThanOrEqual(ridge.error[0]);
      expect(found.distillation.error.lower).toBeLessThanOrEqual(distillation.error[1]);
      expect(found.distillation.error.upper).toBeGreaterThanOrEqual(distillation.error[0]);
      expect([null, strictlyBetter]).toContain(found.strictlyBetter);
      expect(found).toMatchObject({
        distillation: { attained: null },
        condition: { range: null, impliesBetter: false },
      });
      expect(found.reason).toContain("are neither shown to be equal nor told apart");
      expect(found.reason.startsWith("not decided: s_")).toBe(found.strictlyBetter === null);
    }),
    { numRuns: 40 },
  );
});

const atBothEnds = [
  { at: fraction(1n), signal: fraction(5n) },
  { at: fraction((1n << BigInt(SPREAD)) + 1n, 1n << BigInt(SPREAD)), signal: fraction(5n) },
];

test("for every student, the error of the problem is within the slack of that with one s", () => {
  const student = fc.record({
    lambda: fc.constantFrom(2 ** -30, 0.25, 1, 1, 4, 2 ** 30),
    xi: fc.constantFrom(-(2 ** 40), -3, -2, 0, 1, 7, 2 ** 40),
  });
  fc.assert(
    fc.property(members, others, noises, student, (modes, other, noiseVariance, { lambda, xi }) => {
      const problem = clustered(modes, other, noiseVariance);
      const at = (s: (mode: (typeof modes)[number]) => Fraction): Fraction =>
        exactError(
          {
            squaredSingularValues: [fraction(other.s), ...modes.map(s)],
            squaredSignal: [fraction(other.signal), ...modes.map(({ signal }) => signal)],
            noiseVariance,
            residualSignal: zero,
          },
          lambda,
          xi,
        );
      const value = Reals.inInterval(Reals.real(at(() => fraction(1n))));
      const { lower, upper } = slackOf(problem)(value);
      const itself = at((mode) => mode.at);
      expect(Fractions.compare(fromNumber(lower), itself)).toBeLessThanOrEqual(0);
      expect(Fractions.compare(itself, fromNumber(upper))).toBeLessThanOrEqual(0);
    }),
    // Where g is 1 at s = 1, and there is hardly any noise, all of the error is what a change of s makes of it.
    { examples: [[atBothEnds, { s: 2n, signal: 0n }, Fractions.parse("1e-15")!, { lambda: 1, xi: -2 }]] },
  );
});

test("which s_j agree is said by their numbers, from the largest s on", () => {
  const group = (s: number, modes: number, apart = 0): Group => ({
    s: apart === 0 ? Reals.real(fromNumber(s)) : Reals.realBetween(1n << 60n, (1n << 60n) + 1n, -60),
    squaredSignal: Reals.real(fraction(1n)),
    modes,
    ...(apart === 0 ? {} : { isCluster: true }),
  });
  expect(closeness([group(3, 1), group(2, 4)])).toBeNull();
  expect(closeness([group(3, 1), group(2 + 2 ** -40, 2), group(2, 1)])).toBe("s_3 and s_4 agree to 5e-13");
  const cluster = [group(3, 1), group(1, 3, 1)];
  expect(closeness(cluster)).toBe("s_2 to s_4 agree to 9e-19 and are neither shown to be equal nor told apart");
  const problem = { noiseVariance: fraction(1n), residualSignal: Reals.real(zero) };
  expect([isApart({ ...problem, groups: cluster }), isApart({ ...problem, groups: [group(3, 1)] })]).toEqual([
    false,
    true,
  ]);
});
