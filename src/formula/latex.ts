import { mathjs, type MathNode } from "./mathjs.ts";
import type { Book } from "./book.ts";
import type { Expression } from "./expression.ts";
import { format } from "./format.ts";
import { parse } from "./parse.ts";

interface TypesetNode extends MathNode {
  readonly name?: string;
  readonly op?: string;
  readonly args?: readonly TypesetNode[];
  readonly fn?: { readonly name?: string };
  readonly content?: TypesetNode;
}

/** The LaTeX of an expression, with each name typeset as the book declares it. @throws RangeError for an unknown name. */
export function latex(book: Book, source: string | Expression): string {
  const text = format(typeof source === "string" ? parse(source) : source);
  const options = {
    parenthesis: "auto",
    handler: (node: MathNode, opts: object) => typeset(node, opts),
  };
  const typeset = (node: TypesetNode, opts: object): string | undefined => {
    const inner = (part: TypesetNode | undefined): string => part!.toTex(opts);
    if (node.type === "SymbolNode") return symbolLatex(book, node.name!);
    if (node.type === "OperatorNode" && node.op === "*") return product(node.args!, inner);
    if (node.type === "OperatorNode" && node.op === "^") return power(node.args!, inner);
    if (node.type !== "FunctionNode") return undefined;
    const [first, second, third] = node.args!;
    if (node.fn?.name === "sum") return `\\sum_j ${factor(first!, inner)}`;
    if (node.fn?.name === "pairs") return `\\sum_{j<k} ${factor(first!, inner)}`;
    if (node.fn?.name === "at") return `\\left. ${inner(first)} \\right|_{${inner(second)} = ${inner(third)}}`;
    return `\\frac{\\partial}{\\partial ${inner(second)}} ${factor(first!, inner)}`;
  };
  return mathjs.parse(text).toTex(options).replaceAll("~", " ").trim();
}

/** `name = expression` for a formula of the book. */
export function formulaLatex(book: Book, name: string): string {
  const formula = book.formula(name);
  return `${symbolLatex(book, formula.perMode ? `${name}_j` : name)} = ${latex(book, formula.expression)}`;
}

function symbolLatex(book: Book, written: string): string {
  const match = /^(.+)_([jk])$/.exec(written);
  const name = match?.[1] ?? written;
  const declared = book.symbols[name] ?? book.formulas.get(name);
  if (declared === undefined) throw new RangeError(`${name} is neither a symbol nor a formula of this book`);
  return match ? `${declared.latex}_{${match[2]}}` : declared.latex;
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
