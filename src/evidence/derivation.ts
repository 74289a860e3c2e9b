import {
  type Book,
  certifiedSign,
  describeDifference,
  type Domain,
  isSumOfExpectations,
  prove,
} from "../formula/index.ts";
import type { Check, Finding } from "./claim.ts";

/** One exact step of a derivation; `says` is what it shows, in words. Formulas are text over the book's names. */
export type Step =
  | { readonly says: string; readonly identity: readonly [left: string, right: string] }
  | {
      readonly says: string;
      /** Σ_j E[of] = equals, where the powers 0, 1, 2, … of the random symbol `over` have the expectations `moments`. */
      readonly expectation: {
        readonly of: string;
        readonly over: string;
        readonly moments: readonly string[];
        readonly equals: string;
      };
    }
  | {
      readonly says: string;
      /** Every coefficient certifies the sign, where some symbols may be assumed to lie in a smaller domain. */
      readonly sign: {
        readonly of: string;
        readonly is: "positive" | "nonnegative";
        readonly where?: Readonly<Record<string, Domain>>;
      };
    };

export interface Derivation {
  readonly name: string;
  readonly covers: readonly string[];
  /** The book in which the steps are written: the theory's, with the derivation's own symbols and opaque names. */
  readonly prepare?: (book: Book) => Book;
  readonly steps: readonly Step[];
}

/** Evidence by exact algebra: every step is decided by the kernel. */
export function derivation(book: Book, { name, covers, prepare = (same) => same, steps }: Derivation): Check {
  const failureIn = (candidate: Book): string | null => {
    const prepared = prepare(candidate);
    for (const step of steps) {
      const failure = failureOf(step, prepared);
      if (failure !== null) return `${step.says}: ${failure}`;
    }
    return null;
  };
  const examineOnce = (): Finding => {
    const failure = failureIn(book);
    if (failure !== null) return { verdict: "refuted", detail: failure };
    return { verdict: "supported", detail: `${steps.length} exact ${steps.length === 1 ? "step" : "steps"}` };
  };
  return {
    kind: "derivation",
    name,
    covers,
    comparisons: 0,
    effort: 0,
    examine: () => ({
      finding: examineOnce(),
      judge: (broken) => (failureIn(broken) === null ? { caught: false, blind: null } : { caught: true }),
    }),
  };
}

/** Why a step does not hold, with a point that shows it where there is one; null where it is proved. */
export function failureOf(step: Step, book: Book): string | null {
  try {
    if ("identity" in step) return identityFailure(step.identity, book);
    if ("expectation" in step) {
      const { of, over, moments, equals } = step.expectation;
      const given = moments.map((moment) => book.expand(moment));
      const holds = isSumOfExpectations(book.expand(of), over, given, book.expand(equals));
      return holds ? null : `the expectation of ${of} is not ${equals}`;
    }
    const { of, is, where = {} } = step.sign;
    const domainOf = (symbol: string): Domain => {
      const name = symbol.replace(/_[jk]$/, "");
      return where[name] ?? book.symbols[name]!.domain;
    };
    const sign = certifiedSign(book.expand(of), domainOf);
    return sign === "positive" || sign === is ? null : `the coefficients of ${of} do not certify that it is ${is}`;
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    throw error;
  }
}

function identityFailure([left, right]: readonly [string, string], book: Book): string | null {
  const proof = prove(book.expand(left), book.expand(right), book.symbols);
  return proof.proved ? null : `${left} = ${right} fails: ${describeDifference(proof.difference)}`;
}
