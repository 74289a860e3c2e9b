import { binary, type BinaryOperator, type Expression, integer, type ModeIndex, requirePower } from "./expression.ts";
import { type Refuse, refusalOf } from "./refusal.ts";
import { type Token, tokensOf } from "./tokens.ts";

/**
 * Reads a closed form written as text.
 *
 * The language is arithmetic over integers and names, + - * / ^ and parentheses, with `x_j` (and, inside `pairs`, `x_k`) for
 * the value of x in mode j (k), and four functions: `sum(term)` = Σ_j term, `pairs(term)` = Σ_{j<k} term,
 * `diff(expression, name)` = its partial derivative and `at(expression, name, value)` = its value where that scalar is
 * `value`.
 *
 * Integers are written in digits alone, may have any number of them, and are read exactly. No other number is read: 0.5, 5.,
 * 1e3 and 0x10 are refused, whatever a floating-point number would make of them; one half is 1/2. Exponents are integers of
 * at most 1000 in size. Products are written with *.
 *
 * @throws SyntaxError naming the text and what was not understood.
 */
export function parse(text: string): Expression {
  const refuse = refusalOf(text);
  return new Reader(tokensOf(text, refuse), refuse).whole();
}

/** Deeper brackets would exhaust the stack, of those who read what is read as well. */
const DEEPEST = 100;

const OPERATORS: readonly (readonly string[])[] = [
  ["+", "-"],
  ["*", "/"],
];

/** One function for each level of the grammar; each leaves the next token to be read. */
class Reader {
  readonly #tokens: readonly Token[];
  readonly #refuse: Refuse;
  #next = 0;
  #depth = 0;

  constructor(tokens: readonly Token[], refuse: Refuse) {
    this.#tokens = tokens;
    this.#refuse = refuse;
  }

  whole(): Expression {
    const expression = this.#sumOrProduct(0);
    const { kind, text } = this.#peek();
    if (kind === "end") return expression;
    const isFactor = kind !== "mark" || text === "(";
    throw this.#refuse(text, isFactor ? "an operator is missing before it; write products with *" : EXPECTED_NONE);
  }

  // Operators of a level group from the left.
  #sumOrProduct(level: number): Expression {
    const operators = OPERATORS[level];
    if (operators === undefined) return this.#signed();
    let left = this.#sumOrProduct(level + 1);
    for (;;) {
      const { text } = this.#peek();
      if (!operators.includes(text)) return left;
      this.#next++;
      left = binary(text as BinaryOperator, left, this.#sumOrProduct(level + 1));
    }
  }

  // A minus sign before a power is that of the power.
  #signed(): Expression {
    if (!this.#take("-")) return this.#power();
    const argument = this.#deeper(() => this.#signed());
    return argument.kind === "number" ? integer(-argument.value) : { kind: "negate", argument };
  }

  #power(): Expression {
    const base = this.#atom();
    if (!this.#take("^")) return base;
    const written = this.#next;
    const exponent = this.#deeper(() => this.#signed());
    const text = this.#tokens.slice(written, this.#next).map((token) => token.text);
    return { kind: "power", base, exponent: this.#exponent(base, exponent, text.join("")) };
  }

  #exponent(base: Expression, expression: Expression, written: string): number {
    const value = folded(expression);
    if (value === null) throw this.#refuse(written, "exponents are integers");
    try {
      requirePower(base, value);
    } catch (error) {
      throw this.#refuse(written, (error as RangeError).message);
    }
    return Number(value);
  }

  #atom(): Expression {
    const { kind, text } = this.#peek();
    this.#next++;
    if (kind === "integer") return integer(BigInt(text));
    if (kind === "name") return this.#take("(") ? this.#call(text) : symbolOf(text);
    if (text !== "(") throw this.#refuse(text, kind === "end" ? "it ends too early" : EXPECTED);
    const inside = this.#deeper(() => this.#sumOrProduct(0));
    this.#close();
    return inside;
  }

  // What stands between the parentheses of a function, the first of which is read.
  #call(name: string): Expression {
    const args: Expression[] = [];
    if (!this.#take(")")) {
      do args.push(this.#deeper(() => this.#sumOrProduct(0)));
      while (this.#take(","));
      this.#close();
    }
    const [first, second, third] = args;
    if ((name === "sum" || name === "pairs") && args.length === 1) return { kind: name, summand: first! };
    const byScalar = second?.kind === "symbol" && second.index === null ? second.name : null;
    if (name === "diff" && args.length === 2 && byScalar !== null) {
      return { kind: "derivative", of: first!, by: byScalar };
    }
    if (name === "at" && args.length === 3 && byScalar !== null) {
      return { kind: "at", of: first!, name: byScalar, value: third! };
    }
    throw this.#refuse(name, FUNCTIONS);
  }

  #close(): void {
    if (this.#take(")")) return;
    const { kind, text } = this.#peek();
    throw this.#refuse(text, kind === "end" ? "a parenthesis is left open" : "a closing parenthesis is expected there");
  }

  #take(mark: string): boolean {
    const { kind, text } = this.#peek();
    const isIt = kind === "mark" && text === mark;
    if (isIt) this.#next++;
    return isIt;
  }

  #peek(): Token {
    return this.#tokens[this.#next]!;
  }

  #deeper(read: () => Expression): Expression {
    if (++this.#depth > DEEPEST) throw this.#refuse("", `it is nested deeper than ${DEEPEST}`);
    const expression = read();
    this.#depth--;
    return expression;
  }
}

const EXPECTED_NONE = "it has no place there";
const EXPECTED = "a number or a name is expected there";
const FUNCTIONS = "the functions are sum(term), pairs(term), diff(expression, scalar), at(expression, scalar, value)";

function symbolOf(written: string): Expression {
  const match = /^(.+)_([jk])$/.exec(written);
  return match
    ? { kind: "symbol", name: match[1]!, index: match[2] as ModeIndex }
    : { kind: "symbol", name: written, index: null };
}

// Derivatives have exponents such as 2 - 1.
function folded(part: Expression): bigint | null {
  if (part.kind === "number") return part.value;
  if (part.kind !== "binary" || (part.operator !== "+" && part.operator !== "-")) return null;
  const [left, right] = [folded(part.left), folded(part.right)];
  if (left === null || right === null) return null;
  return part.operator === "+" ? left + right : left - right;
}
