import { Matrix } from "ml-matrix";
import { expect, test } from "vitest";
import { noises, Streams } from "../../../src/random/index.ts";
import { gaussianExperiments } from "../../../src/ridge/experiment/grids.ts";
import { lambdaGrid, xiGrid } from "../../../src/ridge/experiment/grids.ts";
import { NormalEquations } from "../../../src/ridge/simulation/direct.ts";
import { ErrorSimulation, squaredErrors } from "../../../src/ridge/simulation/errors.ts";
import { boundedStudents, columnNorm, squaredErrorRoundingBound } from "../../../src/ridge/simulation/rounding.ts";
import { singularBasis } from "../../../src/ridge/problem/spectrum.ts";

const DRAWS = 5;

// The simulation adds up d columns of an inverse, each with the error of a direct student, and its errors are expanded in
// ξ: a factor d and the size of each of the three parts cover both.
test.each(gaussianExperiments())("on $name, each draw has the errors of students fitted directly", (experiment) => {
  const { design, parameter, noiseVariance } = experiment;
  const lambdas = lambdaGrid(design);
  const { singularValues } = singularBasis(design);
  const truth = Matrix.columnVector([...parameter]);
  const equations = new NormalEquations(design);
  for (const noise of noises) {
    const streams = new Streams({ seed: 7, claim: "test", problem: noise.name });
    const measured = new ErrorSimulation({ ...experiment, noise }, lambdas).measure(streams, 3, DRAWS);
    const labels = new Matrix(design.rows, DRAWS);
    for (let draw = 0; draw < DRAWS; draw++) {
      const random = streams.replicate(3 + draw);
      const signal = design.mmul(truth);
      for (let i = 0; i < design.rows; i++) {
        labels.set(i, draw, signal.get(i, 0) + Math.sqrt(noiseVariance) * noise.draw(random));
      }
    }
    lambdas.forEach((lambda, row) => {
      for (const xi of xiGrid) {
        const { students, bounds } = boundedStudents(equations, singularValues, labels, { lambda, xi });
        const errors = squaredErrors(measured[row]!, xi);
        for (let draw = 0; draw < DRAWS; draw++) {
          const distance = columnNorm(Matrix.sub(students.getColumnVector(draw), truth), 0);
          const { atZero, cross, curvature } = measured[row]!;
          const parts = atZero[draw]! + 2 * Math.abs(xi * cross[draw]!) + xi * xi * curvature[draw]!;
          const slack = squaredErrorRoundingBound(Math.sqrt(parts), design.columns * bounds[draw]!);
          expect(Math.abs(errors[draw]! - distance ** 2)).toBeLessThanOrEqual(slack);
        }
      }
    });
  }
});

test("in a metric BᵀB the errors are Euclidean ones of the estimates' images under B", () => {
  for (const experiment of gaussianExperiments().slice(0, 2)) {
    const { design } = experiment;
    const streams = new Streams({ seed: 2, claim: "test", problem: "metric" });
    const [lambda, xi] = [3, 1.5];
    const euclidean = new ErrorSimulation(experiment, [lambda]).measure(streams, 0, DRAWS)[0]!;
    // Coordinate by coordinate: the rows of the identity, one at a time, add up to the Euclidean errors.
    const total = new Float64Array(DRAWS);
    for (let i = 0; i < design.columns; i++) {
      const factor = Matrix.zeros(1, design.columns);
      factor.set(0, i, 1);
      const [alone] = new ErrorSimulation(experiment, [lambda], factor).measure(streams, 0, DRAWS);
      squaredErrors(alone!, xi).forEach((error, draw) => (total[draw]! += error));
    }
    // The same numbers added in another order: d roundings of the parts' sizes.
    squaredErrors(euclidean, xi).forEach((error, draw) => {
      const { atZero, cross, curvature } = euclidean;
      const parts = atZero[draw]! + 2 * xi * (atZero[draw]! + curvature[draw]!) + xi * xi * curvature[draw]!;
      expect(Math.abs(cross[draw]!)).toBeLessThanOrEqual(atZero[draw]! + curvature[draw]!);
      expect(Math.abs(error - total[draw]!)).toBeLessThanOrEqual(2 * design.columns * Number.EPSILON * parts);
    });
    // Scaling B by 2 scales every error by 4, exactly.
    const doubled = Matrix.eye(design.columns, design.columns, 2);
    const [scaled] = new ErrorSimulation(experiment, [lambda], doubled).measure(streams, 0, DRAWS);
    expect(scaled!.atZero).toEqual(euclidean.atZero.map((value) => 4 * value));
  }
});

test("a replicate's errors do not depend on the batch it is measured in", () => {
  const [experiment] = gaussianExperiments();
  const streams = new Streams({ seed: 1, claim: "test", problem: "batches" });
  const simulation = new ErrorSimulation(experiment!, [1, 10]);
  const whole = simulation.measure(streams, 0, 150);
  const part = simulation.measure(streams, 100, 50);
  whole.forEach(({ atZero, cross, curvature }, row) => {
    expect(part[row]!.atZero).toEqual(atZero.slice(100));
    expect(part[row]!.cross).toEqual(cross.slice(100));
    expect(part[row]!.curvature).toEqual(curvature.slice(100));
  });
});
