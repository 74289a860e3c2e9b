import {
  certifiedSign,
  children,
  containsSum,
  type Domain,
  type Expression,
  format,
  freeModes,
  type ModeIndex,
} from "../formula/index.ts";

/** Something that is divided by, and which modes it is divided by in: those of the sum around it, bound there. */
export interface Denominator {
  readonly expression: Expression;
  readonly bound: readonly ModeIndex[];
}

/**
 * What expressions divide by, each factor once, without those that the symbols' domains show to be positive: an identity
 * holds "wherever both sides are defined", so these must be assumed not to vanish.
 */
export function doubtfulDenominators(
  expressions: readonly Expression[],
  domainOf: (symbol: string) => Domain,
): Denominator[] {
  const found = new Map<string, Denominator>();
  const divide = (by: Expression, bound: readonly ModeIndex[]): void => {
    if (by.kind === "number") return;
    if (by.kind === "negate") return divide(by.argument, bound);
    if (by.kind === "power") return divide(by.base, bound);
    if (by.kind === "binary" && (by.operator === "*" || by.operator === "/")) {
      divide(by.left, bound);
      return divide(by.right, bound);
    }
    if (containsSum(by) || certifiedSign(by, domainOf) !== "positive") {
      const free = freeModes(by);
      const denominator = { expression: by, bound: bound.filter((mode) => free.has(mode)) };
      found.set(`${format(by)} ${denominator.bound.join()}`, denominator);
    }
  };
  const visit = (part: Expression, bound: readonly ModeIndex[]): void => {
    if (part.kind === "binary" && part.operator === "/") divide(part.right, bound);
    if (part.kind === "power" && part.exponent < 0) divide(part.base, bound);
    const inside = part.kind === "sum" ? (["j"] as const) : part.kind === "pairs" ? (["j", "k"] as const) : bound;
    children(part).forEach((child) => visit(child, inside));
  };
  expressions.forEach((expression) => visit(expression, []));
  return [...found.values()];
}
