import { mathjs } from "./mathjs.ts";
import { binary, containsSum, type Expression, integer } from "./expression.ts";
import { format } from "./format.ts";
import { isDerivative } from "./kernel/rules.ts";
import { parse } from "./parse.ts";

/**
 * The partial derivative by a scalar. Sums are differentiated term by term; products and powers of sums by the product
 * rule; what holds no sum by mathjs. Answers of the last two are used only after the kernel has checked them.
 *
 * @throws RangeError for a quotient of sums or a product of more than two, and for an answer that the kernel rejects.
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
  const slope = containsSum(expression) ? byProductRule(expression, by) : byMathjs(expression, by);
  if (!isDerivative(expression, slope, by)) {
    throw new RangeError(`the kernel rejects ${format(slope)} as the derivative of ${format(expression)} by ${by}`);
  }
  return slope;
}

function byMathjs(expression: Expression, by: string): Expression {
  return parse(mathjs.derivative(format(expression), by, { simplify: false }).toString());
}

// (uv)′ = u′v + uv′ and (uⁿ)′ = n uⁿ⁻¹ u′.
function byProductRule(expression: Expression, by: string): Expression {
  if (expression.kind === "power") {
    const { base, exponent } = expression;
    const lowered = binary("*", integer(exponent), { ...expression, exponent: exponent - 1 });
    return binary("*", lowered, differentiate(base, by));
  }
  if (expression.kind === "binary" && expression.operator === "*") {
    const { left, right } = expression;
    return binary("+", binary("*", differentiate(left, by), right), binary("*", left, differentiate(right, by)));
  }
  throw new RangeError(
    `cannot differentiate a quotient of sums, ${format(expression)}: differentiate its parts, and combine them in a step`,
  );
}
