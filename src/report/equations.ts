import type { Assumption, ExpectationStep, SignStep, Step } from "../evidence/index.ts";
import { type Domain, type Expression, latex, type Names, parse } from "../formula/index.ts";
import { type Display, equation, widthOf } from "./lines.ts";

/** What a step states. */
export function stepDisplay(step: Step, book: Names): Display {
  if ("identity" in step) return equation(book, parse(step.identity[0]), "=", parse(step.identity[1]));
  if ("sign" in step) return equation(book, parse(step.sign.of), step.sign.is === "positive" ? ">" : "\\ge", ZERO);
  const { of, equals } = step.expectation;
  const expression = parse(of);
  const left = {
    latex: `\\sum_j \\operatorname{E}\\left[${latex(book, expression)}\\right]`,
    width: widthOf(expression) + 4,
  };
  return equation(book, left, "=", parse(equals));
}

/** What a step states, as it is written. */
export function stepText(step: Step): string {
  if ("identity" in step) return step.identity.join(" = ");
  if ("sign" in step) return `${step.sign.of} ${step.sign.is === "positive" ? ">" : "≥"} 0`;
  return `sum(E[${step.expectation.of}]) = ${step.expectation.equals}`;
}

const ZERO: Expression = { kind: "number", value: 0n };

/** What an expectation assumes of its random symbol: E w = 0, E w² = …, from the first moment on. */
export function momentsLatex({ expectation: { over, moments } }: ExpectationStep, book: Names): string[] {
  const symbol = latex(book, over);
  return moments
    .slice(1)
    .map((moment, i) => `\\operatorname{E} ${i === 0 ? symbol : `${symbol}^{${i + 1}}`} = ${latex(book, moment)}`);
}

/** What a sign assumes: equations such as s_j = s_k + d, and domains that are smaller than the symbols' own, such as γ² > 0. */
export function assumedLatex({ sign: { at = {}, where = {} } }: SignStep, book: Names): string[] {
  const equations = Object.entries(at).map(([part, value]) => `${latex(book, part)} = ${latex(book, value)}`);
  return [...equations, ...Object.entries(where).map(([name, domain]) => domainLatex(book, name, domain))];
}

/** A symbol of the book, with the mode index that it has, or is given. */
export function symbolLatex(book: Names, name: string): string {
  return latex(book, book.symbols[name]?.perMode === true ? `${name}_j` : name);
}

/** `γ² > 0`; the symbol alone where it may be any real number. */
export function domainLatex(book: Names, name: string, domain: Domain): string {
  const sign = { positive: " > 0", nonnegative: " \\ge 0", nonzero: " \\ne 0", real: "" }[domain];
  return symbolLatex(book, name) + sign;
}

/** What a hypothesis says is 0, as an equation. */
export function assumptionLatex({ zero }: Assumption, book: Names): string {
  return `${latex(book, zero)} = 0`;
}

/** The equation that defines a formula. */
export function definitionDisplay(book: Names, name: string): Display {
  const { expression, perMode } = book.formulas.get(name)!;
  const symbol = latex(book, perMode ? `${name}_j` : name);
  return equation(book, { latex: symbol, width: 2 }, "=", expression);
}
