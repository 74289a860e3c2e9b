import {
  binary,
  type Book,
  certifiedSign,
  type Domain,
  isSumOfExpectations,
  prove,
  symbolsOf,
} from "../formula/index.ts";
import { changedBy, isNeverZero } from "./vacuous.ts";
import {
  type Assumption,
  type Derivation,
  domainsOf,
  equationsOf,
  type ExpectationStep,
  type IdentityStep,
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
  const changed = changedBy(book, prepared);
  if (changed !== null) return `cannot be prepared: ${changed}`;
  for (const step of steps as readonly Step[]) {
    const wrong = wrongShape(step) ?? reading(() => read(step, prepared, hypotheses));
    if (wrong !== null) return `step ${JSON.stringify(step?.says ?? "")}: ${wrong}`;
  }
  return null;
}

// Whoever writes JavaScript has no compiler that says what is missing.
function wrongShape(step: Step): string | null {
  const kinds = ["identity", "expectation", "sign"].filter((kind) => Object.hasOwn(step ?? {}, kind));
  if (kinds.length !== 1) return "it is not a step; expected one of identity, expectation and sign";
  if ("identity" in step && !(Array.isArray(step.identity) && step.identity.length === 2))
    return "its identity has not two sides";
  if ("sign" in step && !["positive", "nonnegative"].includes(step.sign.is))
    return `its sign is ${JSON.stringify(step.sign.is)}; expected positive or nonnegative`;
  return null;
}

// What the kernel cannot be asked at all: of signs and expectations it says so at once, of identities once it has tried.
function read(step: Step, book: Book, hypotheses: Readonly<Record<string, Assumption>>): void {
  if ("identity" in step) readIdentity(step, book, hypotheses);
  else if ("expectation" in step) readExpectation(step, book);
  else readSign(step, book);
}

function readIdentity(step: IdentityStep, book: Book, hypotheses: Readonly<Record<string, Assumption>>): void {
  for (const side of sidesOf(step, hypotheses)) book.expand(side);
  const { given } = step;
  if (given === undefined) return;
  const { zero } = hypotheses[given.hypothesis]!;
  if (isNeverZero(book.expand(zero), (symbol) => domainOf(symbol, book)))
    throw new RangeError(
      `the hypothesis ${given.hypothesis} is never true, as ${zero} is never 0: all follows from it`,
    );
}

function readExpectation({ expectation: { of, over, moments, equals } }: ExpectationStep, book: Book): void {
  const value = book.expand(of);
  if (!symbolsOf(value).has(over))
    throw new RangeError(`${over} does not occur in ${of}: there is nothing to take the mean of`);
  const given = moments.map((moment) => book.expand(moment));
  given.forEach((moment, order) => {
    const says = `the moment of order ${order} of ${over} is ${moments[order]!}`;
    if (symbolsOf(moment).has(over)) throw new RangeError(`${says}; expected a mean, which has no ${over} in it`);
    if (order === 0 && !prove(moment, book.expand("1"), book.symbols).proved)
      throw new RangeError(`${says}; expected 1, the mean of ${over}^0`);
    const opposite = { kind: "negate", argument: moment } as const;
    if (order % 2 === 0 && certifiedSign(opposite, (symbol) => domainOf(symbol, book)) === "positive")
      throw new RangeError(`${says}, which is negative, and the mean of an even power is not`);
  });
  isSumOfExpectations(value, over, given, book.expand(equals));
}

function domainOf(symbol: string, book: Book): Domain {
  return book.symbols[symbol.replace(/_[jk]$/, "")]!.domain;
}

const DOMAINS = ["positive", "nonnegative", "nonzero", "real"];

function readSign(step: SignStep, book: Book): void {
  for (const [name, domain] of Object.entries(step.sign.where ?? {})) {
    if (!Object.hasOwn(book.symbols, name.replace(/_[jk]$/, "")))
      throw new RangeError(`where narrows ${name}, which is no symbol`);
    if (!DOMAINS.includes(domain))
      throw new RangeError(`where has ${JSON.stringify(domain)} for ${name}; expected ${DOMAINS.join(", ")}`);
  }
  const domains = domainsOf(step, book);
  certifiedSign(signedExpression(step, book), domains);
  for (const { key, part, value } of equationsOf(step, book)) {
    if (isNeverZero(binary("-", part, value), domains))
      throw new RangeError(`at says that ${key} is ${step.sign.at![key]!}, which is never true: all follows from it`);
  }
}
