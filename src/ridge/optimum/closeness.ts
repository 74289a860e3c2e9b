import { type Fraction, Fractions, fromFraction, type Interval, Intervals, Reals } from "../../formula/index.ts";
import type { EnclosedProblem, Group } from "../problem/enclosed-problem.ts";

const { multiply, reciprocal, subtract } = Fractions;

/** Whether it is known of every two s_j whether they are equal. */
export function isApart({ groups }: EnclosedProblem): boolean {
  return groups.every(({ isCluster }) => isCluster === undefined);
}

/** Nearer than this, relative to their size, s_j are said to be why something is not decided. */
const CLOSE = 1e-9;

/** Which s_j agree most, as a part of a sentence on what is not decided; null where none are close. */
export function closeness(groups: readonly Group[]): string | null {
  let first = 1;
  let closest = { apart: CLOSE, between: "", toldApart: true };
  groups.forEach((group, j) => {
    const last = first + group.modes - 1;
    const own = group.isCluster ? distance(group, group) : Infinity;
    if (own < closest.apart || (group.isCluster && closest.toldApart)) {
      closest = { apart: own, between: named(first, last), toldApart: false };
    }
    const next = groups[j + 1];
    if (next !== undefined && closest.toldApart && distance(group, next) < closest.apart) {
      closest = { apart: distance(group, next), between: named(last, last + 1), toldApart: true };
    }
    first = last + 1;
  });
  if (closest.between === "") return null;
  const which = closest.toldApart ? "" : " and are neither shown to be equal nor told apart";
  return `${closest.between} agree to ${closest.apart.toPrecision(1)}${which}`;
}

function named(from: number, to: number): string {
  return to === from + 1 ? `s_${from} and s_${to}` : `s_${from} to s_${to}`;
}

// How far apart they may be, relative to the smaller.
function distance(one: Group, other: Group): number {
  const [upper, lower] = [Reals.endsOf(one.s)[1], Reals.endsOf(other.s)[0]];
  return spread(lower, upper).upper;
}

function spread(lower: Fraction, upper: Fraction): Interval {
  return fromFraction(multiply(subtract(upper, lower), reciprocal(lower)));
}

/**
 * What an error of the problem with one s for each cluster says of that of the problem itself, for the same λ and ξ. A student's
 * shrinkage g of s has s g′ = g + a² − 2ag, so where s changes by a part ρ at most, g changes by at most ρ(|g| + 1). So √e, the
 * length of all (1 − g_j)θ_j and g_jγ/√s_j, changes by at most 4ρ√e and 2ρ(‖θ‖ + γ√(m/s)) over a cluster of m modes.
 */
export function slackOf({ groups, noiseVariance }: EnclosedProblem): (error: Interval) => Interval {
  const clusters = groups.filter(({ isCluster }) => isCluster);
  if (clusters.length === 0) return (error) => error;
  let [relative, absolute] = [Intervals.interval(1), Intervals.interval(0)];
  for (const { s, squaredSignal, modes } of clusters) {
    const [least, most] = Reals.endsOf(s);
    const part = Intervals.interval(0, spread(least, most).upper);
    const count = Fractions.fraction(BigInt(modes));
    const signal = fromFraction(multiply(count, Reals.endsOf(squaredSignal)[1]));
    const noise = fromFraction(multiply(count, multiply(noiseVariance, reciprocal(least))));
    const lengths = Intervals.multiply(Intervals.interval(2), Intervals.add(root(signal), root(noise)));
    relative = Intervals.add(relative, Intervals.multiply(Intervals.interval(4), part));
    absolute = Intervals.add(absolute, Intervals.multiply(part, lengths));
  }
  const change = Intervals.hull([absolute, Intervals.negate(absolute)]);
  const factor = Intervals.hull([relative, Intervals.subtract(Intervals.interval(2), relative)]);
  return (error) => {
    const { lower, upper } = Intervals.add(Intervals.multiply(root(error), factor), change);
    return Intervals.power({ lower: Math.max(0, lower), upper }, 2);
  };
}

function root({ lower, upper }: Interval): Interval {
  return {
    lower: Math.max(0, Intervals.below(Math.sqrt(Math.max(0, lower)))),
    upper: Intervals.above(Math.sqrt(upper)),
  };
}
