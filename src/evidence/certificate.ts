import type { Book } from "../formula/index.ts";
import { type Check, type Finding, verdicts } from "./claim.ts";

/** What a certificate consists of. */
export interface Certificate {
  /** What is certified, in words. */
  readonly name: string;
  /** The formulas that it would show to be wrong. */
  readonly covers: readonly string[];
  /** How long it takes compared with other checks, roughly; 0 where it hardly matters. */
  readonly effort?: number;
  /** Proves the inequalities at stated parameters, or says which enclosure does not separate. */
  readonly certify: (book: Book) => Finding;
}

/**
 * Evidence by enclosures: inequalities proved at stated parameters, or on a box of them, in outward-rounded arithmetic.
 *
 * @param book with the formulas it is about.
 */
export function certificate(book: Book, { name, covers, effort = 0, certify }: Certificate): Check {
  return {
    kind: "certificate",
    name,
    covers,
    comparisons: 0,
    effort,
    run: () => ({
      finding: certify(book),
      notices: (broken) => {
        // A finding of no verdict finds nothing.
        const { verdict } = certify(broken);
        const noticed = verdict !== "supported" && verdicts.includes(verdict);
        return noticed ? { noticed } : { noticed, because: null };
      },
    }),
  };
}
