import { type Expression, latex, type Names } from "../formula/index.ts";

/** An equation for a line of its own, or several: its LaTeX, and about how many letters wide it is. */
export interface Display {
  readonly latex: string;
  readonly width: number;
}

/** About how many letters fit on a line of the page before an equation is broken. */
const FULL = 46;
/** A left side so short that the relations of all lines stand below each other. */
const SHORT = 4;

/** A line of an equation. */
type Line = Display;

/** Two sides on one line where there is room, else on several: each side broken before its terms. */
export function equation(book: Names, left: Expression | Line, relation: string, right: Expression): Display {
  const before = "latex" in left ? [left] : linesOf(book, left);
  const after = linesOf(book, right);
  const [first, last, start] = [before[0]!, before.at(-1)!, after[0]!];
  const oneLine = last.width + start.width <= FULL || start.width <= SHORT;
  if (before.length === 1 && after.length === 1 && oneLine) return joined(first, relation, start);
  const [rest, under] = [after.slice(1), (line: Line): string => `& \\quad ${line.latex}`];
  if (before.length === 1 && first.width <= SHORT) {
    return aligned(
      [`${first.latex} &${relation} ${start.latex}`, ...rest.map((line) => `&\\quad ${line.latex}`)],
      after,
    );
  }
  const above = [`& ${first.latex}`, ...before.slice(1).map(under)];
  if (after.length === 1 && start.width <= SHORT) {
    return aligned([...above.slice(0, -1), `${above.at(-1)} ${relation} ${start.latex}`], before);
  }
  return aligned([...above, `& ${relation} ${start.latex}`, ...rest.map(under)], [...before, ...after]);
}

function joined(left: Line, relation: string, right: Line): Display {
  return { latex: `${left.latex} ${relation} ${right.latex}`, width: left.width + right.width + 2 };
}

function aligned(rows: readonly string[], lines: readonly Line[]): Display {
  const width = Math.max(...lines.map((line) => line.width));
  return { latex: `\\begin{aligned} ${rows.join(" \\\\ ")} \\end{aligned}`, width };
}

/** The lines on which an expression is set: its terms, as many on each as there is room for. */
function linesOf(book: Names, expression: Expression): Line[] {
  const lines: Line[] = [];
  for (const { sign, term } of termsOf(expression)) {
    const text = latex(book, term);
    const body = sign === "-" && isSum(term) ? `\\left(${text}\\right)` : text;
    const width = inFactor(term);
    const last = lines.at(-1);
    if (last === undefined) lines.push({ latex: body, width });
    else if (last.width + width + 2 > FULL) lines.push({ latex: `${sign} ${body}`, width: width + 2 });
    else lines[lines.length - 1] = joined(last, sign, { latex: body, width });
  }
  return lines;
}

interface Term {
  readonly sign: "+" | "-";
  readonly term: Expression;
}

function termsOf(expression: Expression): Term[] {
  if (expression.kind !== "binary" || !isSum(expression)) return [{ sign: "+", term: expression }];
  return [...termsOf(expression.left), { sign: expression.operator === "-" ? "-" : "+", term: expression.right }];
}

function isSum(expression: Expression): boolean {
  return expression.kind === "binary" && (expression.operator === "+" || expression.operator === "-");
}

/** About how wide an expression is when it is typeset, in letters. */
export function widthOf(expression: Expression): number {
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
  return widthOf(expression) + (isSum(expression) ? 1.5 : 0);
}
