import { mathjs } from "./mathjs.ts";
import { binary, containsSum, type Expression } from "./expression.ts";
import { format } from "./format.ts";
import { isDerivative } from "./kernel/rules.ts";
import { parse } from "./parse.ts";

/**
 * The partial derivative by a scalar. Sums are differentiated term by term; each term by mathjs, whose answer is used
 * only after the kernel has checked it.
 *
 * @throws RangeError for a product or quotient of sums, and for an answer that the kernel rejects.
 */
export function differentiate(expression: Expression, by: string): Expression {
  switch (expression.kind) {
    case "sum":
    case "pairs":
      return { kind: expression.kind, summand: differentiate(expression.summand, by) };
    case "negate":
      return { kind: "negate", argument: differentiate(expression.argument, by) };
    case "binary":
      if (expression.operator === "+" || expression.operator === "-") {
        return binary(expression.operator, differentiate(expression.left, by), differentiate(expression.right, by));
      }
  }
  if (containsSum(expression)) throw new RangeError(`cannot differentiate a product of sums: ${format(expression)}`);
  const slope = parse(mathjs.derivative(format(expression), by, { simplify: false }).toString());
  if (!isDerivative(expression, slope, by)) {
    throw new RangeError(`the kernel rejects ${format(slope)} as the derivative of ${format(expression)} by ${by}`);
  }
  return slope;
}
