import { type Book, type Domain, type Expression, hasPart, replaceParts } from "../formula/index.ts";

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
    /** The expression whose sign it is, over the names of the formulas it is about. */
    readonly of: string;
    /**
     * What is assumed to equal what, such as `{ s_j: "s_k + gap" }` where s_j exceeds s_k: each key, a symbol, a formula or
     * another expression that occurs in `of`, is replaced by its value, one after another.
     */
    readonly at?: Readonly<Record<string, string>>;
    /** The sign to certify. */
    readonly is: "positive" | "nonnegative";
    /** Smaller domains that symbols may be assumed to lie in, by name: `theta` in every mode, `theta_j` in mode j. */
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

/** The equations that a sign step assumes, over declared symbols alone. */
export function equationsOf({ sign: { at = {} } }: SignStep, book: Book): Equation[] {
  return Object.entries(at).map(([key, value]) => ({ key, part: book.expand(key), value: book.expand(value) }));
}

interface Equation {
  /** As it is written. */
  readonly key: string;
  readonly part: Expression;
  readonly value: Expression;
}

/**
 * What a sign step certifies, over declared symbols alone, after its replacements.
 *
 * @throws RangeError for an unknown name, for a key that does not occur, and for a value that has a key in it: two such
 *   equations might contradict each other, and whatever followed from them would be said of nothing.
 */
export function signedExpression(step: SignStep, book: Book): Expression {
  const equations = equationsOf(step, book);
  for (const { key, value } of equations) {
    const back = equations.find(({ part }) => hasPart(value, part));
    if (back !== undefined)
      throw new RangeError(`at gives ${key} a value that has ${back.key} in it, which it replaces`);
  }
  return equations.reduce((expression, { key, part, value }) => {
    const replaced = replaceParts(expression, part, value);
    if (replaced === null) throw new RangeError(`at replaces ${key}, which does not occur`);
    return replaced;
  }, book.expand(step.sign.of));
}

/** The domain of each symbol in a sign step, as it is written there: `s_j`, `lambda`. */
export function domainsOf({ sign: { where = {} } }: SignStep, book: Book): (symbol: string) => Domain {
  return (symbol) => {
    const name = symbol.replace(/_[jk]$/, "");
    // What every object has, such as a constructor, is no domain.
    const narrowed = [symbol, name].find((each) => Object.hasOwn(where, each));
    return narrowed === undefined ? book.symbols[name]!.domain : where[narrowed]!;
  };
}

/** What a step is about, as it is written. */
export function textOf(step: Step): string {
  if ("identity" in step) return step.identity.join(" = ");
  return "expectation" in step ? step.expectation.of : step.sign.of;
}

/**
 * The two sides of an identity without its hypothesis: left = right where zero = 0 iff left = right + times · zero, for the
 * multiplier that the step gives.
 *
 * @throws RangeError where the hypothesis that it cites is none of these.
 */
export function sidesOf(
  { identity: [left, right], given }: IdentityStep,
  hypotheses: Readonly<Record<string, Assumption>>,
): readonly [string, string] {
  if (given === undefined) return [left, right];
  const assumption = hypotheses[given.hypothesis];
  if (assumption === undefined) throw new RangeError(`no hypothesis is named ${given.hypothesis}`);
  return [left, `${right} + (${given.times})*(${assumption.zero})`];
}
