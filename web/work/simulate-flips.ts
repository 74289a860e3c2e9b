import { blockFeatures, FlipSimulation, type Who } from "../../src/logistic/index.ts";
import { meanEstimate, mergeMoments, type Moments, momentsOf, noMoments } from "../../src/statistics/index.ts";
import type { Settings } from "../problem/setting.ts";
import type { FlipEstimate, FlipsAsked } from "./questions.ts";

const BATCH = 20;
const PEOPLE = ["teacher", "student"] as const;

/** Labels are flipped independently and teachers and students fitted directly: at each flip rate a batch, round by round. */
export function* simulateFlips(asked: FlipsAsked, _settings?: Settings): Generator<readonly FlipEstimate[]> {
  const { classSize, similarity, lambda, xi, rates, draws, seed } = asked;
  const simulation = new FlipSimulation(blockFeatures(classSize, similarity), { lambda, xi });
  const moments = { teacher: rates.map(() => noMoments), student: rates.map(() => noMoments) };
  for (let first = 0; first < draws; first += BATCH) {
    for (const [i, rate] of rates.entries()) {
      const key = { seed, claim: "explorer", problem: `p = ${rate}` };
      const measured = simulation.measure(key, rate, first, Math.min(BATCH, draws - first));
      for (const who of PEOPLE) moments[who][i] = mergeMoments(moments[who][i]!, momentsOf(measured[who]));
      yield PEOPLE.flatMap((each) => rates.flatMap((p, k) => estimateOf(each, p, moments[each][k]!)));
    }
  }
}

function estimateOf(who: Who, rate: number, moments: Moments): FlipEstimate[] {
  return moments.count < 2 ? [] : [{ who, rate, ...meanEstimate(moments), draws: moments.count }];
}
