import {
  type Book,
  certifiedSign,
  describeDifference,
  findSign,
  isSumOfExpectations,
  prove,
} from "../formula/index.ts";
import { type Assumption, domainsOf, type ExpectationStep, signedExpression, sidesOf, type SignStep } from "./step.ts";
import { type Step, textOf } from "./step.ts";

/** What becomes of a step: it holds, it fails by its values, or neither could be shown. */
export type StepOutcome =
  | { readonly kind: "holds" }
  | { readonly kind: "fails"; readonly says: string }
  | { readonly kind: "undecided"; readonly says: string };

const HOLDS: StepOutcome = { kind: "holds" };

/** Decides a step. What lies beyond the kernel is undecided: an error says nothing about values. */
export function outcomeOf(step: Step, book: Book, hypotheses: Readonly<Record<string, Assumption>> = {}): StepOutcome {
  try {
    if ("identity" in step) {
      const [left, right] = sidesOf(step, hypotheses);
      const proof = prove(book.expand(left), book.expand(right), book.symbols);
      if (proof.proved) return HOLDS;
      return { kind: "fails", says: `${left} = ${right} fails: ${describeDifference(proof.difference)}` };
    }
    return "expectation" in step ? ofExpectation(step, book) : ofSign(step, book);
  } catch (error) {
    if (error instanceof RangeError) return { kind: "undecided", says: `${textOf(step)}: ${error.message}` };
    throw error;
  }
}

function ofExpectation({ expectation: { of, over, moments, equals } }: ExpectationStep, book: Book): StepOutcome {
  const given = moments.map((moment) => book.expand(moment));
  if (isSumOfExpectations(book.expand(of), over, given, book.expand(equals))) return HOLDS;
  return { kind: "fails", says: `the expectation of ${of} is not ${equals}` };
}

function ofSign(step: SignStep, book: Book): StepOutcome {
  const { of, is } = step.sign;
  const expression = signedExpression(step, book);
  const domainOf = domainsOf(step, book);
  const sign = certifiedSign(expression, domainOf);
  if (sign === "positive" || sign === is) return HOLDS;
  const against = findSign(expression, is === "positive" ? "at most 0" : "below 0", book.symbols, domainOf);
  if (against !== null) return { kind: "fails", says: `${of} is not ${is}: ${against}` };
  return { kind: "undecided", says: `the coefficients of ${of} do not certify that it is ${is}` };
}
