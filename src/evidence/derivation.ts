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
import { requireReadable } from "./readable.ts";

/** One exact step of a derivation; `says` is what it shows, in words. Formulas are text over the book's names. */
export type Step = IdentityStep | ExpectationStep | SignStep;

/** A step that the kernel decides: left = right for all values of the symbols and any number of modes. */
export interface IdentityStep {
  /** What the step shows, in words. */
  readonly says: string;
  /** The two sides. */
  readonly identity: readonly [left: string, right: string];
  /** The identity holds under a named hypothesis "zero = 0", as left − right = times · zero. */
  readonly given?: { readonly hypothesis: string; readonly times: string };
}

/** A step that takes an expectation over one random symbol. */
export interface ExpectationStep {
  /** What the step shows, in words. */
  readonly says: string;
  /** Σ_j E[of] = equals, where the powers 0, 1, 2, … of the random symbol `over` have the expectations `moments`. */
  readonly expectation: {
    /** What the expectation is of: a term of a sum over modes. */
    readonly of: string;
    /** The random symbol, such as `nu_j`. */
    readonly over: string;
    /** The expectations of its powers 0, 1, 2, …, as formulas. */
    readonly moments: readonly string[];
    /** What the sum over modes of the expectation is. */
    readonly equals: string;
  };
}

/** A step that certifies a sign by coefficients. */
export interface SignStep {
  /** What the step shows, in words. */
  readonly says: string;
  /** Every coefficient certifies the sign, where some symbols may be assumed to lie in a smaller domain. */
  readonly sign: {
    /** The expression whose sign it is. */
    readonly of: string;
    /** The sign to certify. */
    readonly is: "positive" | "nonnegative";
    /** Smaller domains that symbols may be assumed to lie in, by name. */
    readonly where?: Readonly<Record<string, Domain>>;
  };
}

/** A hypothesis in the form of an equation that steps may rest on. */
export interface Assumption {
  /** What is assumed, in words: "λ is stationary for the teacher's error". */
  readonly says: string;
  /** The expression that is 0 under the hypothesis, as text. */
  readonly zero: string;
}

/** What a derivation consists of. */
export interface Derivation {
  /** What is derived, in words. */
  readonly name: string;
  /** The formulas that it would show to be wrong. */
  readonly covers: readonly string[];
  /** The book in which the steps are written: the theory's, with the derivation's own symbols and opaque names. */
  readonly prepare?: (book: Book) => Book;
  /** What steps may cite by name: an expression that is zero under the claim's hypotheses. */
  readonly hypotheses?: Readonly<Record<string, Assumption>>;
  /** What it shows, one step after another. */
  readonly steps: readonly Step[];
}

/**
 * Evidence by exact algebra: every step is decided by the kernel.
 *
 * @param book with the formulas it is about.
 * @throws SyntaxError where a step has a formula that cannot be read.
 */
export function derivation(book: Book, written: Derivation): Check {
  const { name, covers, prepare = (same) => same, hypotheses = {}, steps } = written;
  for (const [id, { zero }] of Object.entries(hypotheses))
    requireReadable(`derivation ${name}: hypothesis ${id}`, [zero]);
  for (const step of steps) requireReadable(`derivation ${name}: ${step.says}`, formulasOf(step));
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

// All that a step writes as formulas.
function formulasOf(step: Step): readonly string[] {
  if ("identity" in step) return [...step.identity, ...(step.given === undefined ? [] : [step.given.times])];
  if ("expectation" in step) return [step.expectation.of, ...step.expectation.moments, step.expectation.equals];
  return [step.sign.of];
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
