import { expect, test } from "vitest";
import { normal, Streams } from "../../../src/random/index.ts";
import { type Candidate, contest } from "../../../src/softmax/sweep/best.ts";
import { pairedInterval } from "../../../src/statistics/index.ts";

const candidate = (xi: number, accuracies: readonly number[]): Candidate => ({ xi, weightDecay: 1, accuracies });

test("the best are chosen on the first half of the repeats and judged on the second", () => {
  const small = [candidate(0, [0.5, 0.5, 0.1, 0.1]), candidate(1, [0.6, 0.6, 0.2, 0.2])];
  const large = [candidate(2, [0.9, 0.8, 0.3, 0.5]), candidate(3, [0.7, 0.7, 0.9, 0.9])];
  const { challenger, incumbent, difference } = contest(large, small, 0.01)!;
  expect([challenger.xi, incumbent.xi]).toEqual([2, 1]);
  expect(difference).toEqual(pairedInterval([0.3 - 0.2, 0.5 - 0.2], 0.01));
});

test("to beat every incumbent is to be above each, not only above the one chosen", () => {
  const large = [candidate(2, [0.9, 0.9, 0.8, 0.81])];
  const small = [candidate(0, [0.1, 0.1, 0.79, 0.85]), candidate(1, [0.2, 0.2, 0.2, 0.21])];
  const { difference, againstEvery } = contest(large, small, 0.5)!;
  expect(difference.lower).toBeGreaterThan(0);
  expect(againstEvery).toBeLessThan(0);
});

test("there is no contest with two repeats, or without candidates on either side", () => {
  const some = [candidate(0, [1, 2, 3])];
  expect(contest([candidate(2, [1, 2])], [candidate(0, [1, 2])], 0.01)).toBeNull();
  expect(contest([], some, 0.01)).toBeNull();
  expect(contest(some, [], 0.01)).toBeNull();
});

test("where ten large ξ are as good as a single small one, judging on other repeats errs as seldom as it says, and judging on the same does not", () => {
  const errorRate = 0.05;
  const trials = 2000;
  const streams = new Streams({ seed: 1, claim: "contest", problem: "equally good" });
  let [honest, naive] = [0, 0];
  for (let trial = 0; trial < trials; trial++) {
    const random = streams.replicate(trial);
    const drawn = (xi: number): Candidate =>
      candidate(
        xi,
        Array.from({ length: 12 }, () => normal(random)),
      );
    const large = Array.from({ length: 10 }, (_, i) => drawn(2 + i));
    const small = drawn(0);
    if (contest(large, [small], errorRate)!.difference.lower > 0) honest++;
    const sum = ({ accuracies }: Candidate): number => accuracies.reduce((total, each) => total + each, 0);
    const best = large.reduce((most, each) => (sum(each) > sum(most) ? each : most));
    const differences = best.accuracies.map((accuracy, i) => accuracy - small.accuracies[i]!);
    if (pairedInterval(differences, errorRate).lower > 0) naive++;
  }
  // On one side half of the error rate; five standard deviations of a binomial.
  expect(honest).toBeLessThan(trials * (errorRate / 2) + 5 * Math.sqrt(trials * (errorRate / 2)));
  expect(naive).toBeGreaterThan(2 * honest);
});
