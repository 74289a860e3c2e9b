import type fc from "fast-check";
import type { Check } from "./claim.ts";
import { findExample, requireCount } from "./find-example.ts";
import { seedFor } from "./property.ts";

/** A claim's statement with one hypothesis taken away, and where to look for a problem on which it then fails. */
export interface DroppedHypothesis<Problem> {
  /** The hypothesis, as the claim lists it. */
  readonly without: string;
  /** What fails, in words: the end of the sentence "without …, …". */
  readonly says: string;
  /** Problems that keep all other hypotheses, small rational numbers first. */
  readonly problems: fc.Arbitrary<Problem>;
  /** How many problems are tried at most. */
  readonly tries: number;
  /** A sentence with exact values, where the conclusion fails; null where it holds all the same. */
  readonly fails: (problem: Problem) => string | null;
  /** The problem as text, for people. */
  readonly show: (problem: Problem) => string;
}

/**
 * Evidence that a hypothesis is needed: a counterexample to the statement without it, found by search and shrunk. A search that
 * finds none decides nothing.
 *
 * @throws RangeError where `tries` is no count.
 */
export function counterexample<Problem>(dropped: DroppedHypothesis<Problem>): Check {
  const { without, says, problems, tries, fails, show } = dropped;
  const name = `without “${without}”, ${says}`;
  requireCount(tries, `the counterexample ${JSON.stringify(name)} has tries`);
  return {
    kind: "counterexample",
    name,
    covers: [],
    comparisons: 0,
    effort: 0,
    without,
    run: (context) => {
      const { tried, found } = findExample({ problems, tries, seed: seedFor(context, name), says: fails });
      const finding =
        found === null
          ? {
              verdict: "inconclusive" as const,
              detail: `no counterexample in ${tried} problems: it is not seen to be needed`,
            }
          : { verdict: "supported" as const, detail: `${found.says}, for ${show(found.problem)}` };
      return {
        finding,
        notices: () => ({ noticed: false, because: "it shows a hypothesis to be needed, not a formula" }),
      };
    },
  };
}
