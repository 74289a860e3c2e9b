import { type Book, certifiedSign, type Domain, type Expression } from "../formula/index.ts";

/*
 * What a derivation may not assume: from what is never true all follows, and of another book than the claim's it says nothing.
 */

/** Whether its coefficients certify that an expression is 0 nowhere. False where that is not known. */
export function isNeverZero(expression: Expression, domainOf: (symbol: string) => Domain): boolean {
  return [expression, { kind: "negate", argument: expression } as const].some((each) => {
    try {
      return certifiedSign(each, domainOf) === "positive";
    } catch (error) {
      if (error instanceof RangeError) return false;
      throw error;
    }
  });
}

/**
 * Which name of a book means another thing in the book that was prepared from it, in a sentence; null where none does. Names may
 * be added, and what a formula is may be forgotten: it is then any real number.
 */
export function changedBy(book: Book, prepared: Book): string | null {
  for (const [name, { domain, perMode }] of Object.entries(book.symbols)) {
    const now = Object.hasOwn(prepared.symbols, name) ? prepared.symbols[name] : undefined;
    if (now?.domain !== domain || now.perMode !== perMode)
      return `it changes the symbol ${name}; where a step needs a smaller domain, that is said in its \`where\``;
  }
  for (const [name, formula] of book.formulas) {
    const isForgotten = Object.hasOwn(prepared.symbols, name) && prepared.symbols[name]!.domain === "real";
    const now = prepared.formulas.get(name)?.expression;
    if (Object.hasOwn(prepared.symbols, name) ? !isForgotten || now !== undefined : now !== formula.expression)
      return `it changes the formula ${name}; give another one a name of its own, or forget it by opaque("${name}")`;
  }
  return null;
}
