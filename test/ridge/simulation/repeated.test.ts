import { Matrix } from "ml-matrix";
import { expect, test } from "vitest";
import { gaussian, Streams } from "../../../src/random/index.ts";
import { gaussianExperiments, lambdaGrid } from "../../../src/ridge/experiment/grids.ts";
import { NormalEquations } from "../../../src/ridge/simulation/direct.ts";
import { RepeatedSimulation } from "../../../src/ridge/simulation/repeated.ts";
import { boundedRounds, columnNorm, squaredErrorRoundingBound } from "../../../src/ridge/simulation/rounding.ts";
import { singularBasis } from "../../../src/ridge/problem/spectrum.ts";

const DRAWS = 4;
const SCHEDULES = [[], [1.5], [0.5, -2], [1, 1, 1], [2, -1, 0, 0.5, 3]];

// The simulation adds up the columns of an inverse, each with the error of a direct student: a factor d covers them.
test.each(gaussianExperiments())("on $name, each draw has the errors of rounds carried out directly", (experiment) => {
  const { design, parameter, noiseVariance } = experiment;
  const { singularValues } = singularBasis(design);
  const truth = Matrix.columnVector([...parameter]);
  const equations = new NormalEquations(design);
  const cells = lambdaGrid(design).flatMap((lambda) => SCHEDULES.map((xis) => ({ lambda, xis })));
  const streams = new Streams({ seed: 7, claim: "test", problem: "rounds" });
  const measured = new RepeatedSimulation(experiment, cells).measure(streams, 3, DRAWS);
  const signal = design.mmul(truth);
  const labels = new Matrix(design.rows, DRAWS);
  for (let draw = 0; draw < DRAWS; draw++) {
    const random = streams.replicate(3 + draw);
    for (let i = 0; i < design.rows; i++) {
      labels.set(i, draw, signal.get(i, 0) + Math.sqrt(noiseVariance) * gaussian.draw(random));
    }
  }
  cells.forEach((rounds, cell) => {
    const { students, bounds } = boundedRounds(equations, singularValues, labels, rounds);
    for (let draw = 0; draw < DRAWS; draw++) {
      const distance = columnNorm(Matrix.sub(students.getColumnVector(draw), truth), 0);
      const slack = squaredErrorRoundingBound(distance, design.columns * bounds[draw]!);
      expect(Math.abs(measured[cell]![draw]! - distance ** 2)).toBeLessThanOrEqual(slack);
    }
  });
});
