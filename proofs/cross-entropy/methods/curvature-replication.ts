import type { Comparison, Context, Replication } from "../../../src/evidence/index.ts";
import { type Book, compile } from "../../../src/formula/index.ts";
import { Streams, uniform } from "../../../src/random/index.ts";
import {
  deviation,
  mergeMoments,
  momentsOf,
  noMoments,
  plannedReplicates,
  varianceEstimate,
} from "../../../src/statistics/index.ts";

/** Logits of a sample, and a line along which they change. */
const SETTINGS = [
  { logits: [0.2, 0, -0.4], by: [1, -1, 0.8] },
  { logits: [0.5, -0.5, 0, 0.3], by: [1, -1, 1.2, -0.8] },
  { logits: [0.3, 0.2, -0.5, 0.5, -0.1, 0.4], by: [-1, 1, 1.2, -0.9, 1.1, -1.2] },
] as const;

const BATCH = 4096;

/**
 * Draws classes with the probabilities ∝ exp(z) and measures the variance of v over them: the curvature of log Σ exp(z + hv)
 * by its meaning, the second cumulant. One draw of a class is a replicate.
 */
export function curvatureReplication({ seed, claim, margin }: Context): Replication {
  const drawn = SETTINGS.map((setting, i) => ({
    ...setting,
    draw: classes(setting.logits, new Streams({ seed, claim, problem: `classes ${i}` })),
    moments: noMoments,
  }));
  let done = 0;
  const compare = (book: Book): Comparison[] => {
    const formula = compile(book, ["lossCurvature"]);
    return drawn.map(({ logits, by, moments }, i) => {
      const { lossCurvature } = formula({ e: Float64Array.from(logits, Math.exp), v: Float64Array.from(by) });
      const what = `the variance along line ${i + 1} of ${by.length} classes`;
      return {
        what,
        estimate: varianceEstimate(moments),
        expected: lossCurvature,
        margin: margin * Math.abs(lossCurvature),
      };
    });
  };
  return {
    extend: (replicates) => {
      for (; done < replicates; done += BATCH) {
        for (const each of drawn) {
          const values = each.draw(done / BATCH).map((k) => each.by[k]!);
          each.moments = mergeMoments(each.moments, momentsOf(values));
        }
      }
    },
    plan: (book, z) => {
      const relative = compare(book).map(
        ({ estimate, margin: allowed }) => deviation({ count: done }, estimate) / allowed,
      );
      return plannedReplicates(Math.max(...relative), z);
    },
    compare,
  };
}

// A batch of classes, by inverting their distribution function.
function classes(logits: readonly number[], streams: Streams): (batch: number) => Float64Array {
  const weights = logits.map(Math.exp);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return (batch) => {
    const random = streams.replicate(batch);
    return Float64Array.from({ length: BATCH }, () => {
      let left = uniform(random) * total;
      let k = 0;
      while (k < weights.length - 1 && left >= weights[k]!) left -= weights[k++]!;
      return k;
    });
  };
}
