import { type Book, children, coqName, coqTerm, type Expression, format, parse } from "../formula/index.ts";
import type { Statement } from "./lemma.ts";

/** A derivative that a formula asks for, and what the book makes of it. */
export interface Slope {
  readonly of: Expression;
  readonly by: string;
  readonly is: Expression;
}

/** Every derivative that formulas ask for, themselves or through the book's formulas that they name, innermost first. */
export function slopesIn(formulas: readonly string[], book: Book): Slope[] {
  const found = new Map<string, Slope>();
  const read = new Set<string>();
  const visit = (part: Expression): void => {
    if (part.kind === "symbol") {
      const formula = book.formulas.get(part.name);
      if (formula === undefined || book.symbols[part.name] !== undefined || read.has(part.name)) return;
      read.add(part.name);
      visit(formula.expression);
      return;
    }
    children(part).forEach(visit);
    if (part.kind === "derivative") {
      const slope = { of: book.expand(part.of), by: part.by, is: book.expand(part) };
      found.set(`${format(slope.of)} by ${slope.by}`, slope);
    }
  };
  formulas.forEach((formula) => visit(parse(formula)));
  return [...found.values()];
}

/** That a slope is the derivative, in the sense of Coq's analysis: a limit of difference quotients. */
export function slopeStatement({ of, by, is }: Slope): Statement {
  const variable = coqName(by);
  return {
    expressions: [of, is, { kind: "symbol", name: by, index: null }],
    conclusion: [`derivable_pt_lim (fun ${variable} => ${coqTerm(of)})`, variable, `(${coqTerm(is)})`],
    proof: ["slope."],
  };
}
