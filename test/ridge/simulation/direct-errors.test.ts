import { expect, test } from "vitest";
import { Matrix } from "ml-matrix";
import { Streams } from "../../../src/random/index.ts";
import { gaussianExperiments } from "../../../src/ridge/experiment/grids.ts";
import { DirectErrors } from "../../../src/ridge/simulation/direct-errors.ts";
import { ErrorSimulation, type QuadraticErrors, squaredErrors } from "../../../src/ridge/simulation/errors.ts";
import { RepeatedSimulation } from "../../../src/ridge/simulation/repeated.ts";

const streams = new Streams({ seed: 9, claim: "test", problem: "direct" });
const LAMBDAS = [1, 20];
const DRAWS = 6;

// These designs are well-conditioned: κ below 10⁴, so that p³κ units of roundoff are below 10⁻⁸ of each part.
const designs = gaussianExperiments().slice(0, 2);
function expectClose(values: Float64Array, others: Float64Array, { atZero, curvature }: QuadraticErrors): void {
  values.forEach((value, draw) => {
    expect(Math.abs(value - others[draw]!)).toBeLessThanOrEqual(1e-8 * (atZero[draw]! + 9 * curvature[draw]!));
  });
}

test.each(designs)("on $name, every student fitted to every draw has the errors of the linear maps", (experiment) => {
  const direct = new DirectErrors(experiment, LAMBDAS);
  const students = direct.measureStudents(streams, 3, DRAWS, [-1, 0, 3]);
  const linear = new ErrorSimulation(experiment, LAMBDAS).measure(streams, 3, DRAWS);
  direct.measure(streams, 3, DRAWS).forEach((errors, row) => {
    [-1, 0, 3].forEach((xi, column) => {
      expectClose(squaredErrors(errors, xi), students[row]![column]!, errors);
      expectClose(squaredErrors(linear[row]!, xi), students[row]![column]!, errors);
    });
  });
});

test("so do errors in a metric, and students of several rounds", () => {
  const [experiment] = designs;
  const factor = new Matrix([Array.from({ length: 12 }, (_, i) => i - 4), Array<number>(12).fill(1)]);
  const [direct] = new DirectErrors(experiment!, [2], factor).measure(streams, 0, DRAWS);
  const [linear] = new ErrorSimulation(experiment!, [2], factor).measure(streams, 0, DRAWS);
  expectClose(squaredErrors(direct!, 2), squaredErrors(linear!, 2), direct!);
  const rounds = [
    { lambda: 2, xis: [1, -1] },
    { lambda: 5, xis: [] },
  ];
  const inRounds = new DirectErrors(experiment!, [2, 5]).measureRounds(streams, 0, DRAWS, rounds);
  const [teacher] = new DirectErrors(experiment!, [5]).measure(streams, 0, DRAWS);
  expectClose(inRounds[1]!, teacher!.atZero, teacher!);
  new RepeatedSimulation(experiment!, rounds).measure(streams, 0, DRAWS).forEach((distances, i) => {
    expectClose(distances, inRounds[i]!, teacher!);
  });
});
