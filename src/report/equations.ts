import type { Assumption, ExpectationStep, IdentityStep, SignStep, Step } from "../evidence/index.ts";
import { type Book, type Domain, type Expression, formulaLatex, latex, parse } from "../formula/index.ts";

/** About how many letters fit on a line of the page before an equation is broken. */
const LINE = 46;

/** What a step states, as LaTeX for a line of its own. */
export function stepLatex(step: Step, book: Book): string {
  if ("identity" in step) return identityLatex(step, book);
  if ("expectation" in step) return expectationLatex(step, book);
  return signLatex(step, book);
}

function identityLatex({ identity: [left, right] }: IdentityStep, book: Book): string {
  return equation(book, parse(left), "=", parse(right));
}

function expectationLatex({ expectation: { of, equals } }: ExpectationStep, book: Book): string {
  return broken(
    [`\\sum_j \\operatorname{E}\\left[${latex(book, of)}\\right]`],
    "=",
    linesOf(book, parse(equals)),
    LINE,
  );
}

function signLatex({ sign: { of, is } }: SignStep, book: Book): string {
  return equation(book, parse(of), is === "positive" ? ">" : "\\ge", { kind: "number", value: 0n });
}

/** What an expectation assumes of its random symbol: E w = 0, E w² = …, from the first moment on. */
export function momentsLatex({ expectation: { over, moments } }: ExpectationStep, book: Book): string[] {
  const symbol = latex(book, over);
  return moments
    .slice(1)
    .map((moment, i) => `\\operatorname{E} ${i === 0 ? symbol : `${symbol}^{${i + 1}}`} = ${latex(book, moment)}`);
}

/** What a sign assumes of symbols beyond their domains: γ² > 0, say. */
export function domainsLatex({ sign: { where = {} } }: SignStep, book: Book): string[] {
  return Object.entries(where).map(([name, domain]) => domainLatex(book, name, domain));
}

/** A symbol of the book, with the mode index that it has. */
export function symbolLatex(book: Book, name: string): string {
  return latex(book, book.symbols[name]!.perMode ? `${name}_j` : name);
}

/** `γ² > 0`; the symbol alone where it may be any real number. */
export function domainLatex(book: Book, name: string, domain: Domain): string {
  const sign = { positive: " > 0", nonnegative: " \\ge 0", nonzero: " \\ne 0", real: "" }[domain];
  return symbolLatex(book, name) + sign;
}

/** The expression that a hypothesis says is 0. */
export function assumptionLatex({ zero }: Assumption, book: Book): string {
  return equation(book, parse(zero), "=", { kind: "number", value: 0n });
}

/** The equation that defines a formula. */
export function definitionLatex(book: Book, name: string): string {
  const { expression } = book.formula(name);
  const lines = linesOf(book, expression);
  if (lines.length === 1) return formulaLatex(book, name);
  const [left] = formulaLatex(book, name).split(" = ", 1);
  return broken([left!], "=", lines, 0);
}

function equation(book: Book, left: Expression, relation: string, right: Expression): string {
  const [before, after] = [linesOf(book, left), linesOf(book, right)];
  const fits = widthOf(left) + widthOf(right) <= LINE;
  return broken(before, relation, after, fits ? LINE : 0);
}

// With no room for both sides on one line, the relation begins a line of its own.
function broken(left: readonly string[], relation: string, right: readonly string[], room: number): string {
  if (left.length === 1 && right.length === 1 && room > 0) return `${left[0]} ${relation} ${right[0]}`;
  if (left.length === 1 && left[0]!.length <= 12) {
    const [first, ...rest] = right;
    const lines = [`${left[0]} &${relation} ${first}`, ...rest.map((line) => `&\\quad ${line}`)];
    return `\\begin{aligned} ${lines.join(" \\\\ ")} \\end{aligned}`;
  }
  const [first, ...more] = left;
  const [start, ...rest] = right;
  const lines = [
    first!,
    ...more.map((line) => `\\quad ${line}`),
    `${relation} ${start}`,
    ...rest.map((line) => `\\quad ${line}`),
  ];
  return `\\begin{aligned} ${lines.map((line) => `& ${line}`).join(" \\\\ ")} \\end{aligned}`;
}

/** The lines on which an expression is set: its terms, as many on each as there is room for. */
function linesOf(book: Book, expression: Expression): string[] {
  const lines: string[] = [];
  let room = 0;
  for (const { sign, term } of termsOf(expression)) {
    const text = latex(book, term);
    const isSum = term.kind === "binary" && (term.operator === "+" || term.operator === "-");
    const body = sign === "-" && isSum ? `\\left(${text}\\right)` : text;
    const width = widthOf(term) + 2;
    if (lines.length > 0 && width <= room) {
      lines[lines.length - 1] += ` ${sign} ${body}`;
      room -= width;
    } else {
      lines.push(sign === "+" && lines.length === 0 ? body : `${sign} ${body}`);
      room = LINE - width;
    }
  }
  return lines;
}

interface Term {
  readonly sign: "+" | "-";
  readonly term: Expression;
}

function termsOf(expression: Expression): Term[] {
  if (expression.kind !== "binary" || (expression.operator !== "+" && expression.operator !== "-")) {
    return [{ sign: "+", term: expression }];
  }
  return [...termsOf(expression.left), { sign: expression.operator, term: expression.right }];
}

/** About how wide an expression is when it is typeset, in letters. */
function widthOf(expression: Expression): number {
  switch (expression.kind) {
    case "number":
      return String(expression.value).length;
    case "symbol":
      return expression.index === null ? 1.3 : 1.8;
    case "binary": {
      const [left, right] = [widthOf(expression.left), widthOf(expression.right)];
      if (expression.operator === "/") return Math.max(left, right) + 0.5;
      if (expression.operator === "*") return inFactor(expression.left) + inFactor(expression.right);
      return left + right + 2;
    }
    case "negate":
      return widthOf(expression.argument) + 1;
    case "power":
      return inFactor(expression.base) + 0.7;
    case "sum":
    case "pairs":
      return inFactor(expression.summand) + 2;
    case "derivative":
      return inFactor(expression.of) + 2.5;
    case "at":
      return widthOf(expression.of) + widthOf(expression.value) + 2;
  }
}

function inFactor(expression: Expression): number {
  const isSum = expression.kind === "binary" && (expression.operator === "+" || expression.operator === "-");
  return widthOf(expression) + (isSum ? 1.5 : 0);
}
