import {
  type Book,
  certifiedSign,
  describeDifference,
  type Domain,
  isSumOfExpectations,
  prove,
  symbolsOf,
} from "../formula/index.ts";
import type { Check, Finding } from "./claim.ts";

/** One exact step of a derivation; `says` is what it shows, in words. Formulas are text over the book's names. */
export type Step = IdentityStep | ExpectationStep | SignStep;

export interface IdentityStep {
  readonly says: string;
  readonly identity: readonly [left: string, right: string];
  /** The identity holds under a named hypothesis "zero = 0", as left − right = times · zero. */
  readonly given?: { readonly hypothesis: string; readonly times: string };
}

export interface ExpectationStep {
  readonly says: string;
  /** Σ_j E[of] = equals, where the powers 0, 1, 2, … of the random symbol `over` have the expectations `moments`. */
  readonly expectation: {
    readonly of: string;
    readonly over: string;
    readonly moments: readonly string[];
    readonly equals: string;
  };
}

export interface SignStep {
  readonly says: string;
  /** Every coefficient certifies the sign, where some symbols may be assumed to lie in a smaller domain. */
  readonly sign: {
    readonly of: string;
    readonly is: "positive" | "nonnegative";
    readonly where?: Readonly<Record<string, Domain>>;
  };
}

/** `says`, in words, that the expression `zero` is 0: "λ is stationary for the teacher's error". */
export interface Assumption {
  readonly says: string;
  readonly zero: string;
}

export interface Derivation {
  readonly name: string;
  readonly covers: readonly string[];
  /** The book in which the steps are written: the theory's, with the derivation's own symbols and opaque names. */
  readonly prepare?: (book: Book) => Book;
  /** What steps may cite by name: an expression that is zero under the claim's hypotheses. */
  readonly hypotheses?: Readonly<Record<string, Assumption>>;
  readonly steps: readonly Step[];
}

/** Evidence by exact algebra: every step is decided by the kernel. */
export function derivation(book: Book, written: Derivation): Check {
  const { name, covers, prepare = (same) => same, hypotheses = {}, steps } = written;
  const failureIn = (candidate: Book): string | null => {
    const prepared = prepare(candidate);
    for (const step of steps) {
      const failure = failureOf(step, prepared, hypotheses);
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
    derivation: written,
    examine: () => ({
      finding: examineOnce(),
      judge: (broken) => (failureIn(broken) === null ? { caught: false, blind: null } : { caught: true }),
    }),
  };
}

/** Why a step does not hold, with a point that shows it where there is one; null where it is proved. */
export function failureOf(
  step: Step,
  book: Book,
  hypotheses: Readonly<Record<string, Assumption>> = {},
): string | null {
  try {
    if ("identity" in step) return identityFailure(withoutHypothesis(step, hypotheses), book);
    if ("expectation" in step) {
      const { of, over, moments, equals } = step.expectation;
      const [value, given] = [book.expand(of), moments.map((moment) => book.expand(moment))];
      if (!symbolsOf(value).has(over)) return `${over} does not occur in ${of}: there is nothing to take the mean of`;
      const holds = isSumOfExpectations(value, over, given, book.expand(equals));
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
    if (error instanceof RangeError) return `${textOf(step)}: ${error.message}`;
    throw error;
  }
}

// What a step is about, as it is written.
function textOf(step: Step): string {
  if ("identity" in step) return step.identity.join(" = ");
  return "expectation" in step ? step.expectation.of : step.sign.of;
}

// left = right where zero = 0 iff left = right + times · zero, for the multiplier that the step gives.
function withoutHypothesis(
  { identity: [left, right], given }: IdentityStep,
  hypotheses: Readonly<Record<string, Assumption>>,
): readonly [string, string] {
  if (given === undefined) return [left, right];
  const assumption = hypotheses[given.hypothesis];
  if (assumption === undefined) throw new RangeError(`no hypothesis is named ${given.hypothesis}`);
  return [left, `${right} + (${given.times})*(${assumption.zero})`];
}

function identityFailure([left, right]: readonly [string, string], book: Book): string | null {
  const proof = prove(book.expand(left), book.expand(right), book.symbols);
  return proof.proved ? null : `${left} = ${right} fails: ${describeDifference(proof.difference)}`;
}
