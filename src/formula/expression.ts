/**
 * A closed form as plain data: the one tree that every reading (number, exact, LaTeX, mutants) starts from.
 *
 * `index` says which mode a symbol belongs to: `s_j` is `{name: "s", index: "j"}`; a scalar has index `null`.
 * `sum` binds j over all modes; `pairs` binds j < k over all unordered pairs of modes. `derivative` and `at` (one scalar
 * replaced by a value) are carried out when a book expands a formula to its declared symbols; no reading meets them.
 */
export type Expression =
  | { readonly kind: "number"; readonly value: bigint }
  | SymbolExpression
  | {
      readonly kind: "binary";
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: "negate"; readonly argument: Expression }
  | { readonly kind: "power"; readonly base: Expression; readonly exponent: number }
  | { readonly kind: "sum" | "pairs"; readonly summand: Expression }
  | { readonly kind: "derivative"; readonly of: Expression; readonly by: string }
  | { readonly kind: "at"; readonly of: Expression; readonly name: string; readonly value: Expression };

/** An operation on two expressions. */
export type BinaryOperator = "+" | "-" | "*" | "/";
/** The mode that a symbol belongs to: j, or k beside j in a sum over pairs. */
export type ModeIndex = "j" | "k";
/** A name in an expression. */
export interface SymbolExpression {
  /** Tells it from other expressions. */
  readonly kind: "symbol";
  /** As it is declared, without index. */
  readonly name: string;
  /** The mode it belongs to; null for a scalar. */
  readonly index: ModeIndex | null;
}

export function integer(value: number | bigint): Expression {
  return { kind: "number", value: BigInt(value) };
}

export function binary(operator: BinaryOperator, left: Expression, right: Expression): Expression {
  return { kind: "binary", operator, left, right };
}

/** The direct subexpressions, in reading order. */
export function children(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case "number":
    case "symbol":
      return [];
    case "binary":
      return [expression.left, expression.right];
    case "negate":
      return [expression.argument];
    case "power":
      return [expression.base];
    case "sum":
    case "pairs":
      return [expression.summand];
    case "derivative":
      return [expression.of];
    case "at":
      return [expression.of, expression.value];
  }
}

/** The same node with its direct subexpressions replaced by `change(child)`. */
export function mapChildren(expression: Expression, change: (child: Expression) => Expression): Expression {
  switch (expression.kind) {
    case "number":
    case "symbol":
      return expression;
    case "binary":
      return { ...expression, left: change(expression.left), right: change(expression.right) };
    case "negate":
      return { ...expression, argument: change(expression.argument) };
    case "power":
      return { ...expression, base: change(expression.base) };
    case "sum":
    case "pairs":
      return { ...expression, summand: change(expression.summand) };
    case "derivative":
      return { ...expression, of: change(expression.of) };
    case "at":
      return { ...expression, of: change(expression.of), value: change(expression.value) };
  }
}

/** Replaces every symbol by `replace(symbol)`, everywhere in the tree. */
export function mapSymbols(expression: Expression, replace: (symbol: SymbolExpression) => Expression): Expression {
  return expression.kind === "symbol"
    ? replace(expression)
    : mapChildren(expression, (child) => mapSymbols(child, replace));
}

/** Replaces every subexpression for which `replace` gives another, from the root down. */
export function mapExpression(expression: Expression, replace: (part: Expression) => Expression | null): Expression {
  return replace(expression) ?? mapChildren(expression, (child) => mapExpression(child, replace));
}

/** Every symbol that occurs, each once, keyed as written (`s_j`, `lambda`). */
export function symbolsOf(expression: Expression): Map<string, SymbolExpression> {
  const found = new Map<string, SymbolExpression>();
  const visit = (node: Expression): void => {
    if (node.kind === "symbol") found.set(symbolKey(node), node);
    else children(node).forEach(visit);
  };
  visit(expression);
  return found;
}

/** A symbol as it is written in a formula: `lambda`, `s_j`. */
export function symbolKey(symbol: SymbolExpression): string {
  return symbol.index === null ? symbol.name : `${symbol.name}_${symbol.index}`;
}

/** True when a sum over modes or over pairs occurs anywhere in the tree. */
export function containsSum(expression: Expression): boolean {
  return expression.kind === "sum" || expression.kind === "pairs" || children(expression).some(containsSum);
}

/** The modes of symbols that no sum binds: Σ_j binds j, Σ_{j<k} both. */
export function freeModes(expression: Expression): ReadonlySet<ModeIndex> {
  if (expression.kind === "pairs") return new Set();
  if (expression.kind === "symbol") return new Set(expression.index === null ? [] : [expression.index]);
  const inside = children(expression).flatMap((child) => [...freeModes(child)]);
  return new Set(expression.kind === "sum" ? inside.filter((mode) => mode !== "j") : inside);
}

/** The largest exponent in size, and of powers within powers the largest product: beyond, a value has too many digits. */
export const LARGEST_EXPONENT = 1000;

/** @throws RangeError where base^exponent has an exponent beyond `LARGEST_EXPONENT`, or a product of exponents. */
export function requirePower(base: Expression, exponent: bigint | number): void {
  const within = powersWithin(base);
  const size = BigInt(exponent < 0 ? -exponent : exponent) * BigInt(within);
  if (size <= LARGEST_EXPONENT) return;
  const which = within > 1 ? `, and ${within} within it make ${size}` : "";
  throw new RangeError(`exponents are integers of at most ${LARGEST_EXPONENT} in size${which}`);
}

// The largest product of the exponents of powers one within another, each as its size, at least 1.
function powersWithin(expression: Expression): number {
  const within = children(expression).reduce((most, child) => Math.max(most, powersWithin(child)), 1);
  return expression.kind === "power" ? Math.max(1, Math.abs(expression.exponent)) * within : within;
}
