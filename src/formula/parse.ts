import { mathjs, type MathNode } from "./mathjs.ts";
import { binary, type BinaryOperator, type Expression, integer, type ModeIndex } from "./expression.ts";

/**
 * Reads a closed form written as text.
 *
 * The language is mathjs's arithmetic over integers and names, with `x_j` (and, inside `pairs`, `x_k`) for the value
 * of x in mode j (k), and four functions: `sum(term)` = Σ_j term, `pairs(term)` = Σ_{j<k} term,
 * `diff(expression, name)` = its partial derivative and `at(expression, name, value)` = its value where that scalar is
 * `value`. Exponents are integers.
 *
 * @throws SyntaxError naming the text and what was not understood.
 */
export function parse(text: string): Expression {
  let root: MathNode;
  try {
    root = mathjs.parse(text);
  } catch (error) {
    throw new SyntaxError(`cannot read the formula ${JSON.stringify(text)}: ${(error as Error).message}`);
  }
  return convert(root, text);
}

// The node shapes that mathjs's parser makes and that the language admits.
interface ParsedNode extends MathNode {
  readonly value?: unknown;
  readonly name?: string;
  readonly op?: string;
  readonly args?: readonly MathNode[];
  readonly fn?: { readonly name?: string };
  readonly content?: MathNode;
}

function convert(node: MathNode, text: string): Expression {
  const parsed = node as ParsedNode;
  switch (parsed.type) {
    case "ParenthesisNode":
      return convert(parsed.content!, text);
    case "ConstantNode":
      if (!Number.isSafeInteger(parsed.value)) throw refusal(node, text, "numbers are integers; write 1/2 for 0.5");
      return integer(parsed.value as number);
    case "SymbolNode":
      return convertSymbol(parsed.name!);
    case "OperatorNode":
      return convertOperator(parsed, text);
    case "FunctionNode":
      return convertFunction(parsed, text);
    default:
      throw refusal(node, text, "only arithmetic, sum, pairs and diff are understood");
  }
}

function convertSymbol(written: string): Expression {
  const match = /^(.+)_([jk])$/.exec(written);
  return match
    ? { kind: "symbol", name: match[1]!, index: match[2] as ModeIndex }
    : { kind: "symbol", name: written, index: null };
}

function convertOperator(node: ParsedNode, text: string): Expression {
  const operands = node.args!.map((operand) => convert(operand, text));
  const [left, right] = operands;
  if (operands.length === 1 && node.op === "-") {
    return left!.kind === "number" ? integer(-left!.value) : { kind: "negate", argument: left! };
  }
  if (operands.length === 2 && "+-*/".includes(node.op!)) return binary(node.op as BinaryOperator, left!, right!);
  if (operands.length === 2 && node.op === "^") {
    return { kind: "power", base: left!, exponent: integerExponent(right!, node, text) };
  }
  throw refusal(node, text, `the operator ${node.op} is not understood`);
}

function convertFunction(node: ParsedNode, text: string): Expression {
  const name = node.fn?.name ?? "";
  const [first, second, third] = node.args!.map((argument) => convert(argument, text));
  if ((name === "sum" || name === "pairs") && node.args!.length === 1) return { kind: name, summand: first! };
  if (name === "diff" && node.args!.length === 2 && second!.kind === "symbol" && second!.index === null) {
    return { kind: "derivative", of: first!, by: second!.name };
  }
  if (name === "at" && node.args!.length === 3 && second!.kind === "symbol" && second!.index === null) {
    return { kind: "at", of: first!, name: second!.name, value: third! };
  }
  throw refusal(
    node,
    text,
    "the functions are sum(term), pairs(term), diff(expression, scalar), at(expression, scalar, value)",
  );
}

// mathjs's derivative writes exponents such as 2 - 1; they are folded here.
function integerExponent(expression: Expression, node: MathNode, text: string): number {
  const fold = (part: Expression): number => {
    if (part.kind === "number") return Number(part.value);
    if (part.kind === "binary" && part.operator === "+") return fold(part.left) + fold(part.right);
    if (part.kind === "binary" && part.operator === "-") return fold(part.left) - fold(part.right);
    throw refusal(node, text, "exponents are integers");
  };
  return fold(expression);
}

function refusal(node: MathNode, text: string, requirement: string): SyntaxError {
  return new SyntaxError(`cannot read ${node.toString()} in the formula ${JSON.stringify(text)}: ${requirement}`);
}
