import { type PairedInterval, pairedInterval } from "../../statistics/index.ts";

/** A student at one ξ and weight decay, and how accurate it was. */
export interface Candidate {
  /** The imitation parameter; 0 is the teacher. */
  readonly xi: number;
  /** Of teacher and student. */
  readonly weightDecay: number;
  /** By repeat; the same repeats for all candidates that are compared. */
  readonly accuracies: readonly number[];
}

/** A student without its accuracies. */
export type Choice = Omit<Candidate, "accuracies">;

/** The best of some candidates against the best of others: chosen on one half of the repeats, judged on the other. */
export interface Contest {
  /** The best of the one side. */
  readonly challenger: Choice;
  /** The best of the other. */
  readonly incumbent: Choice;
  /** The challenger's accuracy less the incumbent's. */
  readonly difference: PairedInterval;
  /** The least lower end of the challenger's intervals against each of the incumbents, at the same error rate. */
  readonly againstEvery: number;
}

/** Fewer leave less than two repeats to judge on. */
const FEWEST_REPEATS = 3;

/**
 * Chooses the most accurate challenger and incumbent on the first half of the repeats and compares them on the second, which
 * had no part in the choice: so the interval needs no correction for it.
 *
 * `againstEvery` above 0 says that the challenger beats every incumbent, with probability of error at most half the error rate:
 * if some incumbent were as good, the interval against that one would have to miss (an intersection–union test).
 *
 * @param challengers the one side.
 * @param incumbents the other.
 * @param errorRate of each interval, such as 0.01.
 * @returns null with fewer than three repeats, and where a side has no candidate.
 */
export function contest(
  challengers: readonly Candidate[],
  incumbents: readonly Candidate[],
  errorRate: number,
): Contest | null {
  const repeats = challengers[0]?.accuracies.length ?? 0;
  if (repeats < FEWEST_REPEATS || incumbents.length === 0) return null;
  const half = Math.floor(repeats / 2);
  const challenger = bestOf(challengers, half);
  const incumbent = bestOf(incumbents, half);
  const against = (other: Candidate): PairedInterval =>
    pairedInterval(differences(challenger.accuracies, other.accuracies).slice(half), errorRate);
  return {
    challenger: choiceOf(challenger),
    incumbent: choiceOf(incumbent),
    difference: against(incumbent),
    againstEvery: Math.min(...incumbents.map((each) => against(each).lower)),
  };
}

/** One minus the other, place by place. */
export function differences(one: readonly number[], other: readonly number[]): number[] {
  return one.map((value, i) => value - other[i]!);
}

function choiceOf({ xi, weightDecay }: Candidate): Choice {
  return { xi, weightDecay };
}

// Of equals the first: the smaller ξ.
function bestOf(candidates: readonly Candidate[], repeats: number): Candidate {
  const score = ({ accuracies }: Candidate): number =>
    accuracies.slice(0, repeats).reduce((sum, each) => sum + each, 0);
  return candidates.reduce((best, each) => (score(each) > score(best) ? each : best));
}
