import { type PairedInterval, pairedInterval } from "../../statistics/index.ts";

/** Something that was measured on every repeat, such as the student at one ξ. */
export interface Candidate {
  /** By repeat; the same repeats for all candidates that are compared. */
  readonly accuracies: readonly number[];
}

/** The best of some candidates against the best of others, chosen on one half of the repeats and judged on the other. */
export interface Contest<C extends Candidate> {
  readonly challenger: C;
  readonly incumbent: C;
  /** The challenger's accuracy less the incumbent's. */
  readonly difference: PairedInterval;
  /** The least lower end of the challenger's intervals against each of the incumbents, at the same error rate. */
  readonly againstEvery: number;
}

/**
 * Chooses the most accurate challenger and incumbent on the first half of the repeats and compares them on the second, which
 * had no part in the choice: so the interval needs no correction for it.
 *
 * `againstEvery` above 0 says that the challenger beats every incumbent, with probability of error at most half the error rate:
 * if some incumbent were as good, the interval against that one would have to miss (an intersection–union test).
 *
 * @throws RangeError with fewer than three repeats, which leave fewer than two to judge on.
 */
export function contest<C extends Candidate>(
  challengers: readonly C[],
  incumbents: readonly C[],
  errorRate: number,
): Contest<C> {
  const repeats = challengers[0]!.accuracies.length;
  const half = Math.floor(repeats / 2);
  if (half < 1 || repeats < 3) throw new RangeError(`to choose and to judge takes three repeats; given ${repeats}`);
  const challenger = bestOf(challengers, half);
  const incumbent = bestOf(incumbents, half);
  const against = (other: C): PairedInterval =>
    pairedInterval(differences(challenger, other).slice(half), errorRate);
  return {
    challenger,
    incumbent,
    difference: against(incumbent),
    againstEvery: Math.min(...incumbents.map((each) => against(each).lower)),
  };
}

/** By repeat, how much more accurate the first is. */
export function differences(one: Candidate, other: Candidate): number[] {
  return one.accuracies.map((accuracy, repeat) => accuracy - other.accuracies[repeat]!);
}

// Of equals the first: the smaller ξ.
function bestOf<C extends Candidate>(candidates: readonly C[], repeats: number): C {
  const score = ({ accuracies }: C): number => accuracies.slice(0, repeats).reduce((sum, each) => sum + each, 0);
  return candidates.reduce((best, each) => (score(each) > score(best) ? each : best));
}
