import type { Expression, ModeIndex } from "./expression.ts";

/** Arithmetic on one kind of value: what a reading of a formula needs to know. */
export interface Arithmetic<T> {
  /** The value of an integer. */
  readonly integer: (value: bigint) => T;
  /** −x. */
  readonly negate: (value: T) => T;
  /** x + y. */
  readonly add: (left: T, right: T) => T;
  /** x − y. */
  readonly subtract: (left: T, right: T) => T;
  /** xy. */
  readonly multiply: (left: T, right: T) => T;
  /** x/y. */
  readonly divide: (left: T, right: T) => T;
  /** xⁿ for an integer n. */
  readonly power: (base: T, exponent: number) => T;
}

/** Values of the symbols: scalars by name, per-mode symbols as lists over the modes. */
export interface Point<T> {
  /** How many modes there are. */
  readonly modes: number;
  /** By name. */
  readonly scalars: Readonly<Record<string, T>>;
  /** By name, one value per mode. */
  readonly perMode: Readonly<Record<string, readonly T[]>>;
}

/** Which modes j and k are, for a term that stands outside any sum. */
export type Modes = Partial<Record<ModeIndex, number>>;

/**
 * The value of an expression at a point, in whatever arithmetic: rational numbers, intervals, Taylor models.
 *
 * @param expression expanded: see `Book.expand`.
 * @param point a value of each symbol that occurs.
 * @param arithmetic what to compute with.
 * @param at which modes j and k are, for a term outside any sum.
 * @throws RangeError for a symbol that the point gives no value to, and for a derivative or substitution that was not
 * carried out.
 */
export function interpret<T>(expression: Expression, point: Point<T>, arithmetic: Arithmetic<T>, at: Modes = {}): T {
  switch (expression.kind) {
    case "number":
      return arithmetic.integer(expression.value);
    case "symbol": {
      const { name, index } = expression;
      const found = index === null ? point.scalars[name] : point.perMode[name]?.[at[index] ?? -1];
      if (found === undefined) throw new RangeError(`no value is given to ${name}`);
      return found;
    }
    case "negate":
      return arithmetic.negate(interpret(expression.argument, point, arithmetic, at));
    case "binary":
      return arithmetic[OPERATIONS[expression.operator]](
        interpret(expression.left, point, arithmetic, at),
        interpret(expression.right, point, arithmetic, at),
      );
    case "power":
      return arithmetic.power(interpret(expression.base, point, arithmetic, at), expression.exponent);
    case "sum":
    case "pairs": {
      const term = (modes: Modes): T => interpret(expression.summand, point, arithmetic, modes);
      let total = arithmetic.integer(0n);
      for (let j = 0; j < point.modes; j++) {
        if (expression.kind === "sum") total = arithmetic.add(total, term({ ...at, j }));
        else {
          for (let k = j + 1; k < point.modes; k++) total = arithmetic.add(total, term({ j, k }));
        }
      }
      return total;
    }
    default:
      throw new RangeError(`${expression.kind} has no value: expand it first`);
  }
}

const OPERATIONS = { "+": "add", "-": "subtract", "*": "multiply", "/": "divide" } as const;
