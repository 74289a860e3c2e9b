import {
  certifiedSign,
  children,
  containsSum,
  type Domain,
  type Expression,
  format,
  freeModes,
  type ModeIndex,
  symbolKey,
} from "../formula/index.ts";

/** Something that is divided by, and which modes it is divided by in: those of the sum around it, bound there. */
export interface Denominator {
  readonly expression: Expression;
  readonly bound: readonly ModeIndex[];
}

/** What expressions divide by, each factor once, where it is not positive by its mere shape. */
export interface Denominators {
  /** An identity holds "wherever both sides are defined": these must be assumed not to vanish. */
  readonly doubtful: readonly Denominator[];
  /** These are positive by the symbols' domains, but only their normal form shows it, such as 1 − a_j. */
  readonly hidden: readonly Denominator[];
}

type DomainOf = (symbol: string) => Domain;

/** The factors of all denominators in the expressions, but for those that are positive by their shape. */
export function denominatorsOf(expressions: readonly Expression[], domainOf: DomainOf): Denominators {
  const found = new Map<string, Denominator>();
  const divide = (by: Expression, bound: readonly ModeIndex[]): void => {
    if (by.kind === "negate") return divide(by.argument, bound);
    if (by.kind === "power") return divide(by.base, bound);
    if (by.kind === "binary" && (by.operator === "*" || by.operator === "/")) {
      divide(by.left, bound);
      return divide(by.right, bound);
    }
    if (by.kind === "number" || isPlainlyPositive(by, domainOf)) return;
    const free = freeModes(by);
    const denominator = { expression: by, bound: bound.filter((mode) => free.has(mode)) };
    found.set(`${format(by)} ${denominator.bound.join()}`, denominator);
  };
  const visit = (part: Expression, bound: readonly ModeIndex[]): void => {
    if (part.kind === "binary" && part.operator === "/") divide(part.right, bound);
    if (part.kind === "power" && part.exponent < 0) divide(part.base, bound);
    const inside = part.kind === "sum" ? (["j"] as const) : part.kind === "pairs" ? (["j", "k"] as const) : bound;
    children(part).forEach((child) => visit(child, inside));
  };
  expressions.forEach((expression) => visit(expression, []));
  const all = [...found.values()];
  const isHidden = ({ expression }: Denominator): boolean =>
    !containsSum(expression) && certifiedSign(expression, domainOf) === "positive";
  return { doubtful: all.filter((denominator) => !isHidden(denominator)), hidden: all.filter(isHidden) };
}

// A sum, product or quotient of positive numbers and symbols.
function isPlainlyPositive(expression: Expression, domainOf: DomainOf): boolean {
  switch (expression.kind) {
    case "number":
      return expression.value > 0n;
    case "symbol":
      return domainOf(symbolKey(expression)) === "positive";
    case "binary":
      return expression.operator !== "-" && children(expression).every((child) => isPlainlyPositive(child, domainOf));
    case "power":
      return isPlainlyPositive(expression.base, domainOf);
    default:
      return false;
  }
}
