import { type Expression, type ModeIndex } from "../expression.ts";
import * as F from "./fraction.ts";
import type { Fraction } from "./fraction.ts";

/** Rational values: scalars by name, per-mode symbols as lists over the modes. */
export interface RationalPoint {
  readonly modes: number;
  readonly scalars: Readonly<Record<string, Fraction>>;
  readonly perMode: Readonly<Record<string, readonly Fraction[]>>;
}

type Indices = Partial<Record<ModeIndex, number>>;

/** The exact value at a point. @throws DivisionByZero where a denominator vanishes. */
export function evaluate(expression: Expression, point: RationalPoint, indices: Indices = {}): Fraction {
  const value = (part: Expression): Fraction => evaluate(part, point, indices);
  switch (expression.kind) {
    case "number":
      return F.fraction(expression.value);
    case "symbol": {
      const { name, index } = expression;
      const found = index === null ? point.scalars[name] : point.perMode[name]?.[indices[index] ?? -1];
      if (found === undefined) throw new RangeError(`the point gives no value to ${name}`);
      return found;
    }
    case "negate":
      return F.negate(value(expression.argument));
    case "binary": {
      const left = value(expression.left);
      const right = value(expression.right);
      if (expression.operator === "+") return F.add(left, right);
      if (expression.operator === "-") return F.add(left, F.negate(right));
      return F.multiply(left, expression.operator === "*" ? right : F.reciprocal(right));
    }
    case "power": {
      const base = expression.exponent < 0 ? F.reciprocal(value(expression.base)) : value(expression.base);
      const exponent = BigInt(Math.abs(expression.exponent));
      return { numerator: base.numerator ** exponent, denominator: base.denominator ** exponent };
    }
    case "sum":
    case "pairs": {
      let total = F.fraction(0n);
      for (let j = 0; j < point.modes; j++) {
        if (expression.kind === "sum") total = F.add(total, evaluate(expression.summand, point, { j }));
        else {
          for (let k = j + 1; k < point.modes; k++) {
            total = F.add(total, evaluate(expression.summand, point, { j, k }));
          }
        }
      }
      return total;
    }
    default:
      throw new RangeError(`${expression.kind} has no value: expand it first`);
  }
}
