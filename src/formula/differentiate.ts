import { mathjs } from "./mathjs.ts";
import { binary, containsSum, type Expression, integer } from "./expression.ts";
import { format } from "./format.ts";
import { isDerivative } from "./kernel/rules.ts";
import { parse } from "./parse.ts";

/**
 * The partial derivative by a scalar. Sums are differentiated term by term, products, quotients and powers of sums by
 * their rules, and what holds no sum by mathjs, whose answer is used only after the kernel has checked it.
 *
 * @throws RangeError for an answer that the kernel rejects.
 */
export function differentiate(expression: Expression, by: string): Expression {
  switch (expression.kind) {
    case "sum":
    case "pairs":
      return { kind: expression.kind, summand: differentiate(expression.summand, by) };
    case "negate":
      return { kind: "negate", argument: differentiate(expression.argument, by) };
    case "binary":
      if (expression.operator === "+" || expression.operator === "-" || containsSum(expression)) {
        return ofBinary(expression, differentiate(expression.left, by), differentiate(expression.right, by));
      }
      break;
    case "power":
      if (containsSum(expression)) return ofPower(expression, differentiate(expression.base, by));
  }
  const slope = parse(mathjs.derivative(format(expression), by, { simplify: false }).toString());
  if (!isDerivative(expression, slope, by)) {
    throw new RangeError(`the kernel rejects ${format(slope)} as the derivative of ${format(expression)} by ${by}`);
  }
  return slope;
}

function ofBinary(
  { operator, left, right }: Expression & { readonly kind: "binary" },
  leftSlope: Expression,
  rightSlope: Expression,
): Expression {
  if (operator === "+" || operator === "-") return binary(operator, leftSlope, rightSlope);
  const [first, second] = [binary("*", leftSlope, right), binary("*", left, rightSlope)];
  if (operator === "*") return binary("+", first, second);
  return binary("/", binary("-", first, second), { kind: "power", base: right, exponent: 2 });
}

function ofPower({ base, exponent }: Expression & { readonly kind: "power" }, baseSlope: Expression): Expression {
  return binary("*", binary("*", integer(exponent), { kind: "power", base, exponent: exponent - 1 }), baseSlope);
}
