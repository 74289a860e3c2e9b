import { type Expression, symbolKey } from "./expression.ts";

const PRECEDENCE = { "+": 1, "-": 1, "*": 2, "/": 2 } as const;
const NEGATION = 2;
const POWER = 3;
const ATOM = 4;

/** Writes an expression as text that `parse` reads back to the same tree, with parentheses only where they help. */
export function format(expression: Expression): string {
  return write(expression).text;
}

function write(expression: Expression): { text: string; precedence: number } {
  const inside = (child: Expression, least: number): string => {
    const { text, precedence } = write(child);
    return precedence < least ? `(${text})` : text;
  };
  switch (expression.kind) {
    case "number":
      return { text: String(expression.value), precedence: expression.value < 0n ? 0 : ATOM };
    case "symbol":
      return { text: symbolKey(expression), precedence: ATOM };
    case "binary": {
      const precedence = PRECEDENCE[expression.operator];
      const space = precedence === 1 ? " " : "";
      const left = inside(expression.left, precedence);
      const right = inside(expression.right, precedence + 1);
      return { text: `${left}${space}${expression.operator}${space}${right}`, precedence };
    }
    case "negate":
      return { text: `-${inside(expression.argument, NEGATION + 1)}`, precedence: 1 };
    case "power": {
      const exponent = expression.exponent < 0 ? `(${expression.exponent})` : String(expression.exponent);
      return { text: `${inside(expression.base, POWER + 1)}^${exponent}`, precedence: POWER };
    }
    case "sum":
    case "pairs":
      return { text: `${expression.kind}(${write(expression.summand).text})`, precedence: ATOM };
    case "derivative":
      return { text: `diff(${write(expression.of).text}, ${expression.by})`, precedence: ATOM };
    case "at": {
      const { of, name, value } = expression;
      return { text: `at(${write(of).text}, ${name}, ${write(value).text})`, precedence: ATOM };
    }
  }
}
