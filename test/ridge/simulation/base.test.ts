import { expect, test } from "vitest";
import { type Fraction, Fractions } from "../../../src/formula/index.ts";
import { gaussian, laplace, type Noise, rademacher, Streams } from "../../../src/random/index.ts";
import { gaussianExperiments, lambdaGrid } from "../../../src/ridge/experiment/grids.ts";
import { bestBase, SpectralErrors, type SpectralExperiment } from "../../../src/ridge/simulation/spectral.ts";
import { squaredErrors } from "../../../src/ridge/simulation/errors.ts";
import { inSingularBasis } from "../../../src/ridge/experiment/in-singular-basis.ts";
import { drawBounds } from "../engine-bounds.ts";

/*
 * Simulations count ξ from a base other than 0. There an error in v, the step from the teacher to the student with ξ = 1, would
 * not be seen at ξ near the base: so students on either side of it are looked at, draw by draw.
 */

const { add, fromNumber, multiply, negate, reciprocal, toNumber } = Fractions;
const sum = (...terms: readonly Fraction[]): Fraction => terms.reduce(add);
/** By which ‖v‖² changes where v does by 10⁻⁹. */
const RELATIVE_ERROR = 2e-9;

/** One mode of a fit in rational numbers, from its normal equations alone: what a draw z adds to ‖u‖², ⟨u, v⟩ and ‖v‖². */
function fittedSums(
  { sigma, theta, deviation }: { readonly sigma: number; readonly theta: number; readonly deviation: number },
  { lambda, base, z }: { readonly lambda: number; readonly base: number; readonly z: number },
): readonly [Fraction, Fraction, Fraction] {
  const [design, truth, ξ] = [fromNumber(sigma), fromNumber(theta), fromNumber(base)];
  const solved = (labels: Fraction): Fraction =>
    multiply(multiply(design, labels), reciprocal(add(multiply(design, design), fromNumber(lambda))));
  const label = add(multiply(design, truth), multiply(fromNumber(deviation), fromNumber(z)));
  const teacher = solved(label);
  const imitated = multiply(design, teacher);
  const mixed = add(multiply(ξ, imitated), multiply(add(fromNumber(1), negate(ξ)), label));
  const u = add(solved(mixed), negate(truth));
  const v = add(solved(imitated), negate(teacher));
  return [multiply(u, u), multiply(u, v), multiply(v, v)];
}

const modes: Omit<SpectralExperiment, "noise"> = {
  singularValues: [4, 1, 0.5],
  signal: [1, -2, 0.25],
  residualSignal: 0.75,
  noiseVariance: 2.25, // a deviation of 1.5, exactly
  leftBasis: null,
};

// As in `sumsRoundingBound`: with T = a|w| + b|θ|, |v| ≤ T and |u| ≤ (1 + |base|)T; 2r + 32 roundings of what is added up.
function sumBounds(lambda: number, base: number, draw: readonly number[]): readonly number[] {
  let squares = 0;
  modes.singularValues.forEach((sigma, j) => {
    const s = sigma * sigma;
    squares += (((sigma * 1.5 * Math.abs(draw[j]!)) + lambda * Math.abs(modes.signal[j]!)) / (s + lambda)) ** 2; // prettier-ignore
  });
  const unit = (2 * modes.singularValues.length + 32) * (Number.EPSILON / 2);
  const growth = 1 + Math.abs(base);
  return [unit * (growth * growth * squares + modes.residualSignal), unit * growth * squares, unit * squares];
}

test.each([gaussian, rademacher, laplace])(
  "the sums over modes, counted from any base, are those of normal equations solved in rational numbers: $name noise",
  (noise: Noise) => {
    const experiment = { ...modes, noise };
    const streams = new Streams({ seed: 3, claim: "test", problem: `base, ${noise.name}` });
    const count = 40;
    let [seen, all] = [0, 0];
    for (const lambda of [0.25, 1, 8]) {
      for (const base of [0, bestBase(experiment, lambda), -3.5, 12]) {
        const [errors] = new SpectralErrors(experiment, [lambda], [base]).measure(streams, 0, count);
        for (let draw = 0; draw < count; draw++) {
          const random = streams.replicate(draw);
          const z = modes.singularValues.map(() => noise.draw(random));
          const exact = z.map((value, j) =>
            fittedSums(
              { sigma: modes.singularValues[j]!, theta: modes.signal[j]!, deviation: 1.5 },
              { lambda, base, z: value },
            ),
          );
          const measured = [errors!.atZero, errors!.cross, errors!.curvature].map((values) => values[draw]!);
          const bounds = sumBounds(lambda, base, z);
          measured.forEach((value, i) => {
            const outside = fromNumber(i === 0 ? modes.residualSignal : 0);
            const off = add(sum(outside, ...exact.map((sums) => sums[i]!)), negate(fromNumber(value)));
            expect(Math.abs(toNumber(off)), `λ = ${lambda}, base ${base}, sum ${i}`).toBeLessThanOrEqual(bounds[i]!);
          });
          all++;
          if (RELATIVE_ERROR * measured[2]! > 2 * bounds[2]!) seen++;
        }
      }
    }
    // A v that is off by 10⁻⁹ is seen in nearly every draw.
    expect(seen).toBeGreaterThan(0.95 * all);
  },
);

test.each(gaussianExperiments())(
  "on $name, students on either side of the base that simulations use are those fitted directly, draw by draw",
  (experiment) => {
    const lambdas = lambdaGrid(experiment.design);
    const inModes = inSingularBasis(experiment, true);
    const bases = lambdas.map((lambda) => bestBase(inModes, lambda));
    expect(bases.some((base) => Math.abs(base) > 0.1)).toBe(true);
    const streams = new Streams({ seed: 11, claim: "test", problem: experiment.name });
    const errors = new SpectralErrors(inModes, lambdas, bases).measure(streams, 0, 6);
    let seen = 0;
    lambdas.forEach((lambda, row) => {
      const base = bases[row]!;
      for (const xi of [base - 20, base - 1, base, base + 1, base + 20]) {
        const measured = squaredErrors(errors[row]!, xi - base);
        drawBounds(experiment, streams, { lambda, xi, base, count: 6 }).forEach(({ direct, bound }, draw) => {
          expect(Math.abs(measured[draw]! - direct), `λ = ${lambda}, ξ = ${xi}`).toBeLessThanOrEqual(bound);
          const turned = (xi - base) ** 2 * errors[row]!.curvature[draw]!;
          if (RELATIVE_ERROR * turned > 2 * bound) seen++;
        });
      }
    });
    // So a v that is off by 10⁻⁹ would not pass.
    expect(seen).toBeGreaterThan(0);
  },
);
