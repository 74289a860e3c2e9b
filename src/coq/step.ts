import {
  type Assumption,
  equationsOf,
  type ExpectationStep,
  type IdentityStep,
  signedExpression,
  type SignStep,
  type Step,
} from "../evidence/index.ts";
import {
  asQuotient,
  binary,
  type Book,
  coefficientsIn,
  coqName,
  coqTerm,
  type Expression,
  mapSymbols,
  parse,
  type SymbolExpression,
} from "../formula/index.ts";
import type { Statement } from "./lemma.ts";

type Hypotheses = Readonly<Record<string, Assumption>>;

/** The formulas a step is about, as they are written. */
export function formulasOf(step: Step, hypotheses: Hypotheses): string[] {
  if ("sign" in step) return [step.sign.of, ...Object.entries(step.sign.at ?? {}).flat()];
  if ("expectation" in step) return [step.expectation.of, ...step.expectation.moments, step.expectation.equals];
  const given = step.given === undefined ? [] : [step.given.times, hypotheses[step.given.hypothesis]!.zero];
  return [...step.identity, ...given];
}

/** A step as people read it, over the names of the book. */
export function showStep(step: Step, hypotheses: Hypotheses): string {
  if ("sign" in step) {
    const { of, at = {}, is } = step.sign;
    const equations = Object.entries(at).map(([part, value]) => `${part} = ${value}`);
    const where = equations.length === 0 ? "" : ` where ${equations.join(", ")}`;
    return `${of} ${is === "positive" ? "> 0" : "≥ 0"}${where}`;
  }
  if ("expectation" in step) return `Σ E[${step.expectation.of}] = ${step.expectation.equals}`;
  const { identity, given } = step;
  const where = given === undefined ? "" : ` where ${hypotheses[given.hypothesis]!.says}`;
  return `${identity.join(" = ")}${where}`;
}

/** What a step says in Coq. @throws RangeError outside the language of formulas. */
export function statementOf(step: Step, book: Book, hypotheses: Hypotheses): Statement {
  if ("sign" in step) return signStatement(step, book);
  return "expectation" in step ? expectationStatement(step, book) : identityStatement(step, book, hypotheses);
}

function identityStatement({ identity, given }: IdentityStep, book: Book, hypotheses: Hypotheses): Statement {
  const [left, right] = identity.map((side) => book.expand(side));
  const conclusion = [coqTerm(left!), `= ${coqTerm(right!)}`];
  if (given === undefined) return { expressions: [left!, right!], conclusion, proof: ["identity."] };
  const zero = book.expand(hypotheses[given.hypothesis]!.zero);
  const times = book.expand(given.times);
  const name = `${coqName(given.hypothesis)}_is_zero`;
  return {
    expressions: [left!, right!, times, zero],
    hypotheses: [`(${name} : ${coqTerm(zero)} = 0)`],
    conclusion,
    proof: [`apply (given (${coqTerm(times)}) _ ${name}).`, "identity."],
  };
}

// What the step replaces is assumed as equations about the formula as the book has it, and rewritten in Coq.
function signStatement(step: SignStep, book: Book): Statement {
  const { of, is, where = {} } = step.sign;
  const expression = book.expand(of);
  const equations = equationsOf(step, book);
  const replaced = signedExpression(step, book);
  return {
    expressions: [expression, ...equations.flatMap(({ part, value }) => [part, value])],
    divided: [replaced],
    where,
    hypotheses: equations.map(({ part, value }, i) => `(at_${i + 1} : ${coqTerm(part)} = ${coqTerm(value)})`),
    conclusion: [`0 ${is === "positive" ? "<" : "<="} ${coqTerm(expression)}`],
    proof: [
      ...(equations.length === 0 ? [] : [`rewrite ${equations.map((_, i) => `at_${i + 1}`).join(", ")}.`]),
      `sign_of (${coqTerm(asQuotient(replaced))}).`,
    ],
  };
}

// A mode's random symbol is averaged by any linear functional with the given moments.
function expectationStatement({ expectation }: ExpectationStep, book: Book): Statement {
  const { over, equals } = expectation;
  const of = book.expand(expectation.of);
  const sum = book.expand(equals);
  const moments = expectation.moments.map((moment) => book.expand(moment));
  const random = parse(over) as SymbolExpression;
  const inOneVariable = mapSymbols(of, (symbol) =>
    symbol.name === random.name && symbol.index === random.index ? { ...symbol, index: null } : symbol,
  );
  const coefficients = coefficientsIn(of, over);
  const averages = coefficients
    .map((coefficient, order) => binary("*", coefficient, moments[order]!))
    .reduce((total, term) => binary("+", total, term));
  return {
    expressions: [{ kind: "sum", summand: of }, ...moments.map(inSum), sum],
    hypotheses: [
      "(E : nat -> (R -> R) -> R)",
      "(E_linear : forall j, linear (E j))",
      ...moments.map(
        (moment, order) => `(moment_${order} : forall j, E j (fun w => w ^ ${order}) = ${coqTerm(moment)})`,
      ),
    ],
    bound: [random.name],
    conclusion: [
      `sum r (fun j => E j (fun ${coqName(random.name)} => ${coqTerm(inOneVariable)}))`,
      `= ${coqTerm(sum)}`,
    ],
    proof: [
      "expectation",
      `  (fun j : nat => [${coefficients.map(coqTerm).join("; ")}])`,
      `  (fun j : nat => ${coqTerm(averages)}).`,
    ],
  };
}

function inSum(summand: Expression): Expression {
  return { kind: "sum", summand };
}
