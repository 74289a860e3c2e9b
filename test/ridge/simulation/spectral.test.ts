import { Matrix } from "ml-matrix";
import { expect, test } from "vitest";
import { gaussian, laplace, rademacher, Streams } from "../../../src/random/index.ts";
import { gaussianExperiments } from "../../../src/ridge/experiment/grids.ts";
import { bestBase, SpectralErrors } from "../../../src/ridge/simulation/spectral.ts";
import { squaredErrors } from "../../../src/ridge/simulation/errors.ts";
import { inSingularBasis } from "../../../src/ridge/experiment/in-singular-basis.ts";

// That draws have the errors of students fitted directly, where ξ is counted from 0, is the claim ridge/simulation-shortcuts;
// base.test.ts has the same where it is counted from elsewhere, as simulations do.

const [tall, wide] = gaussianExperiments();
const streams = new Streams({ seed: 2, claim: "test", problem: "spectral" });
const LAMBDAS = [1, 20];

test("a replicate's errors do not depend on the batch it is measured in", () => {
  for (const noise of [gaussian, laplace]) {
    const simulation = new SpectralErrors(inSingularBasis({ ...tall!, noise }), LAMBDAS);
    const whole = simulation.measure(streams, 0, 1500);
    const part = simulation.measure(streams, 1100, 50);
    whole.forEach(({ atZero, cross, curvature }, row) => {
      expect(part[row]!.atZero).toEqual(atZero.slice(1100, 1150));
      expect(part[row]!.cross).toEqual(cross.slice(1100, 1150));
      expect(part[row]!.curvature).toEqual(curvature.slice(1100, 1150));
    });
  }
});

// One mode by hand: σ = 1, θ = 1, λ = 1, so a = b = 1/2; η = ±1 and γ² = 4 make w = ±2. u = w/2 − 1/2, v = −(1 + w)/4.
test("one mode is as by hand", () => {
  const experiment = { singularValues: [1], signal: [1], residualSignal: 3, noiseVariance: 4, noise: rademacher };
  const [errors] = new SpectralErrors({ ...experiment, leftBasis: null }, [1]).measure(streams, 0, 20);
  errors!.atZero.forEach((atZero, draw) => {
    const w = atZero === 3 + 0.25 ? 2 : -2;
    const [u, v] = [w / 2 - 1 / 2, -(1 + w) / 4];
    expect([atZero, errors!.cross[draw], errors!.curvature[draw]]).toEqual([3 + u * u, u * v, v * v]);
  });
  expect(new Set(errors!.atZero)).toEqual(new Set([3.25, 5.25]));
});

test("without noise every draw is the squared bias", () => {
  const [errors] = new SpectralErrors(inSingularBasis({ ...wide!, noiseVariance: 0 }), [5]).measure(streams, 0, 9);
  expect(new Set(errors!.atZero).size).toBe(1);
});

// The mean from the best base is a sum of two squares, so no larger than the error itself.
test("ξ counted from another base gives the same errors, and the best base loses no digits", () => {
  const experiment = { singularValues: [2], signal: [1], residualSignal: 0, noiseVariance: 1e-14, noise: gaussian };
  const inModes = { ...experiment, leftBasis: null };
  // a = 4/5, so that ξ = −1/a leaves no bias: the error is g²w² alone, some 10⁻¹⁴.
  const [lambda, xi] = [1, -1.25];
  const base = bestBase(inModes, lambda);
  expect(Math.abs(base - xi)).toBeLessThan(1e-12);
  const [fromBase] = new SpectralErrors(inModes, [lambda], [base]).measure(streams, 0, 1000);
  const [fromZero] = new SpectralErrors(inModes, [lambda]).measure(streams, 0, 1000);
  const errors = squaredErrors(fromBase!, xi - base);
  // w = γz/σ and g = a(1 − ξb) = 1: exactly z²γ²/σ².
  const again = streams.replicate(0);
  const w = (1e-7 * gaussian.draw(again)) / 2;
  expect(Math.abs(errors[0]! - w * w)).toBeLessThan(1e-6 * w * w);
  // From 0 the terms are some 1, and what is left of them is rounding.
  squaredErrors(fromZero!, xi).forEach((error, draw) => {
    expect(Math.abs(error - errors[draw]!)).toBeLessThan(100 * Number.EPSILON);
  });
});

test("the noise of labels reaches the modes through the left singular vectors", () => {
  const experiment = { ...tall!, noise: rademacher };
  const { leftBasis, singularValues, noiseVariance } = inSingularBasis(experiment);
  expect([leftBasis!.rows, leftBasis!.columns]).toEqual([12, 60]);
  expect(inSingularBasis(tall!).leftBasis).toBeNull();
  // At a huge λ the student is 0 and its error ‖θ*‖², whatever the noise; at a tiny one u = w: the sum of squares.
  const random = streams.replicate(0);
  const eta = Matrix.columnVector(Array.from({ length: 60 }, () => Math.sqrt(noiseVariance) * rademacher.draw(random)));
  const w = Matrix.from1DArray(12, 60, leftBasis!.values).mmul(eta).to1DArray().map((value, j) => value / singularValues[j]!); // prettier-ignore
  const [errors] = new SpectralErrors(inSingularBasis(experiment), [1e-12]).measure(streams, 0, 1);
  const squares = w.reduce((sum, value) => sum + value * value, 0);
  expect(Math.abs(errors!.atZero[0]! - squares)).toBeLessThan(1e-12 * squares);
});
