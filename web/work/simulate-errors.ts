import { gaussian, laplace, type Noise, rademacher, Streams, studentT } from "../../src/random/index.ts";
import { ErrorSimulation } from "../../src/ridge/portable.ts";
import {
  combinationEstimate,
  type Estimate,
  type JointMoments,
  jointMomentsOf,
  mergeJointMoments,
} from "../../src/statistics/index.ts";
import type { Settings } from "../problem/setting.ts";
import type { NoiseShape } from "../state/state.ts";
import type { ErrorsAsked, ErrorsMeasured } from "./questions.ts";

/** Draws between two answers. They are merged in this order, so that equal questions have equal digits. */
const BATCH = 500;

const NOISES: Readonly<Record<NoiseShape, Noise>> = {
  gaussian,
  rademacher,
  laplace,
  "student-t": studentT,
};

/**
 * Labels are drawn, teachers and students fitted to them, and their squared distances to the truth measured, with no formula:
 * after each batch, what is known so far.
 */
export function* simulateErrors(asked: ErrorsAsked, settings: Settings): Generator<ErrorsMeasured> {
  const { parts, shape, lambdas, seed, draws } = asked;
  const experiment = { ...settings.experiment(parts), noise: NOISES[shape] };
  const simulation = new ErrorSimulation(experiment, lambdas);
  const streams = new Streams({ seed, claim: "explorer", problem: experiment.name });
  let moments: readonly JointMoments[] = [];
  for (let first = 0; first < draws; first += BATCH) {
    const batch = simulation
      .measure(streams, first, Math.min(BATCH, draws - first))
      .map(({ atZero, cross, curvature }) => jointMomentsOf([atZero, cross, curvature]));
    moments = first === 0 ? batch : moments.map((before, i) => mergeJointMoments(before, batch[i]!));
    yield { asked, moments };
  }
}

/** The mean error of the students with one ξ, with its standard error: that of ‖u + ξv‖². */
export function errorAt(moments: JointMoments, xi: number): Estimate {
  return combinationEstimate(moments, [1, 2 * xi, xi * xi]);
}
