import type { Book } from "./book.ts";
import { findDifference } from "./exact/difference.ts";
import {
  binary,
  type BinaryOperator,
  children,
  type Expression,
  integer,
  mapChildren,
  symbolKey,
  symbolsOf,
} from "./expression.ts";
import { format } from "./format.ts";
import { DividesByZeroFunction } from "./kernel/rational.ts";
import { isIdenticallyZero } from "./kernel/sums.ts";
import type { Symbols } from "./symbols.ts";

/** A formula broken in one place. */
export interface Mutant {
  /** Which formula is broken. */
  readonly formula: string;
  /** How, as `original → broken`, within the formula's own text. */
  readonly change: string;
  /** The whole broken formula, as text. */
  readonly text: string;
  /** The whole broken formula. */
  readonly expression: Expression;
}

/** The ways to break a formula. */
export interface Mutants {
  /** Those whose value differs from the formula's somewhere: a check that covers the formula must catch each. */
  readonly live: readonly Mutant[];
  /** Those that divide by what is zero everywhere: they have no value that a check could hold against another. */
  readonly nowhere: readonly Mutant[];
  /** How many were written differently yet proved identically equal, and so discarded. */
  readonly discarded: number;
}

/**
 * Every way to break a formula in one place: signs, operators, exponents ± 1, dropped terms and factors, swapped
 * symbols, constants ± 1. Mutants that read the same are taken once; what is no formula (a sum within a sum) is left out.
 *
 * @param book with the formula.
 * @param name of the formula.
 * @throws RangeError where neither a difference nor an identity can be established for some mutant.
 */
export function mutantsOf(book: Book, name: string): Mutants {
  const { expression, perMode } = book.formula(name);
  const self = { kind: "symbol", name, index: perMode ? "j" : null } as const;
  const whole = book.expand(self);
  const found: Record<"live" | "nowhere", Mutant[]> = { live: [], nowhere: [] };
  const seen = new Set([format(expression)]);
  let discarded = 0;
  for (const { broken, change } of variants(expression, [...symbolsOf(expression).values()])) {
    const text = format(broken);
    if (seen.has(text)) continue;
    seen.add(text);
    const expanded = expandOrNull(book.with(name, broken), self);
    if (expanded === null) continue;
    const kind = kindOf(whole, expanded, book.symbols);
    if (kind === "identical") discarded++;
    else found[kind].push({ formula: name, change, text, expression: broken });
  }
  return { ...found, discarded };
}

function expandOrNull(book: Book, expression: Expression): Expression | null {
  try {
    return book.expand(expression);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

// A point where the two differ settles it; only where none is found must the kernel decide.
function kindOf(original: Expression, broken: Expression, symbols: Symbols): "live" | "nowhere" | "identical" {
  if (findDifference(original, broken, symbols) !== null) return "live";
  try {
    if (isIdenticallyZero(binary("-", original, broken))) return "identical";
  } catch (error) {
    if (error instanceof DividesByZeroFunction) return "nowhere";
    throw error;
  }
  throw new RangeError(`the mutant ${format(broken)} is not identical, yet agrees at every point tried`);
}

interface Variant {
  readonly broken: Expression;
  readonly change: string;
}

// The variants of a tree: those of its root, and those of each child in its place.
function variants(expression: Expression, symbols: readonly Expression[]): Variant[] {
  const atRoot = breakRoot(expression, symbols).map((broken) => ({
    broken,
    change: `${format(expression)} → ${format(broken)}`,
  }));
  const inside = children(expression).flatMap((child, position) =>
    variants(child, symbols).map(({ broken, change }) => {
      let at = 0;
      return { broken: mapChildren(expression, (part) => (at++ === position ? broken : part)), change };
    }),
  );
  return [...atRoot, ...inside];
}

function breakRoot(expression: Expression, symbols: readonly Expression[]): Expression[] {
  switch (expression.kind) {
    case "number":
      return [integer(expression.value + 1n), integer(expression.value - 1n)];
    case "symbol": {
      const others = symbols.filter((other) => other.kind === "symbol" && canReplace(other, expression));
      return [...others, { kind: "negate", argument: expression }, { kind: "power", base: expression, exponent: 2 }];
    }
    case "binary": {
      const { operator, left, right } = expression;
      const operators: BinaryOperator[] = ["+", "-", "*", "/"];
      const swapped = operators.filter((other) => other !== operator).map((other) => binary(other, left, right));
      const rest = operator === "-" ? { kind: "negate" as const, argument: right } : right;
      return [...swapped, left, operator === "/" ? binary("/", integer(1), right) : rest];
    }
    case "negate":
      return [expression.argument];
    case "power":
      return [1, -1].map((step) => ({ ...expression, exponent: expression.exponent + step }));
    default:
      return [];
  }
}

// A scalar may stand anywhere; a symbol of one mode only where a symbol of that mode stood.
function canReplace(other: Expression & { kind: "symbol" }, original: Expression & { kind: "symbol" }): boolean {
  if (symbolKey(other) === symbolKey(original)) return false;
  return other.index === null || other.index === original.index;
}
