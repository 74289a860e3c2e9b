import { type Book, certifiedSign, isSumOfExpectations, symbolsOf } from "../formula/index.ts";
import {
  type Assumption,
  type Derivation,
  domainsOf,
  type ExpectationStep,
  sidesOf,
  signedExpression,
  type SignStep,
  type Step,
} from "./step.ts";

/**
 * Why a derivation cannot be read in a book, in a sentence that names the step; null where it can. Such a derivation says
 * nothing, right or wrong: it is an error of whoever wrote it, and is known before anything is checked.
 */
export function unreadable(
  { steps, hypotheses = {}, prepare = (same) => same }: Derivation,
  book: Book,
): string | null {
  if (!Array.isArray(steps) || steps.length === 0) return "has no steps; expected at least one";
  const reading = (action: () => void): string | null => {
    try {
      action();
      return null;
    } catch (error) {
      if (error instanceof RangeError || error instanceof SyntaxError) return error.message;
      throw error;
    }
  };
  let prepared = book;
  const unprepared = reading(() => (prepared = prepare(book)));
  if (unprepared !== null) return `cannot be prepared: ${unprepared}`;
  for (const step of steps as readonly Step[]) {
    const wrong = wrongShape(step) ?? reading(() => read(step, prepared, hypotheses));
    if (wrong !== null) return `step ${JSON.stringify(step?.says ?? "")}: ${wrong}`;
  }
  return null;
}

// Whoever writes JavaScript has no compiler that says what is missing.
function wrongShape(step: Step): string | null {
  const kinds = ["identity", "expectation", "sign"].filter((kind) => Object.hasOwn(step ?? {}, kind));
  if (kinds.length !== 1) return "it is no step; expected one of identity, expectation and sign";
  if ("identity" in step && !(Array.isArray(step.identity) && step.identity.length === 2))
    return "its identity has not two sides";
  if ("sign" in step && !["positive", "nonnegative"].includes(step.sign.is))
    return `its sign is ${JSON.stringify(step.sign.is)}; expected positive or nonnegative`;
  return null;
}

// What the kernel cannot be asked at all: of signs and expectations it says so at once, of identities once it has tried.
function read(step: Step, book: Book, hypotheses: Readonly<Record<string, Assumption>>): void {
  if ("identity" in step) sidesOf(step, hypotheses).forEach((side) => book.expand(side));
  else if ("expectation" in step) readExpectation(step, book);
  else readSign(step, book);
}

function readExpectation({ expectation: { of, over, moments, equals } }: ExpectationStep, book: Book): void {
  const value = book.expand(of);
  if (!symbolsOf(value).has(over))
    throw new RangeError(`${over} does not occur in ${of}: there is nothing to take the mean of`);
  const given = moments.map((moment) => book.expand(moment));
  isSumOfExpectations(value, over, given, book.expand(equals));
}

const DOMAINS = ["positive", "nonnegative", "nonzero", "real"];

function readSign(step: SignStep, book: Book): void {
  for (const [name, domain] of Object.entries(step.sign.where ?? {})) {
    if (book.symbols[name.replace(/_[jk]$/, "")] === undefined)
      throw new RangeError(`where narrows ${name}, which is no symbol`);
    if (!DOMAINS.includes(domain))
      throw new RangeError(`where has ${JSON.stringify(domain)} for ${name}; expected ${DOMAINS.join(", ")}`);
  }
  certifiedSign(signedExpression(step, book), domainsOf(step, book));
}
