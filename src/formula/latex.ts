import { mathjs, type MathNode } from "./mathjs.ts";
import type { Book } from "./book.ts";
import { binary, type Expression, integer, mapExpression, symbolKey } from "./expression.ts";
import { format } from "./format.ts";
import { parse } from "./parse.ts";

interface TypesetNode extends MathNode {
  readonly name?: string;
  readonly op?: string;
  readonly args?: readonly TypesetNode[];
  readonly fn?: { readonly name?: string };
  readonly content?: TypesetNode;
}

/** What names are typeset as: those of a book, or the same set otherwise. */
export type Names = Pick<Book, "symbols" | "formulas">;

/**
 * The LaTeX of an expression, with each name typeset as the book declares it.
 *
 * @param book whose names occur.
 * @param source as text or as a tree; it need not be expanded.
 * @throws RangeError for an unknown name.
 */
export function latex(book: Pick<Book, "symbols" | "formulas">, source: string | Expression): string {
  const expression = signsFirst(typeof source === "string" ? parse(source) : source);
  if (expression.kind === "symbol") return symbolLatex(book, symbolKey(expression));
  const text = format(expression);
  const options = {
    parenthesis: "auto",
    handler: (node: MathNode, opts: object) => typeset(node, opts),
  };
  const typeset = (node: TypesetNode, opts: object): string | undefined => {
    const inner = (part: TypesetNode | undefined): string => part!.toTex(opts);
    if (node.type === "SymbolNode") return inParentheses(symbolLatex(book, node.name!));
    if (node.type === "OperatorNode" && node.op === "-" && node.args!.length === 1) {
      return `-${factor(node.args![0]!, inner)}`;
    }
    if (node.type === "OperatorNode" && node.op === "*") return product(node.args!, inner);
    if (node.type === "OperatorNode" && node.op === "^") return power(node.args!, inner);
    if (node.type !== "FunctionNode") return undefined;
    const [first, second] = node.args!;
    if (node.fn?.name === "sum") return `\\sum_j ${factor(first!, inner)}`;
    if (node.fn?.name === "pairs") return `\\sum_{j<k} ${factor(first!, inner)}`;
    if (node.fn?.name === "at") return replaced(node, inner);
    return derivative(first!, second!, inner);
  };
  return mathjs.parse(text).toTex(options).replaceAll("~", " ").trim();
}

/** `name = expression` for a formula of the book. */
export function formulaLatex(book: Book, name: string): string {
  const formula = book.formula(name);
  return `${symbolLatex(book, formula.perMode ? `${name}_j` : name)} = ${latex(book, formula.expression)}`;
}

function symbolLatex(book: Names, written: string): string {
  const match = /^(.+)_([jk])$/.exec(written);
  const name = match?.[1] ?? written;
  const declared = book.symbols[name] ?? book.formulas.get(name);
  if (declared === undefined) throw new RangeError(`${name} is neither a symbol nor a formula of this book`);
  if (match === null) return declared.latex;
  // A letter has one subscript: the mode joins one that is there.
  const subscript = /^(.*)_(?:\{([^{}]*)\}|(\w))$/.exec(declared.latex);
  if (subscript === null) return `${declared.latex}_{${match[2]}}`;
  return `${subscript[1]}_{${subscript[2] ?? subscript[3]},${match[2]}}`;
}

// A symbol may be typeset as a sum or with a sign, such as 1 − σ_g or −S: it is one factor all the same.
function inParentheses(symbol: string): string {
  return /^-| [-+] /.test(symbol.replaceAll(/\([^()]*\)/g, "")) ? `\\left(${symbol}\\right)` : symbol;
}

// (−x)·y would need parentheses, and x + (−y); −(x·y) and x − y say the same without.
function signsFirst(expression: Expression): Expression {
  return mapExpression(expression, (part) => {
    if (part.kind !== "binary") return null;
    const { operator } = part;
    const [left, right] = [signsFirst(part.left), signsFirst(part.right)];
    if (operator === "+" || operator === "-") {
      const opposite = operator === "+" ? "-" : "+";
      return right.kind === "negate" ? binary(opposite, left, right.argument) : binary(operator, left, right);
    }
    const negated = positive(left);
    if (negated === null) return binary(operator, left, right);
    return { kind: "negate", argument: binary(operator, negated, right) };
  });
}

// What a minus sign stands before, if one does.
function positive(expression: Expression): Expression | null {
  if (expression.kind === "negate") return expression.argument;
  return expression.kind === "number" && expression.value < 0n ? integer(-expression.value) : null;
}

// The derivative of a derivative in the same symbol is the second one.
function derivative(of: TypesetNode, by: TypesetNode, inner: (part: TypesetNode | undefined) => string): string {
  const [order, innermost] = of.fn?.name === "diff" && of.args![1]!.name === by.name ? [2, of.args![0]!] : [1, of];
  const times = order === 1 ? "" : `^{${order}}`;
  return `\\frac{\\partial${times}}{\\partial ${inner(by)}${times}} ${factor(innermost, inner)}`;
}

// Values put in one after another are listed together, the first one first, where the order does not matter.
function replaced(node: TypesetNode, inner: (part: TypesetNode | undefined) => string): string {
  const put: string[] = [];
  const names: string[] = [];
  let [of, second, third] = node.args!;
  for (;;) {
    // A name may stand for another with the same letter.
    if (inner(second) !== inner(third)) put.unshift(`${inner(second)} = ${inner(third)}`);
    names.push(second!.name!);
    const next = of!.fn?.name === "at" ? of! : null;
    if (next === null || names.some((name) => mentions(next.args![2]!, name) || next.args![1]!.name === name)) break;
    [of, second, third] = next.args!;
  }
  if (put.length === 0) return inner(of);
  const values = put.length === 1 ? put[0] : `\\substack{${put.join(" \\\\ ")}}`;
  return `\\left. ${factor(of!, inner)} \\right|_{${values}}`;
}

function mentions(node: TypesetNode, name: string): boolean {
  const isIt = ({ name: symbol }: TypesetNode): boolean => symbol === name || symbol === `${name}_j`;
  return node.filter((part: TypesetNode) => part.type === "SymbolNode" && isIt(part)).length > 0;
}

// A base that already carries a subscript or superscript is fine; one with a superscript of its own needs parentheses.
function power([base, exponent]: readonly TypesetNode[], inner: (part: TypesetNode | undefined) => string): string {
  const written = inner(base);
  const atom = (base!.type === "SymbolNode" && !written.includes("^")) || base!.type === "ConstantNode";
  return `${atom ? written : `\\left(${inner(unwrapped(base!))}\\right)`}^{${inner(unwrapped(exponent!))}}`;
}

// A sum or derivative reaches as far to the right as it can, and digits side by side would read as one number.
function product([left, right]: readonly TypesetNode[], inner: (part: TypesetNode | undefined) => string): string {
  const before = isOpen(unwrapped(left!)) ? `\\left(${inner(unwrapped(left!))}\\right)` : factor(left!, inner);
  return `${before}${unwrapped(right!).type === "ConstantNode" ? " \\cdot " : " "}${factor(right!, inner)}`;
}

function isOpen(node: TypesetNode): boolean {
  if (node.type === "FunctionNode") return node.fn?.name !== "at";
  return node.type === "OperatorNode" && node.op === "*" && isOpen(unwrapped(node.args![1]!));
}

function factor(node: TypesetNode, inner: (part: TypesetNode | undefined) => string): string {
  const bare = unwrapped(node);
  const isSum = bare.type === "OperatorNode" && (bare.op === "+" || bare.op === "-");
  return isSum ? `\\left(${inner(bare)}\\right)` : inner(bare);
}

function unwrapped(node: TypesetNode): TypesetNode {
  return node.type === "ParenthesisNode" ? node.content! : node;
}
