import { children, type Expression, mapExpression } from "./expression.ts";

/** Every part of an expression that is written like `part` replaced by `by`; null where there is none. */
export function replaceParts(expression: Expression, part: Expression, by: Expression): Expression | null {
  let found = false;
  const replaced = mapExpression(expression, (each) => {
    if (!isSame(each, part)) return null;
    found = true;
    return by;
  });
  return found ? replaced : null;
}

/** Whether a part of the expression is written like `part`. */
export function hasPart(expression: Expression, part: Expression): boolean {
  return isSame(expression, part) || children(expression).some((child) => hasPart(child, part));
}

/** Whether two expressions are the same tree. */
function isSame(one: Expression, other: Expression): boolean {
  if (one.kind !== other.kind || labelOf(one) !== labelOf(other)) return false;
  const others = children(other);
  return children(one).every((child, i) => isSame(child, others[i]!));
}

// All that a node is besides its children.
function labelOf(expression: Expression): string {
  switch (expression.kind) {
    case "number":
      return String(expression.value);
    case "symbol":
      return `${expression.name} ${expression.index ?? ""}`;
    case "binary":
      return expression.operator;
    case "power":
      return String(expression.exponent);
    case "derivative":
      return expression.by;
    case "at":
      return expression.name;
    default:
      return "";
  }
}
