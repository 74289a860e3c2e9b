import fc from "fast-check";

/** A search among random problems for an example: one about which `says` has something to say. */
export interface ExampleSearch<Problem> {
  /** What problems are drawn from. */
  readonly problems: fc.Arbitrary<Problem>;
  /** Equal seeds try the same problems. */
  readonly seed: number;
  /** How many problems are tried at most. */
  readonly tries: number;
  /** A sentence where the problem is what is looked for, else null. */
  readonly says: (problem: Problem) => string | null;
}

/** What a search came to: the smallest problem found, or nothing after `tried` problems. */
export interface SearchOutcome<Problem> {
  /** How many problems were tried. */
  readonly tried: number;
  /** The problem, what was said of it and how often it was shrunk; null where none was found. */
  readonly found: { readonly problem: Problem; readonly says: string; readonly shrinks: number } | null;
}

class Found extends Error {}

/**
 * Tries random problems until one is found, and shrinks it: fast-check's search for a counterexample.
 *
 * @throws what `says` throws: an error is not a find.
 */
export function findExample<Problem>({ problems, seed, tries, says }: ExampleSearch<Problem>): SearchOutcome<Problem> {
  const nothing = fc.property(problems, (problem) => {
    const sentence = requireSentence(says(problem));
    if (sentence !== null) throw new Found(sentence);
  });
  const { failed, counterexample, errorInstance, numShrinks, numRuns } = fc.check(nothing, { seed, numRuns: tries });
  if (!failed) return { tried: numRuns, found: null };
  if (errorInstance === null) throw new RangeError(`too many of the problems were skipped: ${numRuns} were left`);
  if (!(errorInstance instanceof Found)) throw errorInstance;
  return { tried: numRuns, found: { problem: counterexample[0], says: errorInstance.message, shrinks: numShrinks } };
}

/**
 * What was said of a problem, if that is a sentence or null.
 *
 * @throws RangeError for anything else, such as a promise: it is neither, and says nothing.
 */
export function requireSentence(said: unknown): string | null {
  if (said === null || (typeof said === "string" && said.trim() !== "")) return said;
  const what = said instanceof Promise ? "a promise" : typeof said === "string" ? "an empty text" : typeof said;
  throw new RangeError(`what was said of a problem is ${what}; expected null or a sentence`);
}

/** @throws RangeError unless the count is an integer of at least 1: a property that was tried on no problem has not been tried. */
export function requireCount(count: number, what: string): void {
  if (!Number.isSafeInteger(count) || count < 1)
    throw new RangeError(`${what} ${String(count)}; expected an integer of at least 1`);
}
