import { afterAll, describe, expect, test } from "vitest";
import { gaussian, laplace, rademacher, Streams } from "../../../src/random/index.ts";
import { gaussianExperiments } from "../../../src/ridge/experiment/grids.ts";
import {
  type CellsOptions,
  simulateCells,
  simulateCellsOn,
  threadsFor,
} from "../../../src/ridge/experiment/simulate.ts";
import { Crew } from "../../../src/ridge/simulation/crew.ts";
import { DirectErrors } from "../../../src/ridge/simulation/direct-errors.ts";
import { engineBounds } from "../engine-bounds.ts";
import { meanEstimate, momentsOf } from "../../../src/statistics/index.ts";

const [tall] = gaussianExperiments();
const grid = { lambdas: [2, 30], xis: [-1, 0, 1, 2.5], replicates: 3000, seed: 5 };
const spectral: CellsOptions = { experiment: { ...tall!, noise: laplace }, ...grid, engine: "spectral" };
const direct: CellsOptions = { ...spectral, engine: "direct", replicates: 200 };

const crews = [1, 2, 3].map((size) => new Crew(size));
afterAll(async () => {
  await Promise.all(crews.map(async (crew) => crew.close()));
});

test.each([spectral, direct])("no digit depends on the number of threads ($engine)", async (options) => {
  const alone = await simulateCells(options);
  for (const crew of crews) expect(await simulateCellsOn(crew, options)).toEqual(alone);
});

test("a crew goes on to other work", async () => {
  const [crew] = crews;
  const other = { ...spectral, seed: 6, lambdas: [3] };
  expect(await simulateCellsOn(crew!, other)).toEqual(await simulateCells(other));
});

// The same labels: both engines differ by rounding alone. Its bound adds up what may happen; much of that cancels, and the means
// agree to a billionth, the standard errors, which lose digits in differences, to a millionth.
test("both engines measure the same students on the same labels", async () => {
  const cells = await simulateCells({ ...spectral, replicates: 200 });
  const bounds = engineBounds({ ...tall!, noise: laplace }, { ...grid, replicates: 200 });
  (await simulateCells(direct)).forEach(({ lambda, xi, mean, standardError }, i) => {
    expect([lambda, xi]).toEqual([cells[i]!.lambda, cells[i]!.xi]);
    expect(Math.abs(mean - cells[i]!.mean)).toBeLessThanOrEqual(bounds[i]!);
    expect(Math.abs(mean / cells[i]!.mean - 1)).toBeLessThan(1e-9);
    expect(Math.abs(standardError / cells[i]!.standardError - 1)).toBeLessThan(1e-6);
  });
});

test("a cell is the mean of the squared distances with its standard error", async () => {
  const streams = new Streams({ seed: 5, claim: "simulate", problem: laplace.name });
  const [distances] = new DirectErrors({ ...tall!, noise: laplace }, [2]).measureStudents(streams, 0, 200, [2.5]);
  const { value, standardError } = meanEstimate(momentsOf(distances![0]!));
  const [cell] = await simulateCells({ ...direct, lambdas: [2], xis: [2.5] });
  expect(Math.abs(cell!.mean - value)).toBeLessThanOrEqual(200 * Number.EPSILON * value);
  expect(Math.abs(cell!.standardError - standardError)).toBeLessThanOrEqual(1e-12 * standardError);
});

describe("a problem without a design stands for a diagonal one", () => {
  const problem = { singularValues: [3, 1], signal: [1, -2], noiseVariance: 2, residualSignal: 0.25 };
  test.each([gaussian, rademacher])("with $name noise, for both engines", async (noise) => {
    const options = { ...grid, experiment: { problem, noise }, replicates: 150 };
    const cells = await simulateCells({ ...options, engine: "spectral" });
    (await simulateCells({ ...options, engine: "direct" })).forEach(({ mean }, i) => {
      expect(Math.abs(mean / cells[i]!.mean - 1)).toBeLessThan(1e-12);
    });
  });
});

test("progress goes from nothing to all replicates, in order", async () => {
  const seen: number[] = [];
  await simulateCellsOn(crews[1]!, { ...spectral, onProgress: (done) => seen.push(done) });
  expect(seen).toEqual([0, 512, 1024, 1536, 2048, 2560, 3000]);
});

test("what fails in a thread fails the simulation, and the crew goes on", async () => {
  const unknown = { ...tall!, noise: { name: "unknown", draw: () => 0 } };
  const failing = simulateCellsOn(crews[1]!, { ...spectral, experiment: unknown, engine: "direct" });
  await expect(failing).rejects.toThrow("there is no noise called unknown");
  expect(await simulateCellsOn(crews[1]!, spectral)).toEqual(await simulateCells(spectral));
});

test("a crew whose threads are gone says so", async () => {
  const crew = new Crew(1);
  await crew.close();
  await expect(simulateCellsOn(crew, spectral)).rejects.toThrow("a thread ended with exit code");
});

test.each([
  [{ replicates: 1 }, "replicates is 1; a standard error takes at least 2"],
  [{ lambdas: [0] }, "lambda is 0; the regularization must be positive"],
  [{ xis: [1e200] }, "xi is 1e+200, too large to square"],
])("%j is refused", async (change, message) => {
  await expect(simulateCells({ ...spectral, ...change })).rejects.toThrow(message);
});

test("a short simulation is not worth a thread, a long one takes as many as there may be", () => {
  expect(threadsFor(spectral, 8)).toBe(0);
  expect(threadsFor({ ...spectral, replicates: 1e8 }, 8)).toBe(8);
});
